"""Assignments: given to reps, done by what they leave and submit, and withdrawn."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coaching.accounts.permissions import allow, looks_after, may_coach
from coaching.domain.assignment import OPEN, Asked, Assignment, AssignmentId, AssignmentState, Ending, RepProgress
from coaching.domain.people import MACHINE, Person, PersonId, Role, Store, Viewer
from coaching.errors import CoachingError
from coaching.rubrics import load_rubric
from coaching.rubrics.drills import drill
from coaching.services.auditing import note_change
from coaching.services.coaching.assigned import how_far
from coaching.services.coaching.criteria import check_criterion
from coaching.services.parts import Services
from coaching.storage import assignments, people
from coaching.storage.database import Connection

MOST_WANTED = 100
LONGEST_NOTE = 1000  # letters; more belongs into a coaching session's notes
LONGEST = timedelta(days=365)
NO_REPS = "Choose at least one rep to give this to."
NOT_A_REP = "{name} is no rep who works here now. Choose reps only."
SEVERAL_STORES = "These reps work at several stores. Give it to the reps of each store, for each store has its own clock."
EITHER = "An assignment is either a drill or a criterion. Choose one of them."
NOT_SO_MANY = f"Ask for a number from 1 to {MOST_WANTED}."
NOT_A_DAY = "It is due today at the earliest and within a year. Choose such a day."
TOO_LONG = f"Keep the note under {LONGEST_NOTE} letters."
NOTHING_TO_WITHDRAW = "It has ended already for everybody whom you coach. There is nothing to withdraw."


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """An assignment with how far each of its reps is whom the viewer may see. may_withdraw: for those who still have to."""

    assignment: Assignment
    store: Store
    progress: Sequence[RepProgress]
    now: datetime
    may_withdraw: bool

    @property
    def states(self) -> Sequence[AssignmentState]:
        return [one.state(self.now) for one in self.progress]

    @property
    def is_open(self) -> bool:
        return not OPEN.isdisjoint(self.states)

    @property
    def why_not_counted(self) -> str:
        """A sentence where the store has chosen since to judge without the criterion; "" where it counts or all have done it."""
        if set(self.states) == {AssignmentState.DONE}:
            return ""
        return load_rubric().why_not_counted(self.assignment.asked.criterion_id, self.store.profile_id)

    @property
    def told(self) -> Sequence[RepProgress]:
        """Of whom is said how far they are: where nothing is counted any more, a zero or "overdue" would blame them."""
        return [one for one in self.progress if not (self.why_not_counted and one.state(self.now) in OPEN)]


def give(
    services: Services, viewer: Viewer, rep_ids: Collection[PersonId], asked: Asked, due_on: date, note: str = ""
) -> AssignmentId:
    """From now on what they do counts. Raises NotFound, NotAllowed, UnknownName, CoachingError."""
    _check(asked, note)
    with services.database.writing() as connection:
        reps = [people.get(connection, viewer, rep_id) for rep_id in dict.fromkeys(rep_ids)]
        store = _store_of(connection, viewer, reps)
        if asked.criterion_id:
            check_criterion(asked.criterion_id, store)
        today = store.day_of(services.now())
        if not today <= due_on <= today + LONGEST:
            raise CoachingError(NOT_A_DAY)
        assignment_id = assignments.add(
            connection,
            store.id,
            viewer.id,
            asked,
            services.now(),
            due_on=due_on,
            note=note.strip(),
            reps=[rep.id for rep in reps],
        )
        given = assignments.get(connection, MACHINE, assignment_id)
        what = {"drill": asked.drill_id or None, "criterion": asked.criterion_id or None}
        note_change(services, connection, viewer, "given", given, **what, wanted=asked.wanted, reps=len(reps))
        return assignment_id


def list_assignments(services: Services, viewer: Viewer) -> Sequence[AssignmentLine]:
    """What is open first, the next to be due on top; then what has ended, the latest first."""
    with services.database.reading() as connection:
        lines = _lines(connection, viewer, services.now())
    under_way = sorted((one for one in lines if one.is_open), key=lambda one: one.assignment.due_on)
    return [*under_way, *(one for one in lines if not one.is_open)]


def withdraw(services: Services, viewer: Viewer, assignment_id: AssignmentId) -> None:
    """For its reps whom the viewer looks after; what they did stays on file. Raises NotFound, NotAllowed, CoachingError."""
    with services.database.writing() as connection:
        found = assignments.get(connection, viewer, assignment_id)
        coached = [one.id for one in found.reps if looks_after(viewer, people.get(connection, MACHINE, one.id))]
        allow(bool(coached), "withdraw this assignment")
        ended = assignments.end(connection, Ending.WITHDRAWN, services.now(), rep_ids=coached, assignment_id=assignment_id)
        if not ended:
            raise CoachingError(NOTHING_TO_WITHDRAW)
        note_change(services, connection, viewer, "withdrawn", found, reps=ended)


def note_what_is_done(services: Services) -> None:
    """Daily, before anything goes by a store's rules: what was done when its day was over stays done."""
    now = services.now()
    with services.database.writing() as connection:
        for one in _lines(connection, MACHINE, now):
            for rep in one.progress:
                if rep.done_at is not None and rep.rep.noted_done_at is None and rep.is_over(now):
                    assignments.note_done(connection, one.assignment.id, rep.rep.id, rep.done_at)


def _check(asked: Asked, note: str) -> None:
    if bool(asked.drill_id) == bool(asked.criterion_id):
        raise CoachingError(EITHER)
    if asked.drill_id:
        drill(asked.drill_id)
    if not 1 <= asked.wanted <= MOST_WANTED:
        raise CoachingError(NOT_SO_MANY)
    if len(note.strip()) > LONGEST_NOTE:
        raise CoachingError(TOO_LONG)


def _store_of(connection: Connection, viewer: Viewer, reps: Sequence[Person]) -> Store:
    if not reps:
        raise CoachingError(NO_REPS)
    allow(may_coach(viewer, reps), "give these reps an assignment")
    for rep in reps:
        if rep.role is not Role.REP or not rep.active:
            raise CoachingError(NOT_A_REP.format(name=rep.name))
    store_ids = {rep.store_id for rep in reps}
    if len(store_ids) != 1 or (store_id := store_ids.pop()) is None:
        raise CoachingError(SEVERAL_STORES)
    return people.get_store(connection, MACHINE, store_id)


def _lines(connection: Connection, viewer: Viewer, now: datetime) -> Sequence[AssignmentLine]:
    """The latest first."""
    listed = assignments.listed(connection, viewer)
    stores = {store_id: people.get_store(connection, MACHINE, store_id) for store_id in {one.store_id for one in listed}}
    progress = how_far(connection, viewer, listed, {store_id: store.time_zone for store_id, store in stores.items()})
    coached = {one.id for one in people.listed(connection, viewer) if looks_after(viewer, one)}
    return [AssignmentLine(one, stores[one.store_id], progress[one.id], now, _has_to(one, coached)) for one in listed]


def _has_to(one: Assignment, coached: Collection[PersonId]) -> bool:
    """Somebody among these."""
    return any(rep.id in coached and rep.ended_at is None for rep in one.reps)
