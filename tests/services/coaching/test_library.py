"""Passages that everybody of a store can learn from: who chooses them, who finds them, and what makes them go."""

from datetime import timedelta

import pytest

from coaching.domain.audit import Action
from coaching.domain.comment import Passage
from coaching.domain.exemplar import Chosen, Exemplar, ExemplarId
from coaching.domain.people import MACHINE, PersonId
from coaching.domain.privacy import PrivacySettings
from coaching.domain.scorecard import ValueKind
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError, NotAllowed, NotFound, UnknownName
from coaching.services.coaching.library import browse, choose, is_kept_out, keep_out, let_in, take_out
from coaching.services.placing import Placement, change
from coaching.services.practice.practising import practise, submit
from coaching.services.privacy.erasing import erase_lead, erase_person
from coaching.services.privacy.retention import keep_the_rules
from coaching.services.privacy.settings import change_privacy
from coaching.storage import audit, leads
from coaching.storage.tables import person
from tests.services.coaching.conftest import Works
from tests.world import BOBS_LINE, Cast, Clock

SAID = f"Hi Denise the red one just came in call {BOBS_LINE}"  # 0.4 seconds a word
CAME_IN = Chosen("value_offered", Passage(0.8, 3.2), "Says what is new first.", ValueKind.ARRIVAL_OR_MATCH)
ALL = Passage(0.0, 4.0)


@pytest.fixture
def voicemail(cast: Cast, works: Works) -> VoicemailId:
    made = cast.leaves(SAID, lead=cast.denise, attempt=1)
    works()
    return made


def chosen_by(cast: Cast, who: PersonId, voicemail_id: VoicemailId, chosen: Chosen = CAME_IN) -> ExemplarId:
    return choose(cast.services, cast.as_seen_by(who), voicemail_id, chosen)


def found_by(cast: Cast, who: PersonId) -> list[Exemplar]:
    return list(browse(cast.services, cast.as_seen_by(who)))


def test_a_passage_has_its_words_its_rep_and_why_it_is_good(cast: Cast, voicemail: VoicemailId) -> None:
    chosen_by(cast, cast.alice, voicemail)
    (found,) = found_by(cast, cast.bob)
    assert (found.text, found.rep_name, found.by_name) == ("the red one just came in", "Bob", "Alice")
    assert found.chosen == CAME_IN
    assert found.beeps == ()


@pytest.mark.parametrize(("who", "finds"), [("bob", 1), ("charlie", 1), ("alice", 1), ("dana", 1), ("abe", 1), ("erin", 0)])
def test_everybody_of_the_store_finds_it_and_no_other_store(cast: Cast, voicemail: VoicemailId, who: str, finds: int) -> None:
    chosen_by(cast, cast.alice, voicemail)
    assert len(found_by(cast, getattr(cast, who))) == finds


def test_whoever_may_see_the_whole_voicemail_is_told_so(cast: Cast, voicemail: VoicemailId) -> None:
    chosen_by(cast, cast.alice, voicemail)
    may_open = {who: found_by(cast, getattr(cast, who))[0].may_open for who in ("alice", "bob", "charlie")}
    assert may_open == {"alice": True, "bob": True, "charlie": False}


def test_on_request_names_and_numbers_are_masked_and_nobody_is_named(cast: Cast, voicemail: VoicemailId) -> None:
    chosen_by(cast, cast.alice, voicemail, Chosen("direct_line_given", ALL, "Slow.", anonymous=True))
    (found,) = found_by(cast, cast.charlie)
    assert found.text == "Hi [name] the red one just came in call [number]"
    assert found.rep_name == ""
    assert len(found.beeps) == 2


@pytest.mark.parametrize("who", ["bob", "charlie", "erin"])
def test_only_those_who_coach_the_rep_choose(cast: Cast, voicemail: VoicemailId, who: str) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        chosen_by(cast, getattr(cast, who), voicemail)
    assert found_by(cast, cast.dana) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Chosen("value_offered", ALL, " ", ValueKind.TRADE_IN), "Write in a sentence"),
        (Chosen("value_offered", ALL, "Good."), "which kind of value"),
        (Chosen("text_invited", Passage(1.0, 1.0), "Good."), "Choose the passage first"),
        (Chosen("text_invited", Passage(1.0, 99.0), "Good."), "outside the recording"),
        (Chosen("text_invited", Passage(float("nan"), 2.0), "Good."), "outside the recording"),
    ],
)
def test_what_is_missing_is_said(cast: Cast, voicemail: VoicemailId, wrong: Chosen, said: str) -> None:
    with pytest.raises(CoachingError, match=said):
        chosen_by(cast, cast.alice, voicemail, wrong)


