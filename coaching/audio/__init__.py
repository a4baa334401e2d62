"""Audio files: decoded in a child process, measured, told apart by their bytes."""
