"""Training data of the verifier: true claims from translations and paraphrases, false ones by `eval.perturbation`.

Besides, claims that people wrote (`written`) and such as are made up about who did what to whom (`roles`).
"""
