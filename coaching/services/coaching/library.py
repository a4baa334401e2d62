"""The library: passages of voicemails that everybody of the store can learn from."""

from collections.abc import Collection, Sequence

from coaching.accounts.permissions import allow, may_erase, may_settle
from coaching.domain.exemplar import WITH_KINDS, Chosen, Exemplar, ExemplarId
from coaching.domain.people import MACHINE, Viewer
from coaching.domain.scorecard import ValueKind
from coaching.domain.transcript import Transcript
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError, UnknownName
from coaching.rubrics import load_rubric
from coaching.services.auditing import note_change
from coaching.services.commenting import within
from coaching.services.parts import Services
from coaching.services.privacy.redacting import NOT_YET, Redacted, has_words, redact
from coaching.services.reading import Reading, read
from coaching.storage import exemplars, people, voicemails

NO_WHY = "Write in a sentence what others can learn from it."
NO_PASSAGE = "Choose the passage first: drag over the words, or press “From here” and “to here” in the player."
NO_KIND = "Choose which kind of value it is."
NO_SOUND = "The sound of this voicemail is gone, so nobody could hear the passage. Choose another voicemail."
NOBODYS = "Say first whose voicemail it is: its rep may not want to be in the library."
PRIVATE = "Practice that was not submitted cannot be in the library."
KEPT_OUT = "{name} asked not to be in the library. Choose a voicemail of somebody else."
SHORTEST_S = 0.2  # a name can be as short; nothing shorter can be understood
LONGEST_WHY = 500  # letters: it stands above a few seconds of sound


def browse(
    services: Services, viewer: Viewer, *, criteria: Collection[str] | None = None, kind: ValueKind | None = None
) -> Sequence[Exemplar]:
    """Those of the viewer's store, the newest first."""
    with services.database.reading() as connection:
        return exemplars.listed(connection, viewer, criteria=criteria, kind=kind)


def of_voicemail(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> Sequence[Exemplar]:
    with services.database.reading() as connection:
        return exemplars.listed(connection, viewer, voicemail_id=voicemail_id)


def may_choose_from(viewer: Viewer, known: Reading) -> bool:
    return may_settle(viewer, known.rep)


def why_not(services: Services, known: Reading) -> str:
    """What keeps this voicemail out of the library, as a sentence; "" for nothing."""
    if known.practice is not None and known.practice.is_private:
        return PRIVATE
    if known.rep is None:
        return NOBODYS
    with services.database.reading() as connection:
        if exemplars.is_kept_out(connection, known.rep.id):
            return KEPT_OUT.format(name=known.rep.name)
    if known.judged is None or not has_words(known):
        return NOT_YET
    return "" if known.voicemail.has_sound else NO_SOUND


def choose(services: Services, viewer: Viewer, voicemail_id: VoicemailId, chosen: Chosen) -> ExemplarId:
    """Raises NotFound, NotAllowed, UnknownName, CoachingError."""
    known = read(services, viewer, voicemail_id)
    allow(may_choose_from(viewer, known), "put voicemails of this rep into the library")
    if reason := why_not(services, known):
        raise CoachingError(reason)
    wanted = _checked(known, chosen)
    shown = _shown(services, viewer, known, wanted)
    with services.database.writing() as connection:
        assert known.rep is not None
        if exemplars.is_kept_out(connection, known.rep.id):  # wished for while the passage was read
            raise CoachingError(KEPT_OUT.format(name=known.rep.name))
        made = exemplars.add(connection, voicemail_id, wanted, shown.text, shown.beeps, viewer.id, services.now())
        note_change(services, connection, viewer, "exemplar", known.voicemail, exemplar=made, criterion=wanted.criterion_id)
        return made


def take_out(services: Services, viewer: Viewer, exemplar_id: ExemplarId) -> None:
    """Raises NotFound, NotAllowed."""
    with services.database.writing() as connection:
        one = exemplars.get(connection, viewer, exemplar_id)
        allow(may_take_out(viewer, one), "take what others chose out of the library")
        exemplars.remove(connection, exemplar_id)
        voicemail = voicemails.get(connection, MACHINE, one.voicemail_id)
        note_change(services, connection, viewer, "exemplar_taken_out", voicemail, exemplar=exemplar_id)


def may_take_out(viewer: Viewer, one: Exemplar) -> bool:
    return viewer.id == one.by or may_erase(viewer, one.store_id)


def is_kept_out(services: Services, viewer: Viewer) -> bool:
    with services.database.reading() as connection:
        return exemplars.is_kept_out(connection, viewer.id)


def keep_out(services: Services, viewer: Viewer) -> None:
    """The viewer's own voicemails. What is there of them goes at once, and does not come back by `let_in`."""
    with services.database.writing() as connection:
        gone = exemplars.keep_out(connection, viewer.id, services.now())
        person = people.get(connection, viewer, viewer.id)
        note_change(services, connection, viewer, "kept_out_of_library", person, taken_out=gone)


def let_in(services: Services, viewer: Viewer) -> None:
    """From now on the viewer's voicemails may be chosen again."""
    with services.database.writing() as connection:
        exemplars.let_in(connection, viewer.id)
        note_change(services, connection, viewer, "let_into_library", people.get(connection, viewer, viewer.id))


def _checked(known: Reading, chosen: Chosen) -> Chosen:
    criteria = [criterion.id for criterion in load_rubric().criteria]
    if chosen.criterion_id not in criteria:
        raise UnknownName("criterion", chosen.criterion_id, criteria)
    has_kinds = chosen.criterion_id == WITH_KINDS
    if has_kinds and chosen.kind is None:
        raise CoachingError(NO_KIND)
    why, passage = chosen.why.strip()[:LONGEST_WHY], within(known.voicemail, chosen.passage)
    if not why:
        raise CoachingError(NO_WHY)
    if passage.end_s - passage.start_s < SHORTEST_S:
        raise CoachingError(NO_PASSAGE)
    return Chosen(chosen.criterion_id, passage, why, chosen.kind if has_kinds else None, chosen.anonymous)


def _shown(services: Services, viewer: Viewer, known: Reading, chosen: Chosen) -> Redacted:
    assert known.judged is not None
    transcript = known.judged.heard.transcript
    first, last = _words(transcript, chosen)
    if chosen.anonymous:
        return redact(services, viewer, known.voicemail.id, first=first, last=last)
    return Redacted(" ".join(word.text for word in transcript.words[first:last]), ())


def _words(transcript: Transcript, chosen: Chosen) -> tuple[int, int]:
    """First to last (half open): those of which more than half lies in the passage."""
    passage = chosen.passage
    inside = [
        place
        for place, word in enumerate(transcript.words)
        if passage.start_s <= (word.start_s + word.end_s) / 2 <= passage.end_s
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
