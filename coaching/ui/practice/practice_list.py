"""The drills with how far one is, and for those who coach what their reps have submitted."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.domain.practice import Drill, Practised
from coaching.rubrics.drills import drills
from coaching.services import people
from coaching.services.practice.goals import best, goals_reached
from coaching.services.practice.practising import own_attempts, submitted_to
from coaching.ui import screens, wording
from coaching.ui.plain import plain

A_ROW = 2


def show(viewer: Viewer) -> None:
    if viewer.role in screens.COACHES:
        st.header("Submitted to you")
        _submitted(viewer)
        st.header("Drills")
        st.caption("What your reps practice. They alone hear it, and know that they did, until they submit it.")
    else:
        st.caption("A made-up customer, one minute, a scorecard at once. Nobody hears it, or learns of it, until you submit it.")
    own = own_attempts(bootstrap.services(), viewer)
    for row in _rows(list(drills().values())):
        for place, one in zip(st.columns(A_ROW, gap="medium"), row, strict=False):
            with place:
                _drill(one, [attempt for attempt in own if attempt.practice.drill_id == one.id])


def _rows(all_of_them: Sequence[Drill]) -> list[Sequence[Drill]]:
    return [all_of_them[start : start + A_ROW] for start in range(0, len(all_of_them), A_ROW)]


def _drill(one: Drill, own: Sequence[Practised]) -> None:
    with st.container(border=True, key=f"drill_{one.id}", height="stretch"):
        st.subheader(plain(one.title))
        st.markdown(plain(one.task))
        top = best(one, own)
        reached = f"best {goals_reached(one, top)} of {len(one.goals)} goals" if top else ""
        count = f"{len(own)} {'attempt' if len(own) == 1 else 'attempts'}" if own else "not tried yet"
        st.caption(plain(wording.joined(f"{one.seconds} seconds", count, reached)))
        st.page_link(
            screens.DRILL.file,
            label="Practice this" if not own else "Practice again",
            icon=":material/mic:",
            query_params={"drill": one.id},
        )


def _submitted(viewer: Viewer) -> None:
    found = submitted_to(bootstrap.services(), viewer)
    if not found:
        st.info("Nobody has submitted practice yet. It appears here when a rep decides to show it.", icon=":material/mic:")
        return
    zones = {store.id: store.time_zone for store in people.stores(bootstrap.services(), viewer)}
    for attempt in found:
        made = drills().get(attempt.practice.drill_id)
        zone = zones.get(attempt.listed.voicemail.store_id, "UTC")
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container():
                st.page_link(
                    screens.SCORECARD.file,
                    label=plain(f"{attempt.listed.rep_name}: {made.title if made else attempt.practice.drill_id}"),
                    query_params={"voicemail": str(attempt.practice.voicemail_id)},
                )
                st.caption(
                    plain(f"Submitted {wording.day(attempt.practice.submitted_at or attempt.listed.voicemail.received_at, zone)}")
                )
            if made:
                st.badge(f"{goals_reached(made, attempt)} of {len(made.goals)} goals", color="blue")
            if attempt.listed.score is not None:
                st.badge(f"{attempt.listed.score:.0f} of 100", color="gray")
