"""The weekly digest by mail: written once for each person and week, and sent once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from email.message import EmailMessage
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from coaching.domain.audit import Action
from coaching.domain.job import Claim
from coaching.domain.letter import Letter
from coaching.domain.people import MACHINE, Person, Role, StoreId, Viewer
from coaching.domain.team_scores import A_WEEK, monday
from coaching.services.auditing import note
from coaching.services.judge import Report
from coaching.services.mail.settings import MailSettings
from coaching.services.mail.smtp import Refused, hand_over, mail_server
from coaching.services.parts import Services
from coaching.storage import jobs, letters, people
from coaching.storage.database import Connection

SENT_FROM = time(7)
"""On Mondays, on the clock of the store: before the first meeting of the week."""
READERS = frozenset({Role.REP, Role.TRAINER, Role.MANAGER})


def write_due(services: Services) -> int:
    """Writes the letters of the week that is over, to those who are here, have an address and want them; how many. What failed
    for now is tried again, until the next week is over.
    """
    now = services.now()
    with services.database.writing() as connection:
        zones = {store.id: ZoneInfo(store.time_zone) for store in people.stores(connection, MACHINE)}
        due = {
            one.id: week
            for one in people.listed(connection, MACHINE)
            if one.role in READERS and one.email and (week := _due(one, zones, now)) is not None
        }
        done, unwanted = letters.written(connection, set(due.values())), letters.wants_none(connection)
        new = [
            (person_id, week) for person_id, week in due.items() if (person_id, week) not in done and person_id not in unwanted
        ]
        for person_id, week in new:
            letters.write(connection, person_id, week, now)
        jobs.retry_letters(connection, set(due.values()), now)
    return len(new)


def _due(person: Person, zones: Mapping[StoreId, ZoneInfo], now: datetime) -> date | None:
    """The Monday of the week that is over; None from midnight to SENT_FROM of the Monday after it."""
    local = now.astimezone(zones[person.store_id] if person.store_id else ZoneInfo("UTC"))
    this_week = monday(local.date())
    return None if local.date() == this_week and local.time() < SENT_FROM else this_week - A_WEEK


@dataclass(frozen=True, slots=True)
class Written:
    """What a letter says: as plain words, and as an HTML page."""

    subject: str
    text: str
    html: str


Writer = Callable[[Viewer, date], Written | None]
"""Takes for whom, and the week's Monday; None where there is nothing to tell."""


@dataclass(frozen=True, slots=True)
class SendLetter:
    """The worker's job. What was handed to the server is noted before and after, in transactions of their own: killed between
    the two, a letter is not sent again, for a digest too few is better than the same one twice.
    """

    services: Services
    mail: MailSettings
    write: Writer

    def __call__(self, claim: Claim, report: Report) -> None:
        with self.services.database.reading() as connection:
            letter = letters.get(connection, claim.letter_id)
            reader = self._reader(connection, letter)
            viewer = people.viewer(connection, reader.id) if reader else None
        written = self.write(viewer, letter.week) if viewer and letter.begun_at is None else None
        if reader and written:
            self._send(claim, letter, reader, compose(self.mail, letter, reader.email, written, self.services.now()))
        with self.services.database.writing() as connection:
            jobs.finish(connection, claim, self.services.now())

    def _reader(self, connection: Connection, letter: Letter) -> Person | None:
        """None for who has left, or wants no mail any more."""
        if letter.person_id in letters.wants_none(connection):
            return None
        return next((one for one in people.listed(connection, MACHINE) if one.id == letter.person_id and one.email), None)

    def _send(self, claim: Claim, letter: Letter, reader: Person, message: EmailMessage) -> None:
        with mail_server(self.mail) as server:
            with self.services.database.writing() as connection:
                jobs.check(connection, claim)
                letters.begin(connection, letter.id, self.services.now())
            try:
                hand_over(server, message)
            except Refused:
                with self.services.database.writing() as connection:
                    letters.begin(connection, letter.id, None)
                raise
        with self.services.database.writing() as connection:
            letters.note_sent(connection, letter.id, self.services.now())
            note(self.services, connection, MACHINE, Action.EXPORTED, "digest", reader, week=str(letter.week))


def compose(mail: MailSettings, letter: Letter, to: str, written: Written, now: datetime) -> EmailMessage:
    """The same letter always has the same Message-ID."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = mail.sender, to, written.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<digest-{letter.id}-{letter.week}@{mail.sender.rpartition('@')[2]}>"
    message["List-Unsubscribe"] = f"<{mail.app}/digest>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(written.text)
    message.add_alternative(written.html, subtype="html")
    return message


def trial_message(mail: MailSettings, to: str, now: datetime) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = mail.sender, to, "Voicemail Coach: mail works"
    message["Date"] = format_datetime(now)
    message.set_content(f"Weekly digests will come from this address. The app is at {mail.app}.\n")
    return message


def choice_of(services: Services, viewer: Viewer) -> tuple[bool, Letter | None]:
    """Whether they want it by mail, and their last letter."""
    with services.database.reading() as connection:
        return viewer.id not in letters.wants_none(connection), letters.last_of(connection, viewer.id)


def choose(services: Services, viewer: Viewer, *, wanted: bool) -> None:
    with services.database.writing() as connection:
        letters.choose(connection, viewer.id, wanted=wanted, now=services.now())
