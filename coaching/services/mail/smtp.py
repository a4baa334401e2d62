"""The line to the mail server. What goes wrong becomes a sentence that says what to set."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from coaching.errors import MailError
from coaching.services.mail.settings import MailSettings, Security

TIMEOUT_S = 20.0
"""A server on the same continent answers within one; slower ones are overloaded."""
FOR_GOOD = range(500, 600)  # SMTP's own: what a server will refuse again (RFC 5321, 4.2.1)


class Refused(MailError):
    """The server said that it does not take this mail: it was not sent."""


@contextmanager
def mail_server(settings: MailSettings) -> Iterator[smtplib.SMTP]:
    """Signed in, and encrypted where the settings ask for it. Raises MailError."""
    where = f"{settings.host}:{settings.port}"
    try:
        server = _connect(settings)
    except ssl.SSLError as error:
        raise MailError(f"The mail server {where} has no certificate that we trust: {error.reason}.", may_retry=True) from None
    except smtplib.SMTPNotSupportedError:
        told = f"The mail server {where} offers no STARTTLS. Set COACHING_SMTP_SECURITY to tls, or to none on your own network."
        raise MailError(told, may_retry=True) from None
    except smtplib.SMTPAuthenticationError:
        told = f"The mail server {where} does not take our name and password. Look at COACHING_SMTP_USER and _PASSWORD."
        raise MailError(told, may_retry=True) from None
    except (OSError, smtplib.SMTPException) as error:
        told = f"The mail server {where} cannot be reached ({_named(error)}). Look at COACHING_SMTP_HOST, _PORT and _SECURITY."
        raise MailError(told, may_retry=True) from None
    try:
        yield server
    finally:
        server.close()


def hand_over(server: smtplib.SMTP, message: EmailMessage) -> None:
    """Raises Refused where it was certainly not sent, MailError where nobody knows."""
    try:
        server.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        code, _ = next(iter(error.recipients.values()))
        raise Refused(f"The mail server does not take this address ({code}).", may_retry=code not in FOR_GOOD) from None
    except smtplib.SMTPResponseException as error:
        told = f"The mail server refused the mail ({error.smtp_code})."
        raise Refused(told, may_retry=error.smtp_code not in FOR_GOOD) from None
    except (OSError, smtplib.SMTPException) as error:
        raise MailError(f"The line to the mail server broke ({_named(error)}).", may_retry=False) from None


def _connect(settings: MailSettings) -> smtplib.SMTP:
    trusted = ssl.create_default_context()
    if settings.security is Security.TLS:
        server: smtplib.SMTP = smtplib.SMTP_SSL(settings.host, settings.port, timeout=TIMEOUT_S, context=trusted)
    else:
        server = smtplib.SMTP(settings.host, settings.port, timeout=TIMEOUT_S)
    try:
        if settings.security is Security.STARTTLS:
            server.starttls(context=trusted)
        if settings.user:
            server.login(settings.user, settings.password)
    except BaseException:
        server.close()
        raise
    return server


def _named(error: Exception) -> str:
    """Without what the server said, which may hold anything."""
    return type(error).__name__ if not isinstance(error, OSError) or error.strerror is None else error.strerror
