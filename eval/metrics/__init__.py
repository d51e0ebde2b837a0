"""The metrics, one small file each: definition, source, range, direction of better, default for what is missing."""
