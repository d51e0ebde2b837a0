"""The verbs of `fundstelle eval`, one file each; the list is in the order of the help."""

from eval.verbs.accept import ACCEPT
from eval.verbs.cache import CACHE
from eval.verbs.compare import COMPARE
from eval.verbs.convert import CONVERT
from eval.verbs.draft import DRAFT
from eval.verbs.report import REPORT
from eval.verbs.self_test import SELF_TEST
from eval.verbs.trec import TREC
from eval.verbs.validate import VALIDATE
from rag.cli.command import Command

VERBS: tuple[Command, ...] = (COMPARE, SELF_TEST, REPORT, VALIDATE, DRAFT, ACCEPT, CONVERT, TREC, CACHE)
