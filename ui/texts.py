"""Every text of the chat, in German and English."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Language


@dataclass(frozen=True)
class Texts:
    """The chat's texts in one language; a text that is missing in one of them is a type error."""

    tagline: str
    archive_size: str
    no_answer_yet: str
    examples: str
    question: str
    question_hint: str
    ask: str
    stop: str
    stopped: str
    searching: str
    writing: str
    settings: str
    answer_language: str
    answer_language_auto: str
    article_languages: str
    date_from: str
    date_to: str
    date_hint: str
    sources_filter: str
    sources_hint: str
    clear: str
    clear_question: str
    copy: str
    copied: str
    copy_failed: str
    retry: str
    sources: str
    source_count_one: str
    source_count: str
    marker: str
    undated: str
    no_source: str
    original: str
    original_hint: str
    also_in_one: str
    also_in: str
    open_article: str
    as_of: str
    verbatim: str
    written_by: str
    partly: str
    unsupported: str
    not_in_archive: str
    nearest: str
    nearest_hint: str
    filters_active: str
    filters_hint: str
    filter_from: str
    filter_to: str
    interpreted: str
    interpreted_only: str
    interpreted_first: str
    interpreted_empty: str
    interpreted_newest: str
    interpreted_oldest: str
    ignore_dates: str
    dates_ignored: str
    read_dates: str
    understood: str
    ask_as_typed: str
    asked_alone: str
    ask_in_context: str
    failed: str
    broken_off: str
    broken_off_remedy: str
    article: str
    close_article: str
    changed: str
    location: str
    conversation: str
    api: str
    german: str
    english: str
    quotation: str


_DE = Texts(
    tagline="Fragen an das Nachrichtenarchiv, belegt bis auf das Zeichen.",
    archive_size="{articles} Artikel im Archiv",
    no_answer_yet="Jeder Satz der Antwort verweist auf die Stelle im Artikel, auf der er beruht. "
    "Was nicht im Archiv steht, wird nicht behauptet.",
    examples="Zum Beispiel",
    question="Frage an das Archiv",
    question_hint="Frage auf Deutsch/Englisch",
    ask="Fragen",
    stop="Abbrechen",
    stopped="Die Beantwortung wurde abgebrochen.",
    searching="Das Archiv wird durchsucht …",
    writing="Die Antwort wird geschrieben und geprüft …",
    settings="Filter und Sprache",
    answer_language="Sprache der Antwort",
    answer_language_auto="wie die Frage",
    article_languages="Sprache der Artikel",
    date_from="Erschienen ab",
    date_to="Erschienen bis",
    date_hint="JJJJ, JJJJ-MM oder JJJJ-MM-TT",
    sources_filter="Quelle",
    sources_hint="alle Quellen",
    clear="Unterhaltung löschen",
    clear_question="Die ganze Unterhaltung löschen? Sie ist nur in diesem Browser gespeichert.",
    copy="Mit Belegen kopieren",
    copied="Kopiert",
    copy_failed="Kopieren nicht möglich",
    retry="Erneut fragen",
    sources="Belege",
    source_count_one="Antwort mit einem Beleg.",
    source_count="Antwort mit {count} Belegen.",
    marker="Beleg {n}: {title}",
    undated="ohne Datum",
    no_source="ohne Quellenangabe",
    original="Original",
    original_hint="Originalartikel in neuem Fenster öffnen",
    also_in_one="Gleichlautend in einem weiteren Artikel:",
    also_in="Gleichlautend in {count} weiteren Artikeln:",
    open_article="Im Artikel zeigen",
    as_of="Jüngster zitierter Artikel: {date}",
    verbatim="wörtlich aus dem Archiv",
    written_by="formuliert von {model}, Belege geprüft",
    partly="nur teilweise belegt",
    unsupported="nicht belegt",
    not_in_archive="Nicht im Archiv",
    nearest="Nächstliegende Artikel",
    nearest_hint="Sie kommen der Frage am nächsten, beantworten sie aber nicht.",
    filters_active="Filter",
    filters_hint="Gesucht wurde nur innerhalb der Filter.",
    filter_from="ab {date}",
    filter_to="bis {date}",
    interpreted="Aus der Frage gelesen",
    interpreted_only="nur {time}",
    interpreted_first="{time} bevorzugt",
    interpreted_empty="{time}; aus dieser Zeit liegt nichts vor",
    interpreted_newest="Neuestes zuerst",
    interpreted_oldest="Ältestes zuerst",
    ignore_dates="Zeitangabe nicht beachten",
    dates_ignored="Die Zeitangabe der Frage ist nicht beachtet.",
    read_dates="Zeitangabe beachten",
    understood="Verstanden als",
    ask_as_typed="Wie getippt fragen",
    asked_alone="Ohne die Unterhaltung gefragt",
    ask_in_context="Im Zusammenhang fragen",
    failed="Keine Antwort möglich",
    broken_off="Die Beantwortung wurde unterbrochen.",
    broken_off_remedy="Bitte erneut fragen; Einzelheiten stehen im Protokoll des Servers.",
    article="Artikel",
    close_article="Artikel schließen",
    changed="Der Artikel wurde seit dieser Antwort geändert; die zitierte Stelle ist nicht mehr dort.",
    location="Zeichen {start} bis {end}",
    conversation="Unterhaltung",
    api="API",
    german="Deutsch",
    english="Englisch",
    quotation="„{quote}“",
)

