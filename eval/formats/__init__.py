"""Gold sets in the formats of others, read and written: one small file a format.

Start reading in `read.py` and `write.py`; what every reader returns is in `dataset.py`.
"""
