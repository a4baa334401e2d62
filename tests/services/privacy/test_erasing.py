"""After somebody is erased, nothing that the app keeps holds their name, their number or their words."""

import logging
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from coaching.domain.attempt import AttemptKind
from coaching.domain.audit import Action
from coaching.domain.job import JobKind
from coaching.domain.lead import LeadId
from coaching.domain.people import MACHINE, PersonId, Role
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.jobs.worker import Worker
from coaching.services import hearing, placing, settling
from coaching.services.coaching import sessions, takes
from coaching.services.coaching.judging_takes import JudgeTake
from coaching.services.follow_up import lead_files, noting
from coaching.services.judge import JudgeVoicemail
from coaching.services.placing import Placement
from coaching.services.privacy.backup import back_up
from coaching.services.privacy.erasing import ErasureReport, erase_lead, erase_person
from coaching.services.receive import Upload, receive
from coaching.storage import audit, leads, people, transcripts, voicemails
from coaching.storage.tables import counted, evidence, metadata, score_tally
from coaching.storage.tables import lead as leads_table
from tests.stand_ins import MUMBLED, FakeListener, judge
from tests.world import Cast, Clock

Make = Callable[[Cast, Clock], Any]
Erase = Callable[..., ErasureReport]
KAREN = ["Karen", "Doyle", "karen.doyle@example.org", "410-555-0144", "4105550144", "timing belt"]
NORA = ["Nora", "Whitfield", "240-555-0123", "2405550123", "nora.w@example.org", "mango orchard"]


def work(cast: Cast) -> None:
    handler = JudgeVoicemail(cast.services, FakeListener(), judge)
    handlers = {JobKind.JUDGE: handler, JobKind.TAKE: JudgeTake(cast.services, FakeListener(), judge)}
    worker = Worker(cast.services.database, handlers, cast.services.now)
    while worker.work_one():
        pass


def upload(cast: Cast, name: str, said: str, placement: Placement, who: PersonId) -> VoicemailId:
    return receive(cast.services, cast.as_seen_by(who), Upload(name, said.encode(), placement)).voicemail_id


def karen(cast: Cast, clock: Clock) -> LeadId:
    """A customer whose name, number and words are in every place that the app has for them."""
    file = b"Name,Phone,Email,Vehicle,Note\nKaren Doyle,(410) 555-0144,karen.doyle@example.org,2021 Honda Pilot,timing belt\n"
    (lead,) = lead_files.import_leads(cast.services, cast.as_seen_by(cast.dana), cast.store, file).added
    alice, here = cast.as_seen_by(cast.alice), Placement(cast.bob, lead, attempt=1)
    with cast.services.database.writing() as connection:
        connection.execute(leads_table.update().where(leads_table.c.id == lead).values(rep_id=cast.bob))
    said = f"Hi Karen Doyle about the timing belt {MUMBLED} 410-555-0144"
    first = upload(cast, "Karen Doyle 1.wav", said, here, cast.bob)
    second = upload(cast, "karen_doyle_2.wav", said + " ", Placement(cast.bob, lead, attempt=2), cast.bob)
    work(cast)
    settling.settle(cast.services, alice, first, "direct_line_given", Outcome.MET)
    settling.overrule(cast.services, alice, second, "no_repetition", Outcome.MET, "Karen Doyle asked for the timing belt twice")
    hearing.hear(cast.services, alice, first)
    noting.note_attempt(cast.services, alice, lead, AttemptKind.EMAIL, clock(), note="Karen Doyle wrote of the timing belt")
    noting.note_facts(cast.services, alice, lead, {"note": "timing belt"})
    # Another's thing that mentions her.
    noting.note_attempt(cast.services, alice, cast.denise, AttemptKind.EMAIL, clock(), note="Same offer as for Karen Doyle")
    return lead


def nora(cast: Cast, clock: Clock) -> PersonId:
    with cast.services.database.writing() as connection:
        rep = people.add_person(
            connection,
            "Nora Whitfield",
            Role.REP,
            store_id=cast.store,
            team_id=cast.team,
            direct_line="240-555-0123",
            email="nora.w@example.org",
        )
    said = "Hi Denise this is Nora Whitfield the mango orchard calls you at 240-555-0123"
    upload(cast, "nora-whitfield_denise.wav", said, Placement(rep, None, "Denise Okafor"), rep)
    upload(cast, "unplaced by nora.wav", said + " ", Placement(), rep)
    work(cast)
    with cast.services.database.writing() as connection:
        connection.execute(leads_table.update().where(leads_table.c.id == cast.denise).values(rep_id=rep))
    viewer = cast.as_seen_by(rep)
    noting.note_attempt(cast.services, viewer, cast.denise, AttemptKind.CALL, clock(), note="told her of the mango orchard")
    return rep


