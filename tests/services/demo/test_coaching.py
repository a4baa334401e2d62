from pathlib import Path

from coaching.domain.assignment import AssignmentState
from coaching.domain.people import MACHINE
from coaching.services.coaching.assignments import list_assignments
from coaching.services.coaching.calibration import list_rounds, read_round
from coaching.services.coaching.sessions import list_sessions, read_session
from coaching.services.demo import history
from coaching.services.demo.world import load
from coaching.services.parts import Services
from coaching.services.people import everybody, viewer
from coaching.storage.calibrations import verdicts

OURS = Path(__file__).parents[3] / "sample_audio"


def test_the_demo_store_has_a_session_that_its_rep_can_acknowledge(services: Services) -> None:
    load(services, OURS)
    nora = next(person for person in everybody(services) if person.name == "Nora Whitfield")
    (session,) = list_sessions(services, viewer(services, nora.id))
    page = read_session(services, viewer(services, nora.id), session.id)
    assert len(page.playlist) == 2
    assert len(session.goals) == 2
    assert session.sent_at is not None


def test_the_demo_store_has_a_closed_round_in_which_every_judge_judged_everything(services: Services) -> None:
    load(services, OURS)
    (held,) = list_rounds(services, MACHINE)
    page = read_round(services, MACHINE, held.id)
    assert held.closed_at is not None
    assert set(held.finished) == set(held.judges)
    with services.database.reading() as connection:
        by_people = [one for one in verdicts(connection, MACHINE, held.id) if one.judge_id != MACHINE.id]
    assert len(by_people) == len(held.judges) * len(held.criterion_ids) * len(page.voicemails)


def test_in_the_demo_store_one_assignment_is_due_soon_and_one_is_done(services: Services) -> None:
    load(services, OURS)
    history.load_everywhere(services)
    nora = next(person for person in everybody(services) if person.name == "Nora Whitfield")
    states = [state for line in list_assignments(services, viewer(services, nora.id)) for state in line.states]
    assert states == [AssignmentState.SOON, AssignmentState.DONE]


def test_loading_again_adds_no_second_one(services: Services) -> None:
    load(services, OURS)
    load(services, OURS)
    assert len(list_sessions(services, MACHINE)) == len(list_rounds(services, MACHINE)) == 1
    assert len(list_assignments(services, MACHINE)) == 3
