"""Practice: drills, what was recorded for them, and what was submitted."""
