"""What one question scores: its results judged, its answer measured, and why."""
