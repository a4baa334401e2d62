import pytest

from coaching.accounts.permissions import allow, looks_after, may_act_for, may_change_store
from coaching.domain.people import Person, PersonId, Role, Store, StoreId, TeamId, Viewer
from coaching.errors import NotAllowed

HONDA, TOYOTA = StoreId(1), StoreId(2)
BOB = Person(PersonId(2), "Bob", Role.REP, HONDA, TeamId(1))
VIEWERS = {
    "Bob himself": (Viewer(BOB.id, "Bob", Role.REP, HONDA), False, True),
    "a colleague": (Viewer(PersonId(3), "Charlie", Role.REP, HONDA), False, False),
    "his trainer": (Viewer(PersonId(1), "Alice", Role.TRAINER, HONDA, frozenset({TeamId(1)})), True, True),
    "another team's trainer": (Viewer(PersonId(4), "Uma", Role.TRAINER, HONDA, frozenset({TeamId(2)})), False, False),
    "his manager": (Viewer(PersonId(5), "Dana", Role.MANAGER, HONDA, store_ids=frozenset({HONDA})), True, True),
    "another store's manager": (Viewer(PersonId(6), "Erin", Role.MANAGER, TOYOTA, store_ids=frozenset({TOYOTA})), False, False),
    "the administrator": (Viewer(PersonId(7), "Abe", Role.ADMINISTRATOR), True, True),
}


@pytest.mark.parametrize(("viewer", "looks", "acts"), VIEWERS.values(), ids=VIEWERS)
def test_who_looks_after_bob_and_who_may_act_for_him(viewer: Viewer, looks: bool, acts: bool) -> None:
    assert looks_after(viewer, BOB) is looks
    assert may_act_for(viewer, BOB) is acts


def test_a_trainer_of_another_store_does_not_keep_this_ones_main_line() -> None:
    trainer = Viewer(PersonId(1), "Alice", Role.TRAINER, TOYOTA, frozenset({TeamId(1)}))
    assert not may_change_store(trainer, Store(HONDA, "Fairhaven Honda"))


def test_what_is_not_allowed_says_what_and_whom_to_ask() -> None:
    with pytest.raises(NotAllowed, match=r"You may not erase this\. Ask a manager"):
        allow(False, "erase this")
