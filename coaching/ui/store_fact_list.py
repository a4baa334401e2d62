"""What a store can tell its customers: what is true now, what is to come, what has ended."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from coaching import bootstrap
from coaching.domain.dates import long_date, short_date
from coaching.domain.people import Store, Viewer
from coaching.domain.store_fact import StoreFact
from coaching.reports.names import begun
from coaching.services.follow_up.store_facts import end_store_fact, list_store_facts
from coaching.ui import store_choice, store_fact_form, wording
from coaching.ui.plain import plain
from coaching.ui.telling import telling


def show(viewer: Viewer) -> None:
    st.caption(
        "The reasons to call. Drafts use what is true today; a voicemail that promises anything else is marked as not on file."
    )
    store = store_choice.choose(viewer)
    today = store.day_of(bootstrap.services().now())
    store_fact_form.show(viewer, store, today)
    with telling():
        facts = list_store_facts(bootstrap.services(), viewer, store.id)
    current = [fact for fact in facts if fact.holds_on(today)]
    _current(viewer, store, current, today)
    _dated(viewer, store, [fact for fact in facts if fact.starts_on > today], today, "To come", may_end=True)
    _dated(viewer, store, [fact for fact in facts if fact.ends_on and fact.ends_on < today], today, "Ended", may_end=False)


def _current(viewer: Viewer, store: Store, facts: Sequence[StoreFact], today: date) -> None:
    if facts:
        _dated(viewer, store, facts, today, "True today", may_end=True)
    else:
        st.info("Nothing is on file that is true today. Add the first, or import a list.", icon=":material/inbox:")


def _dated(viewer: Viewer, store: Store, facts: Sequence[StoreFact], today: date, title: str, *, may_end: bool) -> None:
    """What ends first comes first; of what has ended, what ended last."""
    if not facts:
        return
    st.header(f"{title} ({len(facts)})")
    for fact in sorted(facts, key=lambda one: (one.ends_on or date.max, one.id), reverse=not may_end):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container():
                st.markdown(plain(begun(fact.text)))
                st.caption(plain(_about(fact, today)))
            if may_end and st.button("End", key=f"end_{fact.id}", help="Not true any more from today on"):
                _end(viewer, store, fact)


def _about(fact: StoreFact, today: date) -> str:
    whom = f"for people of {', '.join(fact.employers)}" if fact.employers else ""
    until = f"until {_day(fact.ends_on, today)}" if fact.ends_on else "no end"
    return wording.joined(
        wording.KINDS[fact.kind], ", ".join(fact.vehicles), whom, f"from {_day(fact.starts_on, today)}, {until}"
    )


def _end(viewer: Viewer, store: Store, fact: StoreFact) -> None:
    with telling():
        end_store_fact(bootstrap.services(), viewer, store.id, fact.id)
    st.rerun()


def _day(one: date, today: date) -> str:
    """March 3, with the year when it is another one."""
    return short_date(one) if one.year == today.year else long_date(one)
