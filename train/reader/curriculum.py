"""What the cross-encoders are taught, stage by stage: the rows of each, in the order in which they learn them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from train.evaluate import student_embedding
from train.initialise import load_bert
from train.reader.exchanged import exchanged_rows
from train.reader.negatives import with_hard_negatives
from train.reader.rows import KEPT_CLAIMS, Asked, Row, generated_questions, shuffle_for_training, support_rows
from train.reader.training import Stage
from train.reader.written import in_the_order_written, without_answer, written_articles, written_rows
from train.support.deeds import deeds
from train.support.roles import role_rows
from train.support.rows import Row as Claim
from train.support.written import LEARNED, written_claims
from train.workspace import SEED, Workspace

GENERATED = Stage("generated", 2e-4, 1e-3, 1)
REAL = Stage("real", 1e-4, 3e-4, 4)
WRITTEN = Stage("written", 1e-4, 3e-4, 1)
CLAIMED = Stage("claimed", 1e-4, 3e-4, 1)
AGAIN = Stage("again", 1e-4, 3e-4, 1, noise=0.1, blots=0.1)
# The next two end before their rows do, for want of time: each question makes five rows.
LATER = Stage("later", 1e-4, 3e-4, 1, noise=0.1, blots=0.1, most=1_200)
LAST = Stage("last", 8e-5, 2e-4, 1, noise=0.1, blots=0.1, most=1_250)
OVER = Stage("over", 8e-5, 2e-4, 1, noise=0.1, blots=0.1, most=1_500, after={"again": 0.5, "last": 0.5})
MORE = Stage("more", 7e-5, 2e-4, 1, noise=0.1, blots=0.1, most=950)
NEWEST = Stage("newest", 7e-5, 2e-4, 1, noise=0.1, blots=0.1, most=1_500)
FURTHER = Stage("further", 1e-4, 2e-4, 1, blots=0.04, most=900, after=dict.fromkeys(("over", "more", "newest"), 1 / 3))
EXCHANGED = Stage("exchanged", 7e-5, 1.4e-4, 1, blots=0.04, steady=True)
LATEST = Stage(
    "latest", 8e-5, 1.6e-4, 1, blots=0.08, most=1_352, after={"exchanged": 0.5} | dict.fromkeys(FURTHER.after, 1 / 6)
)
AGENCY = Stage(
    "agency", 7e-5, 1.4e-4, 2, blots=0.06, steady=True, after={"latest": 0.5} | dict.fromkeys(FURTHER.after, 1 / 6)
)
ASKED = Stage("asked", 7e-5, 1.4e-4, 1, blots=0.06)
VERIFIED = Stage("verified", 1e-4, 3e-4, 1, noise=0.1, after={"more": 1.0})
STATED = Stage("stated", 1e-4, 2e-4, 1, noise=0.1, after={"written": 0.5, "verified": 0.5})
REPORTED = Stage("reported", 9e-5, 1.8e-4, 1, after={"written": 0.2, "verified": 0.2, "stated": 0.6})
RETOLD = Stage("retold", 8e-5, 1.6e-4, 1, noise=0.1)
AGAIN_AND_FURTHER = (OVER, MORE, NEWEST, FURTHER, EXCHANGED, LATEST, AGENCY, ASKED)
"""The reader's stages after the first lots have been learned."""
MIXED_IN = 16
"""One row of MLQA of either sort to so many of what was written, lest its questions be forgotten."""
CLAIMS_WITH_WRITTEN = 14_000
"""Claims made by rule in the third stage, none of which the reader has met before; there are 38,000 such."""
CLAIMS_WITH_CLAIMED = 7_000
"""The same in the fourth."""
CLAIMS_REPEATED = 3
"""Passes over the written claims in the fourth stage, which are a fraction of its rows."""
CLAIMS_AROUND = 20_000
"""Claims made by rule beside the written ones in the verifier's stage, lest it forget what a changed figure is."""

CLAIMS_MADE_UP = 20_000
"""Made-up claims about who did what to whom in the verifier's stage."""

