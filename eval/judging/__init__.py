"""A language model as a second opinion on answers: strictly parsed, never without how far it agrees."""
