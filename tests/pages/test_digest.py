from datetime import timedelta

import pytest

from coaching import bootstrap
from coaching.domain.scorecard import Outcome
from coaching.domain.team_scores import A_WEEK, monday
from coaching.storage.tables import person
from tests.screens import Screen
from tests.team_history import leave_each
from tests.world import Cast


def fall(cast: Cast) -> None:
    """Bob invited a text until four weeks ago, by the clock of the app."""
    last = monday(bootstrap.services().now().date() - timedelta(weeks=1))
    leave_each(cast, cast.bob, [last - number * A_WEEK for number in range(5, 10)] * 8, {"text_invited": Outcome.MET})
    leave_each(cast, cast.bob, [last - number * A_WEEK for number in range(4)] * 10, {"text_invited": Outcome.NOT_MET})


def said(screen: Screen) -> str:
    return screen.text.replace("\\", "")


def test_a_manager_reads_what_changed_and_what_to_do(cast: Cast, screen: type[Screen]) -> None:
    fall(cast)
    dana = screen(cast.dana).open("digest")
    assert not dana.app.exception
    assert "Text invitation fell from 100% to 0% in the last 4 weeks" in said(dana)
    assert "### Bob: Text invitation" in said(dana)
    assert [button.label for button in dana.app.get("download_button")] == ["As a web page", "As PDF"]
    links = [link.proto for link in dana.app.get("page_link")]
    assert any("voicemail=" in link.query_string and "missed" in link.label for link in links)


def test_a_rep_reads_of_the_own_voicemails_alone(cast: Cast, screen: type[Screen]) -> None:
    fall(cast)
    bob, charlie = screen(cast.bob).open("digest"), screen(cast.charlie).open("digest")
    assert "### Text invitation" in said(bob)
    assert "No voicemail was judged in this week." in said(charlie)
    assert "Nothing stands out" in said(charlie)


def test_the_week_stands_in_the_address_and_nonsense_there_is_the_last_week(cast: Cast, screen: type[Screen]) -> None:
    dana = screen(cast.dana).open("digest", week="soon")
    last = dana.app.query_params["week"]
    dana.app.selectbox(key="digest_week").select_index(2).run()
    chosen = dana.app.query_params["week"]
    assert chosen < last
    assert screen(cast.dana).open("digest", week=chosen).app.query_params["week"] == chosen


def test_who_has_an_address_chooses_whether_it_comes_by_mail(
    cast: Cast, screen: type[Screen], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACHING_SMTP_HOST", "smtp.example.com")
    monkeypatch.setenv("COACHING_SMTP_FROM", "coach@example.com")
    with cast.services.database.writing() as connection:
        connection.execute(person.update().where(person.c.id == cast.bob).values(email="bob@example.com"))
    bob = screen(cast.bob).open("digest")
    assert bob.app.toggle(key="digest_by_mail_True").value
    bob.app.toggle(key="digest_by_mail_True").set_value(False).run()
    assert not screen(cast.bob).open("account").app.toggle(key="digest_by_mail_False").value
    assert "Ask an administrator to add yours" in said(screen(cast.charlie).open("digest"))


def test_only_an_administrator_reads_that_the_mail_settings_are_wrong(
    cast: Cast, screen: type[Screen], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACHING_SMTP_HOST", "smtp.example.com")
    assert "COACHING_SMTP_FROM is missing" in said(screen(cast.abe).open("digest"))
    assert "COACHING_SMTP" not in said(screen(cast.dana).open("digest"))
