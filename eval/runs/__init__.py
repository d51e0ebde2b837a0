"""Runs: questions asked, answers recorded as they come, scores computed from the records."""
