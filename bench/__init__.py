"""Measurements, each against an alternative in the same run. Results with their commands are in `bench/results/`."""
