"""A rep of the demo store has practised, and shown the best of it."""

from coaching.domain.people import MACHINE
from coaching.services.demo.practice import load
from coaching.services.parts import Services
from coaching.services.people import everybody, viewer
from coaching.services.practice.practising import own_attempts, submitted_to
from tests.services.demo.test_conversation import OURS, talked

__all__ = ["talked"]


def test_one_attempt_of_three_is_submitted_and_the_trainer_sees_that_one_only(talked: Services) -> None:
    staff = {person.name: viewer(talked, person.id) for person in everybody(talked)}
    attempts = own_attempts(talked, staff["Nora Whitfield"])
    assert [one.practice.is_private for one in attempts] == [True, False, True]
    assert len({one.listed.voicemail.received_at for one in attempts}) == 3
    assert [one.practice for one in submitted_to(talked, staff["Alice Moreau"])] == [attempts[1].practice]
    assert submitted_to(talked, staff["Theo Lindqvist"]) == []
    load(talked, OURS)
    assert len(submitted_to(talked, MACHINE)) == 3, "loading again has added some"
