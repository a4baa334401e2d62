"""A digest as a page to print."""

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from coaching.domain.digest import NOTHING_TO_DO, Digest, Todo
from coaching.reports import paper
from coaching.reports.digest_html import clip_address

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


def digest_pdf(digest: Digest, address: str) -> bytes:
    """address: of the app, where the voicemails are heard. The same digest gives the same bytes."""
    styles = paper.styles()
    flowables = [*_heading(digest, styles), *_todos(digest, address, styles), *_alerts(digest, styles), *_rows(digest, styles)]
    return paper.printed(flowables, title=f"{digest.title}: {digest.about}", author=digest.name)


def _heading(digest: Digest, styles: Any) -> "list[Flowable]":
    from reportlab.platypus import HRFlowable, Paragraph

    return [
        Paragraph("WEEKLY DIGEST", styles["eyebrow"]),
        Paragraph(escape(digest.title), styles["title"]),
        Paragraph(escape(f"{digest.name} · {digest.about} · {digest.count}"), styles["quiet"]),
        HRFlowable(width="100%", color=paper.LINE, spaceBefore=8, spaceAfter=6),
        Paragraph(escape(digest.sentence), styles["strong"]),
        *([Paragraph(escape(digest.verdict), styles["quiet"])] if digest.verdict else []),
    ]


def _todos(digest: Digest, address: str, styles: Any) -> "list[Flowable]":
    from reportlab.platypus import KeepTogether, Paragraph

    header = Paragraph("What to do", styles["header"])
    if not digest.todos:
        return [header, Paragraph(NOTHING_TO_DO, styles["body"])]
    first, *others = (_todo(place, one, address, styles) for place, one in enumerate(digest.todos, 1))
    return [KeepTogether([header, *first]), *map(KeepTogether, others)]


def _todo(place: int, one: Todo, address: str, styles: Any) -> "list[Flowable]":
    from reportlab.platypus import Paragraph

    links = (
        f'<a href={quoteattr(clip_address(address, clip))} color="{paper.ACCENT}">{escape(clip.label)}</a>' for clip in one.clips
    )
    return [
        Paragraph(escape(f"{place}. {one.heading}"), styles["strong"]),
        Paragraph(escape(one.why), styles["body"]),
        Paragraph(escape(one.how), styles["body"]),
        *(Paragraph(f"Hear: {link}", styles["quiet"]) for link in links),
    ]


def _alerts(digest: Digest, styles: Any) -> "list[Flowable]":
    from reportlab.platypus import Paragraph

    told = [Paragraph(escape(f"· {one}"), styles["body"]) for one in digest.alerts]
    return [Paragraph("Alerts of this week", styles["header"]), *told] if told else []


def _rows(digest: Digest, styles: Any) -> "list[Flowable]":
    from reportlab.platypus import KeepTogether, Paragraph, Table

    if not digest.rows:
        return []
    head = [Paragraph(escape(text), styles["quiet"]) for text in digest.columns]
    lines = [[Paragraph(escape(text), styles["body"]) for text in one.cells] for one in digest.rows]
    table = Table([head, *lines], colWidths=["34%", "20%", "22%", "24%"], style=paper.RULED, hAlign="LEFT", repeatRows=1)
    return [KeepTogether([Paragraph("Every criterion", styles["header"]), table])]
