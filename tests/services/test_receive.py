from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, select

from coaching.domain.voicemail import Stage
from coaching.errors import BadAudio, CoachingError, NotAllowed, NotFound
from coaching.services.hearing import hear
from coaching.services.placing import NO_STORE, OTHER_LEAD, Placement
from coaching.services.reading import list_leads, list_voicemails, read
from coaching.services.receive import SOMEBODY_ELSES, Received, Refused, Upload, receive, receive_all
from coaching.storage import leads
from coaching.storage.tables import job, voicemail
from tests.world import Cast


def count(cast: Cast, what: object) -> int:
    with cast.services.database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(what)) or 0  # type: ignore[arg-type]


def test_what_is_acknowledged_is_on_disk_and_has_a_job(cast: Cast) -> None:
    bob = cast.as_seen_by(cast.bob)
    received = receive(cast.services, bob, Upload("first.wav", b"hello there"))
    assert hear(cast.services, bob, received.voicemail_id) == b"hello there"
    assert read(cast.services, bob, received.voicemail_id).listed.progress.stage is Stage.RECEIVED
    assert count(cast, job) == 1


def test_the_same_file_twice_is_one_voicemail(cast: Cast) -> None:
    bob = cast.as_seen_by(cast.bob)
    first = receive(cast.services, bob, Upload("first.wav", b"hello there"))
    again = receive(cast.services, bob, Upload("copy of first.wav", b"hello there"))
    assert (first.is_new, again.is_new) == (True, False)
    assert again.voicemail_id == first.voicemail_id
    assert (count(cast, voicemail), count(cast, job)) == (1, 1)


def test_a_file_whose_name_holds_what_cannot_be_kept_is_received(cast: Cast) -> None:
    bob = cast.as_seen_by(cast.bob)
    received = receive(cast.services, bob, Upload("fir\0st" + "x" * 400 + ".wav", b"hello there"))
    kept = read(cast.services, bob, received.voicemail_id).voicemail.file_name
    assert kept.replace("\0", "").startswith("firstxxx")


def test_the_same_file_four_times_at_once_is_one_voicemail(cast: Cast) -> None:
    bob = cast.as_seen_by(cast.bob)
    with ThreadPoolExecutor(4) as uploaders:
        received = list(uploaders.map(lambda n: receive(cast.services, bob, Upload(f"{n}.wav", b"hello there")), range(4)))
    assert len({one.voicemail_id for one in received}) == 1
    assert [one.is_new for one in received].count(True) == 1


def test_the_same_file_in_two_stores_is_two_recordings(cast: Cast) -> None:
    mine = receive(cast.services, cast.as_seen_by(cast.bob), Upload("first.wav", b"hello there"))
    theirs = receive(cast.services, cast.as_seen_by(cast.erin), Upload("first.wav", b"hello there"))
    assert theirs.is_new
    assert theirs.voicemail_id != mine.voicemail_id


def test_another_reps_file_is_not_handed_out_by_uploading_it(cast: Cast) -> None:
    cast.leaves("hello there")
    with pytest.raises(CoachingError, match=SOMEBODY_ELSES):
        receive(cast.services, cast.as_seen_by(cast.charlie), Upload("first.wav", b"hello there"))


def test_one_bad_file_keeps_nothing_from_the_others(cast: Cast) -> None:
    huge = b"\0" * 25_000_001
    uploads = [Upload("empty.wav", b""), Upload("good.wav", b"hello there"), Upload("huge.wav", huge)]
    empty, good, too_large = receive_all(cast.services, cast.as_seen_by(cast.bob), uploads)
    assert isinstance(empty, Refused)
    assert "no sound" in empty.reason
    assert isinstance(good, Received)
    assert isinstance(too_large, Refused)
    assert "25 MB" in too_large.reason
    assert count(cast, voicemail) == 1


def test_nothing_is_kept_of_what_is_refused(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(BadAudio):
        receive(cast.services, cast.as_seen_by(cast.bob), Upload("empty.wav", b""))
    assert [path for path in (tmp_path / "audio").rglob("*") if path.is_file()] == []


def test_nothing_is_kept_of_a_recording_whose_attempt_cannot_be(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(CoachingError, match="from 1 to 99"):
        cast.leaves("hello there", attempt=100)
    assert [path for path in (tmp_path / "audio").rglob("*") if path.is_file()] == []


def test_a_rep_uploads_their_own_and_no_one_elses(cast: Cast) -> None:
    bob = cast.as_seen_by(cast.bob)
    received = receive(cast.services, bob, Upload("first.wav", b"hello there"))
    assert read(cast.services, bob, received.voicemail_id).listed.rep_name == "Bob"
    with pytest.raises(NotFound):
        receive(cast.services, bob, Upload("other.wav", b"hello again", Placement(rep_id=cast.charlie)))


def test_a_trainer_uploads_for_their_team_only(cast: Cast) -> None:
    alice = cast.as_seen_by(cast.alice)
    receive(cast.services, alice, Upload("first.wav", b"hello there", Placement(rep_id=cast.bob)))
    with pytest.raises((NotFound, NotAllowed)):
        receive(cast.services, alice, Upload("other.wav", b"hello again", Placement(rep_id=cast.charlie)))


def test_what_is_nobodys_is_seen_by_who_uploaded_it_and_the_manager(cast: Cast) -> None:
    receive(cast.services, cast.as_seen_by(cast.alice), Upload("first.wav", b"hello there"))
    seen = {
        name: len(list_voicemails(cast.services, cast.as_seen_by(getattr(cast, name))))
        for name in ("alice", "bob", "charlie", "dana", "erin")
    }
    assert seen == {"alice": 1, "bob": 0, "charlie": 0, "dana": 1, "erin": 0}


def test_without_rep_or_store_we_ask_for_the_rep(cast: Cast) -> None:
    with pytest.raises(CoachingError, match=NO_STORE):
        receive(cast.services, cast.as_seen_by(cast.abe), Upload("first.wav", b"hello there"))


def test_a_customers_name_finds_the_reps_lead_or_opens_one(cast: Cast) -> None:
    bob = cast.as_seen_by(cast.bob)
    for name, said in (("denise  okafor", b"one"), ("Marvin Hale", b"two"), ("Marvin Hale", b"three")):
        receive(cast.services, bob, Upload("x.wav", said, Placement(customer_name=name)))
    assert [lead.customer_name for lead in list_leads(cast.services, bob)] == ["Denise Okafor", "Marvin Hale"]


def test_a_lead_of_another_store_is_refused(cast: Cast) -> None:
    with cast.services.database.writing() as connection:
        elsewhere = leads.add(connection, cast.other_store, "Karen Doyle")
    placement = Placement(rep_id=cast.bob, lead_id=elsewhere)
    with pytest.raises(CoachingError, match=OTHER_LEAD):
        receive(cast.services, cast.as_seen_by(cast.abe), Upload("first.wav", b"hello there", placement))
    with pytest.raises(NotFound):
        receive(cast.services, cast.as_seen_by(cast.bob), Upload("first.wav", b"hello there", Placement(lead_id=elsewhere)))
