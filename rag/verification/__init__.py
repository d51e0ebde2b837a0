"""Whether a sentence of an answer is supported by what it cites: quotations, facts, then the entailment model."""

from rag.verification.claim import cite_missing, verify
from rag.verification.exactness import quote_is_exact
from rag.verification.records import Evidence, Place, Verdict

__all__ = ["Evidence", "Place", "Verdict", "cite_missing", "quote_is_exact", "verify"]
