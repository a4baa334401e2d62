from datetime import timedelta

import pytest

from coaching.domain.scorecard import Outcome
from coaching.domain.session import SessionId
from coaching.errors import NotFound
from coaching.services.coaching.collecting import matching
from coaching.services.coaching.sessions import put_on_playlist
from coaching.services.settling import settle
from tests.services.coaching.conftest import Works
from tests.stand_ins import MUMBLED
from tests.world import BOBS_LINE, Cast, Clock

LINE = "direct_line_given"


def found(cast: Cast, session: SessionId, **rule: object) -> list[str]:
    lines = matching(cast.services, cast.as_seen_by(cast.alice), session, **rule)  # type: ignore[arg-type]
    return [line.voicemail.file_name for line in lines]


@pytest.fixture
def left(cast: Cast, clock: Clock, works: Works) -> None:
    cast.leaves(f"good {BOBS_LINE}")
    clock.wait(3600)
    cast.leaves("bad without")
    cast.leaves("another rep", rep=cast.charlie)
    works()
    cast.leaves("not judged yet")


@pytest.mark.usefixtures("left")
def test_without_a_rule_all_that_was_judged_of_its_reps_is_offered(cast: Cast, session: SessionId) -> None:
    assert found(cast, session) == ["bad without.wav", "good 240-555.wav"]


@pytest.mark.usefixtures("left")
def test_each_rule_takes_away(cast: Cast, session: SessionId, clock: Clock) -> None:
    assert found(cast, session, verdict=(LINE, Outcome.MET)) == ["good 240-555.wav"]
    assert found(cast, session, verdict=(LINE, Outcome.NOT_MET)) == ["bad without.wav"]
    assert found(cast, session, score=(0.0, 50.0)) == ["bad without.wav"]
    assert found(cast, session, score=(50.0, 100.0)) == ["good 240-555.wav"]
    assert found(cast, session, left=(clock(), clock() + timedelta(hours=1))) == ["bad without.wav"]
    assert found(cast, session, left=(clock() - timedelta(hours=2), clock())) == ["good 240-555.wav"]
    assert found(cast, session, verdict=(LINE, Outcome.MET), score=(0.0, 50.0)) == []


def test_a_rule_goes_by_what_stands(cast: Cast, session: SessionId, works: Works) -> None:
    mumbled = cast.leaves(f"line {MUMBLED}")
    works()
    assert found(cast, session, verdict=(LINE, Outcome.MET)) == []
    settle(cast.services, cast.as_seen_by(cast.alice), mumbled, LINE, Outcome.MET)
    assert len(found(cast, session, verdict=(LINE, Outcome.MET))) == 1


def test_what_is_on_the_playlist_is_not_offered_again(cast: Cast, session: SessionId, works: Works) -> None:
    first = cast.leaves("first of all")
    works()
    put_on_playlist(cast.services, cast.as_seen_by(cast.alice), session, [first])
    assert found(cast, session) == []


@pytest.mark.usefixtures("left")
def test_another_trainer_collects_nothing_for_it(cast: Cast, session: SessionId) -> None:
    with pytest.raises(NotFound):
        matching(cast.services, cast.as_seen_by(cast.erin), session)
