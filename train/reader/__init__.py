"""The cross-encoder that reads: is the question answered here, where, and does this text support that sentence."""
