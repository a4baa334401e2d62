"""Who works here, kept by an administrator."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from coaching.domain.people import Person, PersonId, Role
from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.services import invitations, staff
from coaching.services.sign_in import bearer
from coaching.services.staff import Access, Member
from tests.accounts_at_hand import invite, with_password
from tests.world import Cast

Act = Callable[[Cast, str], object]
NORA = Person(PersonId(0), " Nora  Whitfield ", Role.REP, direct_line=" 240-555-0143 ", email=" Nora@Example.org ")


def added(cast: Cast, member: Member) -> Member:
    person_id = staff.add(cast.services, cast.as_seen_by(cast.abe), member)
    return staff.member(cast.services, cast.as_seen_by(cast.abe), person_id)


def member(cast: Cast, person_id: PersonId) -> Member:
    return staff.member(cast.services, cast.as_seen_by(cast.abe), person_id)


def test_a_new_rep_is_kept_as_they_will_be_found(cast: Cast) -> None:
    nora = added(cast, Member(replace(NORA, store_id=cast.store, team_id=cast.team))).person
    assert (nora.name, nora.email, nora.direct_line) == ("Nora Whitfield", "nora@example.org", "240-555-0143")


def test_what_does_not_go_with_a_role_is_not_kept(cast: Cast) -> None:
    told = Member(replace(NORA, store_id=cast.store, team_id=cast.team), frozenset({cast.team}), frozenset({cast.other_store}))
    rep = added(cast, told)
    assert (rep.team_ids, rep.store_ids) == (frozenset(), frozenset())
    trainer = replace(told, person=replace(rep.person, role=Role.TRAINER))
    staff.change(cast.services, cast.as_seen_by(cast.abe), trainer)
    assert member(cast, rep.person.id).team_ids == {cast.team}
    assert member(cast, rep.person.id).person.team_id is None
    staff.change(cast.services, cast.as_seen_by(cast.abe), replace(told, person=replace(rep.person, role=Role.MANAGER)))
    assert member(cast, rep.person.id).store_ids == {cast.store, cast.other_store}
    staff.change(cast.services, cast.as_seen_by(cast.abe), replace(told, person=replace(rep.person, role=Role.ADMINISTRATOR)))
    assert member(cast, rep.person.id) == Member(member(cast, rep.person.id).person)
    assert member(cast, rep.person.id).person.store_id is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 201}, "Shorten"),
        ({"email": "nora"}, "e-mail address"),
        ({"email": "a b@example.org"}, "e-mail address"),
        ({"store_id": None}, "store"),
        ({"role": Role.TRAINER, "store_id": None}, "store"),
        ({"role": Role.MANAGER, "store_id": None}, "store"),
    ],
)
def test_what_is_missing_is_told(cast: Cast, wrong: dict[str, object], said: str) -> None:
    person = replace(replace(NORA, store_id=cast.store), **wrong)  # type: ignore[arg-type]
    with pytest.raises(CoachingError, match=said):
        staff.add(cast.services, cast.as_seen_by(cast.abe), Member(person))


def test_a_team_of_another_store_is_refused(cast: Cast) -> None:
    with pytest.raises(CoachingError, match="another store"):
        added(cast, Member(replace(NORA, store_id=cast.other_store, team_id=cast.team)))


def test_an_address_belongs_to_one_person_also_after_they_left(cast: Cast) -> None:
    nora = added(cast, Member(replace(NORA, store_id=cast.store))).person
    with pytest.raises(CoachingError, match="address of Nora Whitfield"):
        added(cast, Member(replace(NORA, store_id=cast.store)))
    staff.deactivate(cast.services, cast.as_seen_by(cast.abe), nora.id)
    with pytest.raises(CoachingError, match="let them back in"):
        added(cast, Member(replace(NORA, store_id=cast.store)))


def test_who_leaves_is_signed_out_and_what_they_left_stays(cast: Cast) -> None:
    token, voicemail = with_password(cast, cast.bob), cast.leaves("hello there")
    waiting = invite(cast, cast.bob)
    staff.deactivate(cast.services, cast.as_seen_by(cast.abe), cast.bob)
    assert bearer(cast.services, token) is None
    with pytest.raises(CoachingError):
        invitations.invited(cast.services, waiting)
    with pytest.raises(NotFound):
        cast.as_seen_by(cast.bob)
    assert voicemail
    assert not member(cast, cast.bob).person.active
    staff.let_back(cast.services, cast.as_seen_by(cast.abe), cast.bob)
    assert cast.as_seen_by(cast.bob).name == "Bob"


def test_an_administrator_is_always_left(cast: Cast) -> None:
    abe = cast.as_seen_by(cast.abe)
    with pytest.raises(CoachingError, match="yourself"):
        staff.deactivate(cast.services, abe, cast.abe)
    demoted = Person(cast.abe, "Abe", Role.REP, cast.store)
    with pytest.raises(CoachingError, match="no administrator left"):
        staff.change(cast.services, abe, Member(demoted))
    second = added(cast, Member(replace(NORA, role=Role.ADMINISTRATOR))).person
    staff.change(cast.services, cast.as_seen_by(second.id), Member(demoted))
    assert cast.as_seen_by(cast.abe).role is Role.REP


def test_how_somebody_comes_in_is_told(cast: Cast) -> None:
    assert member(cast, cast.bob).access is Access.NONE
    token = invite(cast, cast.bob)
    assert member(cast, cast.bob).access is Access.INVITED
    invitations.accept(cast.services, token, "four words nobody joins", "four words nobody joins")
    assert member(cast, cast.bob).access is Access.PASSWORD


def test_another_direct_line_lets_the_voicemails_be_judged_again(cast: Cast) -> None:
    from coaching.storage.tables import job

    cast.leaves("hello there")
    with cast.services.database.writing() as connection:
        connection.execute(job.update().values(state="done"))
    bob = member(cast, cast.bob)
    staff.change(cast.services, cast.as_seen_by(cast.abe), replace(bob, person=replace(bob.person, direct_line="240-555-0000")))
    with cast.services.database.reading() as connection:
        assert connection.scalar(job.select().with_only_columns(job.c.state)) != "done"


ACTS: dict[str, Act] = {
    "list": lambda cast, who: staff.members(cast.services, cast.as_seen_by(getattr(cast, who))),
    "add": lambda cast, who: staff.add(cast.services, cast.as_seen_by(getattr(cast, who)), Member(NORA)),
    "change": lambda cast, who: staff.change(cast.services, cast.as_seen_by(getattr(cast, who)), Member(NORA)),
    "deactivate": lambda cast, who: staff.deactivate(cast.services, cast.as_seen_by(getattr(cast, who)), cast.bob),
    "let back": lambda cast, who: staff.let_back(cast.services, cast.as_seen_by(getattr(cast, who)), cast.bob),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("who", ["bob", "alice", "dana", "erin"])
def test_nobody_but_an_administrator_may(cast: Cast, act: Act, who: str) -> None:
    with pytest.raises(NotAllowed):
        act(cast, who)
