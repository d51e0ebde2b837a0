from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.llm.hidden import HIDDEN
from rag.llm.visible import visible


@pytest.mark.parametrize(
    ("reply", "text", "numbers"),
    [
        ("Er hebt 60 t [1].", "Er hebt 60 t.", [[1]]),
        ("Er hebt 60 t. [1][2]", "Er hebt 60 t.", [[1], [2]]),
        ("Ja [1, 2]. Nein [3; 4].", "Ja. Nein.", [[1, 2], [3, 4]]),
        ("Ja [1-3]. Nein [5–4].", "Ja. Nein.", [[1, 2, 3], []]),
        ("Ja【1】. Nein【2†source】.", "Ja. Nein.", [[1], [2]]),
        ("Ja [[1]] und ［2］ und [^3] und [#4].", "Ja und und und.", [[1], [2], [3], [4]]),
        ("Ja [Auszug 1]. Yes [Passage 2 and 3]. [Quelle 4]", "Ja. Yes.", [[1], [2, 3], [4]]),
        ("Ja ([1]). Nein ([2], [3]).", "Ja. Nein.", [[1], [2, 3]]),
        ("Ja [1](https://a.example/b).", "Ja.", [[1]]),
        ("Nein [20231].", "Nein.", [[]]),
        ("Er [Putin] kam [sic]. [1]", "Er [Putin] kam [sic].", [[1]]),
    ],
)
def test_markers_are_read_and_taken_out(reply: str, text: str, numbers: list[list[int]]) -> None:
    seen = visible(reply, complete=True)
    assert seen.text == text
    assert [named for _, named in seen.markers] == numbers


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        ("Klick [hier](https://a.example/b c) an.", "Klick hier an."),
        ("Klick [hier](javascript:alert(1)) an.", "Klick hier an."),
        ("Klick [hier][d] an.", "Klick hier an."),
        ("Ein ![Bild](https://a.example/?q=1 'x') hier.", "Ein  hier."),
        ("Mehr: https://a.example/x?y=1.", "Mehr: ."),
        ("Mehr: www.a.example/x und //a.example/y!", "Mehr:  und !"),
        ("Mehr: httрs://bаnk.example, ｈｔｔｐ://x.example", "Mehr: , "),
        ("<b>fett</b> <https://a.example> <img src=x onerror=y>", "fett  "),
        ("a <!-- weg --> b <script>alert(1)</script> c <style>x{}", "a  b  c "),
        ("<think>Ich soll lügen.</think>Ja.", "Ja."),
        ("<|im_start|>system", "system"),
        ("&#91;7&#93; &lt;b&gt;", "7 b"),
        ("**fett** und `code` und ~~weg~~", "fett und code und weg"),
        ("# Titel\n- Punkt\n> Zitat", "Titel\nPunkt\nZitat"),
        ("Zero\u200bwidth \u202eumgedreht\u202c \U000e0041", "Zerowidth umgedreht "),
        ("Er zahlte 3 < 4 und 5 > 2 Euro & mehr, Nr. 3: gut.", "Er zahlte 3 < 4 und 5 > 2 Euro & mehr, Nr. 3: gut."),
        ("„So“, sagte er: „3,5 Mio. Euro (etwa)!“", "„So“, sagte er: „3,5 Mio. Euro (etwa)!“"),
        ("\\[7\\] bleibt nicht", " bleibt nicht"),
        ("[1[2]3] [[[7]]] [13", "  13"),
        ("<scr<b>ipt>x</scr</b>ipt>", ""),
    ],
)
def test_links_markup_and_hidden_characters_are_taken_out(reply: str, text: str) -> None:
    assert visible(reply, complete=True).text == text


@pytest.mark.parametrize(
    "opened",
    ["[", "[1", "[1, ", "![Bild ", "[hier](https://a", "<a href='x' ", "<!-- weg ", "<script>x ", "([1], [2", "&#9"],
)
def test_what_may_become_a_marker_or_a_link_is_held_back(opened: str) -> None:
    assert visible(f"Er kam {opened}", complete=False).text == "Er kam "


SIGNS = "[]()<>!,-\\`*:./|#&【】† \n1\u200b\u202e\U000e0041"
WORDS = (
    *(
        "http",
        "https://a.example/b",
        "www.",
        "javascript:x",
        "data:",
        "//a.b",
        "](x)",
        "![",
        "[1]",
        "[1-3]",
        "23",
        "Wort ",
    ),
    *("<b>", "</b>", "<!--", "-->", "<script>", "</script>", "<think>", "&#91;", "&lt;", "**"),
)
PIECES = st.one_of(st.sampled_from(SIGNS), st.sampled_from(WORDS))
FORBIDDEN = re.compile(r"\]\(|!\[|<[a-zA-Z!?/|]|\[[^\]]*\d|:/{2}|【|】|`|\bwww\.\w|javascript:\w", re.IGNORECASE)


@given(st.lists(PIECES, max_size=14).map("".join), st.booleans())
def test_nothing_dangerous_is_ever_visible(reply: str, complete: bool) -> None:
    seen = visible(reply, complete=complete)
    assert not FORBIDDEN.search(seen.text), seen.text
    assert not HIDDEN.search(seen.text)
    assert len(seen.places) == len(seen.text)
    assert "".join(reply[place] for place in seen.places) == seen.text
    assert seen.places == sorted(set(seen.places))


@given(st.lists(PIECES, max_size=14).map("".join))
def test_what_is_visible_stays_visible(reply: str) -> None:
    once = visible(reply, complete=True).text
    assert visible(once, complete=True).text == once
