"""What reps practise: a TOML file a drill, with a made-up lead, what is asked, and by what it is reached."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from coaching.domain.practice import Drill, DrillGoal, Measure
from coaching.errors import UnknownName
from coaching.rubrics.loader import load_rubric
from coaching.rubrics.table import Table

DRILLS = Path(__file__).parent
KEYS = {"title", "task", "hint", "seconds", "customer", "facts", "earlier", "goal"}
GOAL_KEYS = {"text", "criterion", "measure", "at_most"}
SHORTEST_S, LONGEST_S = 10.0, 120.0  # a second above the longest voicemail that callers advise would teach nothing


@cache
def drills() -> Mapping[str, Drill]:
    """In the order of their files' names. Raises InvalidFile."""
    return {path.stem.split("_", 1)[1]: read_drill(path) for path in sorted(DRILLS.glob("*.toml"))}


def drill(drill_id: str) -> Drill:
    """Raises UnknownName."""
    if drill_id not in drills():
        raise UnknownName("drill", drill_id, drills())
    return drills()[drill_id]


def read_drill(path: Path) -> Drill:
    """A file is called by a number, which gives the order, and the drill's id. Raises InvalidFile."""
    table = Table.read(path)
    table.only(KEYS)
    seconds = int(table.number("seconds", 60.0, low=SHORTEST_S, high=LONGEST_S))
    goals = tuple(_goal(goal) for goal in table.tables("goal"))
    if not goals:
        raise table.complaint("goal", "needs at least one: by what is the drill reached")
    return Drill(
        path.stem.split("_", 1)[1],
        table.text("title"),
        table.text("task"),
        table.text("hint"),
        seconds,
        table.text("customer"),
        dict(table.table("facts").values),
        table.texts("earlier"),
        (*goals, DrillGoal(f"Done within {seconds} seconds", measure=Measure.SECONDS, at_most=float(seconds))),
    )


def _goal(table: Table) -> DrillGoal:
    table.only(GOAL_KEYS)
    if "criterion" in table.values:
        known = [criterion.id for criterion in load_rubric().criteria]
        return DrillGoal(table.text("text"), table.choice("criterion", known))
    return DrillGoal(table.text("text"), measure=Measure(table.choice("measure", list(Measure))), at_most=table.number("at_most"))
