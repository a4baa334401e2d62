from dataclasses import replace
from datetime import timedelta

from coaching.charts.timeline import STATES
from coaching.charts.timeline_room import ABOVE, BELOW, arcs_with_room, free_sides, label_sides, label_width
from coaching.domain.people import Role
from coaching.follow_up.timeline import Arc, timeline
from tests.follow_up.cast import DENISE, local, voicemail
from tests.follow_up.test_timeline import FIRST


def test_labels_that_would_lie_on_each_other_stand_on_two_sides() -> None:
    near = [voicemail(local(2, 10), Role.MANAGER), voicemail(local(2, 11), Role.MANAGER), voicemail(local(6, 11), Role.MANAGER)]
    line = timeline(DENISE, near, (), (), local(7, 10))
    sides = label_sides(line, label_width(line, STATES))
    assert [sides[one.id] for one in near] == [BELOW, ABOVE, BELOW]


def test_a_label_does_not_stand_in_the_arc_above_its_mark() -> None:
    near = [voicemail(local(2, hour), Role.MANAGER) for hour in (10, 11)]
    line = timeline(DENISE, [*near, voicemail(local(6, 11))], (), (), local(7, 10))
    arched = replace(line, arcs=(Arc(near[1].id, near[0].id, "still here", "here"),))
    assert [label_sides(arched, label_width(arched, STATES))[one.id] for one in near] == [BELOW, ""]


def test_the_words_of_two_arcs_do_not_lie_on_each_other() -> None:
    day = [FIRST.at + timedelta(days=n) for n in range(10)]
    near, far = (day[0], day[4]), (day[1], day[4])
    assert arcs_with_room([near, far], timedelta(days=1)) == [True, False]
    assert arcs_with_room([near, (day[5], day[9])], timedelta(days=1)) == [True, True]
    assert arcs_with_room([near], timedelta(days=5)) == [False]


def test_a_label_without_room_on_either_side_is_left_out() -> None:
    moments = [local(2, hour) for hour in (10, 11, 12, 15, 16, 17)]
    assert free_sides(moments, timedelta(hours=4)) == [BELOW, ABOVE, "", BELOW, ABOVE, ""]
