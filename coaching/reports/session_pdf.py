"""The summary of a coaching session for one rep, as a page to print or to send."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from coaching.domain.dates import long_date
from coaching.domain.people import PersonId, Store
from coaching.domain.session import CoachingSession
from coaching.domain.share import Share
from coaching.domain.voicemail import ListedVoicemail
from coaching.reports import paper
from coaching.reports.progress import Progress, State

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

STATES = {State.UNDER_WAY: "under way", State.REACHED: "reached", State.MISSED: "not reached"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page tells. voicemails and goals: the rep's own. titles, advice, why it is not counted: by criterion."""

    session: CoachingSession
    rep_id: PersonId
    store: Store
    voicemails: Sequence[ListedVoicemail]
    goals: Sequence[Progress]
    titles: Mapping[str, str]
    advice: Mapping[str, str]
    not_counted: Mapping[str, str]

    @property
    def rep_name(self) -> str:
        return self.session.reps[self.rep_id]

    def day(self, at: datetime) -> str:
        return long_date(self.store.day_of(at))


def session_pdf(sheet: Sheet) -> bytes:
    """The same sheet gives the same bytes."""
    parts = [_heading, _goals, _voicemails, _notes, _next, _acknowledged]
    styles = paper.styles()
    flowables = [flowable for part in parts for flowable in part(sheet, styles)]
    return paper.printed(flowables, title=sheet.session.title, author=sheet.session.trainer_name)


def _heading(sheet: Sheet, styles: Any) -> "list[Flowable]":
    from reportlab.platypus import HRFlowable, Paragraph

    trainer = sheet.session.trainer_name or "a trainer"
    about = f"{sheet.rep_name}, with {trainer} · {sheet.day(sheet.session.held_at)} · {sheet.store.name}"
    return [
        Paragraph("COACHING SESSION", styles["eyebrow"]),
        Paragraph(escape(sheet.session.title), styles["title"]),
        Paragraph(escape(about), styles["quiet"]),
        HRFlowable(width="100%", color=paper.LINE, spaceBefore=8, spaceAfter=2),
    ]


def _goals(sheet: Sheet, styles: Any) -> "list[Flowable]":
    from reportlab.platypus import KeepTogether, Paragraph

    if not sheet.goals:
        return []
    made: list[Flowable] = [Paragraph("What we agreed", styles["header"])]
    for one in sheet.goals:
        goal, name = one.goal, sheet.titles.get(one.goal.criterion_id, one.goal.criterion_id)
        so_far = f"So far {one.counted.hits} met in {one.counted.n}: {STATES[one.state]}."
        compared = f"Before the session {_shown(one.before)}, since then {_shown(one.after)}. {one.chance}"
        texts = {
            "strong": f"{goal.wanted} of the next {goal.out_of}: {name}",
            "body": sheet.advice.get(goal.criterion_id, ""),
            "quiet": sheet.not_counted.get(goal.criterion_id) or f"{so_far} {compared}",
        }
        made.append(KeepTogether([Paragraph(escape(text), styles[style]) for style, text in texts.items() if text]))
    return made


def _voicemails(sheet: Sheet, styles: Any) -> "list[Flowable]":
    from reportlab.platypus import Paragraph, Table

    if not sheet.voicemails:
        return []
    rows = [[Paragraph(name, styles["quiet"]) for name in ("Voicemail", "Left", "Score")]]
    for line in sheet.voicemails:
        voicemail = line.voicemail
        name = f"For {line.customer_name}" if line.customer_name else voicemail.file_name
        name = f"{name}, attempt {voicemail.attempt}" if voicemail.attempt else name
        left = sheet.day(voicemail.left_at or voicemail.received_at)
        score = "–" if line.score is None else f"{line.score:.0f}"
        rows.append([Paragraph(escape(text), styles["body"]) for text in (name, left, score)])
    table = Table(rows, colWidths=["58%", "30%", "12%"], style=paper.RULED, hAlign="LEFT", repeatRows=1)
    return [Paragraph("What we heard together", styles["header"]), table]


def _notes(sheet: Sheet, styles: Any) -> "list[Flowable]":
    from reportlab.platypus import Paragraph

    lines = [line for line in sheet.session.notes.splitlines() if line.strip()]
    return [Paragraph("Notes", styles["header"]), *(Paragraph(escape(line), styles["body"]) for line in lines)] if lines else []


def _next(sheet: Sheet, styles: Any) -> "list[Flowable]":
    from reportlab.platypus import Paragraph

    day = sheet.session.next_on
    return [Paragraph("Next session", styles["header"]), Paragraph(long_date(day), styles["body"])] if day else []


def _acknowledged(sheet: Sheet, styles: Any) -> "list[Flowable]":
    """Two lines to sign on paper, or when the rep acknowledged it in the app."""
    from reportlab.lib.units import mm
    from reportlab.platypus import KeepTogether, Paragraph, Spacer, Table

    at = sheet.session.acknowledged.get(sheet.rep_id)
    if at is not None:
        said = f"Acknowledged by {sheet.rep_name} on {sheet.day(at)}."
        return [Spacer(0, 8 * mm), Paragraph(escape(said), styles["strong"])]
    names = [sheet.rep_name, "", sheet.session.trainer_name or "Trainer"]
    cells = [Paragraph(escape(name), styles["quiet"]) for name in names]
    above = [("LINEABOVE", (place, 0), (place, 0), 0.7, paper.QUIET) for place in (0, 2)]
    table = Table([cells], colWidths=["46%", "8%", "46%"], style=[*above, ("LEFTPADDING", (0, 0), (-1, -1), 0)], hAlign="LEFT")
    return [KeepTogether([Spacer(0, 20 * mm), table])]


def _shown(share: Share) -> str:
    return "none yet" if share.value is None else f"{share.hits} of {share.n}"
