"""Alice and Frank train different teams, Dana manages both; Bob's voicemails are judged blind by all three."""

import json
from pathlib import Path

import pytest

from coaching.cli.rows import Row, read_lines, read_rows
from coaching.domain.audit import Action, Subject
from coaching.domain.calibration import Gold, RoundId
from coaching.domain.people import MACHINE, PersonId, Role
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.services import hearing, reading
from coaching.services.coaching import calibration
from coaching.services.coaching.gold import gold_cases
from coaching.storage import audit, people
from coaching.storage.audit import Wanted
from tests.services.coaching.conftest import Works
from tests.world import BOBS_LINE, Cast

LINE, TEXT = "direct_line_given", "text_invited"
MET, NOT_MET = Outcome.MET, Outcome.NOT_MET


@pytest.fixture
def frank(cast: Cast) -> PersonId:
    with cast.services.database.writing() as connection:
        return people.add_person(connection, "Frank", Role.TRAINER, store_id=cast.store, trains_teams=[cast.other_team])


@pytest.fixture
def voicemails(cast: Cast, works: Works) -> list[VoicemailId]:
    left = [cast.leaves(f"one {BOBS_LINE}"), cast.leaves("two without")]
    works()
    return left


@pytest.fixture
def round_id(cast: Cast, frank: PersonId, voicemails: list[VoicemailId]) -> RoundId:
    return calibration.open_round(
        cast.services,
        cast.as_seen_by(cast.dana),
        cast.store,
        "October",
        voicemail_ids=voicemails,
        criterion_ids=[TEXT, LINE],
        judge_ids=[cast.alice, frank],
    )


def judge_all(cast: Cast, who: PersonId, round_id: RoundId, outcome: Outcome = MET) -> None:
    viewer = cast.as_seen_by(who)
    for voicemail_id in calibration.read_round(cast.services, viewer, round_id).round.voicemail_ids:
        calibration.judge_voicemail(cast.services, viewer, round_id, voicemail_id, {LINE: outcome, TEXT: outcome})


@pytest.mark.parametrize(("title", "said"), [(" ", "Give the round a title"), ("x" * 201, "at most 200 characters")])
def test_a_round_has_a_title_that_can_be_kept(cast: Cast, voicemails: list[VoicemailId], title: str, said: str) -> None:
    with pytest.raises(CoachingError, match=said):
        calibration.open_round(
            cast.services,
            cast.as_seen_by(cast.dana),
            cast.store,
            title,
            voicemail_ids=voicemails,
            criterion_ids=[LINE],
            judge_ids=[cast.alice],
        )


def seen_by(cast: Cast, who: PersonId, round_id: RoundId) -> set[PersonId]:
    """Whose verdicts."""
    page = calibration.read_round(cast.services, cast.as_seen_by(who), round_id)
    return {one.judge_id for one in page.verdicts}


def test_a_judge_sees_nobody_elses_verdict_nor_the_machines_before_they_have_finished(
    cast: Cast, frank: PersonId, round_id: RoundId
) -> None:
    judge_all(cast, cast.alice, round_id)
    calibration.finish(cast.services, cast.as_seen_by(cast.alice), round_id)
    assert seen_by(cast, frank, round_id) == set()
    judge_all(cast, frank, round_id)
    assert seen_by(cast, frank, round_id) == {frank}
    calibration.finish(cast.services, cast.as_seen_by(frank), round_id)
    assert seen_by(cast, frank, round_id) == {cast.alice, frank, MACHINE.id}


def test_who_has_finished_sees_who_else_has_and_nobody_half_way(cast: Cast, frank: PersonId, round_id: RoundId) -> None:
    judge_all(cast, frank, round_id)
    judge_all(cast, cast.alice, round_id)
    calibration.finish(cast.services, cast.as_seen_by(cast.alice), round_id)
    assert seen_by(cast, cast.alice, round_id) == {cast.alice, MACHINE.id}


def test_who_only_opened_it_sees_nothing_before_it_is_closed(cast: Cast, frank: PersonId, round_id: RoundId) -> None:
    judge_all(cast, cast.alice, round_id)
    calibration.finish(cast.services, cast.as_seen_by(cast.alice), round_id)
    assert seen_by(cast, cast.dana, round_id) == set()
    assert seen_by(cast, cast.abe, round_id) == set()
    calibration.close_round(cast.services, cast.as_seen_by(cast.dana), round_id)
    assert seen_by(cast, cast.dana, round_id) == {cast.alice, MACHINE.id}


def test_the_last_who_finishes_closes_it(cast: Cast, frank: PersonId, round_id: RoundId) -> None:
    for who in (cast.alice, frank):
        assert calibration.read_round(cast.services, cast.as_seen_by(cast.dana), round_id).round.closed_at is None
        judge_all(cast, who, round_id)
        calibration.finish(cast.services, cast.as_seen_by(who), round_id)
    assert calibration.read_round(cast.services, cast.as_seen_by(cast.dana), round_id).round.closed_at is not None


def test_nobody_finishes_with_verdicts_left(cast: Cast, round_id: RoundId, voicemails: list[VoicemailId]) -> None:
    alice = cast.as_seen_by(cast.alice)
    calibration.judge_voicemail(cast.services, alice, round_id, voicemails[0], {LINE: MET, TEXT: MET})
    with pytest.raises(CoachingError, match="2 verdicts left"):
        calibration.finish(cast.services, alice, round_id)


