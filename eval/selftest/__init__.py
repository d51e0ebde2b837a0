"""The evaluation evaluated: perfect answers are spoilt in known ways, and every metric must notice what it is for."""
