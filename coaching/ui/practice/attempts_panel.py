"""The attempts at a drill: the latest, the best and the first, each with its sound and the goals it reached."""

from collections.abc import Iterator, Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coaching import bootstrap
from coaching.domain.people import StoreId, Viewer
from coaching.domain.practice import Drill, Practised
from coaching.services import people
from coaching.services.practice.exemplars import exemplar_of
from coaching.services.practice.goals import goals_reached, reached
from coaching.services.practice.practising import submit
from coaching.ui import address, components, screens, sound, wording
from coaching.ui.library import exemplar_card
from coaching.ui.plain import plain
from coaching.ui.telling import telling

SIGNS = {True: ":material/check_circle:", False: ":material/cancel:", None: ":material/help:"}


def show(viewer: Viewer, drill: Drill, judged: Sequence[Practised], best: Practised | None) -> None:
    """judged: the newest first."""
    if not judged or best is None:
        return
    zones = {store.id: store.time_zone for store in people.stores(bootstrap.services(), viewer)}
    named: dict[int, tuple[Practised, list[str]]] = {}
    for name, attempt in (("Latest", judged[0]), ("Best", best), ("First", judged[-1])):
        named.setdefault(attempt.practice.voicemail_id, (attempt, []))[1].append(name)
    for (attempt, names), place in zip(named.values(), _places(viewer, drill), strict=False):
        with place:
            _attempt(viewer, drill, attempt, _heading(names), zones.get(attempt.listed.voicemail.store_id, "UTC"))
    if len(judged) > len(named):
        _others(drill, [one for one in judged if one.practice.voicemail_id not in named], zones)


def _places(viewer: Viewer, drill: Drill) -> Iterator[DeltaGenerator]:
    """For the latest beside an exemplar, where there is one; for the others below."""
    exemplar = exemplar_of(bootstrap.services(), viewer, drill)
    if exemplar is not None:
        own, others = st.columns(2)
        with others, st.container(border=True, height="stretch", key="beside"):
            st.caption("From the library: somebody who does it well")
            exemplar_card.show(exemplar)
            query = {address.CRITERION: exemplar.chosen.criterion_id}
            st.page_link(screens.LIBRARY.file, label="More like this", icon=screens.LIBRARY.icon, query_params=query)
        yield own
    while True:
        yield st.container()


def _attempt(viewer: Viewer, drill: Drill, attempt: Practised, heading: str, zone: str) -> None:
    voicemail = attempt.listed.voicemail
    with st.container(border=True, height="stretch", key=f"attempt_{voicemail.id}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(heading)
            st.badge(f"{goals_reached(drill, attempt)} of {len(drill.goals)} goals", color="blue")
            if attempt.listed.score is not None:
                st.badge(f"{attempt.listed.score:.0f} of 100", color="gray")
        st.markdown("  \n".join(f"{SIGNS[reached(goal, attempt)]} {plain(goal.text)}" for goal in drill.goals))
        if voicemail.duration_s >= drill.seconds:
            st.caption(f"You were not done after {drill.seconds} seconds. Say less.")
        if voicemail.has_sound and voicemail.recording:
            components.player(sound.of_voicemail(voicemail.id), voicemail.duration_s, (), key=f"practice_{voicemail.id}")
        with st.container(horizontal=True, vertical_alignment="center"):
            _link(attempt)
            submit_button(viewer, attempt)
        st.caption(plain(wording.day(voicemail.received_at, zone)))


def _heading(names: Sequence[str]) -> str:
    """Latest, best and first."""
    first, *rest = [names[0], *(name.lower() for name in names[1:])]
    return f"{', '.join([first, *rest[:-1]])} and {rest[-1]}" if rest else first


def submit_button(viewer: Viewer, attempt: Practised) -> None:
    if not attempt.practice.is_private:
        st.badge("Submitted", color="green", icon=":material/check:")
    elif st.button("Submit to your trainer", key=f"submit_{attempt.practice.voicemail_id}", icon=":material/send:"):
        with telling():
            submit(bootstrap.services(), viewer, attempt.practice.voicemail_id)
        st.rerun()


def _others(drill: Drill, rest: Sequence[Practised], zones: Mapping[StoreId, str]) -> None:
    with st.expander(f"{len(rest)} more"):
        for attempt in rest:
            with st.container(horizontal=True, vertical_alignment="center"):
                at = wording.day(attempt.listed.voicemail.received_at, zones.get(attempt.listed.voicemail.store_id, "UTC"))
                st.markdown(plain(at))
                st.badge(f"{goals_reached(drill, attempt)} of {len(drill.goals)} goals", color="gray")
                _link(attempt)


def _link(attempt: Practised) -> None:
    st.page_link(
        screens.SCORECARD.file,
        label="Whole scorecard",
        icon=screens.SCORECARD.icon,
        query_params={"voicemail": str(attempt.practice.voicemail_id)},
    )
