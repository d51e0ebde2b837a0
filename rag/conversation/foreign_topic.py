"""Follow-ups in the other language that name a thing only: "And Sweden?" after a German question."""

from __future__ import annotations

from rag.conversation.follow_up import FollowUp
from rag.conversation.phrases import phrases_of
from rag.conversation.tokens import capitalised
from rag.conversation.topic import topic_of, with_topic

_MOST_WORDS = 5


def by_foreign_topic(follow: FollowUp) -> str | None:
    """The thing behind the topic, said in the follow-up's language; None for what is no such follow-up."""
    if follow.same_language or not (follow.linked or follow.framed) or len(follow.tokens) > _MOST_WORDS:
        return None
    if any(token.lower in follow.words.asking | follow.words.auxiliaries for token in follow.tokens):
        return None
    topic = topic_of(follow.context, follow.language, _same_kind(follow))
    return with_topic(topic, capitalised(follow.text)) if topic else None


def _same_kind(follow: FollowUp) -> list[str]:
    """The places of the question before, where this one names another: what is asked for now takes their place."""
    lead = "– "
    kinds = {phrase.kind for phrase in phrases_of(lead + follow.body, follow.language)}
    if "place" not in kinds:
        return []
    before = phrases_of(follow.context.question, follow.context.language)
    return [phrase.text for phrase in before if phrase.kind == "place"]
