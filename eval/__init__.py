"""How well the archive answers: gold questions, metrics, runs, comparisons, and the evaluation's own test.

`command.py` is the command `fundstelle eval`, `verbs/` holds its verbs, one file each. A run goes from `runs/` (ask and
record) over `scoring/` (score one question with `metrics/`) to `summary/` (groups, confidence intervals), and is
written down by `tables/` and `html/`. `compare/` tells two runs apart, `selftest/` spoils answers to see the metrics
notice.
"""