def test_a_verdict_can_be_changed_until_one_has_finished(cast: Cast, round_id: RoundId, voicemails: list[VoicemailId]) -> None:
    alice = cast.as_seen_by(cast.alice)
    judge_all(cast, cast.alice, round_id)
    calibration.judge_voicemail(cast.services, alice, round_id, voicemails[0], {LINE: NOT_MET})
    calibration.finish(cast.services, alice, round_id)
    with pytest.raises(CoachingError, match="finished it"):
        calibration.judge_voicemail(cast.services, alice, round_id, voicemails[0], {LINE: MET})
    mine = [one for one in calibration.read_round(cast.services, alice, round_id).verdicts if one.judge_id == cast.alice]
    assert {(one.voicemail_id, one.criterion_id): one.outcome for one in mine}[voicemails[0], LINE] is NOT_MET
    assert len(mine) == 4


def test_only_who_was_asked_judges(cast: Cast, round_id: RoundId, voicemails: list[VoicemailId]) -> None:
    with pytest.raises(CoachingError, match="not yours to judge"):
        calibration.judge_voicemail(cast.services, cast.as_seen_by(cast.dana), round_id, voicemails[0], {LINE: MET})


@pytest.mark.parametrize("outcomes", [{LINE: Outcome.UNSURE}, {"smiled": MET}])
def test_a_verdict_is_one_of_three_on_a_criterion_of_the_round(
    cast: Cast, round_id: RoundId, voicemails: list[VoicemailId], outcomes: dict[str, Outcome]
) -> None:
    with pytest.raises(CoachingError):
        calibration.judge_voicemail(cast.services, cast.as_seen_by(cast.alice), round_id, voicemails[0], outcomes)


@pytest.mark.parametrize("who", ["bob", "charlie", "erin"])
def test_it_is_there_for_its_judges_and_the_manager_alone(cast: Cast, round_id: RoundId, who: str) -> None:
    viewer = cast.as_seen_by(getattr(cast, who))
    assert calibration.list_rounds(cast.services, viewer) == []
    with pytest.raises(NotFound):
        calibration.read_round(cast.services, viewer, round_id)


def test_a_judge_hears_what_another_team_left_and_sees_it_in_no_list(
    cast: Cast, frank: PersonId, round_id: RoundId, voicemails: list[VoicemailId]
) -> None:
    viewer, not_asked = cast.as_seen_by(frank), cast.leaves("not in the round")
    assert hearing.hear(cast.services, viewer, voicemails[0])
    assert reading.list_voicemails(cast.services, viewer) == []
    for hidden in (
        lambda: hearing.hear(cast.services, viewer, not_asked),
        lambda: reading.read(cast.services, viewer, voicemails[0]),
    ):
        with pytest.raises(NotFound):
            hidden()


@pytest.mark.parametrize(("who", "refusal"), [("bob", NotAllowed), ("erin", NotFound)])
def test_whoever_coaches_in_the_store_opens_one(
    cast: Cast, voicemails: list[VoicemailId], who: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        calibration.open_round(
            cast.services,
            cast.as_seen_by(getattr(cast, who)),
            cast.store,
            "October",
            voicemail_ids=voicemails,
            criterion_ids=[LINE],
            judge_ids=[cast.alice],
        )


def test_what_one_may_not_see_cannot_be_put_into_one_and_reps_do_not_judge(cast: Cast, voicemails: list[VoicemailId]) -> None:
    alice, charlies = cast.as_seen_by(cast.alice), cast.leaves("not hers", rep=cast.charlie)
    for chosen, judges in (([charlies], [cast.alice]), (voicemails, [cast.bob])):
        with pytest.raises(NotFound):
            calibration.open_round(
                cast.services, alice, cast.store, "October", voicemail_ids=chosen, criterion_ids=[LINE], judge_ids=judges
            )


def test_what_was_agreed_on_is_a_labelled_case_for_evaluate(
    cast: Cast, round_id: RoundId, voicemails: list[VoicemailId], tmp_path: Path
) -> None:
    dana = cast.as_seen_by(cast.dana)
    with pytest.raises(CoachingError, match="when everybody has finished"):
        calibration.agree_on(cast.services, dana, round_id, [Gold(voicemails[0], LINE, MET)])
    calibration.close_round(cast.services, dana, round_id)
    calibration.agree_on(cast.services, dana, round_id, [Gold(voicemails[0], LINE, NOT_MET), Gold(voicemails[0], TEXT, MET)])
    calibration.agree_on(cast.services, dana, round_id, [Gold(voicemails[0], LINE, MET)])
    exported = tmp_path / "gold.jsonl"
    exported.write_text("\n".join(map(json.dumps, gold_cases(cast.services, dana, round_id))))
    (row,) = read_rows(read_lines(exported))
    assert isinstance(row, Row)
    assert (row.text, row.context.rep.direct_line) == (f"one {BOBS_LINE}", BOBS_LINE)
    assert row.fields["labels"] == {LINE: "met", TEXT: "met"}
    with cast.services.database.reading() as connection:
        assert audit.count(connection, dana, Wanted(Action.EXPORTED, subject=Subject.ROUND, subject_id=round_id)) == 1


def test_gold_changes_no_scorecard(cast: Cast, round_id: RoundId, voicemails: list[VoicemailId]) -> None:
    dana = cast.as_seen_by(cast.dana)
    calibration.close_round(cast.services, dana, round_id)
    before = reading.read(cast.services, dana, voicemails[0]).judged
    calibration.agree_on(cast.services, dana, round_id, [Gold(voicemails[0], LINE, NOT_MET)])
    assert reading.read(cast.services, dana, voicemails[0]).judged == before
