"""Names of people, places and bodies: found, told from other words, and compared across German and English."""
