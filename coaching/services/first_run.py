"""A new home: whether these people are made up, and who becomes its first administrator."""

from coaching.accounts import passwords
from coaching.domain.lengths import LONGEST_EMAIL, LONGEST_NAME
from coaching.domain.people import PersonId, Role
from coaching.errors import CoachingError, NotAllowed, refuse_longer
from coaching.services.parts import Services
from coaching.services.sign_in import open_for
from coaching.storage import credentials, installation, people

REAL_PEOPLE = (
    "There are real people in this database, so it is not shown as a demonstration, where anybody can be anybody. Unset"
    " COACHING_DEMO, or set COACHING_HOME to another folder for the demonstration."
)
MADE_UP = (
    "This database holds the demonstration. Look at it with `python -m coaching demo`; for your own store set COACHING_HOME"
    " (or COACHING_DATABASE_URL) to a new place and start again."
)
NO_NAME = "Write your name."
NO_ADDRESS = "Write an e-mail address, by which you sign in."


def refuse_other_world(services: Services, *, demo: bool) -> None:
    """Raises CoachingError where a demonstration would open to real people's voicemails, or the other way round."""
    with services.database.reading() as connection:
        is_demo = installation.is_demo(connection)
        if demo and not is_demo and installation.has_people(connection):
            raise CoachingError(REAL_PEOPLE)
        if is_demo and not demo:
            raise CoachingError(MADE_UP)


def needs_administrator(services: Services) -> bool:
    with services.database.reading() as connection:
        return not installation.has_administrator(connection)


def create_administrator(services: Services, name: str, email: str, password: str, again: str) -> tuple[PersonId, str]:
    """Who it is, and the token of their sign-in. Raises CoachingError; NotAllowed where there is an administrator."""
    name, email = name.strip(), email.strip().lower()
    if not name:
        raise CoachingError(NO_NAME)
    if "@" not in email:
        raise CoachingError(NO_ADDRESS)
    refuse_longer("A name", name, LONGEST_NAME)
    refuse_longer("An e-mail address", email, LONGEST_EMAIL)
    passwords.refuse_weak(password, name, email)
    if password != again:
        raise CoachingError(passwords.UNLIKE)
    hashed = passwords.hashed(password)
    with services.database.writing() as connection:
        if installation.has_administrator(connection):
            raise NotAllowed("become the administrator: there is one")
        person_id = people.add_person(connection, name, Role.ADMINISTRATOR, email=email)
        credentials.set_password(connection, person_id, hashed, services.now())
        return person_id, open_for(connection, services, person_id)
