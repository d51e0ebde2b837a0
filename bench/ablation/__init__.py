"""What each part of the retrieval is worth: all of it measured with one part at a time switched off."""
