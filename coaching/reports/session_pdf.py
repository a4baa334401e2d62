"""The summary of a coaching session for one rep, as a page to print or to send.

reportlab, for it brings all it needs in 2 MB; fpdf2 is smaller itself but needs fontTools to embed a font.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape
from zoneinfo import ZoneInfo

from coaching.domain.people import PersonId, Store
from coaching.domain.session import CoachingSession
from coaching.domain.share import Share
from coaching.domain.voicemail import ListedVoicemail
from coaching.reports.progress import Progress, State

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

INK, QUIET, ACCENT, LINE, SOFT = "#0d171d", "#53626b", "#15607a", "#d8e0e5", "#f3f6f8"
MARGIN_MM = 20
PADDING = 6  # points between margin and text, reportlab's own
STATES = {State.UNDER_WAY: "under way", State.REACHED: "reached", State.MISSED: "not reached"}
FOOT = "Voicemail Coach. Scores are for coaching, not for employment decisions."


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page tells. voicemails and goals: the rep's own. titles and advice: by criterion id."""

    session: CoachingSession
    rep_id: PersonId
    store: Store
    voicemails: Sequence[ListedVoicemail]
    goals: Sequence[Progress]
    titles: Mapping[str, str]
    advice: Mapping[str, str]

    @property
    def rep_name(self) -> str:
        return self.session.reps[self.rep_id]

    def day(self, at: datetime) -> str:
        return long_date(at.astimezone(ZoneInfo(self.store.time_zone)).date())


def session_pdf(sheet: Sheet) -> bytes:
    """The same sheet gives the same bytes."""
    from reportlab.lib.pagesizes import LETTER
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    styles, made = _styles(), BytesIO()
    document = SimpleDocTemplate(
        made,
        pagesize=LETTER,
        invariant=True,
        title=sheet.session.title,
        author=sheet.session.trainer_name,
        **dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), MARGIN_MM * mm),
    )
    parts = [_heading, _goals, _voicemails, _notes, _next, _acknowledged]
    document.build([flowable for part in parts for flowable in part(sheet, styles)], onFirstPage=_foot, onLaterPages=_foot)
    return made.getvalue()


def long_date(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _heading(sheet: Sheet, styles: Any) -> "list[Flowable]":
    from reportlab.platypus import HRFlowable, Paragraph

    trainer = sheet.session.trainer_name or "a trainer"
    about = f"{sheet.rep_name}, with {trainer} · {sheet.day(sheet.session.held_at)} · {sheet.store.name}"
    return [
        Paragraph("COACHING SESSION", styles["eyebrow"]),
        Paragraph(escape(sheet.session.title), styles["title"]),
        Paragraph(escape(about), styles["quiet"]),
        HRFlowable(width="100%", color=LINE, spaceBefore=8, spaceAfter=2),
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
            "quiet": f"{so_far} {compared}",
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
    lines = [("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE), ("LEFTPADDING", (0, 0), (0, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    table = Table(rows, colWidths=["58%", "30%", "12%"], style=lines, hAlign="LEFT", repeatRows=1)
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
    above = [("LINEABOVE", (place, 0), (place, 0), 0.7, QUIET) for place in (0, 2)]
    table = Table([cells], colWidths=["46%", "8%", "46%"], style=[*above, ("LEFTPADDING", (0, 0), (-1, -1), 0)], hAlign="LEFT")
    return [KeepTogether([Spacer(0, 20 * mm), table])]


def _shown(share: Share) -> str:
    return "none yet" if share.value is None else f"{share.hits} of {share.n}"


def _styles() -> Any:
    from font_source_sans_pro import font_files_ttf
    from reportlab.lib.styles import ParagraphStyle, StyleSheet1
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, face in (("Text", "SourceSansPro"), ("Strong", "SourceSansProSemibold")):
        pdfmetrics.registerFont(TTFont(name, font_files_ttf[face]))
    styles = StyleSheet1()
    for style in (
        ParagraphStyle("body", fontName="Text", fontSize=11, leading=15, textColor=INK),
        ParagraphStyle("quiet", fontName="Text", fontSize=9.5, leading=13, textColor=QUIET),
        ParagraphStyle("strong", fontName="Strong", fontSize=11.5, leading=16, textColor=INK, spaceBefore=5),
        ParagraphStyle("header", fontName="Strong", fontSize=13.5, leading=18, textColor=ACCENT, spaceBefore=16, spaceAfter=4),
        ParagraphStyle("title", fontName="Strong", fontSize=22, leading=27, textColor=INK, spaceAfter=3),
        ParagraphStyle("eyebrow", fontName="Strong", fontSize=8.5, leading=12, textColor=ACCENT),
    ):
        styles.add(style)
    return styles


def _foot(canvas: Any, document: Any) -> None:
    from reportlab.lib.units import mm

    canvas.saveState()
    canvas.setFont("Text", 8.5)
    canvas.setFillColor(QUIET)
    canvas.drawString(MARGIN_MM * mm + PADDING, 12 * mm, FOOT)
    right = document.pagesize[0] - MARGIN_MM * mm - PADDING
    canvas.drawRightString(right, 12 * mm, f"Page {document.page}")
    canvas.restoreState()
