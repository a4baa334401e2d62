"""How our pages look on paper: one set of styles, one foot.

reportlab, for it brings all it needs in 2 MB; fpdf2 is smaller itself but needs fontTools to embed a font.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

INK, QUIET, ACCENT, LINE, SOFT = "#0d171d", "#53626b", "#15607a", "#d8e0e5", "#f3f6f8"
MARGIN_MM = 20
PADDING = 6  # points between margin and text, reportlab's own
RULED = [("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE), ("LEFTPADDING", (0, 0), (0, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP")]
"""Of a table: a line under each row, the first column at the margin."""
FOOT = "Voicemail Coach. Scores are for coaching, not for employment decisions."


def printed(flowables: "Sequence[Flowable]", *, title: str, author: str) -> bytes:
    """A PDF. The same flowables give the same bytes."""
    from reportlab.lib.pagesizes import LETTER
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    made = BytesIO()
    document = SimpleDocTemplate(
        made,
        pagesize=LETTER,
        invariant=True,
        title=title,
        author=author,
        **dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), MARGIN_MM * mm),
    )
    document.build(list(flowables), onFirstPage=_foot, onLaterPages=_foot)
    return made.getvalue()


def styles() -> Any:
    from font_source_sans_pro import font_files_ttf
    from reportlab.lib.styles import ParagraphStyle, StyleSheet1
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, face in (("Text", "SourceSansPro"), ("Strong", "SourceSansProSemibold")):
        pdfmetrics.registerFont(TTFont(name, font_files_ttf[face]))
    found = StyleSheet1()
    for style in (
        ParagraphStyle("body", fontName="Text", fontSize=11, leading=15, textColor=INK),
        ParagraphStyle("quiet", fontName="Text", fontSize=9.5, leading=13, textColor=QUIET),
        ParagraphStyle("strong", fontName="Strong", fontSize=11.5, leading=16, textColor=INK, spaceBefore=5),
        ParagraphStyle("header", fontName="Strong", fontSize=13.5, leading=18, textColor=ACCENT, spaceBefore=16, spaceAfter=4),
        ParagraphStyle("title", fontName="Strong", fontSize=22, leading=27, textColor=INK, spaceAfter=3),
        ParagraphStyle("eyebrow", fontName="Strong", fontSize=8.5, leading=12, textColor=ACCENT),
    ):
        found.add(style)
    return found


def _foot(canvas: Any, document: Any) -> None:
    from reportlab.lib.units import mm

    canvas.saveState()
    canvas.setFont("Text", 8.5)
    canvas.setFillColor(QUIET)
    canvas.drawString(MARGIN_MM * mm + PADDING, 12 * mm, FOOT)
    right = document.pagesize[0] - MARGIN_MM * mm - PADDING
    canvas.drawRightString(right, 12 * mm, f"Page {document.page}")
    canvas.restoreState()
