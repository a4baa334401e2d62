"""A digest as plain words, for mail programs that show no pages."""

from collections.abc import Iterator

from coaching.domain.digest import NOTHING_TO_DO, Digest
from coaching.reports.digest_html import clip_address
from coaching.reports.paper import FOOT


def digest_text(digest: Digest, address: str) -> str:
    """address: of the app, where the voicemails are heard."""
    return "\n".join(_lines(digest, address)) + "\n"


def _lines(digest: Digest, address: str) -> Iterator[str]:
    yield from (digest.title, f"{digest.about}. {digest.count}", "", digest.sentence, digest.verdict, "", "What to do")
    for place, one in enumerate(digest.todos, 1):
        yield from ("", f"{place}. {one.heading}", one.why, one.how)
        yield from (f"   {clip.label}: {clip_address(address, clip)}" for clip in one.clips)
    if not digest.todos:
        yield NOTHING_TO_DO
    if digest.alerts:
        yield from ("", "Alerts of this week", *digest.alerts)
    yield from ("", FOOT)
