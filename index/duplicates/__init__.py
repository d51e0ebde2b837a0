"""Passages that are printed more than once, such as agency copy: found by MinHash, verified word by word."""

from index.duplicates.clusters import ALONE, number_clusters

__all__ = ["ALONE", "number_clusters"]
