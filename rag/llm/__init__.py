"""A language model writes the answer, if one is configured; every sentence of it is checked before it counts.

Nothing here opens a socket or imports LlamaIndex before a model is configured and asked.
"""

from rag.llm.errors import LlmError
from rag.llm.settings import LlmLimits, LlmServer, OnUnsupported

__all__ = ["LlmError", "LlmLimits", "LlmServer", "OnUnsupported"]
