"""Long lists, a page at a time. The page stands in the address, so that it can be shared and gone back to."""

from dataclasses import dataclass

import streamlit as st

from coaching.ui import address


@dataclass(frozen=True, slots=True)
class Page:
    """One page of `total` things, `size` at most on each. A page that is not there is the last one that is."""

    asked: int
    total: int
    size: int

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def number(self) -> int:
        return min(max(1, self.asked), self.last)

    @property
    def first_shown(self) -> int:
        """How many come before it."""
        return (self.number - 1) * self.size

    @property
    def last_shown(self) -> int:
        return min(self.first_shown + self.size, self.total)


def current(total: int, size: int) -> Page:
    return Page(address.page_number(), total, size)


def links(page: Page) -> None:
    """Nothing where everything is on one page."""
    if page.last == 1:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="paging"):
        if st.button("Back", icon=":material/chevron_left:", disabled=page.number == 1, key="page_back"):
            _go(page.number - 1)
        st.caption(f"{page.first_shown + 1} to {page.last_shown} of {page.total}", width="content")
        if st.button(
            "Next", icon=":material/chevron_right:", icon_position="right", disabled=page.number == page.last, key="page_next"
        ):
            _go(page.number + 1)


def _go(number: int) -> None:
    st.query_params[address.PAGE] = str(number)
    st.rerun()
