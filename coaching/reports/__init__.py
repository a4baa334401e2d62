"""The read side: what lies behind the figures on the screens."""
