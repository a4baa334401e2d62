import pytest

from coaching.domain.comment import Passage
from coaching.domain.exemplar import Chosen
from coaching.domain.people import MACHINE
from coaching.domain.voicemail import VoicemailId
from coaching.errors import BadAudio, CoachingError, NotFound, UnknownName
from coaching.rubrics.drills import drill
from coaching.services import hearing, placing
from coaching.services.coaching.library import choose
from coaching.services.disputing import disputable
from coaching.services.judge import JudgeVoicemail
from coaching.services.placing import Placement
from coaching.services.practice.exemplars import exemplar_of
from coaching.services.practice.goals import best, goals_reached, reached
from coaching.services.practice.practising import own_attempts, practise, submit, submitted_to
from coaching.services.reading import list_voicemails, read
from coaching.storage import audit, practices
from coaching.storage.audit import Wanted
from tests.pages.conftest import WorkerAtHand, worker
from tests.stand_ins import FakeListener
from tests.world import BOBS_LINE, Cast

__all__ = ["worker"]

NUMBER, REASON = "say_the_number", "new_reason"


def says(cast: Cast, words: str, drill_id: str = NUMBER) -> VoicemailId:
    return practise(cast.services, cast.as_seen_by(cast.bob), drill_id, words.encode())


def test_an_attempt_is_judged_against_what_the_drill_makes_up(cast: Cast, worker: WorkerAtHand) -> None:
    made = says(cast, drill(REASON).earlier[0], REASON)
    worker.works()
    card = read(cast.services, cast.as_seen_by(cast.bob), made)
    assert card.judged is not None
    assert card.judged.scorecard.finding("no_repetition").outcome == "not_met"
    assert card.voicemail.attempt == 3
    (evidence,) = card.judged.scorecard.finding("no_repetition").evidence
    assert evidence.repeats is not None
    assert evidence.repeats.quote == drill(REASON).earlier[0]


def test_the_engine_is_told_the_names_of_the_made_up_call(cast: Cast) -> None:
    listener = FakeListener()
    made = says(cast, "anything")
    handler = WorkerAtHand(cast)
    judging = handler.worker.handlers["judge"]
    assert isinstance(judging, JudgeVoicemail)
    handler.worker.handlers["judge"] = JudgeVoicemail(cast.services, listener, judging.judge)  # type: ignore[index]
    handler.works()
    assert "Carla Jennings" in listener.hints[0]
    assert made


def test_goals_are_reached_by_verdicts_and_by_measures(cast: Cast, worker: WorkerAtHand) -> None:
    says(cast, f"um call {BOBS_LINE}")
    worker.works()
    (attempt,) = own_attempts(cast.services, cast.as_seen_by(cast.bob), NUMBER)
    by_text = {goal.text: reached(goal, attempt) for goal in drill(NUMBER).goals}
    assert by_text["Your direct line is in it"] is True
    assert by_text["At most 3 digits a second"] is None  # the listener that stands in measures none
    assert by_text["Done within 60 seconds"] is True
    opening = next(goal for goal in drill("open_without_filler").goals if goal.measure == "opening_fillers")
    assert reached(opening, attempt) is False


def test_before_it_is_judged_nobody_can_tell(cast: Cast) -> None:
    says(cast, "waiting")
    (attempt,) = own_attempts(cast.services, cast.as_seen_by(cast.bob), NUMBER)
    assert [reached(goal, attempt) for goal in drill(NUMBER).goals] == [None] * len(drill(NUMBER).goals)
    assert best(drill(NUMBER), [attempt]) is None


def test_the_best_reached_most_goals_and_the_earliest_of_equals(cast: Cast, worker: WorkerAtHand) -> None:
    says(cast, "no line")
    good = says(cast, f"with {BOBS_LINE}")
    says(cast, f"again {BOBS_LINE}")
    worker.works()
    attempts = own_attempts(cast.services, cast.as_seen_by(cast.bob), NUMBER)
    top = best(drill(NUMBER), attempts)
    assert top is not None
    assert top.practice.voicemail_id == good
    assert goals_reached(drill(NUMBER), top) == 2


def test_practising_leaves_no_trace_in_the_history_until_it_is_submitted(cast: Cast, worker: WorkerAtHand) -> None:
    made, bob = says(cast, "quietly"), cast.as_seen_by(cast.bob)
    worker.works()
    hearing.hear(cast.services, bob, made)
    with cast.services.database.reading() as connection:
        assert audit.listed(connection, MACHINE, Wanted()) == []
    submit(cast.services, bob, made)
    with cast.services.database.reading() as connection:
        assert [one.entry.what for one in audit.listed(connection, MACHINE, Wanted())] == ["practice"]


