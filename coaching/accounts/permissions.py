"""What each role may do. What each may see is a condition of every query (storage.visibility); these are the other half."""

from collections.abc import Iterable

from coaching.domain.people import Person, Role, Store, StoreId, Viewer
from coaching.errors import NotAllowed


def looks_after(viewer: Viewer, person: Person) -> bool:
    """Trains or manages that person, or administers all."""
    match viewer.role:
        case Role.REP:
            return False
        case Role.TRAINER:
            return person.team_id in viewer.team_ids
        case Role.MANAGER:
            return person.store_id in viewer.store_ids
        case Role.ADMINISTRATOR:
            return True


def may_act_for(viewer: Viewer, rep: Person) -> bool:
    """Upload that rep's voicemails, say whom they were for, keep their direct line."""
    return rep.id == viewer.id or looks_after(viewer, rep)


def may_settle(viewer: Viewer, rep: Person | None) -> bool:
    """Say what was heard where the machine is unsure: whoever coaches that rep, and nobody about themselves."""
    if rep is None:
        return viewer.role is not Role.REP
    return rep.id != viewer.id and looks_after(viewer, rep)


def may_coach(viewer: Viewer, reps: Iterable[Person]) -> bool:
    """Hold a coaching session with these reps, change it and send it: whoever looks after every one of them."""
    reps = tuple(reps)
    return bool(reps) and all(looks_after(viewer, rep) for rep in reps)


def may_change_store(viewer: Viewer, store: Store) -> bool:
    """Keep the store's main line: whoever coaches there, for a wrong number there makes wrong verdicts for all."""
    match viewer.role:
        case Role.REP:
            return False
        case Role.TRAINER:
            return store.id == viewer.store_id
        case Role.MANAGER:
            return store.id in viewer.store_ids
        case Role.ADMINISTRATOR:
            return True


def may_erase(viewer: Viewer, store_id: StoreId | None) -> bool:
    """Let people's things go for ever, and say how long they are kept: whoever manages the store."""
    match viewer.role:
        case Role.REP | Role.TRAINER:
            return False
        case Role.MANAGER:
            return store_id in viewer.store_ids
        case Role.ADMINISTRATOR:
            return True


def allow(permitted: bool, what: str) -> None:
    """what: completes "You may not ..."."""
    if not permitted:
        raise NotAllowed(what)
