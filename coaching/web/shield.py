"""Stands before every request: refuses strange origins, hides what Streamlit shows to anybody, adds security headers.

Pure ASGI, so that WebSockets and streams pass untouched.
"""

import base64
import hashlib
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Public by default: how many sessions there are, and a description of an agent's API that is off.
HIDDEN = ("/_stcore/metrics", "/_stcore/agent")
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


class Shield:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
        elif scope["path"].startswith(HIDDEN):
            await PlainTextResponse("Not found", 404)(scope, receive, send)
        elif is_foreign(scope):
            await PlainTextResponse("Open this page from its own address.", 403)(scope, receive, send)
        else:
            await self.app(scope, receive, _with_headers(send))


def is_foreign(scope: Scope) -> bool:
    """Whether a page of another site asks. Reading is left to the browser's own rules; sockets and changes are not."""
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if origin is None or (scope["type"] == "http" and scope["method"] in SAFE_METHODS):
        return False
    return urlsplit(origin).netloc != headers.get("host")


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in security_headers().items():
                headers.setdefault(name, value)
        await send(message)

    return sending


@cache
def security_headers() -> dict[str, str]:
    """blob: in script-src is for our own components, whose scripts Streamlit loads from blob addresses; in connect-src
    for the recorder. Streamlit styles its elements inline.
    """
    policy = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", "blob:", *_inline_scripts_of_streamlit()]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "media-src": "'self' blob:",
        "connect-src": "'self' blob:",
        "font-src": "'self' data:",
        "worker-src": "'self' blob:",
        "frame-src": "'self' blob: data:",
        "frame-ancestors": "'none'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "object-src": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{directive} {sources}" for directive, sources in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def _inline_scripts_of_streamlit() -> list[str]:
    """Sources for the scripts that stand in the installed version's own page, by their hash."""
    found = find_spec("streamlit")
    assert found is not None
    assert found.origin is not None
    page = (Path(found.origin).parent / "static" / "index.html").read_bytes()
    return [f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'" for script in INLINE_SCRIPT.findall(page)]
