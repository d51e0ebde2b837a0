"""Small closed lists of words that tell how a sentence begins, goes on, or breaks over a line.

All lists are function words and calendar words of German and English, written from own knowledge.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _capitals(words: str) -> frozenset[str]:
    return frozenset(word[0].upper() + word[1:] for word in words.split())


# Capitalised, these are hardly ever a name or a noun: after "Mio." or "U.S." they start a new sentence.
STARTERS_DE = _capitals(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner ich du er sie es "
    "wir ihr ihm ihn ihnen uns mich mir sein seine seinen seinem seiner ihre ihren ihrem ihrer unser unsere mein "
    "meine dieser diese dieses diesen diesem jeder jede jedes jeden jedem jene jener man wer was wen wem wo wohin "
    "woher wann warum wie wieso weshalb welche welcher welches niemand jemand nichts alles alle viele vieles "
    "mehrere einige manche beide beides andere anderes und oder aber denn doch sondern auch nur noch schon so "
    "dann danach davor dabei dafür dagegen daher dahin damals damit daneben daran darauf daraufhin daraus darin "
    "darüber darum darunter davon dazu da dort hier heute gestern morgen jetzt nun bald bereits bisher derzeit "
    "zurzeit aktuell zuletzt zuvor zunächst schließlich später seither seitdem inzwischen mittlerweile "
    "währenddessen währenddem in im ins an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne "
    "seit trotz über um unter vom von vor während wegen zu zum zur zwar zudem außerdem allerdings jedoch dennoch "
    "trotzdem deshalb deswegen somit folglich vielmehr ebenso ebenfalls sogar selbst gerade erst immer nie "
    "niemals oft manchmal meist meistens vielleicht wahrscheinlich offenbar tatsächlich natürlich leider wenn als "
    "ob weil da obwohl nachdem bevor sobald solange falls dass sollte sollten wird wurde wurden ist sind war "
    "waren hat haben hatte hatten kann können muss müssen nicht ja nein laut gemäß insgesamt rund etwa mehr "
    "weniger weitere weiter außer zwei drei statt anders dessen deren derselbe dieselbe dasselbe zusätzlich "
    "mehrmals mehrfach erstmals allein bislang gleichzeitig zugleich unterdessen indes demnach anschließend "
    "lediglich insbesondere besonders weiterhin weiters heuer dies angesichts aufgrund anhand infolge innerhalb "
    "außerhalb oberhalb unterhalb gegenüber zwischen entsprechend ähnlich dadurch hierzulande möglicherweise "
    "womöglich vermutlich letztlich letztendlich immerhin jedenfalls zumindest freilich insofern ansonsten sonst "
    "sowohl weder entweder je dank anstatt solche solcher sämtliche indem ab pro per genau einmal zweimal "
    "demgegenüber demzufolge letzteres letztere diejenigen derjenige hinzu eigentlich überhaupt umgekehrt "
    "andererseits einerseits ursprünglich spätestens mindestens knapp fast normalerweise generell grundsätzlich "
    "häufig kürzlich vorerst dementsprechend nichtsdestotrotz gleichwohl"
)
STARTERS_EN = _capitals(
    "the a an he she it they we I you this that these those there here in on at by for from with as if when while "
    "after before but and or so yet then now his her its their our my your some many most several both all each "
    "every another others not nobody none nothing who what where why how which although though because since "
    "until once during despite however meanwhile instead also even only just still later today yesterday tomorrow "
    "earlier last one two three is are was were do does did can could would will should has have had to about "
    "among between through without within unlike according asked let perhaps maybe such"
)

# "ist unter 14. Mai" is a date, "unter 14. Müller" is not an ordinal: after these a number counts, it does not rank.
COUNTING = _set(
    "von mit auf bei um gegen nach ab bis seit über unter mindestens höchstens etwa rund knapp gut nur circa fast "
    "mehr weniger als zirka insgesamt minus plus mal es"
)
# With these the big round number is a rank: "der 10.000. Besucher".
ARTICLES_DE = _set("der die das den dem des zum zur im am vom beim ein eine einen einem einer eines seinen ihren")
# Nouns that are ranked again and again; lower-case, compared with the end of the word.
RANKED_ENDINGS = (
    "liga", "weltkrieg", "jahrhundert", "jahrtausend", "lebensjahr", "geburtstag", "jahrestag", "todestag",
    "hochzeitstag", "spieltag", "minute", "sekunde", "strafsenat", "zivilsenat", "senat", "strafkammer", "kammer",
    "runde", "halbzeit", "quartal", "halbjahr", "stock", "etage", "klasse", "auflage", "mal", "bezirk", "satz",
    "armee", "etappe", "platz", "rang", "staffel", "dynastie", "legislaturperiode", "parteitag", "sinfonie",
    "symphonie", "instanz", "grades", "semester",
)  # fmt: skip
RANKED_WORDS = _set("Tag Session Spiel Lauf Durchgang Drittel Viertel Training")
CLUBS = _set("FC FSV FFC SC SV TSV VfL CfR HC BC HFC FCK FCN")

TIME_ZONES = _set("GMT BST UTC CET CEST EST EDT ET CST CDT CT MST MDT MT PST PDT PT Eastern Central Pacific")
WEEKDAYS = _set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun")

# Units and vehicles without a vowel that are ordinary words, not abbreviations.
UNITS = _set("km cm mm kg mg ml qm km² m² kWh Lkw Pkw Kfz LKW PKW Hz kHz MHz GHz kw kW tv pc cd dvd ft lb lbs mph")

# Names that carry an exclamation or question mark of their own (the word before the mark): "Yahoo!", "Wetten, dass..?".
MARKED_NAMES = _set("Yahoo Joop Jeopardy Oklahoma dass")

# Lower-case names that may open a sentence; names like "iPhone" are known by their inner capital.
LOWER_NAMES = _set("dm dpa taz")

# Verbs of saying after a quotation: '"Stop!" Miller shouted at him.' is one sentence. Those of the second list take
# an object so often ('"Stop!" Miller said he ...') that only punctuation right after them counts.
CRYING = _set("asked asks shouted cried wondered exclaimed quipped screamed")
SAYING = _set("said says replied answered added joked wrote tweeted declared warned insisted explained recalled")

# A line that ends in one of these goes on in the next one.
OPEN_LINE_ENDS = _set(
    "der die das den dem des ein eine einen einem einer eines und oder mit von zu zum zur in im an am auf aus bei "
    "für nach über unter vor durch gegen ohne um als wie dass sowie bis seit sein seine ihre beim vom ins ans "
    "seinen seinem seiner ihren ihrem ihrer dieser dieses diesem diesen sowohl the a an of to in on at by for "
    "with from and or that as is was are were has have had his her its their than into"
)

# Function words that only one of the two languages has.
ONLY_DE = _set(
    "der das und ist nicht ein eine einen einem einer mit von zu den dem des im auf für sich auch wird wurde bei "
    "nach aus sind er es sie wir ich vom zum zur dass als wie noch nur über hat haben sein seine ihre kein keine "
    "oder aber wenn kommt sagte gestern ab beim um bis"
)
ONLY_EN = _set(
    "the of and to is that for with on it he his she they from by at this are be not has had have were their its "
    "who which would will said but or we you your my an as if into than been him them there what when after "
    "before about"
)
