"""Closed word lists of German and English that the rules need, written from own knowledge."""

from __future__ import annotations

from index.models import Language


def word_set(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words.split())


DETERMINERS: dict[Language, frozenset[str]] = {
    "de": word_set(
        "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen jeder jede jedes "
        "kein keine keinen sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere mein "
        "meine beide viele einige mehrere alle solche jene"
    ),
    "en": word_set("the a an this that these those his her its their our my your each every no some any all both many"),
}
NOMINATIVE_STARTS = word_set(
    "der die das ein eine dieser diese dieses sein seine ihr ihre viele einige mehrere alle beide jeder jede jedes "
    "kein keine jene solche zwei drei vier fünf sechs sieben acht neun zehn zahlreiche"
)
"""German words a subject may start with."""

PREPOSITIONS: dict[Language, frozenset[str]] = {
    "de": word_set(
        "in im ins an am ans auf aus bei beim mit nach von vom vor zu zum zur für gegen durch um über unter hinter "
        "neben zwischen seit bis ab während wegen trotz ohne laut gegenüber außerhalb innerhalb aufgrund infolge "
        "entlang"
    ),
    "en": word_set(
        "in on at by for from with to into of about after before during since until under over between through "
        "against near as among across around along within without behind toward towards upon via despite outside "
        "onto according including"
    ),
}
PRONOUNS: dict[Language, frozenset[str]] = {
    "de": word_set(
        "er sie es ich du wir ihr man dies das diese dieser dieses jener jene alle viele einige beide dort hier "
        "ihn ihm ihnen sich mich mir dich dir uns euch ihren davon darin daran dazu dabei dafür damit"
    ),
    "en": word_set("he she it they i you we this that these those there one him them me us who which what"),
}
PERSONAL: dict[Language, frozenset[str]] = {
    "de": word_set(
        "ich du wir mich mir dich dir uns euch mein meine meinen meinem meiner meines dein deine deinen deinem deiner "
        "unser unsere unseren unserem unserer unseres euer eure euren herr frau ihnen er sie es ihm ihn dies hier "
        "diese dieser dieses diesen diesem selbst"
    ),
    "en": word_set(
        "i you we me us my your our mine yours ours myself yourself ourselves he she it they him them this these that "
        "those here mr mrs itself himself herself themselves"
    ),
}
"""Words that no question should hold: nobody who asks the archive knows who "we" or "he" is."""

SUBORDINATORS: dict[Language, frozenset[str]] = {
    "de": word_set(
        "dass daß weil ob als wenn obwohl um nachdem bevor während damit indem wie was wobei wodurch da sodass falls "
        "wo wer welche welcher welches welchen welchem deren dessen sondern denn sowie außer bis seit ohne anstatt "
        "womit worin wofür woraus wonach obgleich sofern solange sobald so"
    ),
    "en": word_set(
        "which who whom whose that where when while although because if though since whereas unless until what how "
        "so but as whether why before after or"
    ),
}
RELATIVES = word_set("der die das den dem dessen deren denen welche welcher welches welchen welchem")

AUXILIARIES: dict[Language, frozenset[str]] = {
    "de": word_set(
        "ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte konnten muss müssen "
        "musste mussten soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte durften würde würden "
        "mag möchte muß mußte mußten"
    ),
    "en": word_set(
        "is are was were has have had will would can could may might must should shall does did do can't couldn't "
        "didn't "
        "doesn't don't won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't shouldn't mustn't cannot"
    ),
}
COPULAS: dict[Language, frozenset[str]] = {"de": word_set("ist war sind waren"), "en": word_set("is was are were")}

ADVERBS: dict[Language, frozenset[str]] = {
    "de": word_set(
        "auch dann später danach schließlich jedoch allerdings bereits außerdem heute dort daher deshalb so nun hier "
        "zunächst ursprünglich gleichzeitig zudem daraufhin zuvor damals inzwischen seitdem nicht sich nur noch schon "
        "sehr oft fast erst jetzt sonst selbst mit seit trotz statt zuerst zuletzt meist nicht insgesamt dabei damit"
    ),
    "en": word_set(
        "also then later never first soon subsequently now once often always still just even thus therefore however "
        "already recently finally originally initially eventually currently actually not only really probably usually"
    ),
}

