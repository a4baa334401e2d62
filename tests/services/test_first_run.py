"""A new home: its first administrator, and that a demonstration stays one."""

import pytest

from coaching.accounts import passwords
from coaching.domain.people import Role
from coaching.errors import CoachingError, NotAllowed
from coaching.services import first_run
from coaching.services.parts import Services
from coaching.services.sign_in import bearer
from coaching.storage import installation, people
from tests.accounts_at_hand import PASSWORD
from tests.world import Cast


def create(
    services: Services, name: str = "Ada Long", email: str = " Ada@Example.org", password: str = PASSWORD, again: str = PASSWORD
) -> str:
    return first_run.create_administrator(services, name, email, password, again)[1]


def test_the_first_becomes_administrator_and_nobody_after_them(services: Services) -> None:
    assert first_run.needs_administrator(services)
    ada = bearer(services, create(services))
    assert ada is not None
    assert not first_run.needs_administrator(services)
    with services.database.reading() as connection:
        found = people.by_email(connection, "ada@example.org")
    assert found is not None
    assert (found.id, found.role, found.store_id) == (ada, Role.ADMINISTRATOR, None)
    with pytest.raises(NotAllowed):
        create(services, email="eve@example.org")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": " "}, "your name"),
        ({"name": "x" * 201}, "at most 200 characters"),
        ({"email": "ada"}, "e-mail address"),
        ({"email": f"{'x' * 320}@example.org"}, "at most 320 characters"),
        ({"password": "short", "again": "short"}, "12 characters"),
        ({"again": "another"}, passwords.UNLIKE),
    ],
)
def test_what_is_missing_is_told(services: Services, wrong: dict[str, str], said: str) -> None:
    with pytest.raises(CoachingError, match=said):
        create(services, **wrong)
    assert first_run.needs_administrator(services)


def test_an_empty_database_may_become_either(services: Services) -> None:
    first_run.refuse_other_world(services, demo=True)
    first_run.refuse_other_world(services, demo=False)


def test_real_people_are_never_a_demonstration(cast: Cast) -> None:
    first_run.refuse_other_world(cast.services, demo=False)
    with pytest.raises(CoachingError, match="real people"):
        first_run.refuse_other_world(cast.services, demo=True)


def test_the_demonstration_is_never_a_store(cast: Cast) -> None:
    for _ in range(2):
        with cast.services.database.writing() as connection:
            installation.mark_as_demo(connection, cast.services.now())
    first_run.refuse_other_world(cast.services, demo=True)
    with pytest.raises(CoachingError, match="set COACHING_HOME"):
        first_run.refuse_other_world(cast.services, demo=False)
