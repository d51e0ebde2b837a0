"""Follow-up questions: what they leave out is taken from the conversation."""

from rag.conversation.exchange import Entry, Exchange, Quote, read_history
from rag.conversation.rewrite import Rewritten, complete, completed, rewrite

__all__ = ["Entry", "Exchange", "Quote", "Rewritten", "complete", "completed", "read_history", "rewrite"]