BESIDE_STATED = {"known": 12_000, "made up": 8_000, "around": 10_000}
"""Claims beside the second lot of written ones: such of the first lot, made-up ones and such by rule."""
BESIDE_REPORTED = {"known": 12_000, "made up": 4_000, "around": 12_000}
"""The same beside the third lot; known are those of the first two."""
TOLD_AGAIN = 14_000
"""Claims of the third lot that the verifier's last stage goes over."""
BESIDE_RETOLD = {"known": 6_000, "made up": 2_000, "around": 7_000}
"""The others in it."""
EASY = 0.12
"""Share kept, in all stages that go over known articles again, of the rows that ask an answered question on another
passage, or on its own without the answer: three of five rows are such, and the easiest."""
FIRST_OVER = 0.6
"""Share of the first articles in the first of these stages; the others are in the second."""
LATER_MORE = 0.7
"""Share of the later articles in the second of them."""
BESIDE_NEWEST = 0.15
"""Share of all of them beside the newest articles in the third."""
WITH_EXCHANGED = 20_500
"""Rows as they were written beside those with something exchanged, in the stage that meets these first."""
FIRST_EXCHANGED = 13_500
"""The latter."""
BESIDE_LATEST = 7_000
"""Rows on articles known before among those on the latest ones."""
EXCHANGED_AGAIN = 5_000
"""Such with something exchanged among them."""
PLAIN_EASY = 0.25
"""As `EASY`, of the articles in the words of agencies: an archive's question is asked of many passages about others."""
BESIDE_AGENCY = {"known": 6_500, "exchanged": 2_500, "changed": 1_500}
"""Rows beside those on the first of these: on articles known before, as they were written and with something
exchanged, and on these with something exchanged."""
BESIDE_ASKED = {"known": 5_000, "exchanged": 2_000, "changed": 1_500, "plain": 6_000}
"""The same beside those on the others; plain are rows on the first."""
REMEMBERED = 0.08
"""Share of the older rows that the stages on later articles see again."""


Article = dict[str, Any]
Each = TypeVar("Each")


class Lesson(NamedTuple):
    """A stage with what is read and what is verified in it."""

    stage: Stage
    read: list[Row]
    verify: list[Row]


def curriculum(space: Workspace, seen: list[Asked], questions_used: int, claims_used: int) -> list[Lesson]:
    """All stages with their rows.

    Args:
        space: holds the generated questions and claims, and the embedder.
        seen: MLQA's questions about the articles that are not held out.
        questions_used: generated questions in the first stage.
        claims_used: generated claims in it.
    """
    questions = generated_questions(space.file("questions.jsonl"))
    claims = support_rows(space.file("support.jsonl"))
    shuffle_for_training(questions, claims)
    real = with_hard_negatives(space, seen)
    first, later, last, *again = _written_questions(space, seen, real)
    fresh = claims[claims_used:-KEPT_CLAIMS]
    rest = fresh[2 * len(real) :]
    stated, second, third = (_as_rows(written_claims("train", lot)) for lot in LEARNED)
    made_up = _as_rows(role_rows(deeds(), CLAIMS_MADE_UP, random.Random(SEED)))
    around = claims[:claims_used]
    known = {"made up": made_up, "around": around}
    told = known | {"known": [*stated, *second]}
    return [
        Lesson(GENERATED, questions[:questions_used], claims[:claims_used]),
        Lesson(REAL, real, fresh[: 2 * len(real)]),
        Lesson(WRITTEN, first, rest[:CLAIMS_WITH_WRITTEN]),
        Lesson(CLAIMED, first, [*stated * CLAIMS_REPEATED, *rest[CLAIMS_WITH_WRITTEN:][:CLAIMS_WITH_CLAIMED]]),
        Lesson(AGAIN, first, []),
        Lesson(LATER, later, []),
        Lesson(LAST, last, []),
        *(Lesson(stage, rows, []) for stage, rows in zip(AGAIN_AND_FURTHER, again, strict=True)),
        Lesson(VERIFIED, [], [*stated, *made_up, *sampled(around, CLAIMS_AROUND)]),
        Lesson(STATED, [], [*second, *beside(BESIDE_STATED, known | {"known": stated})]),
        Lesson(REPORTED, [], [*third, *beside(BESIDE_REPORTED, told)]),
        Lesson(RETOLD, [], [*sampled(third, TOLD_AGAIN), *beside(BESIDE_RETOLD, told)]),
    ]


