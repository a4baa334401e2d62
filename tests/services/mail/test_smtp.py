"""Mail to a real server: what is taken, and in which sentence the rest ends."""

import socket
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from coaching.errors import CoachingError, MailError
from coaching.services.mail.settings import MailSettings, Security
from coaching.services.mail.smtp import Refused, hand_over, mail_server
from coaching.services.mail.weekly import trial_message
from tests.mail_at_hand import LOCAL, PASSWORD, USER, Post, free_port

NOW = datetime(2024, 10, 14, 12, tzinfo=UTC)


def send(settings: MailSettings, to: str = "ada@example.com") -> None:
    with mail_server(settings) as server:
        hand_over(server, trial_message(settings, to, NOW))


def test_an_open_line_takes_a_mail(post: Post) -> None:
    send(post.server(Security.NONE))
    (mail,) = post.mailbox.mails
    assert (mail["From"], mail["To"]) == ("coach@example.com", "ada@example.com")
    assert "https://coach.example.com" in mail.get_content()


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_trusted_server_takes_it_encrypted_from_who_signs_in(post: Post, security: Security) -> None:
    send(
        post.server(
            security, signs_in=security is Security.STARTTLS, user=USER * (security is Security.STARTTLS), password=PASSWORD
        )
    )
    assert len(post.mailbox.mails) == 1
    assert post.mailbox.envelopes[0] or security is Security.TLS


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_certificate_that_nobody_vouches_for_is_refused(post: Post, security: Security) -> None:
    with pytest.raises(MailError, match="no certificate that we trust") as refused:
        send(post.server(security))
    assert refused.value.may_retry
    assert post.mailbox.mails == []


def test_a_server_without_starttls_gets_nothing(post: Post) -> None:
    with pytest.raises(MailError, match="offers no STARTTLS"):
        send(replace(post.server(Security.NONE), security=Security.STARTTLS))
    assert post.mailbox.mails == []


@pytest.mark.usefixtures("trusted")
def test_a_wrong_password_is_a_sentence_without_the_password(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    settings = post.server(Security.STARTTLS, signs_in=True, user=USER, password="wrong and secret")
    with pytest.raises(MailError, match="does not take our name and password") as refused:
        send(settings)
    assert "wrong and secret" not in f"{refused.value}{settings!r}{caplog.text}"


def test_a_server_that_is_not_there_is_a_sentence_and_may_come_back() -> None:
    gone = MailSettings(LOCAL, free_port(), Security.NONE, "coach@example.com")
    with pytest.raises(MailError, match=r"cannot be reached \(Connection refused\)") as refused:
        send(gone)
    assert refused.value.may_retry
    with pytest.raises(MailError, match="cannot be reached"):
        send(replace(gone, host="mail.invalid"))


@pytest.mark.parametrize(("answer", "again"), [("451 Busy", True), ("554 No", False)])
def test_a_refusal_is_for_now_or_for_good(post: Post, answer: str, again: bool) -> None:
    post.mailbox.answers.append(answer)
    with pytest.raises(Refused) as refused:
        send(post.server(Security.NONE))
    assert refused.value.may_retry is again


def test_an_address_that_does_not_exist_is_refused_for_good(post: Post) -> None:
    with pytest.raises(Refused, match=r"does not take this address \(550\)") as refused:
        send(post.server(Security.NONE), "nobody@example.com")
    assert not refused.value.may_retry


def test_a_line_that_breaks_leaves_it_open_whether_it_arrived(post: Post) -> None:
    settings = post.server(Security.NONE)
    with mail_server(settings) as server:
        assert server.sock is not None
        server.sock.shutdown(socket.SHUT_RDWR)
        with pytest.raises(MailError, match="The line to the mail server broke") as broken:
            hand_over(server, trial_message(settings, "ada@example.com", NOW))
    assert not isinstance(broken.value, Refused)
    assert not broken.value.may_retry


def test_settings_come_from_the_environment_with_the_usual_ports() -> None:
    named = {"COACHING_SMTP_HOST": "smtp.example.com", "COACHING_SMTP_FROM": "coach@example.com"}
    assert MailSettings.from_environment({}) is None
    ports = {one: MailSettings.from_environment({**named, "COACHING_SMTP_SECURITY": one}) for one in Security}
    assert {one: made.port for one, made in ports.items() if made} == {
        Security.STARTTLS: 587,
        Security.TLS: 465,
        Security.NONE: 25,
    }


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"COACHING_SMTP_FROM": ""}, "COACHING_SMTP_FROM is missing"),
        ({"COACHING_SMTP_PORT": "mail"}, "COACHING_SMTP_PORT is 'mail'"),
        ({"COACHING_SMTP_PORT": "70000"}, "between 1 and 65535"),
        ({"COACHING_SMTP_SECURITY": "ssl"}, "Choose one of starttls, tls, none"),
        ({"COACHING_SMTP_SECURITY": "none", "COACHING_SMTP_USER": "coach"}, "not sent over an open line"),
    ],
)
def test_settings_that_cannot_work_are_a_sentence(more: dict[str, str], told: str) -> None:
    with pytest.raises(CoachingError, match=told):
        MailSettings.from_environment({"COACHING_SMTP_HOST": "smtp.example.com", "COACHING_SMTP_FROM": "a@example.com", **more})
