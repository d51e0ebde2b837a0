"""Whether a claim agrees with its evidence in the things that can be read off without a model."""

from rag.support.features import FEATURES, features

__all__ = ["FEATURES", "features"]
