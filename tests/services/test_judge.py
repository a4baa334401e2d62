"""From a received recording to a scorecard, by a real worker over fake hearing and judging."""

import pytest

from coaching.domain.context import CallContext, EarlierMessage, RepOnFile
from coaching.domain.job import JobKind
from coaching.domain.scorecard import NumberMatch, Outcome
from coaching.domain.voicemail import Stage, VoicemailId
from coaching.errors import TranscriptionError
from coaching.jobs.worker import OUR_FAULT, Worker
from coaching.services.judge import JudgeVoicemail
from coaching.services.people import change_direct_line
from coaching.services.placing import Placement, change
from coaching.services.reading import Reading, read
from tests import stand_ins
from tests.world import BOBS_LINE, Cast, Clock

GOOD = f"Hi Denise this is Bob my direct line is {BOBS_LINE}"


@pytest.fixture
def listener() -> stand_ins.FakeListener:
    return stand_ins.FakeListener()


@pytest.fixture
def worker(cast: Cast, clock: Clock, listener: stand_ins.FakeListener) -> Worker:
    handler = JudgeVoicemail(cast.services, listener, stand_ins.judge)
    return Worker(cast.services.database, {JobKind.JUDGE: handler}, clock)


def work_off(worker: Worker) -> int:
    done = 0
    while worker.work_one():
        done += 1
    return done


def reading(cast: Cast, voicemail_id: VoicemailId) -> Reading:
    return read(cast.services, cast.as_seen_by(cast.bob), voicemail_id)


def forget_sound(cast: Cast, voicemail_id: VoicemailId) -> None:
    voicemail = reading(cast, voicemail_id).voicemail
    cast.services.blobs.remove(voicemail.store_id, voicemail.sha256)


def outcome(cast: Cast, voicemail_id: VoicemailId, criterion_id: str) -> Outcome:
    judged = reading(cast, voicemail_id).judged
    assert judged is not None
    return judged.scorecard.finding(criterion_id).outcome


def test_a_recording_becomes_a_scorecard_with_evidence_and_numbers(cast: Cast, worker: Worker) -> None:
    voicemail_id = cast.leaves(GOOD, lead=cast.denise)
    work_off(worker)
    page = reading(cast, voicemail_id)
    assert page.listed.progress.stage is Stage.JUDGED
    assert (page.listed.score, page.listed.rep_name, page.listed.customer_name) == (100.0, "Bob", "Denise Okafor")
    assert page.listed.outcomes == {"direct_line_given": Outcome.MET, "no_repetition": Outcome.NOT_APPLICABLE}
    assert page.judged is not None
    said = page.judged.heard.transcript
    quote = page.judged.scorecard.finding("direct_line_given").evidence[0]
    assert said.text[quote.start_char : quote.end_char] == quote.quote == BOBS_LINE
    assert page.judged.scorecard.numbers[0].match is NumberMatch.DIRECT_LINE
    assert page.voicemail.recording is not None
    assert page.voicemail.recording.duration_s == pytest.approx(page.judged.heard.delivery.speech_s)


def test_a_scorecard_comes_back_as_it_was_made(cast: Cast, worker: Worker) -> None:
    first = cast.leaves(GOOD, lead=cast.denise, attempt=1)
    second = cast.leaves(GOOD + " ", lead=cast.denise, attempt=2)
    work_off(worker)
    judged, earlier = reading(cast, second).judged, reading(cast, first).judged
    assert judged is not None
    assert earlier is not None
    rep = RepOnFile("Bob", BOBS_LINE, "Fairhaven Honda", "410-555-0100")
    before = EarlierMessage(str(first), earlier.heard.transcript.text, 1)
    assert judged.scorecard == stand_ins.judge(judged.heard.transcript, CallContext(rep=rep, attempt=2, earlier=(before,)))
    assert [one.id for one in reading(cast, second).attempts] == [first, second]


def test_the_engine_is_told_names_and_never_a_number(cast: Cast, worker: Worker, listener: stand_ins.FakeListener) -> None:
    cast.leaves(GOOD, lead=cast.denise)
    work_off(worker)
    assert listener.hints == [("Bob", "Fairhaven Honda", "Denise Okafor", "2025 Honda CR-V")]


def test_what_cannot_be_decoded_fails_with_its_own_sentence_and_holds_up_nothing(cast: Cast, worker: Worker) -> None:
    bad, good = cast.leaves(stand_ins.NOT_AUDIO), cast.leaves(GOOD)
    work_off(worker)
    failed = reading(cast, bad).listed.progress
    assert failed.stage is Stage.FAILED
    assert "not an audio recording" in failed.reason
    assert reading(cast, good).listed.progress.stage is Stage.JUDGED


