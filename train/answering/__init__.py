"""How the numbers of the extractive answerer are fitted: `python -m train.answering`."""