def test_an_unknown_criterion_is_refused_and_only_value_has_kinds(cast: Cast, voicemail: VoicemailId) -> None:
    with pytest.raises(UnknownName):
        chosen_by(cast, cast.alice, voicemail, Chosen("x", ALL, "Good."))
    chosen_by(cast, cast.alice, voicemail, Chosen("text_invited", ALL, "Good.", ValueKind.TRADE_IN))
    assert found_by(cast, cast.alice)[0].chosen.kind is None


def test_what_was_not_judged_yet_or_is_nobodys_is_refused(cast: Cast, works: Works) -> None:
    waiting = cast.leaves("not judged yet")
    with pytest.raises(CoachingError, match="Wait until it was judged"):
        chosen_by(cast, cast.alice, waiting)


def test_it_can_be_narrowed_by_criterion_and_kind(cast: Cast, voicemail: VoicemailId) -> None:
    chosen_by(cast, cast.alice, voicemail)
    chosen_by(cast, cast.alice, voicemail, Chosen("text_invited", ALL, "Good."))
    bob = cast.as_seen_by(cast.bob)
    assert [one.chosen.criterion_id for one in browse(cast.services, bob)] == ["text_invited", "value_offered"]
    assert len(browse(cast.services, bob, criteria=["text_invited"])) == 1
    assert len(browse(cast.services, bob, kind=ValueKind.ARRIVAL_OR_MATCH)) == 1
    assert browse(cast.services, bob, criteria=["value_offered"], kind=ValueKind.TRADE_IN) == []


@pytest.mark.parametrize(("who", "may"), [("alice", True), ("dana", True), ("abe", True), ("bob", False), ("charlie", False)])
def test_who_chose_it_and_who_manages_take_it_out(cast: Cast, voicemail: VoicemailId, who: str, may: bool) -> None:
    made, viewer = chosen_by(cast, cast.alice, voicemail), cast.as_seen_by(getattr(cast, who))
    if may:
        take_out(cast.services, viewer, made)
    else:
        with pytest.raises(NotAllowed):
            take_out(cast.services, viewer, made)
    assert len(found_by(cast, cast.dana)) == (0 if may else 1)


def test_another_store_does_not_learn_that_it_is_there(cast: Cast, voicemail: VoicemailId) -> None:
    with pytest.raises(NotFound):
        take_out(cast.services, cast.as_seen_by(cast.erin), chosen_by(cast, cast.alice, voicemail))


def test_a_rep_who_asks_is_not_in_it_and_new_ones_are_refused(cast: Cast, voicemail: VoicemailId) -> None:
    chosen_by(cast, cast.alice, voicemail)
    bob = cast.as_seen_by(cast.bob)
    keep_out(cast.services, bob)
    keep_out(cast.services, bob)
    assert found_by(cast, cast.dana) == []
    with pytest.raises(CoachingError, match="Bob asked not to be in the library"):
        chosen_by(cast, cast.alice, voicemail)
    let_in(cast.services, bob)
    assert not is_kept_out(cast.services, bob)
    assert found_by(cast, cast.dana) == []
    chosen_by(cast, cast.alice, voicemail)


def test_what_becomes_the_voicemail_of_somebody_who_asked_is_not_shown_any_more(cast: Cast, voicemail: VoicemailId) -> None:
    chosen_by(cast, cast.alice, voicemail)
    keep_out(cast.services, cast.as_seen_by(cast.charlie))
    change(cast.services, cast.as_seen_by(cast.dana), voicemail, Placement(cast.charlie))
    assert found_by(cast, cast.dana) == []


