"""What no message to this lead has told yet: what to say next."""

import streamlit as st

from coaching.follow_up.reasons.unused import Unused
from coaching.ui.plain import plain
from coaching.ui.wording import FACTS, KINDS


def show(left: Unused) -> None:
    st.header("Still unused")
    if left.reasons or left.facts:
        st.caption("On file for this customer, and in no message so far. Any of it is a reason for the next one.")
    elif not left.perhaps:
        st.caption("Everything on file has been told. Find something new before you call again.")
    lines = [f"- **{KINDS[reason.kind]}:** {plain(reason.said)}" for reason in left.reasons]
    lines += [f"- **{FACTS[fact.name]}:** {plain(fact.words)}" for fact in left.facts]
    st.markdown("\n".join(lines))
    if left.perhaps:
        st.caption("Perhaps told already, in words that are not certain. Listen first:")
        st.markdown("\n".join(f"- **{KINDS[reason.kind]}:** {plain(reason.said)}" for reason in left.perhaps))
    if left.kinds:
        st.caption(f"Kinds of value not offered yet: {', '.join(KINDS[kind].lower() for kind in left.kinds)}.")
