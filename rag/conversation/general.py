"""Follow-ups that name nothing of their own: "Wie viele Tote gab es?", "Who won?", "What was the reason?"."""

from __future__ import annotations

from rag.conversation.follow_up import FollowUp
from rag.conversation.tokens import Token, capitalised, word_set
from rag.conversation.topic import topic_of, with_topic

_MOST_CONTENT = 2
_SHORT = 9
"""Letters; a longer German noun is specific enough to be a topic of its own."""
_THIS = word_set("dieser diese dieses diesem diesen this that these those jene jener solche such")


def by_topic(follow: FollowUp) -> str | None:
    """The follow-up behind the topic of the question before; None when it names something of its own."""
    if not _names_nothing(follow):
        return None
    topic = topic_of(follow.context, follow.language)
    return with_topic(topic, capitalised(follow.body) + "?") if topic else None


def _names_nothing(follow: FollowUp) -> bool:
    """Whether all content of a text is general nouns and common verbs, and it asks something."""
    words, content = follow.words, follow.content()
    if (
        not any(t.lower in words.asking | words.auxiliaries | words.degree for t in follow.tokens[:3])
        and not follow.linked
    ):
        return False
    if any(t.lower in _THIS for t in follow.tokens) and len(content) <= _MOST_CONTENT and not _has_name(follow):
        return True
    if len(content) > _MOST_CONTENT:
        return False
    if len(follow.tokens) < 2:
        return follow.linked and all(token.lower in words.general for token in content)
    if follow.linked and not _has_name(follow) and all(len(token.text) <= _SHORT for token in content):
        return True
    return all(_is_general(token, follow) for token in content)


def _is_general(token: Token, follow: FollowUp) -> bool:
    words = follow.words
    if token.lower in words.general | words.verbs | words.happening:
        return True
    first = token == follow.tokens[0]
    if follow.language == "en":
        return not token.capital and len(token.text) > 4 and token.lower.endswith("ed")
    # German nouns carry capitals: a word without one, in a text that has some, is no noun.
    cased = any(character.isupper() for character in follow.text)
    return cased and not first and not token.capital


def _has_name(follow: FollowUp) -> bool:
    """Whether a word in the middle is a name or, in English, has a capital."""
    if follow.language == "en":
        return any(token.capital for token in follow.tokens[1:])
    return any(token.text.isupper() and len(token.text) > 1 for token in follow.tokens)
