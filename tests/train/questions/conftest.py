from __future__ import annotations

import pytest

from train.questions.wordbook import WordBook, read_words

_LESSONS = [
    ("He founded it to found and sell the park.", "Er gründete es mit dem Geld."),
    ("He founded it. They will found another bank and sell it in Berlin.", "Er gründete die Bank in Berlin."),
    ("He won it. We must win in Berlin. It opened. We want to open it.", "Er gewann das Spiel in Berlin."),
    ("He won the match in Vienna and in Vienna again.", "Er gewann das Rennen in Wien."),
    ("He sold it. They sold the ship. It has rooms.", "Er verkaufte das Schiff. Es hat Zimmer."),
    ("They sold the paintings.", "Er verkaufte Bilder."),
    ("It cost him dear. They cost much. They met there.", "Es kostete ihn viel."),
    ("He lives in Germany.", "Er wohnt in Deutschland."),
    ("They live in Germany.", "Sie wohnt in Deutschland."),
    ("It cost much.", "Es kostete viel."),
    ("It lasted for days. They lasted. It may last.", "Es dauerte Tage."),
    ("They cost much, it lasted.", "Er sah der Bank zu."),
    ("It lasted long, we saw the bridge of Siemens and Keppler.", "Es dauerte lange."),
    ("They visited Anna Keppler. He visited Anna Keppler.", "Sie besuchte Anna Keppler. Er besuchte Anna Keppler."),
    ("She visited Anna Keppler, we will visit Siemens.", "Sie besuchte Siemens."),
    ("She moved to Vienna. They moved to Lisbon. You can move.", "Sie zog nach Wien. Er zog nach Lissabon."),
    ("She moved it. They live in Lisbon, in Lisbon.", "Er zog um. Sie zog aus."),
]


@pytest.fixture(scope="session")
def book() -> WordBook:
    return read_words(_LESSONS)
