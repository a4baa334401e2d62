"""Which store a screen is about; nobody is asked who has only one."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Store, Viewer
from coaching.services import people


def choose(viewer: Viewer) -> Store:
    """Ends the page where there is none."""
    stores = people.stores(bootstrap.services(), viewer)
    if not stores:
        st.info("There is no store yet.", icon=":material/storefront:")
        st.stop()
    if len(stores) == 1:
        return stores[0]
    return st.selectbox("Store", stores, format_func=lambda store: store.name, key="store")
