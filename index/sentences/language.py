"""A guess at the language of a paragraph, only as good as the choice between two tables of abbreviations needs."""

import re

from index.sentences.words import ONLY_DE, ONLY_EN

_WORD = re.compile(r"[^\W\d_]+")
# Enough words to be sure, few enough that a text of a megabyte costs no more than a paragraph.
_SAMPLE = 2000


def guess_language(text: str, start: int, end: int) -> str | None:
    """Return "de" or "en", whichever has more function words in the text, or None when neither leads.

    Looks at the first 2000 characters of ``text[start:end]`` (Unicode code points).
    """
    german = english = 0
    for word in _WORD.findall(text, start, min(end, start + _SAMPLE)):
        folded = word.lower()
        if folded in ONLY_DE:
            german += 1
        elif folded in ONLY_EN:
            english += 1
    if german == english:
        return None
    return "de" if german > english else "en"
