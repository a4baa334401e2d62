"""The library: passages that others can learn from."""
