"""How well the archive answers: gold questions, metrics (one file a metric), reports per direction.

Start reading in `run.py`; `command.py` is the command `fundstelle eval`.
"""
