import csv
import io

import pytest
from starlette.testclient import TestClient

from coaching.domain.people import Role
from coaching.services.hearing import hear
from coaching.storage import people
from tests.web.test_recordings import be
from tests.world import Cast


def exported(browser: TestClient, query: str = "") -> list[dict[str, str]]:
    answer = browser.get(f"/history.csv{query}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def test_a_manager_takes_it_along_and_that_is_noted_too(browser: TestClient, cast: Cast) -> None:
    cast.leaves("hello there")
    be(browser, cast.dana)
    (first,) = exported(browser)
    assert (first["by_name"], first["action"], first["subject"]) == ("Bob", "received", "voicemail")
    be(browser, cast.abe)
    assert [one["action"] for one in exported(browser, "?action=exported")] == ["exported"]


@pytest.mark.parametrize(("who", "status"), [("bob", 403), ("alice", 403), ("dana", 200), ("abe", 200)])
def test_only_who_answers_for_a_store_may(browser: TestClient, cast: Cast, who: str, status: int) -> None:
    be(browser, getattr(cast, who))
    assert browser.get("/history.csv").status_code == status


def test_nobody_gets_nothing(browser: TestClient, cast: Cast) -> None:
    assert browser.get("/history.csv").status_code == 401


def test_another_store_is_not_in_it(browser: TestClient, cast: Cast) -> None:
    cast.leaves("hello there")
    be(browser, cast.erin)
    assert exported(browser) == []


def test_nobody_writes_into_the_history_of_another_store(browser: TestClient, cast: Cast) -> None:
    be(browser, cast.erin)
    assert browser.get(f"/history.csv?store={cast.store}").status_code == 404
    be(browser, cast.dana)
    assert exported(browser) == []


@pytest.mark.parametrize(
    "query", ["action=x", "by=1' OR 1=1", "store=9999999999999999999", "since=yesterday", "until=2024-10-07T00:00:00", "by=-1"]
)
def test_an_address_that_somebody_made_up_says_so(browser: TestClient, cast: Cast, query: str) -> None:
    be(browser, cast.dana)
    assert browser.get(f"/history.csv?{query}").status_code == 400


def test_a_name_that_is_a_formula_stays_a_name(browser: TestClient, cast: Cast) -> None:
    with cast.services.database.writing() as connection:
        eve = people.add_person(connection, "=HYPERLINK(1)", Role.TRAINER, store_id=cast.store, trains_teams=[cast.team])
    hear(cast.services, cast.as_seen_by(eve), cast.leaves("hello there"))
    be(browser, cast.dana)
    assert exported(browser)[0]["by_name"] == "'=HYPERLINK(1)"
