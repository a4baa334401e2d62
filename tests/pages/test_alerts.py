from datetime import timedelta

from coaching import bootstrap
from coaching.domain.alert import Alert, AlertKind
from coaching.services import alerting
from tests.screens import Screen
from tests.world import Cast


def falls(cast: Cast, number: int = 1) -> None:
    now = bootstrap.services().now()
    for place in range(number):
        about, at = f"fall/rep/{cast.bob}/{place}/x", now - timedelta(hours=place)
        alerting.note(cast.services, [Alert(AlertKind.FALL, about, at, cast.store, "Fell.", rep_id=cast.bob)])


def test_the_start_page_tells_what_is_new_until_it_is_read(cast: Cast, screen: type[Screen]) -> None:
    falls(cast, 4)
    dana = screen(cast.dana)
    assert dana.text.count("Fell") == 3
    assert "All alerts, 1 more of them new" in [link.proto.label for link in dana.app.get("page_link")]
    next(button for button in dana.app.button if button.label == "Mark as read").click().run()
    assert "All alerts" in [link.proto.label for link in dana.app.get("page_link")]
    assert "Alerts" not in screen(cast.charlie).text


def test_the_page_keeps_what_was_read(cast: Cast, screen: type[Screen]) -> None:
    falls(cast, 2)
    dana = screen(cast.dana).open("alerts")
    assert dana.text.count("**Bob:**") == 2
    dana.app.button(key="read_all").click().run()
    assert not dana.app.exception
    assert dana.text.count("**Bob:**") == 2
    assert "Mark all as read" not in dana.text
    assert "Alerts" not in screen(cast.dana).text
    assert "Alerts" in screen(cast.bob).text
    assert "Nothing in the last four weeks" in screen(cast.erin).open("alerts").text
