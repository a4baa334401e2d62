from pathlib import Path

import pytest

from coaching.bootstrap import open_judge, open_listener, open_services
from coaching.domain.context import CallContext, RepOnFile
from coaching.domain.people import MACHINE
from coaching.domain.scorecard import NumberMatch
from coaching.domain.transcript import Transcript, Word
from coaching.errors import UnknownName
from coaching.services.reading import list_voicemails
from coaching.settings import Settings


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
    card = open_judge()(transcript, CallContext(rep=RepOnFile("Bob", "240-555-0187"), customer_name="Denise Okafor"))
    assert card.profile_id == "default"
    assert [number.match for number in card.numbers] == [NumberMatch.DIRECT_LINE]
    with pytest.raises(UnknownName):
        open_judge("no such profile")
