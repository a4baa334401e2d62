import json
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from coaching.domain.attempt import CALLS
from coaching.domain.people import MACHINE, Role
from coaching.errors import InvalidFile
from coaching.services.demo.world import load
from coaching.services.parts import Services
from coaching.services.people import everybody, viewer
from coaching.services.reading import list_voicemails, read
from coaching.storage import attempts
from tests.world import Clock

OURS = Path(__file__).parents[3] / "sample_audio"
REP = {"name": "Nora Whitfield", "direct_line": "540-555-0143", "dealership": "Riverbend Toyota", "main_line": "540-555-0100"}


def line(recording: str, lead: str, attempt: int, **more: object) -> str:
    call = {"recording": recording, "lead": lead, "attempt": attempt, "rep": REP, "customer": {"name": lead.title()}, "facts": {}}
    return json.dumps(call | more)


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    folder = tmp_path / "samples"
    folder.mkdir()
    for name in ("a.wav", "b.wav", "c.wav"):
        (folder / name).write_text(name)
    lines = [line("a.wav", "karen", 1), line("b.wav", "karen", 2), line("c.wav", "glen", 1)]
    (folder / "leads.jsonl").write_text("\n".join(lines))
    return folder


def test_the_demo_store_has_somebody_for_every_role(services: Services, samples: Path) -> None:
    load(services, samples)
    assert {person.role for person in everybody(services)} == set(Role)
    trainer = next(person for person in everybody(services) if person.name == "Alice Moreau")
    assert len(list_voicemails(services, viewer(services, trainer.id))) == 3


def test_attempts_are_left_in_order_and_in_the_past(services: Services, samples: Path) -> None:
    load(services, samples)
    first = next(one for one in list_voicemails(services, MACHINE) if one.voicemail.file_name == "a.wav")
    attempts = read(services, MACHINE, first.voicemail.id).attempts
    assert [one.file_name for one in attempts] == ["a.wav", "b.wav"]
    assert attempts[0].left_at < attempts[1].left_at < services.now()  # type: ignore[operator]


@pytest.mark.parametrize("hour", [0, 4, 9, 13, 17, 22])
def test_no_voicemail_was_left_while_the_store_was_closed(services: Services, clock: Clock, hour: int) -> None:
    clock.wait(hour * 3600)
    load(services, OURS)
    with services.database.reading() as connection:
        left = [
            attempt.at.astimezone(ZoneInfo("America/New_York"))
            for made in attempts.by_lead(connection, MACHINE).values()
            for attempt in made
            if attempt.kind in CALLS
        ]
    assert len(left) > 13
    assert all(time(9) <= at.time() <= time(20) for at in left)
    assert max(left) < services.now()


def test_every_sample_recording_of_ours_has_a_rep_on_a_team(services: Services) -> None:
    assert load(services, OURS) == len([path for path in OURS.iterdir() if path.suffix != ".jsonl"])


def test_loading_again_adds_only_what_is_new(services: Services, samples: Path) -> None:
    assert load(services, samples) == 3
    (samples / "d.wav").write_text("d")
    with (samples / "leads.jsonl").open("a") as leads:
        leads.write("\n" + line("d.wav", "glen", 2))
    assert load(services, samples) == 1
    assert len(everybody(services)) == 8


def test_a_rep_without_a_team_is_named(services: Services, samples: Path) -> None:
    (samples / "leads.jsonl").write_text(line("a.wav", "karen", 1, rep=REP | {"name": "Zoe Unknown"}))
    with pytest.raises(InvalidFile, match=r"'Zoe Unknown', who left a\.wav"):
        load(services, samples)


@pytest.mark.parametrize("content", [None, "", "{", '{"recording": "a.wav"}'])
def test_a_damaged_list_is_a_sentence(services: Services, samples: Path, content: str | None) -> None:
    (samples / "leads.jsonl").unlink()
    if content is not None:
        (samples / "leads.jsonl").write_text(content)
    with pytest.raises(InvalidFile, match="Restore it"):
        load(services, samples)