def test_practice_that_was_not_submitted_never_becomes_one(cast: Cast, works: Works) -> None:
    made = practise(cast.services, cast.as_seen_by(cast.bob), "say_the_number", SAID.encode())
    works()
    for who in (cast.alice, cast.dana, cast.abe):
        with pytest.raises(NotFound):
            chosen_by(cast, who, made)
    with pytest.raises(CoachingError):
        chosen_by(cast, cast.bob, made)
    submit(cast.services, cast.as_seen_by(cast.bob), made)
    chosen_by(cast, cast.alice, made)
    assert found_by(cast, cast.charlie)[0].is_practice


def test_a_coach_cannot_choose_what_they_practised_themselves(cast: Cast, works: Works) -> None:
    made = practise(cast.services, cast.as_seen_by(cast.alice), "say_the_number", SAID.encode())
    works()
    with pytest.raises(NotAllowed):
        chosen_by(cast, cast.alice, made)


def test_the_history_says_who_chose_took_out_and_did_not_want_to(cast: Cast, voicemail: VoicemailId) -> None:
    take_out(cast.services, cast.as_seen_by(cast.dana), chosen_by(cast, cast.alice, voicemail))
    keep_out(cast.services, cast.as_seen_by(cast.bob))
    with cast.services.database.reading() as connection:
        entries = [one.entry for one in audit.listed(connection, MACHINE) if one.entry.action is Action.CHANGED]
    made = [(one.by, one.what, one.details.get("criterion"), one.store_id) for one in entries]
    assert made == [
        (cast.bob, "kept_out_of_library", None, cast.store),
        (cast.dana, "exemplar_taken_out", None, cast.store),
        (cast.alice, "exemplar", "value_offered", cast.store),
    ]


def test_it_goes_with_an_erased_rep_or_customer(cast: Cast, voicemail: VoicemailId, works: Works) -> None:
    other = cast.leaves(f"{SAID} again")
    works()
    for one in (voicemail, other):
        chosen_by(cast, cast.alice, one)
    erase_lead(cast.services, cast.as_seen_by(cast.dana), cast.denise)
    assert len(found_by(cast, cast.dana)) == 1
    erase_person(cast.services, cast.as_seen_by(cast.dana), cast.bob)
    assert found_by(cast, cast.dana) == []


def test_it_goes_where_the_sound_still_names_somebody_who_was_erased(cast: Cast, works: Works) -> None:
    with cast.services.database.writing() as connection:
        karen = leads.add(connection, cast.store, "Karen Doyle", rep_id=cast.bob)
    named, other = cast.leaves("Karen Doyle bought the red one"), cast.leaves(SAID)
    works()
    for one in (named, other):
        chosen_by(cast, cast.alice, one, Chosen("text_invited", Passage(0.0, 2.0), "Good."))
    erase_lead(cast.services, cast.as_seen_by(cast.dana), karen)
    assert [one.voicemail_id for one in found_by(cast, cast.dana)] == [other]


def test_it_stays_without_the_words_of_who_chose_it_when_they_are_erased(cast: Cast, voicemail: VoicemailId) -> None:
    chosen_by(cast, cast.alice, voicemail)
    erase_person(cast.services, cast.as_seen_by(cast.dana), cast.alice)
    (found,) = found_by(cast, cast.dana)
    assert (found.by, found.by_name, found.chosen.why) == (None, "", "(removed)")
    assert found.text == "the red one just came in"


@pytest.mark.parametrize(
    "rule", [PrivacySettings(sound_days=1), PrivacySettings(words_days=1), PrivacySettings(scores_days=1)], ids=str
)
def test_it_goes_by_the_stores_rules(cast: Cast, clock: Clock, voicemail: VoicemailId, rule: PrivacySettings) -> None:
    chosen_by(cast, cast.alice, voicemail)
    change_privacy(cast.services, cast.as_seen_by(cast.dana), cast.store, rule)
    clock.wait(timedelta(days=2).total_seconds())
    keep_the_rules(cast.services)
    assert found_by(cast, cast.dana) == []


def test_what_somebody_said_who_no_longer_works_here_stays(cast: Cast, voicemail: VoicemailId) -> None:
    """Like all their voicemails; who wants it gone is erased."""
    chosen_by(cast, cast.alice, voicemail)
    with cast.services.database.writing() as connection:
        connection.execute(person.update().where(person.c.id == cast.bob).values(active=False))
    assert len(found_by(cast, cast.charlie)) == 1
