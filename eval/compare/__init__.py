"""Two runs held against each other, and a run against what it must reach."""
