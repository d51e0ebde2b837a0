"""Sentences made false in one respect, or written otherwise with the same meaning: a yardstick of verification.

`perturbations` changes any sentence by rule; `load_claims` reads true claims about the demo archive, each in both
languages with its evidence; `variants` gives all that a claim of those can become.
"""

from eval.perturbation.claims import TrueClaim, load_claims, locate_claim
from eval.perturbation.generate import FALSE_KINDS, TRUE_KINDS, Perturbation, perturbations, variants
from eval.perturbation.perturb import Kind, perturb

__all__ = [
    "FALSE_KINDS",
    "TRUE_KINDS",
    "Kind",
    "Perturbation",
    "TrueClaim",
    "load_claims",
    "locate_claim",
    "perturb",
    "perturbations",
    "variants",
]
