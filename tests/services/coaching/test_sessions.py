"""Alice trains Bob; Charlie is on another team; Dana manages both; Erin manages another store."""

from datetime import date

import pytest

from coaching.domain.people import Role
from coaching.domain.scorecard import Outcome
from coaching.domain.session import SessionId
from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.reports.progress import Progress, State, progress
from coaching.services.coaching import sessions
from coaching.services.coaching.sessions import SessionPage
from coaching.services.people import choose_profile
from coaching.services.settling import settle
from coaching.storage import people
from tests.services.coaching.conftest import Works
from tests.stand_ins import MUMBLED
from tests.world import BOBS_LINE, Cast, Clock

LINE = "direct_line_given"
SEES = {"alice": True, "bob": True, "charlie": False, "dana": True, "erin": False, "abe": True}


def read(cast: Cast, who: str, session: SessionId) -> SessionPage:
    return sessions.read_session(cast.services, cast.as_seen_by(getattr(cast, who)), session)


@pytest.mark.parametrize(("who", "sees"), SEES.items())
def test_it_is_there_for_those_whom_it_concerns(cast: Cast, session: SessionId, who: str, sees: bool) -> None:
    viewer = cast.as_seen_by(getattr(cast, who))
    assert [one.id for one in sessions.list_sessions(cast.services, viewer)] == [session] * sees
    if sees:
        assert read(cast, who, session).session.title == "Your own line"
    else:
        with pytest.raises(NotFound):
            read(cast, who, session)


@pytest.mark.parametrize(("who", "refusal"), [("bob", NotAllowed), ("charlie", NotFound), ("erin", NotFound)])
def test_only_whoever_coaches_the_rep_changes_it(cast: Cast, session: SessionId, who: str, refusal: type[Exception]) -> None:
    viewer, services = cast.as_seen_by(getattr(cast, who)), cast.services
    voicemail = cast.leaves("hello")
    for change in (
        lambda: sessions.agree_on_goal(services, viewer, session, LINE, 8, 10),
        lambda: sessions.write_down(services, viewer, session, notes="changed", next_on=None),
        lambda: sessions.put_on_playlist(services, viewer, session, [voicemail]),
        lambda: sessions.take_off_playlist(services, viewer, session, voicemail),
        lambda: sessions.send_summary(services, viewer, session),
    ):
        with pytest.raises(refusal):
            change()
    page = read(cast, "alice", session)
    assert (page.session.goals, page.session.notes, page.playlist, page.session.sent_at) == ((), "", [], None)


def test_a_session_is_held_with_reps_one_looks_after(cast: Cast, clock: Clock) -> None:
    dana, bob = cast.as_seen_by(cast.dana), cast.as_seen_by(cast.bob)
    sessions.open_session(cast.services, dana, "All of you", [cast.bob, cast.charlie], clock())
    with pytest.raises(NotFound):
        sessions.open_session(cast.services, cast.as_seen_by(cast.alice), "Not hers", [cast.charlie], clock())
    with pytest.raises(NotAllowed):
        sessions.open_session(cast.services, bob, "Myself", [cast.bob], clock())


@pytest.mark.parametrize(
    ("title", "with_bob", "said"),
    [("", True, "title"), ("x" * 201, True, "at most 200 characters"), ("Line", False, "at least one rep")],
)
def test_it_has_a_title_and_somebody_to_coach(cast: Cast, clock: Clock, title: str, with_bob: bool, said: str) -> None:
    alice = cast.as_seen_by(cast.alice)
    with pytest.raises(CoachingError, match=said):
        sessions.open_session(cast.services, alice, title, [cast.bob] * with_bob, clock())


def test_reps_of_two_stores_are_not_coached_together(cast: Cast, clock: Clock) -> None:
    with cast.services.database.writing() as connection:
        far = people.add_person(connection, "Fay", Role.REP, store_id=cast.other_store)
    with pytest.raises(CoachingError, match="several stores"):
        sessions.open_session(cast.services, cast.as_seen_by(cast.abe), "All", [cast.bob, far], clock())


def test_private_notes_are_for_who_wrote_them_alone(cast: Cast, session: SessionId) -> None:
    alice = cast.as_seen_by(cast.alice)
    sessions.write_down(cast.services, alice, session, notes="For all", next_on=date(2024, 10, 14), private_notes="For me")
    assert read(cast, "alice", session).session.private_notes == "For me"
    for who in ("bob", "dana", "abe"):
        seen = read(cast, who, session).session
        assert (seen.notes, seen.private_notes, seen.next_on) == ("For all", "", date(2024, 10, 14))


