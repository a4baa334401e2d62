"""Where in the picture of a lead words have room, on a telephone too."""

from collections.abc import Container, Sequence
from datetime import datetime, timedelta

from coaching.charts.timeline_words import label
from coaching.domain.attempt import CALLS, AttemptId, Direction
from coaching.follow_up.cadence.deadlines import State
from coaching.follow_up.timeline import Mark, Timeline

DUE_AT, CALLED_AT, WRITTEN_AT, CUSTOMER_AT = 1.25, 0.0, -0.75, -1.2  # heights of the four lanes
ARC_WORDS = 2  # labels wide: "same reason again"
CROWDED = 0.17  # of the line's time: what a label takes of the width of a telephone
ABOVE, BELOW = "top center", "bottom center"


def label_sides(line: Timeline, width: timedelta) -> dict[AttemptId, str]:
    """Of the marks that say something, as `free_sides` in each lane; above a mark that an arc ends at lies the arc."""
    arched = {end for arc in line.arcs for end in (arc.earlier, arc.later)}
    sides: dict[AttemptId, str] = {}
    for lane in (CALLED_AT, WRITTEN_AT, CUSTOMER_AT):
        marks = sorted((mark for mark in line.marks if label(mark) and lane_of(mark) == lane), key=lambda mark: mark.at)
        free = free_sides([mark.at for mark in marks], width)
        placed = zip((mark.attempt_id for mark in marks), free, strict=True)
        sides |= {mark: "" if side == ABOVE and mark in arched else side for mark, side in placed}
    return sides


def free_sides(moments: Sequence[datetime], width: timedelta) -> list[str]:
    """Where a label has room, the earliest first: below its mark, else above it, else "": then only a click or hover tells it."""
    last: dict[str, datetime] = {}
    sides = []
    for at in moments:
        side = next((one for one in (BELOW, ABOVE) if one not in last or at - last[one] >= width), "")
        if side:
            last[side] = at
        sides.append(side)
    return sides


def arcs_with_room(ends: Sequence[tuple[datetime, datetime]], width: timedelta) -> list[bool]:
    """Which arcs may say what they are, the earliest first: wide ones whose middle is not under another's words."""
    worded: list[datetime] = []
    room = []
    for earlier, later in ends:
        middle = earlier + (later - earlier) / 2
        free = later - earlier >= width and all(abs(middle - other) >= ARC_WORDS * width for other in worded)
        worded += [middle] if free else []
        room.append(free)
    return room


def label_width(line: Timeline, drawn: Container[State]) -> timedelta:
    """Labels of one lane that are nearer than this would lie on each other. drawn: which deadlines are."""
    due = (one.due_at for one in line.deadlines if one.state in drawn)
    shown = [line.ends_at, *(mark.at for mark in line.marks), *due]
    return (max(shown) - (line.arrived_at or min(shown))) * CROWDED


def lane_of(mark: Mark) -> float:
    if mark.direction is Direction.IN:
        return CUSTOMER_AT
    return CALLED_AT if mark.kind in CALLS else WRITTEN_AT