def _written_questions(space: Workspace, seen: list[Asked], real: list[Row]) -> list[list[Row]]:
    """Rows on the articles written for the reader, stage by stage, each with some of MLQA's."""
    near = [row for question in seen if (row := without_answer(question)) is not None]
    embed = student_embedding(space, load_bert(space.file("embedder"), attention="sdpa").eval())
    *lots, latest, plain, plainer = in_the_order_written(written_articles("train"))
    known = [article for lot in lots for article in lot]
    stages = with_remembered([written_rows(articles, embed) for articles in lots[:-1]])
    stages += [written_rows(articles, embed, EASY) for articles in gone_over(lots)]
    asked, changed = written_rows(known, embed, EASY), _changed(known)
    fresh = [*written_rows(latest, embed, EASY), *_changed(latest)]
    stages += [
        asked,
        [*sampled(asked, WITH_EXCHANGED), *sampled(changed, FIRST_EXCHANGED)],
        [*fresh, *sampled(asked, BESIDE_LATEST), *sampled(changed, EXCHANGED_AGAIN)],
    ]
    found = {"known": asked, "exchanged": changed, "plain": written_rows(plain, embed, PLAIN_EASY)}
    stages += [
        [*found["plain"], *beside(BESIDE_AGENCY, found | {"changed": _changed(plain)})],
        [*written_rows(plainer, embed, PLAIN_EASY), *beside(BESIDE_ASKED, found | {"changed": _changed(plainer)})],
    ]
    return [[*rows, *sampled(real, len(rows) // MIXED_IN), *sampled(near, len(rows) // MIXED_IN)] for rows in stages]


def _changed(articles: list[Article]) -> list[Row]:
    """The questions that articles answer, with something exchanged."""
    return list(exchanged_rows(articles, random.Random(SEED)))


def gone_over(lots: Sequence[list[Article]]) -> list[list[Article]]:
    """What the first three stages of going over read: all known articles, some of them once more, and the newest.

    Args:
        lots: articles in the order in which they were written.
    """
    first, *middle, newest = lots
    later = [article for lot in middle for article in lot]
    some = sampled(first, int(FIRST_OVER * len(first)))
    taken = {article["id"] for article in some}
    rest = [article for article in first if article["id"] not in taken]
    known = [*first, *later]
    return [
        [*later, *some],
        [*rest, *sampled(later, int(LATER_MORE * len(later)))],
        [*newest, *sampled(known, int(BESIDE_NEWEST * len(known)))],
    ]


def beside(counts: Mapping[str, int], found: Mapping[str, list[Row]]) -> list[Row]:
    """The rows that a stage repeats, by where they come from."""
    return [row for source, count in counts.items() for row in sampled(found[source], count)]


def _as_rows(claims: Iterable[Claim]) -> list[Row]:
    """Claims as the verifier reads them."""
    return [Row("verify", claim.claim, claim.evidence, bool(claim.label)) for claim in claims]


def with_remembered(lots: list[list[Row]]) -> list[list[Row]]:
    """Each lot of rows with a share of all rows before it.

    Args:
        lots: in the order in which they are learned.
    """
    earlier: list[Row] = []
    found = []
    for rows in lots:
        found.append([*rows, *sampled(earlier, int(REMEMBERED * len(earlier)))])
        earlier += rows
    return found


def sampled(rows: list[Each], count: int) -> list[Each]:
    """So many of the rows, the same ones each time."""
    return random.Random(SEED).sample(rows, min(count, len(rows)))