TITLES = word_set(
    "mr mr. mrs mrs. ms ms. dr dr. president king queen prince princess sir lord lady pope professor commissioner "
    "general "
    "captain minister senator colonel saint bishop judge chancellor actor actress singer author director coach "
    "herr herrn frau präsident präsidentin könig königin prinz prinzessin papst professor kommissar kommissarin "
    "kapitän "
    "kanzler kanzlerin bundeskanzler senator oberst bischof richter schauspieler schauspielerin sänger sängerin autor "
    "regisseur trainer bruder schwester brother sister kaiser graf emperor count duke herzog rabbi"
)
PEOPLES = word_set(
    "english german french american british european dutch greek swiss jewish christian muslim catholic "
    "protestant czech "
    "thai arab socialist liberal democratic republican welsh latin buddhist"
)
PEOPLES_ENDINGS = ("ian", "ish", "ese", "ians", "ean", "eans", "ans", "can")
PLACE_PREPOSITIONS: dict[Language, dict[str, str]] = {
    "de": {
        "in": "wo",
        "im": "wo",
        "bei": "wo",
        "nach": "wohin",
        "aus": "woher",
        "auf": "wo",
        "nahe": "wo",
        "ins": "wohin",
    },
    "en": {"in": "where", "at": "where", "near": "where", "from": "where … from", "to": "where … to"},
}
NUMBER_WORDS = {
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
    "zwölf": 12, "zwanzig": 20, "dreißig": 30, "fünfzig": 50,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "twenty": 20, "thirty": 30, "fifty": 50,
}  # fmt: skip
CURRENCIES = word_set(
    "euro dollar pfund franken yen rubel mark kronen rupien dollars euros pounds francs roubles rubles marks "
    "rupees cents"
)
FIRST_NAMES = word_set(
    "tom mary maria john johannes peter paul michael david james robert william george charles henry thomas richard "
    "edward joseph frank daniel martin andrew mark stephen steven simon philip patrick brian kevin jack harry sam "
    "samuel benjamin alexander anthony christopher matthew jonathan joshua nicholas eric adam alan albert alfred "
    "arthur walter ernest francis frederick fred louis leo max karl carl hans heinrich friedrich wilhelm otto fritz "
    "franz josef ludwig johann georg jakob klaus jürgen wolfgang helmut gerhard günter günther werner kurt dieter rolf "
    "stefan andreas matthias markus sebastian florian christian thorsten lars sven erik olaf jan pieter willem uwe "
    "jean pierre jacques françois michel claude rené antonio giovanni giuseppe marco paolo luigi mario carlo roberto "
    "josé juan carlos luis miguel pedro manuel fernando diego pablo javier rafael ivan vladimir wladimir sergei sergej "
    "alexei dmitri mikhail boris nikolai igor oleg yuri viktor victor anna anne elizabeth elisabeth margaret sarah "
    "susan jane emily emma alice julia laura lisa linda barbara helen catherine katherine kate diana ruth rachel "
    "rebecca jessica jennifer nancy betty dorothy grace lucy sophie charlotte marie claire isabelle angela ursula "
    "petra monika sabine claudia christina katharina eva ingrid greta hannah martha clara rose amy kim lee bob bill "
    "jim joe mike dave dan ben nick tony steve chris jeff greg gary larry ron don ray roger bruce donald douglas "
    "kenneth ronald harold howard gordon keith neil ian colin graham malcolm hugh oliver oscar ralph stanley "
    "mohammed muhammad ahmed ali hassan hussein ibrahim omar abdul yusuf timothy scott ryan justin jason aaron nathan "
    "tim ted ken barack hillary joey julius marcus augustus ellen olivia romano nelly margot hermann rudolf gustav "
    "ernst theodor emil hugo felix lukas ulrich dietrich konrad annalena emmanuel rishi keir kelvin jude xabi katalin"
)
WOMEN = word_set(
    "mary maria anna anne elizabeth elisabeth margaret sarah susan jane emily emma alice julia laura lisa linda "
    "barbara "
    "helen catherine katherine kate diana ruth rachel rebecca jessica jennifer nancy betty dorothy grace lucy sophie "
    "charlotte marie claire isabelle angela ursula petra monika sabine claudia christina katharina eva ingrid greta "
    "hannah martha clara amy ellen olivia nelly margot annalena katalin hillary rose kim"
)
POSSESSIVES = word_set("his her their its sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres")
COUNTRIES = word_set(
    "germany deutschland austria österreich switzerland france frankreich italy italien spain spanien greece "
    "griechenland "
    "poland polen russia russland hungary ungarn turkey sweden schweden norway norwegen denmark dänemark finland "
    "finnland "
    "belgium belgien ireland irland iceland island croatia kroatien serbia serbien romania rumänien bulgaria bulgarien "
    "ukraine egypt ägypten morocco marokko libya libyen india indien indonesia indonesien australia australien brazil "
    "brasilien argentina argentinien mexico mexiko canada kanada cuba kuba japan china vietnam pakistan iran israel "
    "portugal peru chile kenya kenia nigeria malaysia singapore singapur taiwan syria syrien jordan jordanien"
)
