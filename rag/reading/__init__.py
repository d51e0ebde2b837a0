"""Question and passage read together: how likely the passage answers the question."""
