"""Training data of the verifier, and the perturbations that make false claims out of true ones."""

from train.support.perturb import Kind, perturb

__all__ = ["Kind", "perturb"]
