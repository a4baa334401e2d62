"""Speech to words: engines behind one protocol."""
