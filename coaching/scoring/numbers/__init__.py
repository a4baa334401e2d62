"""Telephone numbers in a voicemail, each time one is spoken, held against the lines on file."""

from coaching.scoring.numbers.find import digit_spans, find_numbers

__all__ = ["digit_spans", "find_numbers"]