def test_a_manager_who_writes_notes_leaves_the_private_ones_as_they_are(cast: Cast, session: SessionId) -> None:
    alice, dana = cast.as_seen_by(cast.alice), cast.as_seen_by(cast.dana)
    sessions.write_down(cast.services, alice, session, notes="", next_on=None, private_notes="For me")
    sessions.write_down(cast.services, dana, session, notes="Dana was here", next_on=None, private_notes="overwritten")
    seen = read(cast, "alice", session).session
    assert (seen.notes, seen.private_notes) == ("Dana was here", "For me")


def test_a_playlist_keeps_its_order_and_has_each_voicemail_once(cast: Cast, session: SessionId) -> None:
    alice = cast.as_seen_by(cast.alice)
    first, second, third = (cast.leaves(said) for said in ("one", "two", "three"))
    sessions.put_on_playlist(cast.services, alice, session, [third, first])
    sessions.put_on_playlist(cast.services, alice, session, [second, first])
    assert [one.voicemail.id for one in read(cast, "bob", session).playlist] == [third, first, second]
    sessions.take_off_playlist(cast.services, alice, session, first)
    assert [one.voicemail.id for one in read(cast, "bob", session).playlist] == [third, second]


def test_a_voicemail_of_another_team_cannot_be_put_on_it(cast: Cast, session: SessionId) -> None:
    charlies = cast.leaves("not yours", rep=cast.charlie)
    with pytest.raises(NotFound):
        sessions.put_on_playlist(cast.services, cast.as_seen_by(cast.alice), session, [charlies])


def test_in_a_group_a_rep_sees_their_own_voicemails_and_progress_only(cast: Cast, clock: Clock, works: Works) -> None:
    dana = cast.as_seen_by(cast.dana)
    group = sessions.open_session(cast.services, dana, "Both", [cast.bob, cast.charlie], clock())
    mine, theirs = cast.leaves("mine"), cast.leaves("theirs", rep=cast.charlie)
    works()
    sessions.put_on_playlist(cast.services, dana, group, [mine, theirs])
    sessions.agree_on_goal(cast.services, dana, group, LINE, 1, 2)
    page = read(cast, "bob", group)
    assert [one.voicemail.id for one in page.playlist] == [mine]
    assert {one.rep_id for one in page.results} == {cast.bob}
    assert {one.rep_id for one in read(cast, "dana", group).results} == {cast.bob, cast.charlie}


@pytest.mark.parametrize(("who", "follows"), [("bob", "bob"), ("alice", "bob"), ("charlie", "charlie"), ("dana", "bob charlie")])
def test_each_follows_the_reps_whose_voicemails_they_may_see(cast: Cast, clock: Clock, who: str, follows: str) -> None:
    group = sessions.open_session(cast.services, cast.as_seen_by(cast.dana), "Both", [cast.bob, cast.charlie], clock())
    assert set(read(cast, who, group).followed) == {getattr(cast, name) for name in follows.split()}


@pytest.mark.parametrize(("wanted", "out_of"), [(0, 10), (11, 10), (-1, -1)])
def test_a_goal_can_be_reached(cast: Cast, session: SessionId, wanted: int, out_of: int) -> None:
    with pytest.raises(CoachingError, match="out of at least as many"):
        sessions.agree_on_goal(cast.services, cast.as_seen_by(cast.alice), session, LINE, wanted, out_of)


def test_a_goal_is_about_a_criterion_that_there_is(cast: Cast, session: SessionId) -> None:
    with pytest.raises(NotFound):
        sessions.agree_on_goal(cast.services, cast.as_seen_by(cast.alice), session, "smiled", 1, 2)


def test_a_goal_is_not_about_a_criterion_that_the_store_does_not_judge(cast: Cast, session: SessionId) -> None:
    choose_profile(cast.services, cast.as_seen_by(cast.dana), cast.store, "short_and_curious")
    with pytest.raises(CoachingError, match="leaves this criterion out, so it is not counted"):
        sessions.agree_on_goal(cast.services, cast.as_seen_by(cast.alice), session, "value_offered", 1, 2)
    assert sessions.agree_on_goal(cast.services, cast.as_seen_by(cast.alice), session, LINE, 1, 2)


