from datetime import date, timedelta

import pytest
from scipy.stats import linregress

from coaching.domain.people import StoreId
from coaching.domain.target import Target
from coaching.reports.trend import Week, pace
from coaching.reports.wanted import told

FIRST = date(2026, 3, 2)
DUE = FIRST + timedelta(weeks=12)
TARGET = Target(StoreId(1), "text_invited", 60, FIRST, DUE)


def weeks(*shares: float, n: int = 40) -> list[Week]:
    return [Week(FIRST + timedelta(weeks=place), one, one - 5, one + 5, n) for place, one in enumerate(shares)]


def said(*shares: float, n: int = 40) -> str:
    return told(TARGET, "Text invitation", weeks(*shares, n=n), "May 25, 2026")


def test_the_pace_is_that_of_scipys_regression() -> None:
    found = pace(weeks(30, 33, 37, 38, 42), DUE)
    line = linregress(range(5), [30, 33, 37, 38, 42])
    assert found is not None
    assert (found.a_week, found.p) == (pytest.approx(line.slope), pytest.approx(line.pvalue))
    assert found.reaches == pytest.approx(line.intercept + 12 * line.slope)


def test_it_says_whether_the_pace_reaches_the_target() -> None:
    assert "by then: that reaches it" in said(30, 33, 36, 38, 42)
    assert "that is not enough" in said(30, 31, 32, 32.5, 34)
    assert "linear regression, p" in said(30, 33, 36, 38, 42)


def test_what_could_be_chance_is_no_pace() -> None:
    assert "No clear pace yet" in said(30, 55, 20, 60, 35)


def test_few_weeks_or_few_voicemails_show_no_pace() -> None:
    assert "Too few weeks" in said(30, 40)
    assert "Too few weeks" in said(30, 33, 36, 38, 42, n=3)


def test_a_criterion_that_is_not_judged_has_no_pace_but_a_reason() -> None:
    why = "The profile “Short” leaves this criterion out, so it is not counted."
    assert told(TARGET, "Text invitation", [], "May 25, 2026", why) == f"Text invitation: 60% by May 25, 2026. {why}"
