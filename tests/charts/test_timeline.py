from coaching.charts.timeline import FAIR, GOOD, POOR, UNSCORED, timeline_figure
from coaching.follow_up.cadence.deadlines import State
from coaching.follow_up.timeline import timeline
from tests.follow_up.cast import DENISE, EASTERN, local, opts_out
from tests.follow_up.test_timeline import DUE, FIRST, HEARD, NOW, REPEAT, SIX


def traces(**changed: object) -> dict[str, object]:
    line = timeline(DENISE, SIX, HEARD, DUE, NOW, repeated_ids={"v-1": FIRST.id})
    return {trace.name: trace for trace in timeline_figure(line, EASTERN).data}


def test_every_attempt_stands_at_its_time_on_the_stores_clocks() -> None:
    voicemails = traces()["Voicemail"]
    assert [moment.hour for moment in voicemails.x] == [10, 11, 10]  # type: ignore[attr-defined]
    assert list(voicemails.text) == ["100<br>incentive", "manager", "75<br>incentive"]  # type: ignore[attr-defined]
    assert list(voicemails.marker.color) == [GOOD, UNSCORED, GOOD]  # type: ignore[attr-defined]


def test_what_was_missed_and_what_came_again_are_there_to_be_seen() -> None:
    named = traces()
    assert {"Done in time", "Missed", "Said again", "Call, no message", "Email"} <= set(named)
    assert set(named["Missed"].text) - {""} == {"Call", "Write", "Manager"}  # type: ignore[attr-defined]
    assert named["Missed"].marker.color == POOR  # type: ignore[attr-defined]
    arc = named["Said again"]
    assert arc.x[0].astimezone(EASTERN) == FIRST.at  # type: ignore[attr-defined]
    assert arc.x[2].astimezone(EASTERN) == REPEAT.at  # type: ignore[attr-defined]


def test_what_went_wrong_stands_above_the_picture() -> None:
    line = timeline(DENISE, SIX, HEARD, DUE, NOW, repeated_ids={"v-1": FIRST.id})
    said = timeline_figure(line, EASTERN).layout.title.text.split("<br>")
    assert said[0].startswith(f"{sum(one.state is State.MISSED for one in DUE)} steps missed")
    assert "The same reason given again" in said


def test_the_score_colours_are_three() -> None:
    assert len({GOOD, FAIR, POOR, UNSCORED}) == 4


def test_a_stop_is_named_and_a_lead_without_attempts_is_no_error() -> None:
    line = timeline(opts_out(DENISE, local(3, 9)), [], [], (), NOW)
    figure = timeline_figure(line, EASTERN)
    assert "Opted out" in {annotation.text for annotation in figure.layout.annotations}
    assert figure.data == ()


def test_a_line_without_a_mark_is_one_of_days_all_the_same() -> None:
    line = timeline(DENISE, [], [], (), NOW)
    assert timeline_figure(line, EASTERN).layout.xaxis.type == "date"
