import pytest

from coaching.web.own_path import own_path


@pytest.mark.parametrize(
    "away", ["", "http://evil.example", "//evil.example", "/\\evil.example", "evil", "/a\r\nSet-Cookie: b=c", "/\t/x"]
)
def test_the_way_on_never_leads_to_another_server(away: str) -> None:
    assert own_path(away) == "/"


def test_the_way_on_keeps_what_was_asked_for() -> None:
    assert own_path("/scorecard?voicemail=3") == "/scorecard?voicemail=3"
