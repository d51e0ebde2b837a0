"""Records summed up: groups of questions with means and confidence intervals."""
