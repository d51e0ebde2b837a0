"""The perturbations, one file a kind; each gives the changed sentence or None where it does not apply."""
