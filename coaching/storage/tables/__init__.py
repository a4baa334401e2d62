"""Every table."""

from coaching.storage.tables.accounts import demo_world, failed_sign_in, one_time_token, password, sign_in
from coaching.storage.tables.alerts import alert, alert_read, team_page_settings
from coaching.storage.tables.assignments import assigned_rep, assignment
from coaching.storage.tables.audit import audit_entry
from coaching.storage.tables.base import metadata
from coaching.storage.tables.calibration import (
    blind_verdict,
    calibration_judge,
    calibration_round,
    calibration_voicemail,
    gold_verdict,
)
from coaching.storage.tables.calls import lead, recording, transcript, voicemail
from coaching.storage.tables.conversation import comment, dispute, dispute_answer, dispute_settings, mention, played, read_mark
from coaching.storage.tables.counting import counted, criterion_place, outcome_tally, score_tally
from coaching.storage.tables.follow_up import (
    attempt,
    draft_script,
    follow_up_settings,
    lead_identity,
    lead_outcome,
    possible_lead,
    store_fact,
)
from coaching.storage.tables.library import exemplar, kept_out_of_library
from coaching.storage.tables.mail import letter, no_mail
from coaching.storage.tables.people import manages, person, store, team, trains
from coaching.storage.tables.practice import practice
from coaching.storage.tables.privacy import privacy_settings
from coaching.storage.tables.sessions import coached_rep, coaching_session, goal, playlist_entry, take, take_verdict
from coaching.storage.tables.targets import target
from coaching.storage.tables.verdicts import current, evidence, finding, override, scorecard, spoken_number, stands
from coaching.storage.tables.work import job

__all__ = [
    "alert",
    "alert_read",
    "assigned_rep",
    "assignment",
    "attempt",
    "audit_entry",
    "blind_verdict",
    "calibration_judge",
    "calibration_round",
    "calibration_voicemail",
    "coached_rep",
    "coaching_session",
    "comment",
    "counted",
    "criterion_place",
    "current",
    "demo_world",
    "dispute",
    "dispute_answer",
    "dispute_settings",
    "draft_script",
    "evidence",
    "exemplar",
    "failed_sign_in",
    "finding",
    "follow_up_settings",
    "goal",
    "gold_verdict",
    "job",
    "kept_out_of_library",
    "lead",
    "lead_identity",
    "lead_outcome",
    "letter",
    "manages",
    "mention",
    "metadata",
    "no_mail",
    "one_time_token",
    "outcome_tally",
    "override",
    "password",
    "person",
    "played",
    "playlist_entry",
    "possible_lead",
    "practice",
    "privacy_settings",
    "read_mark",
    "recording",
    "score_tally",
    "scorecard",
    "sign_in",
    "spoken_number",
    "stands",
    "store",
    "store_fact",
    "take",
    "take_verdict",
    "target",
    "team",
    "team_page_settings",
    "trains",
    "transcript",
    "voicemail",
]
