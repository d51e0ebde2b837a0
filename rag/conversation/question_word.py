"""Follow-ups that only ask for something else: "Und wann?", "Why?", "Wo war das?", "Who else?"."""

from __future__ import annotations

from rag.conversation.anew import ask_anew
from rag.conversation.antecedents import answer_name
from rag.conversation.clause import Clause, read_clause
from rag.conversation.follow_up import FollowUp
from rag.conversation.phrases import phrases_of
from rag.conversation.tokens import capitalised, tokens_of, word_set
from rag.conversation.topic import SEPARATOR, topic_of, with_topic
from rag.conversation.words import WORDS

_ALSO = {"de": ("noch", "sonst", "weiter", "außerdem"), "en": ("else", "also")}
_EVENT = word_set("das es dies that this it so")
_LONGEST_PHRASE = 5
_PLAIN = {"how come": "why", "how so": "why"}
_MEASURES = (WORDS["de"].degree | WORDS["en"].degree) - {"oft", "often", "genau", "exactly", "so"}


def by_question_word(follow: FollowUp) -> str | None:
    """The question before with the question word of this one; None when this one says more than that."""
    new = _asked(follow)
    if new is None:
        return None
    question = follow.context.question
    topic, _, tail = question.rpartition(SEPARATOR)
    clause = read_clause(tail, follow.language) if follow.same_language else None
    asked = _anew(follow, clause, new) if clause is not None else None
    if asked is None:
        return None
    return with_topic(topic, asked) if topic else asked


def is_bare(follow: FollowUp) -> bool:
    """Whether a follow-up consists of a question word and words that point back."""
    return _asked(follow) is not None


def _asked(follow: FollowUp) -> str | None:
    """The question phrase that the whole follow-up consists of, without verbs and pronouns for the event."""
    words, tokens = follow.words, follow.tokens
    asking = [token for token in tokens if token.lower in words.asking]
    if not asking:
        return None
    begin = tokens.index(asking[0])
    lead = tokens[:begin]
    if any(token.lower not in words.prepositions | {"according"} for token in lead):
        return None
    end = begin + 1
    while end < len(tokens) and (
        tokens[end].lower in words.degree | words.particles or tokens[end].lower in _ALSO["de"]
    ):
        end += 1
    if _is_phrase(follow, begin):
        return follow.body
    allowed = words.auxiliaries | words.happening | words.particles | _EVENT | {"dazu", "there"}
    if any(token.lower not in allowed for token in tokens[end:]):
        return None
    phrase = follow.body[tokens[0].start : tokens[end - 1].end]
    return _PLAIN.get(phrase.lower(), phrase)


def _is_phrase(follow: FollowUp, begin: int) -> bool:
    """Whether the follow-up is a question phrase of several words behind a preposition: "In welcher Minute?"."""
    tokens = follow.tokens
    if begin == 0 or begin + 1 >= len(tokens) or len(tokens) > _LONGEST_PHRASE:
        return False
    nouns = tokens[begin + 1 :]
    if follow.language == "de":
        return tokens[begin].lower.startswith("welch") and all(token.capital for token in nouns)
    known = follow.words.function | follow.words.verbs
    return tokens[begin].lower in ("which", "what") and all(token.lower not in known for token in nouns)


def _anew(follow: FollowUp, clause: Clause, new: str) -> str | None:
    word = next(token.lower for token in tokens_of(new) if token.lower in follow.words.asking)
    also = any(token.lower in _ALSO[follow.language] for token in tokens_of(new))
    if _is_phrase(follow, 1) and tokens_of(new)[1].lower == word:
        return ask_anew(clause, new, follow.language, answer_name(follow.context))
    if word in ("wer", "who", "was", "what", "wen", "wem", "whom", "welche", "welcher", "welches", "which"):
        return _other_thing(follow, clause, new, word, also)
    if word in ("worum", "worüber", "wovon"):
        return None  # "Worum ging es?" asks for the topic, which stands in front
    if word in ("wie", "how") and (_MEASURES & {token.lower for token in tokens_of(new)} or clause.word == word):
        return None
    return ask_anew(clause, new, follow.language, answer_name(follow.context))


def _other_thing(follow: FollowUp, clause: Clause, new: str, word: str, also: bool) -> str | None:
    """Ask for another thing or person: of the same kind, or who did it."""
    passive = clause.verb.lower() in ("wurde", "wurden", "was", "were") and clause.role != "subject"
    preposition = tokens_of(new)[0].lower
    if preposition in follow.words.prepositions:
        if preposition in ("von", "by") and not passive:
            return None
        return ask_anew(clause, new, follow.language, answer_name(follow.context))
    if word in ("wer", "who") and passive and _ends_passive(clause, follow):
        by = "von wem" if follow.language == "de" else "by whom"
        return ask_anew(clause, by + (" sonst" if also and follow.language == "de" else ""), follow.language)
    if also and word in ("wer", "who") and clause.role == "adverb":
        return _other_subject(follow, clause)
    if clause.role in ("subject", "object") and _same_sort(clause.word, word):
        marked = new if follow.language == "en" else _marked_german(new, clause, also)
        noun = clause.noun if clause.word.startswith(("welch", "which")) else ""
        phrase = f"{marked} {noun}".strip() if not noun else _marked_noun(clause, follow.language)
        return capitalised(" ".join(part for part in (phrase, clause.verb, clause.rest) if part)) + "?"
    return None


def _same_sort(old: str, new: str) -> bool:
    """Whether two question words ask for the same sort of thing."""
    people = ("wer", "who", "wen", "wem", "whom", "welche", "welcher", "welches", "welchen", "which")
    return old == new or (old in people and new in people)


def _other_subject(follow: FollowUp, clause: Clause) -> str | None:
    """The subject makes room: "When did Finland join?" and "Who else?"."""
    subject = next((phrase for phrase in phrases_of("– " + clause.rest, follow.language)), None)
    if subject is None or subject.core > 2 or subject.preposition:
        return None
    else_ = "Wer sonst" if follow.language == "de" else "Who else"
    return f"{else_} {clause.verb} {clause.rest[subject.end - 2 :].strip()}?"


def _marked_german(new: str, clause: Clause, also: bool) -> str:
    word = tokens_of(new)[0].text
    return f"{word} sonst" if also else (new if clause.word == word.lower() else word)


def _marked_noun(clause: Clause, language: str) -> str:
    return f"{clause.word} {'weiteren' if language == 'de' else 'other'} {clause.noun}"


def _ends_passive(clause: Clause, follow: FollowUp) -> bool:
    last = tokens_of(clause.rest)
    endings = ("t", "en") if follow.language == "de" else ("ed", "en", "t", "n")
    return bool(last) and any(token.lower.endswith(endings) and not token.capital for token in last[-1:] + last[:3])


def by_topic_and_word(follow: FollowUp) -> str | None:
    """The bare question behind the topic, where the question before cannot be asked anew; in either language."""
    if not is_bare(follow):
        return None
    topic = topic_of(follow.context, follow.language)
    return with_topic(topic, capitalised(follow.body) + "?") if topic else None
