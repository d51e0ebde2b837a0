from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rag.conversation import Exchange, Quote, complete
from rag.question import MAX_CHARACTERS

WORDS = """
und wann wer noch warum was ist mit der die das er sie es ihn dazu dort in im 2024 Mai Putin Kim Deutschland welche wie
viele and when who else why what about the his her it that there in which May Germany did was is how many deputy ? , : .
""".split()  # noqa: SIM905 - a list of words is easier to read so

texts = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(texts, texts, texts)
@example("Welche", "Wer?", "")
@example("in which", "What?", "")
@example("what of ", "Who is ?", "of")
def test_whatever_is_typed_leads_to_a_question(follow_up: str, before: str, quote: str) -> None:
    history = [Exchange(before, "de", (Quote(quote, "en", quote[:5]),)), Exchange(before, "en")]
    for exchanges in (history, history[:1], []):
        rewritten = complete(follow_up, None, exchanges)
        assert rewritten.changed == (rewritten.text != follow_up)
        assert len(rewritten.text) <= MAX_CHARACTERS
        assert rewritten.text.strip() or not follow_up.strip()


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_characters_do(follow_up: str, before: str) -> None:
    assert complete(follow_up, None, [Exchange(before, "de")]).language in ("de", "en")
