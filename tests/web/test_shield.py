"""The shield before every request."""

import base64
import hashlib
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from coaching.web.shield import Shield, security_headers


async def echo(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text("hello")
    await socket.close()


@pytest.fixture
def client() -> TestClient:
    page = Route("/{path:path}", lambda _: PlainTextResponse("page"), methods=["GET", "POST"])
    return TestClient(Starlette(routes=[WebSocketRoute("/socket", echo), page], middleware=[Middleware(Shield)]))


def test_every_answer_carries_the_headers(client: TestClient) -> None:
    headers = client.get("/anything").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "object-src 'none'" in headers["content-security-policy"]


def test_scripts_run_from_this_server_only() -> None:
    policy = dict(part.split(" ", 1) for part in security_headers()["Content-Security-Policy"].split("; "))
    assert "unsafe" not in policy["script-src"]
    assert "http" not in " ".join(policy.values())


def test_the_page_of_the_installed_streamlit_may_run_its_own_script() -> None:
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    script = page.split(b"<script>")[1].split(b"</script>")[0]
    assert base64.b64encode(hashlib.sha256(script).digest()).decode() in security_headers()["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_what_streamlit_shows_to_anybody_is_hidden(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_another_site_changes_nothing(client: TestClient) -> None:
    assert client.post("/form", headers={"origin": "http://evil.example"}).status_code == 403
    assert client.post("/form", headers={"origin": "http://testserver"}).status_code == 200
    assert client.post("/form").status_code == 200
    assert client.post("/form", headers={"origin": "null"}).status_code == 403


def test_another_site_opens_no_socket(client: TestClient) -> None:
    with client.websocket_connect("/socket", headers={"origin": "http://testserver"}) as socket:
        assert socket.receive_text() == "hello"
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/socket", headers={"origin": "http://evil.example"}):
        pass
