"""A language model asked for its verdict on each answer."""

from __future__ import annotations

import os

from eval.judging.prompt import messages_for
from eval.judging.verdict import read_verdict
from eval.runs.record import JudgeVerdict, QuestionRecord
from rag.cancellation import Cancellation
from rag.llm.errors import LlmError
from rag.llm.model import ChatModel, chosen_model
from rag.llm.reply import stream_reply
from rag.llm.settings import VARIABLE, server_from_environment


class Judge:
    """Adds a verdict to records. Safe to use from several threads.

    Attributes:
        name: of the model.
    """

    def __init__(self, model: ChatModel) -> None:
        """Judge with this model."""
        self.name = model.name
        self._model = model

    def __call__(self, record: QuestionRecord) -> QuestionRecord:
        """Ask about an answer to a question that has one; a reply that is no verdict is kept and counts as none."""
        gold, answer = record.expected, record.answer
        if not gold.answerable or gold.retrieval_only or answer is None or record.refused:
            return record.model_copy(update={"judged": None})
        try:
            reply = "".join(stream_reply(self._model, messages_for(gold, answer), Cancellation()))
        except LlmError as error:
            verdict = JudgeVerdict(model=self.name, correct=None, reply=f"{type(error).__name__}: {error}")
        else:
            verdict = JudgeVerdict(model=self.name, correct=read_verdict(reply), reply=reply)
        return record.model_copy(update={"judged": verdict})


def open_judge(model: str | None) -> Judge:
    """The judge that the command line names.

    Args:
        model: `URL#MODEL`, with the key and limits of the environment; None takes the model that answers are written
            with.

    Raises:
        UsageError: it is no URL and model, or none is configured.
    """
    if model is None:
        chosen = chosen_model(True)
    else:
        key = os.environ.get("FUNDSTELLE_LLM_KEY", "")
        chosen = chosen_model(server_from_environment({VARIABLE: model, "FUNDSTELLE_LLM_KEY": key}))
    assert chosen is not None  # both ways raise where there is none
    return Judge(chosen)
