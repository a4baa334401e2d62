"""Every change by a service is in the history, and nobody's words are."""

import ast
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from coaching.domain.attempt import AttemptKind, LeadOutcome, LeadOutcomeKind
from coaching.domain.audit import Action, Entry
from coaching.domain.job import JobKind
from coaching.domain.scorecard import Outcome, ValueKind
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.jobs.worker import Worker
from coaching.services import hearing, people, placing, queue, settling, staff
from coaching.services.follow_up import lead_files, noting, settings, store_facts
from coaching.services.judge import JudgeVoicemail
from coaching.services.placing import Placement
from coaching.storage import audit
from coaching.storage.tables import audit_entry
from tests.stand_ins import MUMBLED, FakeListener, judge
from tests.world import Cast, Clock

SERVICES = Path(__file__).parents[2] / "coaching" / "services"
# What changes nothing that anybody would ask about: what was read, and which wordings were offered; the demo, which is made
# up; what the worker keeps of a transcript, noted with the scorecard; when somebody was last here, and that they left; that
# somebody wants no mail, and that a letter waits (its sending is noted); that an assignment is done, as verdicts say;
# the counting after a change of a store's clock, which is noted itself.
# `open_for` notes every sign-in, `add_in` every new person, the last two what changed about somebody.
NOTING = ("note(", "note_change(", "note_export(", "audit.add(", "open_for(", "add_in(", "note_employment(", "note_direct_line(")
QUIET = {
    ("alerting", "mark_read"),
    ("assignments", "note_what_is_done"),
    ("commenting", "mark_read"),
    ("playing", "note_played"),
    ("practising", "practise"),  # nobody else may learn that a rep practises
    ("drafting", "draft_next"),
    ("judge", "_listen"),
    ("recounting", "recount"),
    ("sign_in", "bearer"),
    ("sign_in", "sign_out"),
    ("openid", "ticket"),
    ("weekly", "write_due"),
    ("weekly", "__call__"),
    ("weekly", "choose"),
}


def writers() -> list[tuple[str, str, str]]:
    """Module, function and source of every function of a service that opens a transaction to write; with the source of what
    it calls in its own module.
    """
    found = []
    for path in sorted(set(SERVICES.rglob("*.py")) - set(SERVICES.glob("demo/*.py"))):
        tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        sources = {node.name: ast.unparse(node) for node in tree if isinstance(node, ast.FunctionDef)}
        for name, source in sources.items():
            if ".writing()" in source:
                called = [other for helper, other in sources.items() if f"{helper}(" in source]
                found.append((path.stem, name, "\n".join([source, *called])))
    return found


@pytest.mark.parametrize(("module", "name", "source"), [pytest.param(*one, id=f"{one[0]}.{one[1]}") for one in writers()])
def test_whoever_writes_notes_it(module: str, name: str, source: str) -> None:
    assert (module, name) in QUIET or any(noting in source for noting in NOTING)


def entries(cast: Cast) -> list[Entry]:
    """The oldest first."""
    with cast.services.database.reading() as connection:
        return [one.entry for one in reversed(audit.listed(connection, cast.as_seen_by(cast.abe)))]


def worker(cast: Cast) -> Worker:
    handler = JudgeVoicemail(cast.services, FakeListener(), judge)
    return Worker(cast.services.database, {JobKind.JUDGE: handler}, cast.services.now)


def test_the_life_of_a_voicemail_can_be_told_from_the_history(cast: Cast, clock: Clock) -> None:
    voicemail = cast.leaves(f"Hello Denise {MUMBLED}", lead=cast.denise, attempt=1)
    worker(cast).work_one()
    hearing.hear(cast.services, cast.as_seen_by(cast.alice), voicemail)
    settling.settle(cast.services, cast.as_seen_by(cast.alice), voicemail, "direct_line_given", Outcome.MET)
    placing.change(cast.services, cast.as_seen_by(cast.bob), voicemail, Placement(lead_id=cast.denise, attempt=2))
    told = [(one.by, one.action, one.what) for one in entries(cast)]
    assert told == [
        (cast.bob, Action.RECEIVED, "recording"),
        (None, Action.JUDGED, "scorecard"),
        (cast.alice, Action.HEARD, "recording"),
        (cast.alice, Action.CHANGED, "verdict"),
        (cast.bob, Action.CHANGED, "placement"),
    ]
    assert {(one.subject_id, one.store_id) for one in entries(cast)} == {(voicemail, cast.store)}
    assert entries(cast)[3].details == {"criterion": "direct_line_given", "before": "unsure", "now": "met"}


