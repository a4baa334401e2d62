import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from coaching.bootstrap import open_judge, open_listener, open_services, open_worker
from coaching.domain.context import CallContext, RepOnFile
from coaching.domain.people import MACHINE, Role
from coaching.domain.scorecard import NumberMatch
from coaching.domain.transcript import Transcript, Word
from coaching.errors import UnknownName
from coaching.services.people import viewer
from coaching.services.reading import list_voicemails, read
from coaching.services.receive import Upload, receive
from coaching.settings import Settings
from coaching.storage import people

PROJECT = Path(__file__).parents[1]
SPOKEN = PROJECT / "tests" / "audio" / "spoken.opus.ogg"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "a home that is not there yet"


def settings(home: Path, **more: str) -> Settings:
    return Settings.from_environment({"COACHING_HOME": str(home), **more})


def test_a_fresh_home_gets_a_database_and_may_be_opened_again(home: Path) -> None:
    for _ in range(2):
        services = open_services(settings(home))
        assert list_voicemails(services, MACHINE) == []
        services.database.close()
    assert (home / "coaching.db").exists()


def test_several_processes_may_open_a_fresh_home_at_once(home: Path) -> None:
    program = "import os; from coaching.bootstrap import services; services().database.close()"
    environment = {**os.environ, "COACHING_HOME": str(home), "PYTHONPATH": str(PROJECT)}
    starting = [
        subprocess.Popen([sys.executable, "-c", program], env=environment, stderr=subprocess.PIPE, text=True) for _ in range(6)
    ]
    assert [(process.communicate()[1], process.returncode) for process in starting] == [("", 0)] * 6


def test_an_unknown_kind_of_audio_storage_is_refused_at_once(home: Path) -> None:
    with pytest.raises(UnknownName, match="Known: file"):
        open_services(settings(home, COACHING_STORAGE_URL="gopher://audio"))


def test_an_unknown_engine_is_refused_with_the_known_ones(home: Path) -> None:
    with pytest.raises(UnknownName, match="Known: faster-whisper, openai-whisper"):
        open_listener(settings(home, COACHING_ENGINE="whispr"))


def test_the_clock_of_the_services_knows_its_zone(home: Path) -> None:
    assert open_services(settings(home)).now().tzinfo is not None


def test_the_judge_is_the_rubrics() -> None:
    words = ["Hi", "Denise,", "this", "is", "Bob.", "My", "direct", "line", "is", "240-555-0187."]
    transcript = Transcript(tuple(Word(word, at, at + 0.4, 0.99) for at, word in enumerate(words)), "en", "fake", "small")
    context = CallContext(rep=RepOnFile("Bob", "240-555-0187"), customer_name="Denise Okafor")
    card = open_judge()(transcript, context)
    assert card.profile_id == "default"
    assert [number.match for number in card.numbers] == [NumberMatch.DIRECT_LINE]
    with pytest.raises(UnknownName):
        open_judge()(transcript, replace(context, profile_id="no such profile"))


@pytest.mark.slow
def test_the_real_worker_turns_a_recording_into_a_scorecard_whose_quotes_can_be_played(home: Path) -> None:
    worker, services = open_worker(settings(home)), open_services(settings(home))
    with services.database.writing() as connection:
        store = people.add_store(connection, "Fairhaven Honda", "")
        rep = people.add_person(connection, "Bob", Role.REP, store_id=store)
    recording = Upload(SPOKEN.name, SPOKEN.read_bytes())
    voicemail_id = receive(services, viewer(services, rep), recording).voicemail_id
    assert worker.work_one()
    page = read(services, MACHINE, voicemail_id)
    assert page.judged is not None
    assert page.voicemail.recording is not None
    quotes = [quote for finding in page.judged.scorecard.findings for quote in finding.evidence]
    assert quotes
    for quote in quotes:
        assert page.judged.heard.transcript.text[quote.start_char : quote.end_char] == quote.quote
        assert quote.start_s is not None
        assert quote.end_s is not None
        assert 0 <= quote.start_s < quote.end_s <= page.voicemail.recording.duration_s + 0.5
