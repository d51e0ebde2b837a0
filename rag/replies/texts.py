"""What the short replies say, in German and English."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Language


@dataclass(frozen=True)
class Replies:
    """The replies in one language; `contents` and `currency` carry numbers of the archive."""

    greeting: str
    farewell: str
    thanks: str
    identity: str
    abilities: str
    method: str
    contents: str
    contents_sources: str
    dates: str
    no_dates: str
    other_language: str
    unclear: str
    empty: str


REPLIES: dict[Language, Replies] = {
    "de": Replies(
        greeting="Guten Tag! Was möchten Sie aus dem Archiv wissen?",
        farewell="Auf Wiedersehen!",
        thanks="Gern geschehen. Fragen Sie ruhig weiter.",
        identity="Ich bin Fundstelle, ein Programm, das Fragen aus einem Nachrichtenarchiv beantwortet. Jeder Satz "
        "der Antwort verweist auf die Stelle im Artikel, auf der er beruht.",
        abilities="Stellen Sie eine Frage auf Deutsch oder Englisch, etwa wer, wann, wo, wie viel oder warum. Ich "
        "suche in allen Artikeln, deutschen wie englischen, zeige die Sätze, die antworten, und die genaue "
        "Stelle. Anschlussfragen wie „Und wann?“ verstehe ich auch. Was nicht im Archiv steht, behaupte ich "
        "nicht.",
        method="Ich suche die Textstellen, die der Frage am nächsten kommen, nach Wörtern und nach Bedeutung, "
        "wähle die Sätze, die antworten, und prüfe jeden an der Stelle, die er anführt. Ich erfinde nichts: "
        "Beantwortet das Archiv eine Frage nicht, sage ich das.",
        contents="Im Archiv sind derzeit {articles} Artikel, davon {german} auf Deutsch und {english} auf Englisch.",
        contents_sources="Sie stammen aus {count} Quellen: {names}.",
        dates="Der älteste ist von {first}, der neueste von {last}.",
        no_dates="Keiner trägt ein Datum.",
        other_language="Ich verstehe nur Deutsch und Englisch. Bitte stellen Sie die Frage in einer der beiden "
        "Sprachen.",
        unclear="Das verstehe ich nicht als Frage. Bitte fragen Sie in einem ganzen Satz, zum Beispiel, wer etwas "
        "getan hat oder wann etwas geschah.",
        empty="Die Frage ist leer. Was möchten Sie aus dem Archiv wissen?",
    ),
    "en": Replies(
        greeting="Hello! What would you like to know from the archive?",
        farewell="Goodbye!",
        thanks="You are welcome. Do ask on.",
        identity="I am Fundstelle, a program that answers questions from a news archive. Every sentence of an "
        "answer points to the place in the article that it rests on.",
        abilities="Ask a question in English or German: who, when, where, how much or why. I search all articles, "
        "German and English, show the sentences that answer and the exact place. I understand follow-up questions "
        "such as “And when?” too. What the archive does not say I do not claim.",
        method="I look for the passages that come closest to the question, by their words and by their meaning, "
        "choose the sentences that answer, and check each against the place it cites. I make nothing up: when the "
        "archive does not answer a question, I say so.",
        contents="The archive holds {articles} articles now, {german} in German and {english} in English.",
        contents_sources="They come from {count} outlets: {names}.",
        dates="The oldest is from {first}, the newest from {last}.",
        no_dates="None of them is dated.",
        other_language="I understand German and English only. Please ask in one of the two languages.",
        unclear="I do not understand that as a question. Please ask in a whole sentence, for instance who did "
        "something or when something happened.",
        empty="The question is empty. What would you like to know from the archive?",
    ),
}
