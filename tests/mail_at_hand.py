"""A real mail server in a thread of its own, and a certificate that is trusted only where a test says so."""

import socket
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from coaching.services.mail.settings import MailSettings, Security

USER, PASSWORD = "coach", "a password of the test"
LOCAL = "127.0.0.1"


def free_port() -> int:
    with socket.socket() as free:
        free.bind((LOCAL, 0))
        return int(free.getsockname()[1])


class Mailbox:
    """What the server took. answers: what it says to the next mails instead of taking them."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.envelopes: list[Any] = []
        self.answers: list[str] = []
        self.meanwhile: Callable[[], None] = lambda: None

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if "nobody" in address:
            return "550 No such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.meanwhile()
        if self.answers:
            return self.answers.pop(0)
        self.envelopes.append(session.ssl)
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return "250 Taken"


class Post:
    """Servers of all kinds over one mailbox."""

    def __init__(self, certificate: tuple[Path, Path]) -> None:
        self.mailbox = Mailbox()
        self.certificate = certificate
        self.open: list[Controller] = []

    def server(self, security: Security, *, signs_in: bool = False, user: str = "", password: str = "") -> MailSettings:
        options: dict[str, Any] = {}
        if security is not Security.NONE:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*self.certificate)
            options["ssl_context" if security is Security.TLS else "tls_context"] = context
        if signs_in:
            options |= {"authenticator": _known, "auth_require_tls": security is Security.STARTTLS}
        port = free_port()
        controller = Controller(self.mailbox, hostname=LOCAL, port=port, **options)
        controller.start()
        self.open.append(controller)
        return MailSettings(LOCAL, port, security, "coach@example.com", user, password, "https://coach.example.com")


def _known(server: Any, session: Any, envelope: Any, mechanism: str, auth_data: Any) -> AuthResult:
    assert isinstance(auth_data, LoginPassword)
    known = (auth_data.login, auth_data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=known, handled=known)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Signed by itself, for the address of the tests' server."""
    folder, key = tmp_path_factory.mktemp("certificate"), ec.generate_private_key(ec.SECP256R1())
    name, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, LOCAL)]), datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(LOCAL))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    chain, private = folder / "certificate.pem", folder / "key.pem"
    chain.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    form = serialization.PrivateFormat.PKCS8
    private.write_bytes(key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()))
    return chain, private


@pytest.fixture
def trusted(certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """As an operator trusts a certificate of their own."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))


@pytest.fixture
def post(certificate: tuple[Path, Path]) -> Iterator[Post]:
    post = Post(certificate)
    yield post
    for controller in post.open:
        controller.stop()
