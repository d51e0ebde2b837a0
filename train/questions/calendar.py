"""Months and units of time in both languages."""

from __future__ import annotations

from train.questions.lexicon import word_set

GERMAN_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTHS = tuple(dict.fromkeys(GERMAN_MONTHS + ENGLISH_MONTHS))

MONTH_NUMBERS = {name: number for names in (GERMAN_MONTHS, ENGLISH_MONTHS) for number, name in enumerate(names, 1)}

WEEKDAYS = word_set(
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "monday tuesday wednesday thursday friday saturday sunday"
)
DURATIONS = word_set(
    "jahre jahren monate monaten wochen tage tagen stunden minuten sekunden jahrzehnte jahrzehnten "
    "years months weeks days hours minutes seconds decades"
)