def test_a_goal_is_measured_on_what_the_rep_leaves_after_the_session(
    cast: Cast, session: SessionId, clock: Clock, works: Works
) -> None:
    alice = cast.as_seen_by(cast.alice)
    sessions.agree_on_goal(cast.services, alice, session, LINE, 2, 3)
    cast.leaves("before: no number")
    clock.wait(60)
    cast.leaves(f"after: {BOBS_LINE}")
    cast.leaves("after: no number", rep=cast.charlie)
    works()
    (goal,) = _progress(cast, session)
    assert ((goal.before.hits, goal.before.n), (goal.after.hits, goal.after.n)) == ((0, 1), (1, 1))
    assert goal.state is State.UNDER_WAY
    clock.wait(60)
    cast.leaves(f"again: {BOBS_LINE}")
    works()
    assert _progress(cast, session)[0].state is State.REACHED


def test_what_a_person_settled_counts_and_what_is_unsure_does_not(
    cast: Cast, session: SessionId, clock: Clock, works: Works
) -> None:
    alice = cast.as_seen_by(cast.alice)
    sessions.agree_on_goal(cast.services, alice, session, LINE, 1, 1)
    clock.wait(60)
    voicemail = cast.leaves(f"my line {MUMBLED}")
    works()
    assert _progress(cast, session)[0].after.n == 0
    settle(cast.services, alice, voicemail, LINE, Outcome.MET)
    assert _progress(cast, session)[0].state is State.REACHED


def test_a_dropped_goal_is_gone(cast: Cast, session: SessionId) -> None:
    alice = cast.as_seen_by(cast.alice)
    goal = sessions.agree_on_goal(cast.services, alice, session, LINE, 1, 1)
    sessions.drop_goal(cast.services, alice, session, goal)
    assert read(cast, "bob", session).session.goals == ()


def test_a_rep_acknowledges_what_was_sent_and_the_first_time_counts(cast: Cast, session: SessionId, clock: Clock) -> None:
    alice, bob = cast.as_seen_by(cast.alice), cast.as_seen_by(cast.bob)
    with pytest.raises(CoachingError, match="not sent yet"):
        sessions.acknowledge(cast.services, bob, session)
    sessions.send_summary(cast.services, alice, session)
    at = clock()
    sessions.acknowledge(cast.services, bob, session)
    clock.wait(60)
    sessions.acknowledge(cast.services, bob, session)
    assert read(cast, "alice", session).session.acknowledged == {cast.bob: at}


def test_nobody_acknowledges_for_a_rep(cast: Cast, session: SessionId) -> None:
    alice = cast.as_seen_by(cast.alice)
    sessions.send_summary(cast.services, alice, session)
    for who in (cast.alice, cast.dana):
        with pytest.raises(CoachingError, match="not held with you"):
            sessions.acknowledge(cast.services, cast.as_seen_by(who), session)


def test_what_is_changed_after_it_was_sent_has_to_be_sent_and_acknowledged_anew(cast: Cast, session: SessionId) -> None:
    alice, bob = cast.as_seen_by(cast.alice), cast.as_seen_by(cast.bob)
    sessions.send_summary(cast.services, alice, session)
    sessions.acknowledge(cast.services, bob, session)
    sessions.agree_on_goal(cast.services, alice, session, LINE, 8, 10)
    seen = read(cast, "bob", session).session
    assert (seen.sent_at, seen.acknowledged) == (None, {})


def _progress(cast: Cast, session: SessionId) -> list[Progress]:
    page = read(cast, "bob", session)
    return progress(page.session, page.results)


def test_a_second_click_opens_no_second_session(cast: Cast, clock: Clock) -> None:
    alice = cast.as_seen_by(cast.alice)
    first = sessions.open_session(cast.services, alice, "Your own line", [cast.bob], clock())
    assert sessions.open_session(cast.services, alice, " Your own line ", [cast.bob], clock()) == first
    clock.wait(60)
    assert sessions.open_session(cast.services, alice, "Your own line", [cast.bob], clock()) != first
    dana = cast.as_seen_by(cast.dana)
    assert sessions.open_session(cast.services, dana, "Your own line", [cast.bob], clock()) != first
