"""Short replies to what is no question for an archive: greetings, thanks, other languages, nonsense, "Who are you?"."""

from rag.replies.compose import Contents, compose_reply
from rag.replies.read import Small, core_of, read_courtesy, read_noise, read_small

__all__ = ["Contents", "Small", "compose_reply", "core_of", "read_courtesy", "read_noise", "read_small"]
