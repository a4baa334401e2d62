"""Telephone numbers in a voicemail, each time one is spoken, held against the lines on file."""

from coaching.scoring.numbers.doubtful import doubtful_numbers
from coaching.scoring.numbers.find import digit_spans, find_numbers
from coaching.scoring.numbers.nanp import on_file as line_digits

__all__ = ["digit_spans", "doubtful_numbers", "find_numbers", "line_digits"]
