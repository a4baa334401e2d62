"""The screens of coaching sessions."""
