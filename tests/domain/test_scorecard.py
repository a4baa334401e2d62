"""When a scorecard has a total."""

import pytest

from coaching.domain.scorecard import Finding, Outcome, Scorecard

OUTCOMES = {"+": Outcome.MET, "-": Outcome.NOT_MET, "?": Outcome.UNSURE, "0": Outcome.NOT_APPLICABLE}


def card(outcomes: str) -> Scorecard:
    found = tuple(Finding(f"criterion_{place}", OUTCOMES[one], "") for place, one in enumerate(outcomes))
    return Scorecard("1", "default", found, (), {one.criterion_id: 1.0 for one in found}, {})


@pytest.mark.parametrize(
    ("outcomes", "total"),
    [("+", 100.0), ("+-", 50.0), ("+??", 100.0), ("+++???", 100.0), ("++???", None), ("-???0000", None), ("0", None), ("", None)],
)
def test_there_is_no_total_where_nothing_counts_or_more_is_open_than_decided(outcomes: str, total: float | None) -> None:
    assert card(outcomes).total == total


def test_the_score_itself_is_the_share_of_what_was_decided_however_little_that_is() -> None:
    assert card("++???").score == 100.0
    assert card("-???0000").score == 0.0
    assert card("0").score is None
