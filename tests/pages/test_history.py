from datetime import timedelta

from coaching.domain.audit import Action, Entry, Subject
from coaching.domain.privacy import PrivacySettings
from coaching.services import hearing
from coaching.services.audit_trail import PER_PAGE
from coaching.services.people import change_direct_line
from coaching.services.practice.practising import practise, submit
from coaching.services.privacy.erasing import erase_lead
from coaching.services.privacy.settings import change_privacy
from coaching.storage import audit
from tests.pages.conftest import WorkerAtHand
from tests.screens import Screen
from tests.world import Cast, Clock


def rows(screen: Screen) -> list[list[str]]:
    return [list(map(str, row)) for row in screen.app.table[0].value.values.tolist()]


def test_a_manager_reads_who_did_what_the_newest_first(cast: Cast, screen: type[Screen]) -> None:
    voicemail = cast.leaves("hello there")
    hearing.hear(cast.services, cast.as_seen_by(cast.alice), voicemail)
    told = rows(screen(cast.dana).open("history"))
    assert [row[1:] for row in told] == [
        ["Alice", "Opened the sound", f"[Voicemail, customer not known](/scorecard?voicemail={voicemail})"],
        ["Bob", "Uploaded", f"[Voicemail, customer not known](/scorecard?voicemail={voicemail})"],
    ]


def test_it_can_be_narrowed_to_one_kind_or_one_person(cast: Cast, screen: type[Screen]) -> None:
    hearing.hear(cast.services, cast.as_seen_by(cast.alice), cast.leaves("hello there"))
    dana = screen(cast.dana).open("history")
    dana.app.selectbox(key="history_action").set_value(Action.HEARD).run()
    assert [row[1] for row in rows(dana)] == ["Alice"]
    dana.app.selectbox(key="history_by").set_value(
        next(one for one in dana.app.selectbox(key="history_by").options if "Bob" in str(one))
    ).run()
    assert "Nothing here matches" in dana.app.info[0].value


def test_narrowed_on_a_late_page_it_shows_the_last_page_that_is_left(cast: Cast, screen: type[Screen]) -> None:
    with cast.services.database.writing() as connection:
        for number in range(4 * PER_PAGE):
            action = Action.EXPORTED if number % 3 else Action.CHANGED
            audit.add(connection, Entry(cast.services.now(), cast.alice, action, "it", Subject.PERSON, cast.bob, cast.store, {}))
    dana = screen(cast.dana).open("history")
    dana.app.session_state["history_page"] = 4
    dana.app.run()
    assert len(rows(dana)) == PER_PAGE
    dana.app.selectbox(key="history_action").set_value(Action.CHANGED).run()
    assert len(rows(dana)) == -(-4 * PER_PAGE // 3) - PER_PAGE
    assert dana.app.session_state["history_page"] == 2


def test_a_change_says_what_it_was_and_markup_stays_text(cast: Cast, screen: type[Screen]) -> None:
    change_privacy(cast.services, cast.as_seen_by(cast.dana), cast.store, PrivacySettings(sound_days=30))
    (row,) = rows(screen(cast.dana).open("history"))
    assert row[2].replace("\\", "") == "Changed: privacy (sound days 30)"


def test_a_change_of_a_direct_line_says_from_which_to_which_and_of_whom(cast: Cast, screen: type[Screen]) -> None:
    change_direct_line(cast.services, cast.as_seen_by(cast.dana), cast.bob, "240-555-0111")
    (row,) = rows(screen(cast.dana).open("history"))
    assert [one.replace("\\", "") for one in row[1:]] == [
        "Dana",
        "Changed: direct line (before ending in 87, now ending in 11)",
        "Person Bob",
    ]


def test_a_verdict_is_told_in_words_and_rows_of_tables_stay_out_of_sight(cast: Cast, screen: type[Screen]) -> None:
    details = {"criterion": "vehicle_named", "before": "not_met", "now": "not_applicable", "comment": 5}
    entry = Entry(cast.services.now(), cast.alice, Action.CHANGED, "verdict", Subject.PERSON, cast.bob, cast.store, details)
    with cast.services.database.writing() as connection:
        audit.add(connection, entry)
    (row,) = rows(screen(cast.dana).open("history"))
    assert [one.replace("\\", "") for one in row[2:]] == [
        "Changed: verdict (Vehicle, before not met, now not applicable)",
        "Person Bob",
    ]


def test_submitted_practice_is_told_as_practice_and_not_as_a_voicemail_for_nobody(
    cast: Cast, screen: type[Screen], worker: WorkerAtHand
) -> None:
    attempt = practise(cast.services, cast.as_seen_by(cast.bob), "say_the_number", b"zebra")
    worker.works()
    assert not screen(cast.dana).open("history").app.table
    submit(cast.services, cast.as_seen_by(cast.bob), attempt)
    (row,) = rows(screen(cast.dana).open("history"))
    assert row[1:] == [
        "Bob",
        r"Submitted \(Say the number so that it can be written down\)",
        f"[Practice](/scorecard?voicemail={attempt})",
    ]


def test_who_was_erased_is_a_number_and_the_rest_still_stands(cast: Cast, screen: type[Screen]) -> None:
    cast.leaves("hello Denise", lead=cast.denise)
    before = screen(cast.dana).open("history")
    assert [row[3] for row in rows(before)] == ["[Voicemail for Denise Okafor](/scorecard?voicemail=1)"]
    erase_lead(cast.services, cast.as_seen_by(cast.dana), cast.denise)
    told = screen(cast.dana).open("history")
    assert [row[3] for row in rows(told)] == [
        f"Customer {cast.denise}, no longer on file",
        "Voicemail 1, no longer on file",
    ]
    assert "Denise" not in str(rows(told))


def test_long_ones_come_page_by_page(cast: Cast, screen: type[Screen], clock: Clock) -> None:
    voicemail = cast.leaves("hello there")
    for _ in range(60):
        clock.at += timedelta(hours=1)
        hearing.hear(cast.services, cast.as_seen_by(cast.alice), voicemail)
    dana = screen(cast.dana).open("history")
    assert len(rows(dana)) == 50
    assert "61 entries" in dana.text