def found(home: Path, words: list[str]) -> list[str]:
    """The files of the home that hold one of the words in their bytes or in their name."""
    pattern = re.compile("|".join(re.escape(word) for word in words).encode(), re.IGNORECASE)
    files = [path for path in home.rglob("*") if path.is_file()]
    assert files
    return [
        f"{path.name}: {hit.group()!r}"
        for path in files
        for hit in [pattern.search(path.name.encode() + path.read_bytes())]
        if hit
    ]


def in_database(cast: Cast, words: list[str]) -> list[str]:
    with cast.services.database.reading() as connection:
        told = [f"{table.name}: {row}" for table in metadata.sorted_tables for row in connection.execute(select(table))]
    return [one for one in told for word in words if word.lower() in one.lower()]


@pytest.mark.parametrize(
    ("make", "words", "erase"), [(karen, KAREN, erase_lead), (nora, NORA, erase_person)], ids=["customer", "rep"]
)
def test_nothing_of_them_is_left_in_any_file(
    cast: Cast, clock: Clock, tmp_path: Path, caplog: pytest.LogCaptureFixture, make: Make, words: list[str], erase: Erase
) -> None:
    caplog.set_level(logging.DEBUG)
    whom = make(cast, clock)
    assert in_database(cast, words)
    erase(cast.services, cast.as_seen_by(cast.dana), whom)
    assert in_database(cast, words) == []
    if cast.services.database.engine.dialect.name == "sqlite":
        assert found(tmp_path, words) == []
    assert [word for word in words if word.lower() in caplog.text.lower()] == []


def test_the_search_finds_what_is_there(cast: Cast, clock: Clock, tmp_path: Path) -> None:
    """Else the test before would prove nothing: rows, sound, and what was deleted by the way."""
    karen(cast, clock)
    files = " ".join(found(tmp_path, KAREN))
    assert re.search(r"[0-9a-f]{64}: b'Karen'", files)
    if cast.services.database.engine.dialect.name == "sqlite":
        assert "coaching.db" in files


def test_a_voicemail_of_another_customer_that_names_her_is_masked_and_told_of(cast: Cast, clock: Clock) -> None:
    lead = karen(cast, clock)
    said = "Hi Denise call me like Karen Doyle at 4 1 0, 555 0144 about the timing belt"
    others = upload(cast, "third.wav", said, Placement(cast.bob, cast.denise, attempt=1), cast.bob)
    work(cast)
    report = erase_lead(cast.services, cast.as_seen_by(cast.dana), lead)
    assert report.still_heard_in == (others,)
    with cast.services.database.reading() as connection:
        text = transcripts.latest_text(connection, others)
        heard = transcripts.made_by(connection, others, "fake", "small")
    assert text == "Hi Denise call me like ••••• ••••• at • • •, ••• •••• about the timing belt"
    assert heard is not None
    assert heard.transcript.text == text


def test_a_voicemail_moved_to_another_lead_no_longer_quotes_hers(cast: Cast, clock: Clock) -> None:
    lead = karen(cast, clock)
    again = upload(
        cast, "third.wav", f"Hi Karen Doyle about the timing belt {MUMBLED} 410-555-0144  ", Placement(cast.bob, lead), cast.bob
    )
    work(cast)
    placing.change(cast.services, cast.as_seen_by(cast.bob), again, Placement(cast.bob, cast.denise, attempt=1))
    work(cast)
    erase_lead(cast.services, cast.as_seen_by(cast.dana), lead)
    with cast.services.database.reading() as connection:
        rows = connection.execute(select(evidence)).all()
    assert rows
    assert all(row.repeats_quote is None for row in rows)
    assert not [row for row in rows if "Doyle" in row.quote]


def test_only_looking_tells_the_same_and_changes_nothing(cast: Cast, clock: Clock, tmp_path: Path) -> None:
    lead = karen(cast, clock)
    before = in_database(cast, [""])
    looked = erase_lead(cast.services, cast.as_seen_by(cast.dana), lead, only_look=True)
    assert in_database(cast, [""]) == before
    assert looked == erase_lead(cast.services, cast.as_seen_by(cast.dana), lead)
    assert looked.voicemails == 2
    assert looked.masked == {"attempt": 1}


def test_the_history_says_that_somebody_was_erased_and_what_had_been_done(cast: Cast, clock: Clock) -> None:
    lead = karen(cast, clock)
    erase_lead(cast.services, cast.as_seen_by(cast.dana), lead)
    with cast.services.database.reading() as connection:
        told = [one.entry for one in audit.listed(connection, MACHINE)]
    assert (told[0].by, told[0].action, told[0].subject_id, told[0].details) == (
        cast.dana,
        Action.ERASED,
        lead,
        {"voicemails": 2},
    )
    assert {Action.RECEIVED, Action.HEARD, Action.JUDGED} <= {one.action for one in told}


