"""The library of a store: what others did well, by criterion and kind of value. The choice stands in the address."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.exemplar import WITH_KINDS, Exemplar
from coaching.domain.people import Role, Viewer
from coaching.domain.scorecard import ValueKind
from coaching.services.coaching.library import browse, may_take_out, take_out
from coaching.ui import address, paging, screens
from coaching.ui.library import exemplar_card
from coaching.ui.telling import telling
from coaching.ui.wording import KINDS

A_PAGE, A_ROW = 12, 2
EMPTY = {
    True: "Nothing is in the library yet. Open a voicemail that does something well and choose “Add to the library”.",
    False: "Nothing is in the library yet. Your trainer adds passages that are worth hearing.",
}


def show(viewer: Viewer) -> None:
    st.caption("Passages from voicemails of your store, to hear how it can be said. Only the passage plays.")
    criterion_id, kind = _filters()
    found = browse(bootstrap.services(), viewer, criteria=[criterion_id] if criterion_id else None, kind=kind)
    if not found:
        narrowed = bool(criterion_id or kind)
        said = "Nothing here matches. Take a filter away to hear more." if narrowed else EMPTY[viewer.role in screens.COACHES]
        st.info(said, icon=":material/search:" if narrowed else screens.LIBRARY.icon)
    page = paging.current(len(found), A_PAGE)
    _grid(viewer, found[page.first_shown : page.last_shown])
    paging.links(page)
    if viewer.role is Role.REP:
        st.page_link(screens.ACCOUNT.file, label="Would you rather not be in the library?", icon=screens.ACCOUNT.icon)


def _filters() -> tuple[str, ValueKind | None]:
    """ "" and None take nothing away. Only one criterion has kinds."""
    titles, asked, asked_kind = exemplar_card.titles(), address.criterion_id(), address.kind()
    with st.container(key="filters"):
        first, second = st.columns(2)
    at = list(titles).index(asked) if asked in titles else None
    criterion = first.selectbox(
        "Criterion", list(titles), index=at, format_func=titles.__getitem__, placeholder="All", key="library_criterion"
    )
    kind = None
    if criterion in (None, WITH_KINDS):
        at = list(KINDS).index(asked_kind) if asked_kind else None
        kind = second.selectbox(
            "Kind of value", list(KINDS), index=at, format_func=KINDS.__getitem__, placeholder="All", key="library_kind"
        )
    address.keep_library(criterion or "", kind)
    return criterion or "", kind


def _grid(viewer: Viewer, shown: Sequence[Exemplar]) -> None:
    for start in range(0, len(shown), A_ROW):
        for one, place in zip(shown[start : start + A_ROW], st.columns(A_ROW, gap="medium"), strict=False):
            with place, st.container(border=True, height="stretch", key=f"exemplar_card_{one.id}"):
                exemplar_card.show(one)
                with st.container(horizontal=True, vertical_alignment="center"):
                    exemplar_card.link_to_whole(one)
                    if may_take_out(viewer, one):
                        _take_out(viewer, one)


def _take_out(viewer: Viewer, one: Exemplar) -> None:
    if st.button("Take out", key=f"take_out_{one.id}", icon=":material/delete:", type="tertiary"):
        with telling():
            take_out(bootstrap.services(), viewer, one.id)
        st.rerun()
