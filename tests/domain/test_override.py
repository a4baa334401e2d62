from datetime import UTC, datetime

from coaching.domain.override import Override, in_force, standing
from coaching.domain.people import PersonId
from coaching.domain.scorecard import Finding, Outcome, Scorecard

MET, NOT_MET, UNSURE = Outcome.MET, Outcome.NOT_MET, Outcome.UNSURE
WEIGHTS = {"value": 3.0, "text": 1.0}


def card(**outcomes: Outcome) -> Scorecard:
    return Scorecard(
        "1", "default", tuple(Finding(name, said, "") for name, said in outcomes.items()), (), WEIGHTS, {"text": 40.0}
    )


def override(name: str, was: Outcome, now: Outcome) -> Override:
    return Override(name, was, now, "Listened", PersonId(1), datetime(2024, 10, 7, tzinfo=UTC))


def test_without_overrides_the_machines_scorecard_stands() -> None:
    said = card(value=UNSURE, text=MET)
    assert standing(said, ()) == said


def test_the_total_follows_what_was_settled_caps_and_all() -> None:
    said = card(value=MET, text=UNSURE)
    assert said.score == 100.0
    assert standing(said, [override("text", UNSURE, NOT_MET)]).score == 40.0
    assert standing(said, [override("text", UNSURE, MET)]).score == 100.0


def test_the_last_one_counts() -> None:
    made = [override("text", UNSURE, MET), override("text", UNSURE, NOT_MET)]
    assert in_force(card(value=MET, text=UNSURE), made) == {"text": made[1]}


def test_it_holds_only_while_the_machine_says_what_was_overruled() -> None:
    made = [override("value", UNSURE, MET), override("smiled", UNSURE, MET)]
    assert in_force(card(value=NOT_MET, text=MET), made) == {}
