from dataclasses import replace
from datetime import UTC, datetime, timedelta

from coaching.domain.people import PersonId, StoreId
from coaching.domain.voicemail import Voicemail, VoicemailId

MONDAY = datetime(2024, 10, 7, 9, 0, tzinfo=UTC)
VOICEMAIL = Voicemail(VoicemailId(1), StoreId(1), "ab" * 32, "a.wav", MONDAY, PersonId(1))


def in_order(*voicemails: Voicemail) -> list[int]:
    return [one.id for one in sorted(voicemails, key=lambda one: one.place)]


def test_attempts_go_by_their_number_whenever_they_were_uploaded() -> None:
    second = replace(VOICEMAIL, attempt=2)
    first = replace(VOICEMAIL, id=VoicemailId(2), attempt=1, received_at=MONDAY + timedelta(days=1))
    assert in_order(second, first) == [2, 1]


def test_without_numbers_they_go_by_when_they_were_left_not_by_when_they_came() -> None:
    late = replace(VOICEMAIL, left_at=MONDAY - timedelta(days=1))
    early = replace(VOICEMAIL, id=VoicemailId(2), left_at=MONDAY - timedelta(days=2), received_at=MONDAY + timedelta(days=1))
    assert in_order(late, early) == [2, 1]


def test_one_without_a_number_comes_after_those_that_have_one() -> None:
    numbered = replace(VOICEMAIL, id=VoicemailId(2), attempt=3, received_at=MONDAY + timedelta(days=1))
    assert in_order(VOICEMAIL, numbered) == [2, 1]


def test_two_of_one_moment_keep_the_order_in_which_they_came() -> None:
    assert in_order(replace(VOICEMAIL, id=VoicemailId(2)), VOICEMAIL) == [1, 2]
