"""The <prospect> elements of an ADF file as vendors really send it.

Seen in the wild: several <adf> in one file, prologs in the wrong place or malformed, no prolog, undeclared namespaces, bare
ampersands in comments, attributes without quotation marks. A broken lead must not lose the others, and hostile XML gets nowhere.
Every pattern here runs in linear time: the file comes from outside.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

from coaching.errors import InvalidFile
from coaching.follow_up.leads.reading import BadLead

HOSTILE = (
    "This XML file defines entities of its own or points at other files. No honest lead needs that, so nothing was imported. "
    "Ask whoever sent it for plain ADF."
)
OPENS, CLOSES = "<![CDATA[", "]]>"  # character data, in which nothing is markup
DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
PROSPECT_TAG = re.compile(r"<(/?)(?:\w+:)?prospect\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^<>]+>")
PROLOG = re.compile(r"<\?[^<>]*>")
PREFIX = re.compile(r"(?<=[</\s])[A-Za-z_][\w-]*:(?=[A-Za-z_])")
BARE_ATTRIBUTE = re.compile(r"(\s[\w-]+=)([\w.-]+)(?=[\s/>])")
BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")


def decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def refuse_hostile(text: str) -> None:
    """By parsing the whole file as it stands, and by its signs where it is too broken to be parsed. Raises InvalidFile."""
    try:
        defusedxml.ElementTree.fromstring(text)
    except DefusedXmlException as error:
        raise InvalidFile(HOSTILE) from error
    except (ParseError, ValueError) as error:
        if any(DECLARATION.search(part) for part in _split(text)[::2]):
            raise InvalidFile(HOSTILE) from error


def prospects(text: str) -> Iterator[tuple[int, str]]:
    """Line and text of each <prospect>; one that is never closed ends where the next begins."""
    start: int | None = None
    for tag in PROSPECT_TAG.finditer(text):
        closes = bool(tag[1])
        if start is not None:
            yield _line(text, start), text[start : tag.end() if closes else tag.start()]
        start = None if closes else tag.start()
    if start is not None:
        yield _line(text, start), text[start:]


def parsed(prospect: str) -> Element:
    """Names in lower case. Raises BadLead where even the usual repairs leave it broken."""
    try:
        element = _parse(prospect)
    except ParseError:
        try:
            element = _parse(_repaired(prospect))
        except ParseError as error:
            sentence = f"This lead is not well-formed XML ({error}). Have its sender correct it, or enter it by hand."
            raise BadLead(sentence) from error
    for part in element.iter():
        part.tag = str(part.tag).rpartition("}")[2].lower()
    return element


def _parse(prospect: str) -> Element:
    try:
        element: Element = defusedxml.ElementTree.fromstring(prospect)
    except DefusedXmlException as error:
        raise InvalidFile(HOSTILE) from error
    return element


def _repaired(prospect: str) -> str:
    parts = _split(prospect)
    parts[::2] = [_repaired_markup(part) for part in parts[::2]]
    return "".join(parts)


def _repaired_markup(text: str) -> str:
    text = TAG.sub(lambda tag: BARE_ATTRIBUTE.sub(r'\1"\2"', PREFIX.sub("", tag[0])), PROLOG.sub("", text))
    return BARE_AMPERSAND.sub("&amp;", text)


def _split(text: str) -> list[str]:
    """Markup and character data by turns, beginning with markup."""
    first, *others = text.split(OPENS)
    parts = [first]
    for other in others:
        inside, closes, after = other.partition(CLOSES)
        parts += [OPENS + inside + closes, after]
    return parts


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
