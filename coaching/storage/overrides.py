"""What people settled: appended, and held against the scorecard that is current."""

from sqlalchemy import select, update

from coaching.domain.override import Override, standing
from coaching.domain.scorecard import Scorecard
from coaching.domain.voicemail import VoicemailId
from coaching.storage import counting
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import current, finding, override, person, scorecard


def add(connection: Connection, voicemail_id: VoicemailId, card: Scorecard, made: Override) -> None:
    """card: the current one, as the machine made it. It is named in the row, and with it the transcript, so that the
    override can become a labelled case.
    """
    card_id = connection.execute(select(scorecard.c.id).where(scorecard.c.voicemail_id == voicemail_id, current)).scalar_one()
    add_row(
        connection,
        override,
        voicemail_id=voicemail_id,
        scorecard_id=card_id,
        criterion_id=made.criterion_id,
        from_outcome=made.from_outcome,
        to_outcome=made.to_outcome,
        reason=made.reason,
        person_id=made.by,
        at=made.at,
    )
    apply(connection, card_id, card, of_voicemail(connection, voicemail_id))
    counting.changed(connection, [voicemail_id])


def of_voicemail(connection: Connection, voicemail_id: VoicemailId) -> tuple[Override, ...]:
    """The oldest first."""
    query = (
        select(override, person.c.name)
        .outerjoin(person, person.c.id == override.c.person_id)
        .where(override.c.voicemail_id == voicemail_id)
        .order_by(override.c.id)
    )
    return tuple(
        Override(row.criterion_id, row.from_outcome, row.to_outcome, row.reason, row.person_id, row.at, row.name or "")
        for row in connection.execute(query)
    )


def apply(connection: Connection, card_id: int, card: Scorecard, made: tuple[Override, ...]) -> None:
    """Writes what stands beside the machine's outcomes, and the total that follows from it, for the database to aggregate."""
    stands = standing(card, made)
    connection.execute(update(scorecard).where(scorecard.c.id == card_id).values(score=stands.total))
    for said, settled in zip(card.findings, stands.findings, strict=True):
        its_finding = (finding.c.scorecard_id == card_id) & (finding.c.criterion_id == said.criterion_id)
        instead = settled.outcome if settled.outcome is not said.outcome else None
        connection.execute(update(finding).where(its_finding).values(settled=instead))
