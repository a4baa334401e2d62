"""How mail leaves, as the environment says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coaching.errors import CoachingError
from coaching.settings import DEFAULT_ADDRESS


class Security(StrEnum):
    """Of the line to the mail server."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class MailSettings:
    """How mail leaves. sender: the address it is from. app: where the app is reached, for the links in mails."""

    host: str
    port: int
    security: Security
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    app: str = DEFAULT_ADDRESS

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "MailSettings | None":
        """None where no server is named. Raises CoachingError for what cannot be used."""
        host = environment.get("COACHING_SMTP_HOST", "").strip()
        if not host:
            return None
        security = environment.get("COACHING_SMTP_SECURITY") or Security.STARTTLS.value
        if security not in list(Security):
            raise CoachingError(f"COACHING_SMTP_SECURITY is {security!r}. Choose one of {', '.join(Security)}.")
        sender = environment.get("COACHING_SMTP_FROM", "").strip()
        if "@" not in sender:
            raise CoachingError("COACHING_SMTP_FROM is missing. Set it to the address that mails are to come from.")
        user = environment.get("COACHING_SMTP_USER", "")
        if user and security == Security.NONE:
            raise CoachingError("A password is not sent over an open line. Set COACHING_SMTP_SECURITY to starttls or tls.")
        return cls(
            host,
            _port(environment.get("COACHING_SMTP_PORT", ""), Security(security)),
            Security(security),
            sender,
            user,
            environment.get("COACHING_SMTP_PASSWORD", ""),
            (environment.get("COACHING_ADDRESS") or DEFAULT_ADDRESS).rstrip("/"),
        )


def _port(text: str, security: Security) -> int:
    if not text:
        return PORTS[security]
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise CoachingError(f"COACHING_SMTP_PORT is {text!r}. It has to be a number between 1 and 65535.")
    return int(text)
