"""Text that somebody typed, where Streamlit would read Markdown."""

import re

# Everything that opens markup, colours (":red["), mathematics ("$") or an image whose address would be fetched.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=])")
# Addresses become links even when every sign in them is escaped. A joiner that nobody sees keeps them text.
_ADDRESS = re.compile(r"://|www\.|@", re.IGNORECASE)
_JOINER = "\u2060"


def plain(text: str) -> str:
    """Markdown that shows this text and nothing else, in one line."""
    one_line = _ADDRESS.sub(lambda found: found.group()[0] + _JOINER + found.group()[1:] + _JOINER, " ".join(text.split()))
    return _SPECIAL.sub(r"\\\1", one_line)
