import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from coaching.domain.attempt import LeadOutcome, LeadOutcomeKind
from coaching.domain.context import RepOnFile
from coaching.domain.lead import Lead
from coaching.follow_up.drafts.draft import draft
from coaching.follow_up.drafts.known import known
from coaching.follow_up.drafts.occasion import LENGTHS_S, Draft, NoDraft, Occasion
from coaching.follow_up.drafts.pace import Pace
from coaching.follow_up.reasons.ledger import Heard, ledger
from coaching.follow_up.reasons.on_file import Reason, reasons_for
from tests.follow_up.cast import DENISE, local, opts_out, permission, refuses_calls, voicemail
from tests.follow_up.stock import MARCUS, STORE_FACTS, TODAY, leads

LEADS = list(leads())
PACE = Pace(150, 2.4)
SOME = LEADS[::4]


def occasion(lead: Lead, number: int = 1, reasons: Sequence[Reason] | None = None, pace: Pace = PACE) -> Occasion:
    fitting = reasons_for(lead, STORE_FACTS, TODAY) if reasons is None else reasons
    return Occasion(lead, MARCUS, fitting, number, pace=pace)


def series(lead: Lead, length: float) -> list[Draft]:
    """Three voicemails in a row, each after the one before was left as drafted."""
    drafts: list[Draft] = []
    for number in (1, 2, 3):
        heard = [Heard(voicemail(local(2 + place, 10)), earlier.text) for place, earlier in enumerate(drafts)]
        drafts.append(draft(occasion(lead, number, ledger(lead, heard, STORE_FACTS, TODAY).unused), length))
    return drafts


@pytest.mark.parametrize(
    ("lead", "length"),
    [(lead, LENGTHS_S[place % 3]) for place, lead in enumerate(LEADS)],
    ids=lambda one: one.customer_name if isinstance(one, Lead) else f"{one:.0f} s",
)
def test_drafts_in_a_row_keep_to_the_length_and_the_file_and_say_no_reason_twice(lead: Lead, length: float) -> None:
    drafts = series(lead, length)
    for one in drafts:
        assert abs(one.seconds - length) <= 0.15 * length
        assert one.blanks == ()
        assert_on_file(one.text, lead)
    told = [reason.id for one in drafts for reason in one.reasons]
    assert told
    assert len(told) == len(set(told))


def assert_on_file(text: str, lead: Lead) -> None:
    """Every number and every name (a capital letter inside a sentence) stands in what the store knows."""
    on_file = [*known(lead, MARCUS, (), None, None).values(), *(fact.text for fact in STORE_FACTS)]
    on_file += [f"{fact.ends_on:%A %B} {fact.ends_on.day}" for fact in STORE_FACTS if fact.ends_on]
    words = set(re.findall(r"\w+", " ".join(on_file)))
    assert set(re.findall(r"\d+", text)) <= set(re.findall(r"\d+", " ".join(on_file)))
    inside = re.findall(r"(?<=[a-z,] )[A-Z]\w+", text)
    assert set(inside) - {"I"} <= words


def test_no_two_leads_of_a_rep_get_the_same_script() -> None:
    for length in LENGTHS_S:
        taken: set[str] = set()
        for lead in LEADS:
            taken.add(draft(occasion(lead), length, taken).script)
        assert len(taken) == len(LEADS)


def test_the_same_occasion_gives_the_same_draft() -> None:
    assert draft(occasion(DENISE, 2), 25) == draft(occasion(DENISE, 2), 25)


@pytest.mark.parametrize("words_per_minute", [120, 150, 180])
@pytest.mark.parametrize("length", LENGTHS_S)
def test_a_slow_and_a_fast_rep_get_as_much_as_they_can_say(words_per_minute: float, length: float) -> None:
    assert all(draft(occasion(lead, pace=Pace(words_per_minute, 2.4)), length).is_as_long_as_asked for lead in SOME)


def test_what_is_not_on_file_is_a_visible_blank() -> None:
    nobody = replace(DENISE, customer_name="", facts={})
    one = draft(Occasion(nobody, RepOnFile(), ()), 25)
    assert set(one.blanks) - {"rep_first"} >= {"first_name", "dealership", "reason", "direct_line"}
    assert set(one.blanks) & {"model", "vehicle"}
    assert not set(one.blanks) & {"colour", "option"}, "a phrasing with fewer blanks is there"
    assert "[what is new for them]" in one.text
    assert "[your direct line]" in one.text
    assert one.reasons == ()


def test_the_email_is_mentioned_only_where_one_was_sent() -> None:
    def texts(sent: bool) -> str:
        attempts = [permission(local(2, 10))] if sent else []
        return " ".join(draft(replace(occasion(lead), attempts=attempts), 40).text for lead in LEADS)

    assert "e-mail" not in texts(False)
    assert "e-mail" in texts(True)


@pytest.mark.parametrize(
    ("stopped", "word"),
    [
        (Occasion(opts_out(DENISE, local(3, 9)), MARCUS, ()), "no contact"),
        (Occasion(DENISE, MARCUS, (), outcomes=[LeadOutcome(DENISE.id, LeadOutcomeKind.OPTED_OUT, local(3, 9))]), "no contact"),
        (Occasion(DENISE, MARCUS, (), outcomes=[LeadOutcome(DENISE.id, LeadOutcomeKind.WRONG_NUMBER, local(3, 9))]), "wrong"),
        (Occasion(refuses_calls(DENISE, local(3, 9)), MARCUS, ()), "not to be called"),
    ],
)
def test_who_must_not_be_called_gets_no_draft(stopped: Occasion, word: str) -> None:
    with pytest.raises(NoDraft, match=word):
        draft(stopped, 25)
