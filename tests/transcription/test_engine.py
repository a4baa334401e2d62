import subprocess
import sys
from pathlib import Path

import pytest

from coaching.errors import TranscriptionError, UnknownName
from coaching.transcription.engine import ENGINES, MOST_AT_ONCE, load_transcriber, recordings_at_once, usable_cores


def test_an_unknown_engine_is_an_error_that_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="Did you mean 'faster-whisper'") as error:
        load_transcriber("faster_whisper", "base", home=tmp_path)
    assert set(error.value.known) == set(ENGINES)


def test_the_table_of_engines_loads_none_of_them() -> None:
    program = (
        "import sys, coaching.transcription.engine; print({'torch', 'whisper', 'faster_whisper', 'numpy'} & set(sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "set()"


def test_there_is_a_core_to_work_on() -> None:
    assert usable_cores() >= 1


def test_an_engine_that_can_is_given_a_recording_a_core_and_another_one_after_the_other() -> None:
    assert [recordings_at_once("faster-whisper", threads) for threads in (1, 2, 64)] == [1, 2, MOST_AT_ONCE]
    assert recordings_at_once("openai-whisper", 2) == 1


@pytest.mark.parametrize("model", ["/nonexist", "./models/mine", "some/models/mine"])
def test_a_folder_that_is_not_there_is_not_asked_of_the_network(model: str, tmp_path: Path) -> None:
    with pytest.raises(TranscriptionError, match="no folder") as error:
        load_transcriber("faster-whisper", model, home=tmp_path)
    assert not error.value.may_retry
