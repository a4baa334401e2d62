"""Uploads find their leads when they have been heard, by a real worker over real storage."""

import pytest

from coaching.domain.job import JobKind
from coaching.domain.lead import LeadId
from coaching.domain.voicemail import VoicemailId
from coaching.errors import NotFound
from coaching.jobs.worker import Worker
from coaching.services.judge import JudgeVoicemail
from coaching.services.placing import Placement, answer
from coaching.services.reading import Reading, list_voicemails, read
from coaching.services.receive import Upload, receive
from coaching.storage import leads
from tests.stand_ins import FakeListener, judge
from tests.world import Cast, Clock


@pytest.fixture
def worker(cast: Cast, clock: Clock) -> Worker:
    return Worker(cast.services.database, {JobKind.JUDGE: JudgeVoicemail(cast.services, FakeListener(), judge)}, clock)


@pytest.fixture
def walt(cast: Cast) -> LeadId:
    with cast.services.database.writing() as connection:
        leads.add(connection, cast.store, "Denise Hall", rep_id=cast.bob, facts={"vehicle": "2025 Honda Pilot"})
        return leads.add(connection, cast.store, "Walt Brandt", rep_id=cast.bob, facts={"vehicle": "2024 Ford F-150"})


def uploaded(cast: Cast, worker: Worker, said: str, file_name: str = "20241007.wav") -> Reading:
    upload = Upload(file_name, said.encode(), Placement(rep_id=cast.bob))
    voicemail_id = receive(cast.services, cast.as_seen_by(cast.bob), upload).voicemail_id
    work_off(worker)
    return as_it_is(cast, voicemail_id)


def work_off(worker: Worker) -> None:
    while worker.work_one():
        pass


def as_it_is(cast: Cast, voicemail_id: VoicemailId) -> Reading:
    return read(cast.services, cast.as_seen_by(cast.bob), voicemail_id)


def test_who_is_spoken_to_by_their_full_name_is_the_lead(cast: Cast, worker: Worker, walt: LeadId) -> None:
    assert uploaded(cast, worker, "Hi Walt Brandt this is Bob").voicemail.lead_id == walt


def test_the_name_of_the_file_is_enough_where_nobody_else_is_spoken_to(cast: Cast, worker: Worker, walt: LeadId) -> None:
    assert uploaded(cast, worker, "Hello this is Bob", "walt_brandt_2.wav").voicemail.lead_id == walt


def test_a_first_name_alone_is_asked_and_one_answer_puts_it_with_that_lead(cast: Cast, worker: Worker, walt: LeadId) -> None:
    first = uploaded(cast, worker, "Hi Denise Hall call me").voicemail
    asked = uploaded(cast, worker, "Hi Denise call me")
    assert asked.voicemail.lead_id is None
    assert [lead.customer_name for lead in asked.listed.possible_leads] == ["Denise Hall", "Denise Okafor"]
    assert asked.listed.possible_leads[0].vehicle == "2025 Honda Pilot"
    assert first.lead_id is not None
    answer(cast.services, cast.as_seen_by(cast.bob), asked.voicemail.id, first.lead_id)
    assert as_it_is(cast, asked.voicemail.id).listed.progress.renewing
    work_off(worker)
    answered = as_it_is(cast, asked.voicemail.id)
    assert (answered.voicemail.lead_id, answered.listed.possible_leads) == (first.lead_id, ())
    assert [one.id for one in answered.attempts] == [first.id, asked.voicemail.id]


def test_none_of_them_ends_the_question_for_good(cast: Cast, worker: Worker, walt: LeadId) -> None:
    asked = uploaded(cast, worker, "Hi Denise call me")
    answer(cast.services, cast.as_seen_by(cast.bob), asked.voicemail.id, None)
    work_off(worker)
    answered = as_it_is(cast, asked.voicemail.id)
    assert (answered.voicemail.lead_id, answered.listed.possible_leads) == (None, ())


def test_leads_of_another_rep_are_neither_found_nor_offered(cast: Cast, worker: Worker) -> None:
    with cast.services.database.writing() as connection:
        leads.add(connection, cast.store, "Ed Fox", rep_id=cast.charlie)
    read_back = uploaded(cast, worker, "Hi Ed Fox this is Bob")
    assert (read_back.voicemail.lead_id, read_back.listed.possible_leads) == (None, ())


def test_a_stranger_may_not_answer(cast: Cast, worker: Worker, walt: LeadId) -> None:
    asked = uploaded(cast, worker, "Hi Denise call me").voicemail.id
    with pytest.raises(NotFound):
        answer(cast.services, cast.as_seen_by(cast.charlie), asked, walt)


def test_what_was_put_with_a_lead_by_choice_stays_there(cast: Cast, worker: Worker, walt: LeadId) -> None:
    voicemail_id = cast.leaves("Hi Walt Brandt this is Bob", lead=cast.denise)
    work_off(worker)
    (listed,) = list_voicemails(cast.services, cast.as_seen_by(cast.bob))
    assert (listed.voicemail.id, listed.voicemail.lead_id) == (voicemail_id, cast.denise)