def test_who_did_something_is_nameless_in_the_history_after(cast: Cast, clock: Clock) -> None:
    rep = nora(cast, clock)
    erase_person(cast.services, cast.as_seen_by(cast.dana), rep)
    with cast.services.database.reading() as connection:
        hers = [one for one in audit.listed(connection, MACHINE) if one.entry.by == rep]
    assert hers
    assert {one.by_name for one in hers} == {""}


def test_a_worker_that_still_listens_keeps_nothing(cast: Cast, clock: Clock) -> None:
    lead = karen(cast, clock)
    upload(cast, "late.wav", "Karen Doyle once more", Placement(cast.bob, lead, attempt=3), cast.bob)
    listener = FakeListener()

    def erase_meanwhile(*heard: object) -> object:
        erase_lead(cast.services, cast.as_seen_by(cast.dana), lead)
        return FakeListener().listen(*heard)

    listener.listen = erase_meanwhile
    Worker(cast.services.database, {JobKind.JUDGE: JudgeVoicemail(cast.services, listener, judge)}, cast.services.now).work_one()
    assert in_database(cast, KAREN) == []


@pytest.mark.parametrize("who", ["bob", "alice", "erin"])
def test_only_who_manages_the_store_may_erase(cast: Cast, clock: Clock, who: str) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        erase_lead(cast.services, cast.as_seen_by(getattr(cast, who)), cast.denise)
    with pytest.raises((NotAllowed, NotFound)):
        erase_person(cast.services, cast.as_seen_by(getattr(cast, who)), cast.bob)
    assert in_database(cast, ["Denise Okafor"])


def test_nobody_erases_themselves(cast: Cast) -> None:
    with pytest.raises(CoachingError, match="themselves"):
        erase_person(cast.services, cast.as_seen_by(cast.dana), cast.dana)


def test_the_report_says_what_cannot_go(cast: Cast, clock: Clock, tmp_path: Path) -> None:
    lead = karen(cast, clock)
    with cast.services.database.writing() as connection:
        people.add_person(connection, "Karen Doyle", Role.REP, store_id=cast.store)
    if cast.services.database.engine.dialect.name == "sqlite":
        back_up(cast.services, tmp_path / "backup")
    report = erase_lead(cast.services, cast.as_seen_by(cast.dana), lead)
    said = " ".join(report.left)
    assert "1 others on file have the same name" in said
    assert ("1 backups" in said) == (cast.services.database.engine.dialect.name == "sqlite")
    assert "exported" in said


def test_a_namesake_is_counted_however_the_name_is_capitalised(cast: Cast) -> None:
    with cast.services.database.writing() as connection:
        lead, _ = (leads.add(connection, cast.store, name) for name in ("Ángel Díaz", "ÁNGEL DÍAZ"))
    said = " ".join(erase_lead(cast.services, cast.as_seen_by(cast.dana), lead).left)
    assert "1 others on file have the same name" in said


def test_the_report_says_that_a_take_still_says_the_name(cast: Cast, clock: Clock) -> None:
    lead, alice, bobs = karen(cast, clock), cast.as_seen_by(cast.alice), cast.leaves("Hello Denise", lead=cast.denise)
    work(cast)
    session = sessions.open_session(cast.services, alice, "Your own line", [cast.bob], clock())
    sessions.put_on_playlist(cast.services, alice, session, [bobs])
    takes.keep_take(cast.services, alice, session, cast.bob, bobs, "value_offered", b"as I told Karen Doyle last week")
    work(cast)
    report = erase_lead(cast.services, cast.as_seen_by(cast.dana), lead)
    assert "Takes in coaching sessions, 1: their text is masked, their sound is not." in report.left
    assert in_database(cast, ["Karen"]) == []


def test_a_rep_leaves_no_session_no_take_and_no_sum_behind(cast: Cast, clock: Clock, tmp_path: Path) -> None:
    rep, alice = nora(cast, clock), cast.as_seen_by(cast.alice)
    with cast.services.database.reading() as connection:
        hers = voicemails.where(connection, MACHINE, rep_id=rep)[0].id
    alone = sessions.open_session(cast.services, alice, "Nora Whitfield and her mango orchard", [rep], clock())
    both = sessions.open_session(cast.services, alice, "Value, with Nora Whitfield", [rep, cast.bob], clock())
    sessions.put_on_playlist(cast.services, alice, alone, [hers])
    sessions.write_down(cast.services, alice, alone, notes="mango orchard again", next_on=None)
    takes.keep_take(cast.services, alice, alone, rep, hers, "value_offered", b"Nora Whitfield says it anew")
    with cast.services.database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(counted))
    erase_person(cast.services, cast.as_seen_by(cast.dana), rep)
    assert in_database(cast, NORA) == []
    assert list(cast.services.blobs.kept()) == []
    with cast.services.database.reading() as connection:
        assert connection.execute(select(counted)).all() == []
        assert connection.scalar(select(func.coalesce(func.sum(score_tally.c.n), 0))) == 0
    assert [one.id for one in sessions.list_sessions(cast.services, alice)] == [both]
