from __future__ import annotations

from eval.tables.table import Table, to_markdown, to_text

TABLE = Table(
    "Figures", ["name", "n", "RR", "why"], [["de>de", 12, 0.5, "two\nlines"], ["all", 3, None, "one"]], "A note."
)


def test_text_is_aligned() -> None:
    assert to_text(TABLE).split("\n") == [
        "Figures",
        "name    n     RR  why",
        "de>de  12  0.500  two lines",
        "all     3      -  one",
        "A note.",
    ]


def test_markdown() -> None:
    assert to_markdown(TABLE).split("\n") == [
        "## Figures",
        "",
        "| name | n | RR | why |",
        "| --- | ---: | ---: | --- |",
        "| de&gt;de | 12 | 0.500 | two lines |",
        "| all | 3 | - | one |",
        "",
        "A note.",
    ]


def test_article_text_is_not_taken_for_markup() -> None:
    hostile = "<script>x</script> a|b\n# title [link](http://x) ![i](y) `c` *d*"
    line = to_markdown(Table("t", ["x"], [[hostile]])).split("\n")[4]
    assert line == (r"| &lt;script&gt;x&lt;/script&gt; a\|b \# title \[link\](http://x) !\[i\](y) \`c\` \*d\* |")
