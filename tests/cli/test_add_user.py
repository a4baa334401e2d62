"""`add-user`, as an operator calls it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from coaching import bootstrap
from coaching.cli import WRONG_USAGE, main
from coaching.domain.people import MACHINE, Role
from coaching.services import invitations, staff
from coaching.storage import installation, people

Call = Callable[..., dict[str, object]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACHING_HOME", str(tmp_path))
    for name in ("COACHING_DATABASE_URL", "COACHING_DEMO"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def call(home: None, capsys: pytest.CaptureFixture[str]) -> Call:
    def called(*arguments: str) -> dict[str, object]:
        assert main(["add-user", *arguments]) == 0
        told: dict[str, object] = json.loads(capsys.readouterr().out)
        return told

    return called


def token(told: dict[str, object]) -> str:
    return str(told["link"]).rsplit("/", 1)[1]


def test_the_first_administrator_needs_no_store(call: Call) -> None:
    told = call("Ada Long", "--email", "Ada@Example.com", "--role", "administrator", "--address", "https://coach.example.com/")
    assert str(told["link"]).startswith("https://coach.example.com/invitation/")
    assert told["new"] is True
    assert invitations.invited(bootstrap.services(), token(told)).role is Role.ADMINISTRATOR


def test_the_same_again_makes_a_new_link_and_changes_nothing_else(call: Call) -> None:
    first = call("Ada Long", "--email", "ada@example.com", "--role", "administrator")
    again = call("Somebody", "--email", "ADA@example.com")
    assert (again["id"], again["new"]) == (first["id"], False)
    assert token(again) != token(first)
    assert [one.person.name for one in staff.members(bootstrap.services(), MACHINE)] == ["Ada Long"]


def test_a_rep_is_put_on_their_team(call: Call) -> None:
    with bootstrap.services().database.writing() as connection:
        store = people.add_store(connection, "Fairhaven Honda", "")
        team = people.add_team(connection, store, "Internet")
    call("Nora Whitfield", "--email", "nora@example.com", "--team", "Internet", "--direct-line", "240-555-0143")
    nora = staff.members(bootstrap.services(), MACHINE)[0].person
    assert (nora.role, nora.store_id, nora.team_id, nora.direct_line) == (Role.REP, store, team, "240-555-0143")


@pytest.fixture
def nora(call: Call) -> None:
    with bootstrap.services().database.writing() as connection:
        store = people.add_store(connection, "Fairhaven Honda", "")
        for name in ("Internet", "Floor"):
            people.add_team(connection, store, name)
    call("Nora Whitfield", "--email", "nora@example.com", "--team", "Internet", "--direct-line", "240-555-0143")


@pytest.mark.parametrize("more", [["--team", "Floor"], ["--role", "manager"], ["--direct-line", "240-555-0144"]])
def test_a_new_link_for_who_is_here_changes_nothing_and_says_so(
    nora: None, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add-user", "Nora Whitfield", "--email", "nora@example.com", *more]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert f"Nora Whitfield is on file already, and {more[0]} would change that" in told.err


def test_what_is_on_file_already_may_be_said_again(nora: None, call: Call) -> None:
    same = ["--store", "Fairhaven Honda", "--team", "Internet", "--role", "rep", "--direct-line", "(240) 555-0143"]
    assert call("Nora Whitfield", "--email", "nora@example.com", *same)["new"] is False


@pytest.mark.parametrize("wrong", [["--store", "Nowhere"], ["--team", "Nobody"]])
def test_a_name_that_is_not_there_is_wrong_usage_for_who_is_here_too(
    nora: None, wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add-user", "Nora Whitfield", "--email", "nora@example.com", *wrong]) == WRONG_USAGE
    assert "Known: " in capsys.readouterr().err


def test_an_administrators_store_that_is_not_there_is_told_too(home: None, capsys: pytest.CaptureFixture[str]) -> None:
    ada = ["add-user", "Ada", "--email", "ada@example.com", "--role", "administrator"]
    assert main([*ada, "--store", "Nowhere"]) == WRONG_USAGE
    assert "Nowhere" in capsys.readouterr().err


@pytest.mark.parametrize("address", ["not a url", "coach.example.com", "ftp://coach.example.com", "https://"])
def test_a_link_is_made_for_an_address_only(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["add-user", "Ada", "--email", "ada@example.com", "--role", "administrator", "--address", address])
    assert ended.value.code == WRONG_USAGE
    assert "no address of the app" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["--store", "Nowhere"], ["--team", "Nobody"]])
def test_a_name_that_is_not_there_is_wrong_usage(home: None, wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with bootstrap.services().database.writing() as connection:
        people.add_store(connection, "Fairhaven Honda", "")
    assert main(["add-user", "Nora", "--email", "nora@example.com", *wrong]) == WRONG_USAGE
    assert "There is no" in capsys.readouterr().err


def test_without_a_store_it_says_what_is_missing(home: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add-user", "Nora", "--email", "nora@example.com"]) == 1
    assert "--store" in capsys.readouterr().err


def test_nobody_real_is_added_to_the_demonstration(home: None, capsys: pytest.CaptureFixture[str]) -> None:
    with bootstrap.services().database.writing() as connection:
        installation.mark_as_demo(connection, bootstrap.services().now())
    assert main(["add-user", "Ada", "--email", "ada@example.com", "--role", "administrator"]) == 1
    assert "demonstration" in capsys.readouterr().err
