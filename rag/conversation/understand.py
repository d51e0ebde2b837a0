"""What is to be done with what somebody typed: a short reply, or a search for a question that stands by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.language import SURE, german_score
from rag.cancellation import Cancellation
from rag.conversation.exchange import Entry, read_history
from rag.conversation.rewrite import complete, completed
from rag.question import QuestionLanguage, clean_text, known_language
from rag.replies import Small, core_of, read_courtesy, read_noise

if TYPE_CHECKING:
    from rag.llm.model import ChatModel


@dataclass(frozen=True)
class Understood:
    """What was made of a text.

    Attributes:
        text: the question to search for.
        language: its language, stated or carried over; "auto" leaves it to detection.
        small: the short reply that it gets instead; None for a question.
    """

    text: str
    language: QuestionLanguage
    small: Small | None = None


def understand(
    typed: str,
    language: QuestionLanguage,
    history: Sequence[Entry],
    known: Callable[[str], bool],
    model: ChatModel | None = None,
    cancellation: Cancellation | None = None,
) -> Understood:
    """Read what was typed in the light of what was said before.

    Args:
        typed: as it came.
        language: stated by the caller, or "auto".
        history: earlier exchanges, oldest first.
        known: whether a word (lower case) occurs in the archive.
        model: completes follow-ups in place of the rules; None leaves it to them.
        cancellation: ends that from another thread.

    Raises:
        Cancelled: it was called off.
        UsageError: the text is too long or no text, or the history is none.
    """
    text = clean_text(typed)
    stated = known_language(language)
    exchanges = completed(read_history(history))
    small = read_courtesy(text)
    if small is not None:
        return Understood(text, language, small)
    core = core_of(text)
    # The language stated is that of the answer; which words are looked for in a follow-up depends on its own.
    sure = abs(german_score(core)) >= SURE
    rewritten = complete(core, None if sure else stated, exchanges)
    if exchanges and model is not None:
        from rag.conversation.by_model import rewrite_by_model

        rewritten = rewrite_by_model(model, core, exchanges, rewritten, cancellation or Cancellation())
    if rewritten.changed:
        return Understood(rewritten.text, stated or rewritten.language)
    small = read_noise(core, known)
    return Understood(core, language, small)