def test_submitting_shows_it_to_those_who_coach_marked_and_once(cast: Cast, worker: WorkerAtHand) -> None:
    made, bob, alice = says(cast, "look"), cast.as_seen_by(cast.bob), cast.as_seen_by(cast.alice)
    worker.works()
    assert submitted_to(cast.services, alice) == []
    submit(cast.services, bob, made)
    submit(cast.services, bob, made)
    (attempt,) = submitted_to(cast.services, alice)
    assert attempt.practice.submitted_at == cast.services.now()
    shown = read(cast.services, alice, made)
    assert shown.practice is not None
    assert list_voicemails(cast.services, alice) == []


@pytest.mark.parametrize("who", ["alice", "dana", "abe", "charlie"])
def test_nobody_else_hears_or_reads_it(cast: Cast, worker: WorkerAtHand, who: str) -> None:
    made, other = says(cast, "alone"), cast.as_seen_by(getattr(cast, who))
    worker.works()
    for ask in (read, hearing.hear):
        with pytest.raises(NotFound):
            ask(cast.services, other, made)
    with pytest.raises(NotFound):
        submit(cast.services, other, made)


def test_only_its_rep_submits_it(cast: Cast, worker: WorkerAtHand) -> None:
    made = says(cast, "mine")
    worker.works()
    submit(cast.services, cast.as_seen_by(cast.bob), made)
    with pytest.raises(CoachingError, match="You may not submit"):
        submit(cast.services, cast.as_seen_by(cast.alice), made)


def test_what_is_not_judged_yet_cannot_be_submitted_and_a_voicemail_is_no_practice(cast: Cast) -> None:
    bob = cast.as_seen_by(cast.bob)
    with pytest.raises(CoachingError, match="not judged yet"):
        submit(cast.services, bob, says(cast, "soon"))
    with pytest.raises(NotFound, match="practice"):
        submit(cast.services, bob, cast.leaves("to a customer"))


def test_it_belongs_to_no_lead_and_is_put_with_none(cast: Cast, worker: WorkerAtHand) -> None:
    made, bob = says(cast, "Hi Denise Okafor it is Bob"), cast.as_seen_by(cast.bob)
    worker.works()
    assert read(cast.services, bob, made).voicemail.lead_id is None
    assert read(cast.services, bob, made).listed.possible_leads == ()
    with pytest.raises(CoachingError, match="made-up customer"):
        placing.change(cast.services, bob, made, Placement(cast.bob, cast.denise))
    assert disputable(cast.services, bob, made) == frozenset()


def test_the_same_file_twice_an_empty_one_and_an_unknown_drill_are_refused(cast: Cast) -> None:
    says(cast, "once")
    with pytest.raises(CoachingError, match="here already"):
        says(cast, "once")
    with pytest.raises(BadAudio):
        says(cast, "")
    with pytest.raises(UnknownName, match="say_the_number"):
        says(cast, "words", "say_the_numbers")


def test_beside_it_stands_somebody_else_who_does_it_well(cast: Cast, worker: WorkerAtHand) -> None:
    own, other = cast.leaves(f"call {BOBS_LINE} soon"), cast.leaves("call me on my line", rep=cast.charlie)
    worker.works()
    bob, dana = cast.as_seen_by(cast.bob), cast.as_seen_by(cast.dana)
    assert exemplar_of(cast.services, bob, drill(NUMBER)) is None
    for voicemail, criterion in ((other, "number_repeated"), (own, "direct_line_given"), (own, "text_invited")):
        choose(cast.services, dana, voicemail, Chosen(criterion, Passage(0.0, 1.0), "Slow."))
    beside = {who.name: exemplar_of(cast.services, who, drill(NUMBER)) for who in (bob, dana)}
    assert {name: one.voicemail_id for name, one in beside.items() if one} == {"Bob": other, "Dana": own}


def test_what_goes_with_its_voicemail(cast: Cast, worker: WorkerAtHand) -> None:
    from coaching.storage import privacy

    made = says(cast, "gone")
    worker.works()
    with cast.services.database.writing() as connection:
        privacy.remove(connection, [made])
        assert practices.of_voicemail(connection, made) is None
