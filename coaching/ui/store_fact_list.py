"""What a store can tell its customers: what is true now, what is to come, what has ended."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from coaching import bootstrap
from coaching.domain.dates import long_date, short_date
from coaching.domain.people import Store, Viewer
from coaching.domain.store_fact import StoreFact
from coaching.services.follow_up.store_facts import end_store_fact, list_store_facts
from coaching.ui import store_choice, store_fact_form, wording
from coaching.ui.plain import plain
from coaching.ui.telling import telling


def show(viewer: Viewer) -> None:
    st.caption(
        "The reasons to call. Drafts use what is true today; a voicemail that promises anything else is marked as not on file."
    )
    store = store_choice.choose(viewer)
    today = bootstrap.services().now().astimezone(ZoneInfo(store.time_zone)).date()
    store_fact_form.show(viewer, store, today)
    with telling():
        facts = list_store_facts(bootstrap.services(), viewer, store.id)
    current = [fact for fact in facts if fact.holds_on(today)]
    _current(viewer, store, current)
    _dated(viewer, store, "To come", [fact for fact in facts if fact.starts_on > today], may_end=True)
    _dated(viewer, store, "Ended", [fact for fact in facts if fact.ends_on and fact.ends_on < today], may_end=False)


def _current(viewer: Viewer, store: Store, facts: Sequence[StoreFact]) -> None:
    if facts:
        _dated(viewer, store, "True today", facts, may_end=True)
    else:
        st.info("Nothing is on file that is true today. Add the first, or import a list.", icon=":material/inbox:")


def _dated(viewer: Viewer, store: Store, title: str, facts: Sequence[StoreFact], *, may_end: bool) -> None:
    """What ends first comes first; of what has ended, what ended last."""
    if not facts:
        return
    st.header(f"{title} ({len(facts)})")
    for fact in sorted(facts, key=lambda one: (one.ends_on or date.max, one.id), reverse=not may_end):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container():
                st.markdown(plain(wording.begun(fact.text)))
                st.caption(plain(_about(fact)))
            if may_end and st.button("End", key=f"end_{fact.id}", help="Not true any more from today on"):
                _end(viewer, store, fact)


def _about(fact: StoreFact) -> str:
    whom = f"for people of {', '.join(fact.employers)}" if fact.employers else ""
    until = f"until {day(fact.ends_on)}" if fact.ends_on else "no end"
    return wording.joined(wording.KINDS[fact.kind], ", ".join(fact.vehicles), whom, f"from {day(fact.starts_on)}, {until}")


def _end(viewer: Viewer, store: Store, fact: StoreFact) -> None:
    with telling():
        end_store_fact(bootstrap.services(), viewer, store.id, fact.id)
    st.rerun()


def day(one: date) -> str:
    """March 3, with the year when it is another one."""
    return short_date(one) if one.year == datetime.now().year else long_date(one)
