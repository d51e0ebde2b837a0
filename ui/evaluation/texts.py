"""Every text of the evaluation tab, in German and English."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Language


@dataclass(frozen=True)
class EvaluationTexts:
    """The tab's texts in one language; a text that is missing in one of them is a type error."""

    chat_tab: str
    evaluation_tab: str
    evaluation_lead: str
    gold_questions: str
    gold_demo: str
    gold_hint: str
    start_run: str
    cancel_run: str
    go_on: str
    not_allowed: str
    runs: str
    runs_note: str
    no_runs: str
    run_started: str
    run_gold: str
    run_state: str
    run_report: str
    open_report: str
    answers: str
    refusals: str
    failures: str
    finished: str
    running: str
    stopped: str
    failed: str
    loading: str
    progress: str
    minutes_left: str
    minute_left: str
    just_finished: str
    just_stopped: str
    refused: str
    gone: str
    cannot_start: str


_DE = EvaluationTexts(
    chat_tab="Fragen",
    evaluation_tab="Auswertung",
    evaluation_lead="Wie gut antwortet dieses Archiv? Eine Auswertung stellt ihm Fragen, deren Antworten bekannt sind, "
    "und misst Suche, Antworten, Belege und Ablehnungen, für jede Sprachrichtung einzeln.",
    gold_questions="Prüffragen",
    gold_demo="Prüffragen des Demo-Archivs",
    gold_hint="Eigene Prüffragen stehen zur Wahl, sobald sie als .jsonl-Datei in {folder} liegen.",
    start_run="Auswertung starten",
    cancel_run="Abbrechen",
    go_on="Fortsetzen",
    not_allowed="Auswertungen lassen sich hier nur ansehen: Dieser Server ist auch von anderen Rechnern aus "
    "erreichbar, und ein Lauf beansprucht die Maschine minutenlang. Wer ihn betreibt, kann das Starten mit {setting}=1 "
    "erlauben.",
    runs="Läufe",
    runs_note="Richtig: Anteil der Antworten, deren Zitate das Gesuchte enthalten. Ablehnung: F1 der Ablehnungen. Alle "
    "Zahlen gehen von 0 bis 1, Mittel über die Sprachrichtungen.",
    no_runs="Noch kein Lauf.",
    run_started="Begonnen",
    run_gold="Prüffragen",
    run_state="Stand",
    run_report="Bericht",
    open_report="Bericht",
    answers="Richtig",
    refusals="Ablehnung",
    failures="Fehler: {count}",
    finished="{count} Fragen",
    running="läuft: {done} von {count}",
    stopped="angehalten: {done} von {count}",
    failed="nicht begonnen",
    loading="Das Archiv wird geöffnet …",
    progress="{done} von {count} Fragen",
    minutes_left="noch etwa {minutes} Minuten",
    minute_left="noch etwa eine Minute",
    just_finished="Fertig.",
    just_stopped="Angehalten.",
    refused="Auswertungen dürfen hier nicht gestartet werden.",
    gone="Diesen Lauf oder diese Prüffragen gibt es nicht mehr.",
    cannot_start="Die Auswertung kann nicht beginnen: {reason}",
)

_EN = EvaluationTexts(
    chat_tab="Ask",
    evaluation_tab="Evaluation",
    evaluation_lead="How well does this archive answer? An evaluation asks it questions whose answers are known, and "
    "measures search, answers, citations and refusals, each language direction by itself.",
    gold_questions="Gold questions",
    gold_demo="gold questions of the demo archive",
    gold_hint="Your own gold questions can be chosen as soon as they lie in {folder} as a .jsonl file.",
    start_run="Start an evaluation",
    cancel_run="Cancel",
    go_on="Continue",
    not_allowed="Evaluations can only be looked at here: other machines can reach this server, and a run keeps it busy "
    "for minutes. Whoever operates it can allow starting them with {setting}=1.",
    runs="Runs",
    runs_note="Right: share of the answers whose quotes hold what was asked for. Refusal: F1 of the refusals. All "
    "figures range from 0 to 1, means over the language directions.",
    no_runs="No run yet.",
    run_started="Started",
    run_gold="Gold questions",
    run_state="State",
    run_report="Report",
    open_report="Report",
    answers="Right",
    refusals="Refusal",
    failures="Errors: {count}",
    finished="{count} questions",
    running="running: {done} of {count}",
    stopped="stopped: {done} of {count}",
    failed="never began",
    loading="Opening the archive …",
    progress="{done} of {count} questions",
    minutes_left="about {minutes} minutes left",
    minute_left="about one minute left",
    just_finished="Done.",
    just_stopped="Stopped.",
    refused="Evaluations must not be started here.",
    gone="This run, or these gold questions, are no longer there.",
    cannot_start="The evaluation cannot begin: {reason}",
)

EVALUATION_TEXTS: dict[Language, EvaluationTexts] = {"de": _DE, "en": _EN}
