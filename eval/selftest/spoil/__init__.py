"""Ways to spoil a record, each a small function: None where it does not apply."""
