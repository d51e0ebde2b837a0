"""The chat's second tab: evaluation runs, listed, started and opened. It knows runs by their files only."""
