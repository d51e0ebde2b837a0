"""Search over a large archive: how long it takes and how much memory, filtered and not."""
