import pytest

from coaching.cli import main
from coaching.services.mail.settings import Security
from tests.mail_at_hand import Post


def test_a_mail_to_try_the_settings_arrives(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    made = post.server(Security.NONE)
    for name, value in {"HOST": made.host, "PORT": made.port, "SECURITY": "none", "FROM": made.sender}.items():
        monkeypatch.setenv(f"COACHING_SMTP_{name}", str(value))
    assert main(["mail", "--to", "ada@example.com"]) == 0
    assert [mail["To"] for mail in post.mailbox.mails] == ["ada@example.com"]


def test_without_settings_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("COACHING_SMTP_HOST", raising=False)
    assert main(["mail", "--to", "ada@example.com"]) == 1
    assert "Set COACHING_SMTP_HOST" in capsys.readouterr().err
