"""Decide whether a full stop, question mark, exclamation mark or ellipsis ends a sentence."""

import re

from index.sentences.abbreviated import Rules, abbreviation_verdict, starts_sentence
from index.sentences.characters import BULLETS, LINE_BREAK, QUOTES
from index.sentences.context import Context
from index.sentences.numbers import is_number, number_ends
from index.sentences.words import CRYING, LOWER_NAMES, MARKED_NAMES, SAYING

_INNER_CAPITAL = re.compile(r"[a-z]{1,2}[A-Z]")
# Signs that may open a sentence.
_SIGNS = "§$€£#@>" + BULLETS
# After dots set apart a capital is a new sentence once this many words stand before them: "Das ist ... Wahnsinn".
_WORDS_BEFORE_PAUSE = 5
_SPEAKER = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Prof|President|Gov|Sen)\.? )?(?:[A-Z][\w’'-]+ ){1,3}"
_CRYING, _SAYING = "|".join(sorted(CRYING)), "|".join(sorted(SAYING))
_SAYS = re.compile(rf"{_SPEAKER}(?:(?:{_CRYING})\b(?! (?:if|whether|for|that|him|her|them)\b)|(?:{_SAYING})[.,;:])")
_GLUED_BEFORE = re.compile(r"(?:\A|[^\w.])([^\W\d_]+)\Z")
_IN_ADDRESSES = re.compile(r"[@/\\_=#:]")
_GLUED_AFTER = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?=[\s,;:!?)\"“”»«-]|\.?\Z|\.\s)")
# What opens a sentence although its first letter is small: an address, a speaker, an item, an author's sign.
_SMALL_START = re.compile(r"https?://|www\.|[a-zäöü]{3,}: |[a-h]\) |[a-zäöü]{2,4}/[a-zäöü]{2,4} \(")
# "STANDARD: Warum?", "Anna Kolb: Nein.": a new speaker.
_LABEL = re.compile(r"(?:[A-ZÄÖÜ][\w-]* ?){1,3}:")
_DOMAIN_ENDS = frozenset(["Com", "De", "Org", "Net", "At", "Ch", "Eu", "Uk", "Info", "Js", "Tv", "Io"])


def ends_sentence(context: Context, rules: Rules, own_parenthesis: bool) -> bool:
    """Decide whether the sentence ends with a mark (and the quotation marks that close after it).

    Args:
        context: the mark and what stands around it.
        rules: the rules of the language.
        own_parenthesis: whether the sentence opens with a parenthesis, which a closer may then close.
    """
    if not context.gap:
        return _glued(context, rules)
    if context.mark in ("!", "?") and context.before.endswith("(") and context.closers.startswith(")"):
        return False  # "(!)" comments on a word
    if not _may_start(context):
        return False
    if ")" in context.closers or "]" in context.closers:
        return _after_bracket(context, rules, own_parenthesis)
    if "!" in context.mark or "?" in context.mark:
        return _after_question(context, rules)
    if "…" in context.mark or len(context.mark) == 3:
        return _after_ellipsis(context, rules)
    return _after_stop(context, rules)


def _may_start(context: Context) -> bool:
    """Whether what follows looks like the start of a sentence: no small letter, no punctuation."""
    word = context.word
    if context.dash:
        return word[:1].isupper() or any(mark in QUOTES for mark in context.opening)
    if not word:
        return context.after[:1] in _SIGNS if context.after else False
    if word[0].isdigit() or not word[0].islower():
        return True
    if context.mark == "." and not context.closers and LINE_BREAK.search(context.gap):
        return True  # a line that ends in a full stop, the next one opens with a small letter
    if word in LOWER_NAMES or _INNER_CAPITAL.match(word):
        return True
    return not context.closers and _SMALL_START.match(context.after) is not None


def _after_bracket(context: Context, rules: Rules, own_parenthesis: bool) -> bool:
    """A bracket closes after the mark: it ends a sentence when the sentence began with the bracket."""
    if context.mark == "." and (context.token[-1:].isdigit() or abbreviation_verdict(context, rules) != "ordinary"):
        return False
    return own_parenthesis or starts_sentence(context, rules)


def _after_question(context: Context, rules: Rules) -> bool:
    if context.token in MARKED_NAMES:
        return starts_sentence(context, rules)
    says = any(mark in QUOTES for mark in context.closers) and _SAYS.match(context.after)
    return not says or starts_sentence(context, rules)


def _after_ellipsis(context: Context, rules: Rules) -> bool:
    """Dots set apart may stand for a pause before a German noun, hence only a sure start counts early in a sentence."""
    if starts_sentence(context, rules) or LINE_BREAK.search(context.gap) or _LABEL.match(context.after):
        return True
    return bool(context.token) or len(context.before.split()) >= _WORDS_BEFORE_PAUSE


def _after_stop(context: Context, rules: Rules) -> bool:
    token = context.token
    if not token or token[-1] in QUOTES or token[-1] in ")]":
        return True
    if is_number(token):
        return number_ends(context, starts_sentence(context, rules), rules.german)
    return abbreviation_verdict(context, rules) != "inside"


def _glued(context: Context, rules: Rules) -> bool:
    """No space after the mark: a boundary only between two plain words ("Finale.Danach"), not in names or paths."""
    before = _GLUED_BEFORE.search(context.before)
    if before is None or len(before[1]) < 2 or not before[1][1:].islower() or _IN_ADDRESSES.search(context.token):
        return False
    if not rules.german and not before[1].islower():
        return False  # only German writes its nouns like names
    if context.mark == "." and abbreviation_verdict(context, rules) != "ordinary":
        return False
    if context.opening:
        return context.opening[0] in QUOTES and context.word[:1].isupper()
    after = _GLUED_AFTER.match(context.after)
    return after is not None and after[0] not in _DOMAIN_ENDS
