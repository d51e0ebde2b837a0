"""Gold files held against the archive that they are about: what is wrong, and what looks wrong.

Start reading in `validate.py`; each file beside it holds one kind of check.
"""
