"""Who does what to whom, clause by clause."""
