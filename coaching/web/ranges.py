"""Answers a request for a part of some bytes (RFC 9110, section 14), so that a player can jump."""

import re

from starlette.responses import Response

ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def ranged(content: bytes, wanted: str | None, media_type: str) -> Response:
    """wanted: the request's Range header. A header that is not understood, or asks for several parts, gets everything."""
    headers = {"Accept-Ranges": "bytes"}
    found = ONE_RANGE.fullmatch(wanted or "")
    if found is None or found.group(1) == found.group(2) == "":
        return Response(content, media_type=media_type, headers=headers)
    start, end = _bounds(found.group(1), found.group(2), len(content))
    if start >= end:
        return Response(status_code=416, headers=headers | {"Content-Range": f"bytes */{len(content)}"})
    headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(content)}"
    return Response(content[start:end], 206, media_type=media_type, headers=headers)


def _bounds(first: str, last: str, length: int) -> tuple[int, int]:
    """Half open. "-500" means the last 500 bytes."""
    if not first:
        return max(0, length - int(last)), length
    return int(first), min(int(last) + 1 if last else length, length)
