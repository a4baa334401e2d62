"""The voicemails behind a figure: for lists, and to take home."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select, true

from coaching.domain.people import Viewer
from coaching.domain.team_scores import BINS, LETTERS, Attempts, CountedVoicemail, Figure, Scope
from coaching.storage import scopes, sums
from coaching.storage.database import Connection
from coaching.storage.tables import counted, criterion_place, person, store, team, voicemail


def every_voicemail(connection: Connection, viewer: Viewer, scope: Scope, limit: int) -> Sequence[CountedVoicemail]:
    """The latest weeks first."""
    of_letter = {letter: outcome for outcome, letter in LETTERS.items()}
    places = sums.places(connection)
    query = (
        select(counted, store.c.name.label("store"), team.c.name.label("team"), person.c.name.label("rep"))
        .join(store, store.c.id == counted.c.store_id)
        .outerjoin(team, team.c.id == counted.c.team_id)
        .outerjoin(person, person.c.id == counted.c.rep_id)
        .where(*scopes.in_counted(viewer, scope))
        .order_by(counted.c.week.desc(), counted.c.voicemail_id.desc())
    )
    return [
        CountedVoicemail(
            row.voicemail_id,
            row.week,
            row.store,
            row.team or "",
            row.rep or "",
            row.source[1:],
            None if row.attempt == Attempts.UNKNOWN else row.attempt,
            None if row.tenths is None else row.tenths / sums.POINTS,
            {
                name: of_letter[letter]
                for name, place in places.items()
                if (letter := row.outcomes[place - 1 : place]) in of_letter
            },
        )
        for row in connection.execute(query.limit(limit))
    ]


def stands_behind(figure: Figure) -> ColumnElement[bool]:
    """For lists of voicemails, which have a condition of their own for who may see what."""
    conditions = list(scopes.chosen(counted, figure.scope))
    if figure.criterion_id and figure.outcome:
        place = select(criterion_place.c.place).where(criterion_place.c.criterion_id == figure.criterion_id).scalar_subquery()
        conditions.append(func.substr(counted.c.outcomes, place, 1) == LETTERS[figure.outcome])
    if figure.bin is not None:
        above = true() if figure.bin == BINS - 1 else counted.c.tenths < 100 * (figure.bin + 1)
        conditions += [counted.c.tenths >= 100 * figure.bin, above]
    if figure.script:
        conditions.append(counted.c.script == figure.script)
    return voicemail.c.id.in_(select(counted.c.voicemail_id).where(*conditions))
