"""Question and passages as the messages that the model gets."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.models import Article
from rag.llm.errors import LlmError
from rag.llm.instructions import INSTRUCTIONS, Instructions
from rag.llm.model import ChatModel, Message
from rag.llm.neutral import neutral
from rag.llm.tokens import most_tokens
from rag.question import Question
from rag.verification import Evidence

CODE_BYTES = 8
"""Random bytes of the delimiter: nobody who writes an article can guess 64 bits of a call to come."""

LONGEST_TITLE = 300


@dataclass(frozen=True)
class Prompt:
    """What the model gets.

    Attributes:
        messages: the chat so far.
        code: the delimiter around the passages, new with every call.
        evidence: the passages in it, numbered from 1 in the order of retrieval.
        rules: all words of ours in it: a reply that repeats them gives the prompt away.
    """

    messages: tuple[Message, ...]
    code: str
    evidence: tuple[Evidence, ...]
    rules: str


def make_prompt(model: ChatModel, question: Question, evidence: Sequence[Evidence]) -> Prompt:
    """Write the messages, with as many of the passages as the context holds beside the reply.

    Args:
        model: its context is what counts.
        question: what is asked; its language is that of the rules.
        evidence: passages, best first; the last ones are left out where there is no room, the very first is cut after
            a whole sentence if need be.

    Raises:
        LlmError: not even one sentence has room (`too_small`).
    """
    words = INSTRUCTIONS[question.language]
    code = secrets.token_hex(CODE_BYTES)
    system = words.system.format(code=code)
    asked = f"{words.question}: {neutral(question.text)}\n{words.reminder}"
    # A second try takes along the first reply and what was wrong with it.
    replies = 3 if model.limits.on_unsupported == "retry" else 1
    taken = most_tokens(system) + most_tokens(asked) + replies * model.limits.answer_tokens + _ENVELOPE
    room = model.context_tokens - taken
    chosen: list[Evidence] = []
    blocks: list[str] = []
    for passage in evidence:
        numbered = replace(passage, number=len(chosen) + 1)
        fitting = numbered if _cost(numbered, code, words) <= room else _cut(numbered, code, words, room)
        # A passage that is cut in the middle of the list would only displace whole ones.
        if fitting is None or (fitting is not numbered and chosen):
            break
        block = _block(fitting, code, words)
        room -= most_tokens(block)
        chosen.append(fitting)
        blocks.append(block)
    if not chosen:
        message = f"{model.name} has a context of {model.context_tokens} tokens, which holds no passage."
        raise LlmError("too_small", message, "Raise FUNDSTELLE_LLM_CONTEXT, or take a model with a larger context.")
    messages = (Message("system", system), Message("user", "\n\n".join([*blocks, asked])))
    return Prompt(messages, code, tuple(chosen), "\n".join([system, words.reminder, words.again]))


_ENVELOPE = 32
"""Tokens that a model's template puts around the messages."""


def ask_again(prompt: Prompt, reply: str, faults: Sequence[tuple[str, Sequence[str]]], question: Question) -> Prompt:
    """The prompt that asks for a better answer.

    Args:
        prompt: the first one.
        reply: what the model answered, as it was shown.
        faults: sentences that lack support, with the reasons.
        question: what is asked.
    """
    words = INSTRUCTIONS[question.language]
    listed = "\n".join(
        words.fault.format(sentence=sentence, reasons="; ".join(reasons)) for sentence, reasons in faults
    )
    more = (Message("assistant", reply), Message("user", words.again.format(faults=listed)))
    return replace(prompt, messages=(*prompt.messages, *more))


def _block(passage: Evidence, code: str, words: Instructions) -> str:
    """A passage between its delimiters: one line for each thing known of it."""
    article = passage.article
    lines = [
        words.begin.format(code=code, number=passage.number),
        f"{words.title}: {neutral(article.title)[:LONGEST_TITLE]}",
        f"{words.published}: {article.published or words.unknown}",
        f"{words.source}: {neutral(article.source or words.unknown)[:LONGEST_TITLE]}",
        f"{words.language}: {words.languages[article.language]}",
        f"{words.text}: {neutral(passage_text(article, passage))}",
        words.end.format(code=code, number=passage.number),
    ]
    return "\n".join(lines)


def passage_text(article: Article, passage: Evidence) -> str:
    """The article's text from the passage's first sentence to its last."""
    return article.text[passage.sentences[0].start : passage.sentences[-1].end]


def _cost(passage: Evidence, code: str, words: Instructions) -> int:
    return most_tokens(_block(passage, code, words))


def _cut(passage: Evidence, code: str, words: Instructions, room: int) -> Evidence | None:
    """The passage's first sentences as far as there is room."""
    for count in range(len(passage.sentences) - 1, 0, -1):
        shorter = replace(passage, sentences=passage.sentences[:count])
        if _cost(shorter, code, words) <= room:
            return shorter
    return None
