from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest

from coaching.domain.people import MACHINE, Role
from coaching.domain.scorecard import Outcome
from coaching.domain.team_scores import A_WEEK, Scope, monday
from coaching.domain.voicemail import ListedVoicemail
from coaching.reports.team import read_team
from coaching.services.demo import history
from coaching.services.parts import Services
from coaching.services.reading import list_voicemails, read
from coaching.storage import people


@pytest.fixture
def with_history(services: Services) -> Services:
    with services.database.writing() as connection:
        store = people.add_store(connection, "Riverbend Toyota", "540-555-0100")
        for name in ("Nora Whitfield", "Priya Nair", "Luis Ortega", "Sam Becker"):
            people.add_person(connection, name, Role.REP, store_id=store, direct_line="540-555-0143")
    assert history.load(services, store) == 416
    assert history.load(services, store) == 0
    return services


def test_the_page_of_the_team_has_something_to_say(with_history: Services) -> None:
    this_week = monday(with_history.now().date())
    weights = {"text_invited": 3.0, "value_offered": 3.0, "direct_line_given": 3.0}
    found = read_team(with_history.database, MACHINE, Scope(this_week - 26 * A_WEEK, this_week), weights)
    assert found.changes["text_invited"].is_clear
    assert {(found.groups[one.cell.group_id].name, one.cell.criterion_id) for one in found.needs} == {
        ("Sam Becker", "value_offered"),
        ("Priya Nair", "direct_line_given"),
    }
    assert found.scripts[0].customers > 10
    assert found.scripts[0].reason == "The rate on it is 1.9 percent until Saturday."


def test_every_verdict_points_at_words_that_were_said(with_history: Services) -> None:
    for one in list_voicemails(with_history, MACHINE, limit=50):
        judged = read(with_history, MACHINE, one.voicemail.id).judged
        assert judged is not None
        assert one.voicemail.left_at is not None
        assert one.voicemail.left_at < with_history.now() - timedelta(days=2)
        assert time(9) <= one.voicemail.left_at.astimezone(ZoneInfo("America/New_York")).time() < time(20)
        for finding in judged.scorecard.findings:
            for evidence in finding.evidence:
                assert judged.heard.transcript.text[evidence.start_char : evidence.end_char] == evidence.quote
            assert finding.evidence or finding.outcome is not Outcome.MET or finding.criterion_id.startswith("no")


def test_nobody_who_offers_something_of_value_is_said_to_have_no_reason(with_history: Services) -> None:
    for one in list_voicemails(with_history, MACHINE, limit=50):
        judged = read(with_history, MACHINE, one.voicemail.id).judged
        assert judged is not None
        if judged.outcome_of("value_offered") is Outcome.MET:
            assert judged.outcome_of("not_just_checking_in") is Outcome.MET


def test_its_sound_is_removed_and_its_length_known(with_history: Services) -> None:
    for one in list_voicemails(with_history, MACHINE, limit=50):
        assert not one.voicemail.has_sound
        assert one.voicemail.recording is not None
        assert one.voicemail.recording.duration_s > 0


def test_a_later_attempt_follows_the_earlier_ones_to_the_same_lead(with_history: Services) -> None:
    by_lead: dict[int | None, list[ListedVoicemail]] = {}
    for one in list_voicemails(with_history, MACHINE, limit=500):
        by_lead.setdefault(one.voicemail.lead_id, []).append(one)
    assert max(map(len, by_lead.values())) == 3
    for left in by_lead.values():
        left.sort(key=lambda one: str(one.voicemail.left_at))
        assert [one.voicemail.attempt for one in left] == list(range(1, len(left) + 1))


def test_what_was_of_value_has_a_kind(with_history: Services) -> None:
    judged = [read(with_history, MACHINE, one.voicemail.id).judged for one in list_voicemails(with_history, MACHINE, limit=50)]
    found = [one.scorecard.finding("value_offered") for one in judged if one]
    assert {Outcome.MET, Outcome.NOT_MET} == {one.outcome for one in found}
    assert all((one.kind is not None) == (one.outcome is Outcome.MET) for one in found)
