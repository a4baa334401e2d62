from datetime import date

from coaching.domain.dates import long_date, short_date


def test_the_month_comes_first_and_the_year_after_a_comma() -> None:
    assert (short_date(date(2024, 10, 7)), long_date(date(2024, 10, 7))) == ("October 7", "October 7, 2024")
