"""How the numbers and models that Fundstelle ships were made. Not needed to run it."""
