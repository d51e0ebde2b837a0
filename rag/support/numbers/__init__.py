"""Numbers, shares, measures and dates as they are written in words, in one form that can be compared."""
