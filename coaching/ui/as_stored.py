"""Switches that show what is stored, and say when somebody wants it otherwise."""

import streamlit as st


def key_of(name: str, stored: object) -> str:
    """For a widget that begins with what is stored and writes what was chosen.

    Streamlit keeps the value of a widget by its key, whatever its default has become. With one key for all that may be stored, a
    page that was open while a colleague chose, or that went on to another store, would write its old value over theirs.
    """
    return f"{name}_{stored}"


def is_flipped(label: str, stored: bool, name: str) -> bool:
    return st.toggle(label, stored, key=key_of(name, stored)) != stored
