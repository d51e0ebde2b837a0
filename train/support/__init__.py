"""Training data of the verifier: true claims from translations and paraphrases, false ones by `eval.perturbation`."""