def test_a_listening_in_many_parts_is_noted_once_and_the_next_one_again(cast: Cast, clock: Clock) -> None:
    voicemail = cast.leaves("hello there")
    for seconds in (0, 10, 10, hearing.ONE_LISTENING.total_seconds() + 1):
        clock.wait(seconds)
        hearing.hear(cast.services, cast.as_seen_by(cast.alice), voicemail)
    hearing.hear(cast.services, cast.as_seen_by(cast.dana), voicemail)
    heard = [one.by for one in entries(cast) if one.action is Action.HEARD]
    assert heard == [cast.alice, cast.alice, cast.dana]


def do_everything(cast: Cast, clock: Clock, secret: str) -> None:
    """The rest of what can be changed, with the secret wherever words can be given."""
    dana, services = cast.as_seen_by(cast.dana), cast.services
    voicemail = cast.leaves(f"{secret} {MUMBLED}", lead=cast.denise, attempt=1)
    worker(cast).work_one()
    settling.settle(services, dana, voicemail, "direct_line_given", Outcome.NOT_MET)
    placing.change(services, dana, voicemail, Placement(rep_id=cast.bob, customer_name=f"{secret} Jones"))
    queue.retry(services, dana, voicemail)
    people.change_direct_line(services, dana, cast.bob, "240-555-0111")
    people.change_main_line(services, dana, cast.store, "240-555-0112")
    noting.note_attempt(services, dana, cast.denise, AttemptKind.EMAIL, clock(), note=secret)
    noting.note_outcome(services, dana, LeadOutcome(cast.denise, LeadOutcomeKind.CALLED_BACK, clock()))
    noting.note_facts(services, dana, cast.denise, {"note": secret})
    noting.refuse_calls(services, dana, cast.denise, clock())
    settings.change_settings(services, dana, cast.store, settings.read_settings(services, dana, cast.store))
    fact = StoreFact(StoreFactId(0), cast.store, ValueKind.INCENTIVE, secret, date(2024, 1, 1))
    fact_id = store_facts.add_store_fact(services, dana, fact)
    store_facts.end_store_fact(services, dana, cast.store, fact_id)
    lead_files.import_leads(services, dana, cast.store, f"Name,Phone,Note\n{secret} Smith,410-555-0144,{secret}\n".encode())


def test_a_change_of_somebodys_direct_line_says_from_which_to_which_and_of_whom(cast: Cast) -> None:
    people.change_direct_line(cast.services, cast.as_seen_by(cast.dana), cast.bob, "240-555-0111")
    abe = cast.as_seen_by(cast.abe)
    bob = staff.member(cast.services, abe, cast.bob)
    staff.change(cast.services, abe, replace(bob, person=replace(bob.person, direct_line="")))
    assert [(one.what, one.subject_id, dict(one.details)) for one in entries(cast)] == [
        ("direct_line", cast.bob, {"before": "ending in 87", "now": "ending in 11"}),
        ("direct_line", cast.bob, {"before": "ending in 11", "now": "none"}),
    ]


def test_a_change_of_what_somebody_does_here_says_which_parts_changed(cast: Cast) -> None:
    abe = cast.as_seen_by(cast.abe)
    bob, alice = (staff.member(cast.services, abe, who) for who in (cast.bob, cast.alice))
    staff.change(cast.services, abe, bob)
    staff.change(cast.services, abe, replace(bob, person=replace(bob.person, name="Rob", team_id=cast.other_team)))
    staff.change(cast.services, abe, replace(alice, team_ids=frozenset({cast.other_team})))
    assert [(one.subject_id, one.details["changed"]) for one in entries(cast)] == [
        (cast.bob, "name and team"),
        (cast.alice, "who_they_look_after"),
    ]


def test_no_word_of_anybody_is_in_the_history(cast: Cast, clock: Clock) -> None:
    do_everything(cast, clock, "zebrafinch")
    with cast.services.database.reading() as connection:
        rows = connection.execute(select(audit_entry)).all()
    assert len({row.what for row in rows}) > 12
    written = json.dumps([list(map(str, row)) for row in rows])
    for word in ("zebrafinch", "Denise", "Bob", "0111", "0112", "0144", "Fairhaven"):
        assert word not in written
