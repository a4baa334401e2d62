from datetime import UTC, datetime, timedelta

from coaching.domain.attempt import AttemptKind, CallbackPath, Direction, LeadOutcomeKind
from coaching.domain.lead import LeadId
from coaching.domain.people import Role
from coaching.domain.scorecard import NumberMatch
from coaching.services.follow_up.history import History, read_history
from tests.pages.test_lead import walt
from tests.screens import Screen
from tests.world import Cast

NOTED = datetime(2024, 10, 7, 10, 30)  # on the store's clock, in New York


def known(cast: Cast, lead: str) -> History:
    with cast.services.database.reading() as connection:
        return read_history(connection, cast.as_seen_by(cast.bob), LeadId(int(lead)))


def press(screen: Screen, label: str) -> None:
    next(button for button in screen.app.button if button.label == label).click().run(timeout=60)
    assert not screen.app.exception


def test_a_call_without_a_message_is_noted_and_what_is_due_follows(cast: Cast, screen: type[Screen]) -> None:
    lead = walt(cast)
    bob = screen(cast.bob).open("lead", lead=lead)
    bob.app.selectbox(key="attempt_kind").set_value(AttemptKind.CALL)
    bob.app.datetime_input(key="attempt_at").set_value(NOTED)
    before = bob.app.caption
    press(bob, "Save attempt")
    (made,) = known(cast, lead).attempts
    assert (made.kind, made.at, made.role, made.person_id) == (
        AttemptKind.CALL,
        datetime(2024, 10, 7, 14, 30, tzinfo=UTC),
        Role.REP,
        cast.bob,
    )
    assert [caption.value for caption in before] != [caption.value for caption in bob.app.caption]


def test_a_rep_notes_that_the_customer_wrote_and_a_trainer_that_the_manager_called(cast: Cast, screen: type[Screen]) -> None:
    lead = walt(cast)
    bob = screen(cast.bob).open("lead", lead=lead)
    bob.app.selectbox(key="attempt_kind").set_value(AttemptKind.TEXT)
    bob.app.selectbox(key="attempt_by").set_value("customer")
    bob.app.datetime_input(key="attempt_at").set_value(NOTED)
    press(bob, "Save attempt")
    alice = screen(cast.alice).open("lead", lead=lead)
    alice.app.selectbox(key="attempt_by").set_value("manager")
    alice.app.datetime_input(key="attempt_at").set_value(NOTED + timedelta(hours=1))
    press(alice, "Save attempt")
    from_customer, by_manager = known(cast, lead).attempts
    assert from_customer.direction is Direction.IN
    assert (by_manager.role, by_manager.person_id) == (Role.MANAGER, None)


def test_an_outcome_is_noted_with_its_number_and_where_it_led(cast: Cast, screen: type[Screen]) -> None:
    lead = walt(cast)
    bob = screen(cast.bob).open("lead", lead=lead)
    bob.app.selectbox(key="outcome_number").set_value(NumberMatch.MAIN_LINE)
    bob.app.selectbox(key="outcome_path").set_value(CallbackPath.LOST_ON_HOLD)
    press(bob, "Save outcome")
    (outcome,) = known(cast, lead).outcomes
    assert (outcome.kind, outcome.number, outcome.path) == (
        LeadOutcomeKind.CALLED_BACK,
        NumberMatch.MAIN_LINE,
        CallbackPath.LOST_ON_HOLD,
    )


def test_wishes_are_kept_and_shown_and_opting_out_ends_the_follow_up(cast: Cast, screen: type[Screen]) -> None:
    lead = walt(cast)
    bob = screen(cast.bob).open("lead", lead=lead)
    for wish in ("no_calls", "texts", "no_contact"):
        bob.app.radio(key="consent_wish").set_value(wish)
        press(bob, "Save wish")
    consent = known(cast, lead).lead.consent
    assert consent.call_refused_at
    assert consent.texts_agreed_at
    assert consent.opted_out_at
    assert "The follow\\-up ended" in bob.text or "The follow-up ended" in bob.text
    assert "Agreed to be sent texts" in bob.text


def test_what_is_still_to_come_is_refused_with_a_sentence(cast: Cast, screen: type[Screen]) -> None:
    bob = screen(cast.bob).open("lead", lead=walt(cast))
    bob.app.datetime_input(key="attempt_at").set_value(datetime.now() + timedelta(days=2))
    press(bob, "Save attempt")
    assert "still to come" in bob.app.error[0].value


def test_a_form_that_is_opened_late_begins_with_the_time_on_the_stores_clock(cast: Cast, screen: type[Screen]) -> None:
    bob = screen(cast.bob).open("lead", lead=walt(cast))
    on_the_clock = bob.app.datetime_input(key="attempt_at").value
    bob.app.selectbox(key="attempt_kind").set_value(AttemptKind.CALL).run()
    (told,) = bob.app.datetime_input(key="attempt_at").proto.default  # what a browser takes that has not drawn the field yet
    assert told.replace("/", "-").replace("T", " ").startswith(f"{on_the_clock:%Y-%m-%d}")
    assert f"{on_the_clock:%H:%M}" in told
