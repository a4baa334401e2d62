from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from coaching.domain.rubric import CheckSpec, Criterion, Rubric
from coaching.reports.accuracy import Accuracy, CriterionAccuracy, SetAccuracy
from coaching.ui import accuracy_panel as panel

VALUE = Criterion("value_offered", "Offered something of value", "Main", "", "", 1.0, CheckSpec("phrase", {}), ())
TEXT = Criterion("text_invited", "Invited a text", "Main", "", "", 1.0, CheckSpec("phrase", {}), ())
RUBRIC = Rubric("voicemail", "1.0", (VALUE, TEXT), {})
GOOD = CriterionAccuracy(74, 54, 2, 0.864, (0.75, 0.946), 0.73, (0.518, 0.892))
ONE_CLASS = CriterionAccuracy(12, 12, 0, None, None, None, None)
HELD_OUT = SetAccuracy("held_out", "An unseen author", 75, True, {"text_invited": ONE_CLASS, "value_offered": GOOD})
TELEPHONE = SetAccuracy("telephone", "Over the telephone", 40, False, {"value_offered": GOOD})
MEASURED = Accuracy(date(2026, 11, 21), "1.0", (HELD_OUT,), (TELEPHONE,))


def shown(measured: Accuracy | None, rubric: Rubric = RUBRIC) -> AppTest:
    def script(measured: object, rubric: object) -> None:  # runs by itself: it knows no names of this file
        from coaching.ui import accuracy_panel

        accuracy_panel.show(measured, rubric)

    app = AppTest.from_function(script, args=(measured, rubric), default_timeout=30).run()
    assert not app.exception
    return app


def test_each_criterion_stands_with_its_interval_and_its_cases_in_the_rubrics_order() -> None:
    assert panel.rows(HELD_OUT, RUBRIC) == {
        "Criterion": ["Offered something of value", "Invited a text"],
        "Agreement with people": ["0.86 (0.75 to 0.95)", "cannot be computed"],
        "Beyond chance": ["0.73 (0.52 to 0.89)", "cannot be computed"],
        "Voicemails": ["74, 54 of them met, 2 unsure", "12, 12 of them met"],
    }


def test_text_and_recordings_can_be_chosen() -> None:
    app = shown(MEASURED)
    assert app.selectbox[0].options == [
        "An unseen author (75 voicemails)",
        "Over the telephone (40 voicemails)",
    ]
    assert len(app.table[0].value) == 2
    app.selectbox[0].select_index(1).run()
    assert len(app.table[0].value) == 1
    assert "November 21, 2026" in app.caption[0].value


@pytest.mark.parametrize("measured", [None, Accuracy(date(2026, 11, 21), "1.0", (), ())])
def test_what_was_not_measured_is_said_to_be_so(measured: Accuracy | None) -> None:
    app = shown(measured)
    assert "not measured" in app.info[0].value
    assert not app.table


def test_figures_of_another_rubric_are_told_to_be_old() -> None:
    assert "has changed since" in shown(MEASURED, Rubric("voicemail", "1.1", (VALUE, TEXT), {})).caption[0].value
    assert "has changed since" not in shown(MEASURED).caption[0].value
