"""Voicemail Coach: what a dealership voicemail said, judged criterion by criterion, with the audio at hand."""

__version__ = "0.1.0"
