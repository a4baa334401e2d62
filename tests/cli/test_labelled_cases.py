import json

import pytest

from coaching.cli import main
from coaching.domain.scorecard import Outcome
from coaching.services.settling import overrule
from tests.pages.conftest import WorkerAtHand
from tests.world import Cast


@pytest.mark.usefixtures("demo_home")
def test_every_overruled_voicemail_is_a_line(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    voicemail = cast.leaves("Hello Denise, call me")
    WorkerAtHand(cast).works()
    overrule(cast.services, cast.as_seen_by(cast.alice), voicemail, "direct_line_given", Outcome.MET, "I hear it.")
    assert main(["labelled-cases"]) == 0
    (case,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (case["text"], case["labels"]) == ("Hello Denise, call me", {"direct_line_given": "met"})
