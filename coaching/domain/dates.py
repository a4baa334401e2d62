"""Days as American readers write them."""

from datetime import date


def short_date(day: date) -> str:
    """October 7."""
    return f"{day:%B} {day.day}"


def long_date(day: date) -> str:
    """October 7, 2024."""
    return f"{short_date(day)}, {day.year}"
