"""Whether something is affirmed, denied, hedged or put the other way round."""
