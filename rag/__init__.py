"""Questions to answers: retrieval, extraction, verification, and the doors through which people and programs ask.

from rag import Fundstelle
answer = Fundstelle.open("my-archive").ask("Wie viel Benzin hat Belarus geliefert?")
"""

from rag.fundstelle import Fundstelle
from rag.models import Answer, AnswerSentence, Citation, Filters, IndexInfo, SearchResult

__all__ = ["Answer", "AnswerSentence", "Citation", "Filters", "Fundstelle", "IndexInfo", "SearchResult"]
