from datetime import UTC, date, datetime, timedelta

from coaching.domain.scorecard import ValueKind
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.services.follow_up.store_facts import add_store_fact, list_store_facts
from tests.screens import Screen
from tests.world import Cast

# The page runs by the real clock.
A_MONTH_AGO = datetime.now(UTC).date() - timedelta(days=30)


def known(cast: Cast, text: str, ends_on: date | None = None, starts_on: date = A_MONTH_AGO) -> None:
    fact = StoreFact(StoreFactId(0), cast.store, ValueKind.INCENTIVE, text, starts_on, ends_on, ("CR-V",))
    add_store_fact(cast.services, cast.as_seen_by(cast.dana), fact)


def texts(cast: Cast) -> list[str]:
    return [fact.text for fact in list_store_facts(cast.services, cast.as_seen_by(cast.dana), cast.store)]


def test_what_is_true_what_is_to_come_and_what_has_ended_stand_apart(cast: Cast, screen: type[Screen]) -> None:
    known(cast, "the rate went down")
    known(cast, "an old rebate", A_MONTH_AGO + timedelta(days=3))
    known(cast, "a rebate to come", starts_on=datetime.now(UTC).date() + timedelta(days=9))
    app = screen(cast.dana).open("store_facts").app
    assert [header.value for header in app.header] == ["True today (1)", "To come (1)", "Ended (1)"]
    assert len([button for button in app.button if button.label == "End"]) == 2


def test_one_is_added_and_ended(cast: Cast, screen: type[Screen]) -> None:
    dana = screen(cast.dana).open("store_facts")
    dana.app.text_input(key="fact_text_0").set_value("two [CR-Vs](http://evil.example) came")
    next(button for button in dana.app.button if button.label == "Add").click().run()
    assert "1 added" in dana.app.success[0].value
    assert texts(cast) == ["two [CR-Vs](http://evil.example) came"]
    assert "[CR-Vs](http" not in dana.text
    next(button for button in dana.app.button if button.label == "End").click().run()
    assert texts(cast) == []


def test_a_sentence_without_words_is_refused(cast: Cast, screen: type[Screen]) -> None:
    dana = screen(cast.dana).open("store_facts")
    next(button for button in dana.app.button if button.label == "Add").click().run()
    assert "Write the sentence" in dana.app.error[0].value


def test_a_list_is_imported_and_its_bad_rows_told(cast: Cast, screen: type[Screen]) -> None:
    dana = screen(cast.dana).open("store_facts")
    dana.app.file_uploader[0].set_value(("facts.csv", b"text,kind\nA Pilot came,arrival\nA CR-V,wonder\n", "text/csv")).run()
    dana.app.button(key="import_facts").click().run()
    assert "1 added" in dana.app.success[0].value
    assert "Line 3" in dana.app.warning[0].value
    assert texts(cast) == ["A Pilot came"]


def test_a_file_that_is_none_is_refused_with_a_sentence(cast: Cast, screen: type[Screen]) -> None:
    dana = screen(cast.dana).open("store_facts")
    dana.app.file_uploader[0].set_value(("facts.csv", b"\0\1", "text/csv")).run()
    dana.app.button(key="import_facts").click().run()
    assert "not a text file" in dana.app.error[0].value


def test_another_store_sees_nothing_of_it_and_is_told_that_nothing_is_on_file(cast: Cast, screen: type[Screen]) -> None:
    known(cast, "the rate went down")
    erin = screen(cast.erin).open("store_facts")
    assert "rate" not in erin.text
    assert "Nothing is on file" in erin.app.info[0].value
