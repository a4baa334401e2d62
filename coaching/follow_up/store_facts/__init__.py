"""What a store can tell its customers, as it comes in from a file."""
