"""The order of answers, whoever is quicker. What each file is answered stands in tests/test_sample_audio.py."""

import threading
from collections.abc import Callable
from pathlib import Path

from coaching.cli.recordings import HeardFile, RefusedFile, hear_all
from coaching.domain.context import CallContext
from coaching.domain.recording import Recording
from coaching.domain.voicemail import Heard
from tests.stand_ins import FakeListener

SLOW, QUICK = "a long story", "bye"
WAIT_S = 20.0


class SlowToFinish(FakeListener):
    """Has the slow one only when it has had the quick one."""

    def __init__(self) -> None:
        super().__init__()
        self.had_quick = threading.Event()

    def listen(
        self, file_name: str, sha256: str, content: bytes, context: CallContext, report: Callable[[float], None]
    ) -> tuple[Recording, Heard]:
        if content.decode() == SLOW:
            assert self.had_quick.wait(WAIT_S)
        else:
            self.had_quick.set()
        return super().listen(file_name, sha256, content, context, report)


def test_answers_come_in_the_order_of_the_files_when_they_are_heard_side_by_side(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("1.wav", "2.wav", "3.wav")]
    for path, said in zip(paths, (SLOW, "%PDF", QUICK), strict=True):
        path.write_text(said)
    answers = list(hear_all(paths, SlowToFinish(), lambda _: CallContext(), at_once=2))
    assert [answer.path for answer in answers] == paths
    assert [type(answer) for answer in answers] == [HeardFile, RefusedFile, HeardFile]
