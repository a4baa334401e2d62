"""Where a browser is sent after a form."""


def own_path(text: str) -> str:
    """A path of this server, never another one: "//elsewhere" and "/\\elsewhere" lead away."""
    leads_away = not text.startswith("/") or text.startswith(("//", "/\\")) or any(ord(letter) < ord(" ") for letter in text)
    return "/" if leads_away else text
