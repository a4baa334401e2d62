from dataclasses import replace
from datetime import date

from coaching.domain.share import Share
from coaching.domain.team_scores import Scope, Totals
from coaching.reports.answer import answer
from coaching.reports.chance import Change
from coaching.reports.team import TeamReport
from coaching.reports.turns import Turn

WEEK = date(2026, 3, 2)
NAMES = {"text_invited": "Text invitation", "value_offered": "Value"}
WEIGHTS = {"text_invited": 3.0, "value_offered": 3.0}
ROSE = Change(Share(31, 100), Share(54, 100), 0.001, rises=True)
FLAT = Change(Share(50, 100), Share(50, 100), 1.0)
SINCE = "since the session of March 3"
SCOPE = Scope(WEEK, WEEK)
REPORT = TeamReport(SCOPE, SCOPE, Turn(WEEK, SINCE), False, {WEEK: Totals(100, 5000.0)}, {}, {}, {}, [], [], [], {}, ())


def said(**changes: Change) -> str:
    return answer(replace(REPORT, changes=changes), NAMES, WEIGHTS).sentence


def test_what_rose_and_what_is_flat_is_said_in_one_sentence() -> None:
    told = "Text invitation rose from 31% to 54% since the session of March 3; value is flat."
    assert said(text_invited=ROSE, value_offered=FLAT) == told
    fell = replace(FLAT, after=Share(44, 100))
    assert said(text_invited=ROSE, value_offered=fell).endswith("; value went from 50% to 44%, which may be chance.")
    assert answer(replace(REPORT, changes={"text_invited": ROSE}), NAMES, WEIGHTS).criterion_id == "text_invited"


def test_a_fall_is_called_a_fall() -> None:
    fell = Change(ROSE.after, ROSE.before, 0.001, rises=False)
    assert said(text_invited=fell).startswith("Text invitation fell from 54% to 31%")


def test_what_could_be_chance_is_not_claimed() -> None:
    assert said(text_invited=FLAT).startswith("Nothing changed by more than chance since the session of March 3")


def test_few_voicemails_and_none_are_told_apart() -> None:
    assert said(text_invited=replace(ROSE, p=None)).startswith("Too few voicemails to say what changed")
    assert answer(replace(REPORT, totals={}), NAMES, WEIGHTS).sentence == "No voicemail was judged in these weeks."
