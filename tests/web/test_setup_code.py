import pytest

from coaching.errors import CoachingError
from coaching.web import setup_code
from tests.world import Cast


def test_it_is_told_where_the_server_was_started_until_there_is_an_administrator(
    demo_home: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    setup_code.announce()
    assert capsys.readouterr().err == ""  # a demonstration needs none
    monkeypatch.delenv("COACHING_DEMO")
    setup_code.announce()
    assert setup_code.setup_code() in capsys.readouterr().err


def test_with_an_administrator_nothing_is_told(
    cast: Cast, demo_home: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("COACHING_DEMO")
    setup_code.announce()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("wrong", ["", "----", "A", "é"])
def test_another_code_is_refused(wrong: str) -> None:
    with pytest.raises(CoachingError, match="not the setup code"):
        setup_code.check(wrong)
