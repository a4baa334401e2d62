"""A person's week: what changed, three things to do with the voicemails to hear, and the same to take home."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar
from urllib.parse import urlsplit

import streamlit as st

from coaching import bootstrap
from coaching.domain.digest import NOTHING_TO_DO, Digest, Todo
from coaching.domain.people import Viewer
from coaching.reports import digest as reports
from coaching.reports.digest_html import digest_html
from coaching.reports.digest_pdf import digest_pdf
from coaching.rubrics import load_rubric
from coaching.services.taken_home import note_digest
from coaching.settings import DEFAULT_ADDRESS
from coaching.ui import address, digest_mail, screens, wording
from coaching.ui.plain import plain

T = TypeVar("T", str, bytes)
NOT_FOR = "For coaching, not for employment decisions: small numbers mislead, and the verdicts are a machine's."


def show(viewer: Viewer) -> None:
    services = bootstrap.services()
    weeks = reports.weeks(services.database, viewer, services.now())
    asked = address.week()
    with st.container(key="filters"):
        week = st.selectbox(
            "Week of", weeks, index=weeks.index(asked) if asked in weeks else 0, format_func=wording.date, key="digest_week"
        )
    st.query_params[address.WEEK] = week.isoformat()
    digest = reports.read_digest(services.database, viewer, week, load_rubric())
    st.markdown(f"## {plain(digest.sentence)}")
    st.caption(plain(wording.joined(digest.about, digest.count)))
    if digest.verdict:
        st.caption(plain(digest.verdict))
    _todos(digest)
    _alerts(digest)
    _rows(digest)
    _take_home(viewer, digest)
    digest_mail.show(viewer)
    st.caption(NOT_FOR)


def _todos(digest: Digest) -> None:
    st.header("What to do")
    if not digest.todos:
        st.info(NOTHING_TO_DO, icon=":material/balance:")
        return
    for place, one in zip(st.columns(len(digest.todos)), digest.todos, strict=True):
        with place.container(border=True, height="stretch"):
            _todo(one)


def _todo(one: Todo) -> None:
    st.markdown(f"### {plain(one.heading)}")
    st.markdown(plain(one.why))
    st.markdown(plain(one.how))
    for clip in one.clips:
        query = {address.PARAMETER: str(clip.voicemail_id)}
        st.page_link(screens.SCORECARD.file, label=plain(clip.label), query_params=query, icon=":material/play_circle:")


def _alerts(digest: Digest) -> None:
    if digest.alerts:
        st.header("Alerts of this week")
        st.markdown("\n".join(f"- {plain(one)}" for one in digest.alerts))


def _rows(digest: Digest) -> None:
    if not digest.rows:
        return
    st.header("Every criterion")
    columns = zip(*(one.cells for one in digest.rows), strict=True)
    told = {name: [plain(cell) for cell in column] for name, column in zip(digest.columns, columns, strict=True)}
    st.table(told, border="horizontal")


def _take_home(viewer: Viewer, digest: Digest) -> None:
    """Links lead back to the address by which this page was reached."""
    url = urlsplit(st.context.url or DEFAULT_ADDRESS)
    app = f"{url.scheme}://{url.netloc}"
    name = f"digest-{digest.week}"
    with st.container(horizontal=True):
        st.download_button(
            "As a web page",
            partial(_noted, viewer, digest_html, digest, app),
            f"{name}.html",
            "text/html",
            on_click="ignore",
            icon=":material/download:",
            key="digest_html",
        )
        st.download_button(
            "As PDF",
            partial(_noted, viewer, digest_pdf, digest, app),
            f"{name}.pdf",
            "application/pdf",
            on_click="ignore",
            icon=":material/picture_as_pdf:",
            key="digest_pdf",
        )


def _noted(viewer: Viewer, made: Callable[[Digest, str], T], digest: Digest, app: str) -> T:
    """Made when it is asked for."""
    note_digest(bootstrap.services(), viewer)
    return made(digest, app)