_EN = Texts(
    tagline="Questions to the news archive, evidenced to the character.",
    archive_size="{articles} articles in the archive",
    no_answer_yet="Every sentence of an answer points to the place in the article that it rests on. "
    "What the archive does not say is not claimed.",
    examples="For example",
    question="Question to the archive",
    question_hint="Question in English/German",
    ask="Ask",
    stop="Stop",
    stopped="Answering was stopped.",
    searching="Searching the archive …",
    writing="The answer is being written and checked …",
    settings="Filters and language",
    answer_language="Language of the answer",
    answer_language_auto="as the question",
    article_languages="Language of the articles",
    date_from="Published from",
    date_to="Published until",
    date_hint="YYYY, YYYY-MM or YYYY-MM-DD",
    sources_filter="Outlet",
    sources_hint="all outlets",
    clear="Clear conversation",
    clear_question="Clear the whole conversation? It is kept in this browser only.",
    copy="Copy with sources",
    copied="Copied",
    copy_failed="Copying is not possible",
    retry="Ask again",
    sources="Sources",
    source_count_one="Answer with one source.",
    source_count="Answer with {count} sources.",
    marker="Source {n}: {title}",
    undated="undated",
    no_source="outlet unknown",
    original="Original",
    original_hint="Open the original article in a new window",
    also_in_one="Same wording in one other article:",
    also_in="Same wording in {count} other articles:",
    open_article="Show in the article",
    as_of="Newest article cited: {date}",
    verbatim="verbatim from the archive",
    written_by="written by {model}, sources checked",
    partly="only partly supported",
    unsupported="not supported",
    not_in_archive="Not in the archive",
    nearest="Nearest articles",
    nearest_hint="They come closest to the question, but do not answer it.",
    filters_active="Filters",
    filters_hint="Only what the filters let through was searched.",
    filter_from="from {date}",
    filter_to="until {date}",
    interpreted="Read from the question",
    interpreted_only="only {time}",
    interpreted_first="{time} preferred",
    interpreted_empty="{time}; there is nothing from that time",
    interpreted_newest="newest first",
    interpreted_oldest="oldest first",
    ignore_dates="Disregard the time",
    dates_ignored="The time named in the question is disregarded.",
    read_dates="Heed the time",
    understood="Understood as",
    ask_as_typed="Ask as typed",
    asked_alone="Asked without the conversation",
    ask_in_context="Ask in context",
    failed="No answer possible",
    broken_off="Answering was interrupted.",
    broken_off_remedy="Ask again; the server's log has the details.",
    article="Article",
    close_article="Close the article",
    changed="The article has changed since this answer; the quoted passage is no longer there.",
    location="characters {start} to {end}",
    conversation="Conversation",
    api="API",
    german="German",
    english="English",
    quotation="“{quote}”",
)

TEXTS: dict[Language, Texts] = {"de": _DE, "en": _EN}

EXAMPLES: tuple[tuple[Language, str], ...] = (
    ("de", "Wie viel Benzin und Diesel hat Belarus an Russland geliefert?"),
    ("en", "How many seats did Labour win in the general election?"),
    ("de", "Wie viel kostet das Deutschlandticket ab Januar 2025?"),
    ("en", "When did Finland join NATO?"),
)
"""Questions to start with, each with its language."""


def language_name(language: Language, texts: Texts) -> str:
    """The name of a language in the chat's own language."""
    return texts.german if language == "de" else texts.english
