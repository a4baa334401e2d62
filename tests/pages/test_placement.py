"""Correcting whose a voicemail is, on its scorecard: what nobody touched stays as it is."""

from dataclasses import replace

from coaching.domain.people import Role
from coaching.domain.voicemail import VoicemailId
from coaching.services import placing, reading, staff
from coaching.services.placing import Placement
from coaching.services.reading import Reading
from coaching.storage import leads, people
from tests.screens import Screen
from tests.world import BOBS_LINE, Cast


def save(shown: Screen) -> None:
    next(one for one in shown.app.button if one.label == "Save and judge again").click().run()
    assert not shown.app.exception
    assert not shown.app.error


def read(cast: Cast, voicemail: VoicemailId) -> Reading:
    return reading.read(cast.services, cast.as_seen_by(cast.abe), voicemail)


def test_of_two_reps_of_one_name_the_voicemail_stays_the_second_ones(cast: Cast, screen: type[Screen]) -> None:
    with cast.services.database.writing() as connection:
        second = people.add_person(connection, "Bob", Role.REP, store_id=cast.store, team_id=cast.team)
    voicemail = cast.leaves("Hello Denise", rep=second)
    save(screen(cast.dana).open("scorecard", voicemail=str(voicemail)))
    assert read(cast, voicemail).voicemail.rep_id == second


def test_the_voicemail_of_a_rep_who_left_stays_theirs(cast: Cast, screen: type[Screen]) -> None:
    voicemail = cast.leaves("Hello Denise")
    staff.deactivate(cast.services, cast.as_seen_by(cast.abe), cast.bob)
    save(screen(cast.dana).open("scorecard", voicemail=str(voicemail)))
    assert read(cast, voicemail).voicemail.rep_id == cast.bob


def test_the_voicemail_of_a_rep_who_became_a_trainer_stays_theirs(cast: Cast, screen: type[Screen]) -> None:
    voicemail, abe = cast.leaves("Hello Denise"), cast.as_seen_by(cast.abe)
    bob = staff.member(cast.services, abe, cast.bob)
    trainer = replace(bob, person=replace(bob.person, role=Role.TRAINER, team_id=None), team_ids=frozenset({cast.team}))
    staff.change(cast.services, abe, trainer)
    save(screen(cast.dana).open("scorecard", voicemail=str(voicemail)))
    assert read(cast, voicemail).voicemail.rep_id == cast.bob


def test_an_attempt_beyond_those_that_file_names_are_trusted_with_stays(cast: Cast, screen: type[Screen]) -> None:
    voicemail = cast.leaves("Hello Denise", attempt=21)
    save(screen(cast.dana).open("scorecard", voicemail=str(voicemail)))
    assert read(cast, voicemail).voicemail.attempt == 21


def test_where_one_of_the_two_numbers_is_refused_neither_is_kept(cast: Cast, screen: type[Screen]) -> None:
    voicemail = cast.leaves("Hello Denise")
    shown = screen(cast.dana).open("scorecard", voicemail=str(voicemail))
    shown.app.text_input(key=f"direct_{cast.bob}").set_value("240-555-0111")
    shown.app.text_input(key=f"main_{cast.store}").set_value("no number")
    next(one for one in shown.app.button if one.label == "Save numbers and judge again").click().run()
    assert "ten digits" in shown.app.error[0].value
    rep = read(cast, voicemail).rep
    assert rep is not None
    assert rep.direct_line == BOBS_LINE


def test_a_voicemail_for_a_colleagues_lead_stays_with_that_lead(cast: Cast, screen: type[Screen]) -> None:
    with cast.services.database.writing() as connection:
        walt = leads.add(connection, cast.store, "Walt Brandt", rep_id=cast.charlie)
    voicemail = cast.leaves("Hello Walt")
    placing.change(cast.services, cast.as_seen_by(cast.dana), voicemail, Placement(cast.bob, walt, attempt=2))
    save(screen(cast.bob).open("scorecard", voicemail=str(voicemail)))
    assert read(cast, voicemail).voicemail.lead_id == walt