def test_a_recording_in_which_nobody_speaks_fails_with_a_sentence(cast: Cast, worker: Worker) -> None:
    voicemail_id = cast.leaves("   ")
    work_off(worker)
    assert "Nobody can be heard" in reading(cast, voicemail_id).listed.progress.reason


def test_an_engine_that_stumbles_is_asked_again_later(
    cast: Cast, worker: Worker, listener: stand_ins.FakeListener, clock: Clock
) -> None:
    voicemail_id = cast.leaves(GOOD)
    listener.fails_with(TranscriptionError("Out of memory.", may_retry=True))
    work_off(worker)
    assert reading(cast, voicemail_id).listed.progress.stage is Stage.RECEIVED
    clock.wait(2)
    work_off(worker)
    assert reading(cast, voicemail_id).listed.progress.stage is Stage.JUDGED


def test_a_bug_is_tried_three_times_then_shown_as_ours(
    cast: Cast, worker: Worker, listener: stand_ins.FakeListener, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    voicemail_id = cast.leaves(GOOD)
    listener.fails_with(*[ZeroDivisionError("a bug")] * 3)
    for _ in range(3):
        work_off(worker)
        clock.wait(10)
    progress = reading(cast, voicemail_id).listed.progress
    assert (progress.stage, progress.reason, progress.may_retry) == (Stage.FAILED, OUR_FAULT, True)
    assert caplog.text.count("ZeroDivisionError: a bug") == 3


def test_attempts_that_arrive_in_the_wrong_order_are_judged_as_if_in_the_right_one(cast: Cast, worker: Worker) -> None:
    second = cast.leaves("Any news ", lead=cast.denise, attempt=2)
    work_off(worker)
    assert outcome(cast, second, "no_repetition") is Outcome.NOT_APPLICABLE
    first = cast.leaves("Any news", lead=cast.denise, attempt=1)
    work_off(worker)
    assert outcome(cast, first, "no_repetition") is Outcome.NOT_APPLICABLE
    assert outcome(cast, second, "no_repetition") is Outcome.NOT_MET


def test_moving_a_voicemail_judges_it_and_the_others_of_both_leads_anew_without_hearing_them_again(
    cast: Cast, worker: Worker, listener: stand_ins.FakeListener
) -> None:
    first = cast.leaves("Any news", lead=cast.denise, attempt=1)
    second = cast.leaves("Any news ", lead=cast.denise, attempt=2)
    work_off(worker)
    assert outcome(cast, second, "no_repetition") is Outcome.NOT_MET
    change(cast.services, cast.as_seen_by(cast.bob), first, Placement(customer_name="Marvin Hale"))
    assert reading(cast, second).listed.progress.renewing
    work_off(worker)
    assert outcome(cast, second, "no_repetition") is Outcome.NOT_APPLICABLE
    assert len(listener.heard) == 2
    assert reading(cast, first).listed.customer_name == "Marvin Hale"


def test_a_corrected_direct_line_changes_the_verdicts(cast: Cast, worker: Worker, listener: stand_ins.FakeListener) -> None:
    voicemail_id = cast.leaves(GOOD)
    work_off(worker)
    change_direct_line(cast.services, cast.as_seen_by(cast.alice), cast.bob, "240-555-0199")
    work_off(worker)
    assert outcome(cast, voicemail_id, "direct_line_given") is Outcome.NOT_MET
    assert len(listener.heard) == 1


def test_a_judgement_that_changes_nothing_keeps_its_date(cast: Cast, worker: Worker, clock: Clock) -> None:
    voicemail_id = cast.leaves(GOOD)
    work_off(worker)
    before = reading(cast, voicemail_id).judged
    clock.wait(60)
    change(cast.services, cast.as_seen_by(cast.bob), voicemail_id, Placement())
    assert work_off(worker) == 1
    assert reading(cast, voicemail_id).judged == before


def test_where_the_sound_is_no_longer_kept_the_words_are_judged_again(
    cast: Cast, worker: Worker, listener: stand_ins.FakeListener
) -> None:
    voicemail_id = cast.leaves(GOOD, lead=cast.denise)
    work_off(worker)
    forget_sound(cast, voicemail_id)
    change_direct_line(cast.services, cast.as_seen_by(cast.dana), cast.bob, "410-555-0177")
    listener.model = "newer"
    work_off(worker)
    page = reading(cast, voicemail_id)
    assert page.listed.progress.stage is Stage.JUDGED
    assert outcome(cast, voicemail_id, "direct_line_given") is Outcome.NOT_MET
    assert page.judged is not None
    assert page.judged.heard.transcript.model == "small"


def test_sound_that_was_never_heard_and_is_gone_fails_with_its_reason(cast: Cast, worker: Worker) -> None:
    voicemail_id = cast.leaves(GOOD, lead=cast.denise)
    forget_sound(cast, voicemail_id)
    work_off(worker)
    assert reading(cast, voicemail_id).listed.progress.stage is Stage.FAILED
