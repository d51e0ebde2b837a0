"""Promise 1 over random archives: whatever was written and asked, every citation is an exact span of its article."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.build import build_index
from index.embedding import Embedder
from index.errors import UsageError
from rag import Answer, Citation, Fundstelle

VOCABULARY = (
    "Hafen Kräne Größe straße Ärger naïve e\u0301tude a\u0308hnlich o\u0302\u0301de İzmir ﬁnal 😀 👩\u200d🚀 🇩🇪 "
    "x\u0336y 60.000 3,5 Mio. z.B. d.h. Dr. Prof. 14. 1908 U.S. $5 50% §3 am im the of „Zitat“ “quote” »so« 'x' "
    "(Klammer) – … [1] [2] <b>fett</b> &amp; **stark** # | \\n nul\u0000l soft\u00adhyphen zero\u200bwidth "
    "nbsp\u00a0nbsp 北京 Москва Brücke bridge port Husum Putin Kim Su-57"
)
WORDS = VOCABULARY.split(" ")
ENDS = (".", "!", "?", "…", ".“", "?\u201d", ":", "", ".)", "...")
GAPS = (" ", "  ", "\n", "\r\n", "\n\n", "\n\n\n", "\t", "\u2028", "\n- ", "\n1. ", "\n\n## ")

word = st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6))
words = st.lists(word, min_size=1, max_size=9).map(" ".join)
sentence = st.tuples(words, st.sampled_from(ENDS)).map("".join)
text = st.lists(st.tuples(sentence, st.sampled_from(GAPS)), min_size=1, max_size=14).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)
article = st.fixed_dictionaries({"text": text, "title": sentence, "language": st.sampled_from(["de", "en"])})
question = st.lists(word, min_size=1, max_size=5).map(" ".join)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles=st.lists(article, min_size=1, max_size=8), questions=st.lists(question, min_size=1, max_size=4))
def test_every_citation_is_exact(hashing: Embedder, articles: list[dict[str, str]], questions: list[str]) -> None:
    # The plain sentence keeps the archive from being empty, whatever else is in it.
    plain = {"text": "Der Hafen von Husum ist offen. Das ist gut.", "title": "Hafen", "language": "de"}
    records = [{"id": f"a{number}", **fields} for number, fields in enumerate([plain, *articles])]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        source.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        build_index(Path(folder) / "data", [source], hashing)
        with Fundstelle.open(Path(folder) / "data", embedder=hashing) as archive:
            for asked in ["Ist der Hafen von Husum offen?", *questions]:
                _check(archive, asked)


def _check(archive: Fundstelle, question: str) -> None:
    for threshold in (0.0, 1.0):
        archive.threshold = threshold
        answer = archive.ask(question)
        if answer.reply == "empty":
            return  # an empty question, once the invisible is taken away, which cannot be searched for either
        assert (bool(answer.citations) != bool(answer.nearest)) == (answer.reply is None)
        for citation in [*answer.citations, *answer.nearest]:
            _check_citation(archive, citation)
        _check_sentences(answer)
        assert Answer.model_validate_json(answer.model_dump_json()) == answer
    try:
        results = archive.search(question, 20)
    except UsageError:
        return  # nothing but what cannot be seen
    for result in results:
        assert archive.article(result.article_id).text[result.start : result.end] == result.text != ""


def _check_citation(archive: Fundstelle, citation: Citation) -> None:
    text = archive.article(citation.article_id).text
    assert text[citation.start : citation.end] == citation.quote
    assert citation.quote.strip() != ""
    if citation.highlight is not None:
        assert citation.start <= citation.highlight[0] < citation.highlight[1] <= citation.end


def _check_sentences(answer: Answer) -> None:
    quotes = {citation.n: citation.quote for citation in answer.citations}
    assert list(quotes) == list(range(1, len(quotes) + 1))
    assert [n for s in answer.sentences for n in s.citations] == list(quotes)
    for spoken in answer.sentences:
        assert answer.text[spoken.start : spoken.end] == spoken.text
        assert answer.text[spoken.end :].startswith(" " + "".join(f"[{n}]" for n in spoken.citations))
        # Those behind the first say the same in other words.
        assert spoken.text == quotes[spoken.citations[0]]
