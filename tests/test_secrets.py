"""No secret is in the repository. The patterns are those of the tools that thieves use too."""

import re
import subprocess

import pytest

from tests.screens import PROJECT

PATTERNS = {
    "private key": re.compile(rb"-----BEGIN (?:RSA |EC |OPENSSH |DSA |PGP )?PRIVATE KEY"),
    "AWS key": re.compile(rb"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "GitHub token": re.compile(rb"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,})"),
    "Slack token": re.compile(rb"\bxox[abprs]-[0-9A-Za-z-]{10,}"),
    "Google key": re.compile(rb"\bAIza[0-9A-Za-z_\-]{35}\b"),
    "model service key": re.compile(rb"\bsk-[A-Za-z0-9_\-]{20,}"),
    "signed token": re.compile(rb"\beyJ[A-Za-z0-9_\-]{10,}\.eyJ[A-Za-z0-9_\-]{10,}\."),
    "address with a password": re.compile(rb"\b[a-z][a-z0-9+.\-]*://[^\s/:@\"'{}<>]+:[^\s/:@\"'{}<>]+@[\w\-]+\.[\w.\-]+"),
    "value in the code": re.compile(rb"(?i)\b(?:password|secret|api_?key|token)\b\s*=\s*[\"'][A-Za-z0-9+/=_\-]{20,}[\"']"),
}
EXAMPLES = {
    "private key": b"-----BEGIN OPENSSH " + b"PRIVATE KEY-----",
    "AWS key": b"AKIA" + b"ABCDEFGHIJKLMNOP",
    "GitHub token": b"ghp_" + b"a" * 36,
    "Slack token": b"xoxb-" + b"1234567890-abc",
    "Google key": b"AIza" + b"b" * 35,
    "model service key": b"sk-" + b"c" * 24,
    "signed token": b"eyJ" + b"hbGciOiJIUzI1" + b".eyJ" + b"zdWIiOiIxMjM0" + b".x",
    "address with a password": b"postgresql://coach:" + b"hunter2@db.example.org/app",
    "value in the code": b'api_key = "' + b"d" * 24 + b'"',
}
NEVER = {".pem", ".key", ".p12", ".pfx", ".env", ".db", ".sqlite"}


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True)
    return [name for name in listed.stdout.decode().split("\0") if name]


@pytest.mark.parametrize("name", PATTERNS)
def test_each_pattern_finds_what_it_is_for(name: str) -> None:
    assert PATTERNS[name].search(b"before " + EXAMPLES[name] + b" after")


def test_no_tracked_file_holds_a_secret() -> None:
    found = []
    for name in tracked():
        path = PROJECT / name
        content = path.read_bytes() if path.is_file() else b""
        found += [(name, kind) for kind, pattern in PATTERNS.items() if pattern.search(content)]
    assert found == []


def test_no_key_and_no_database_is_tracked() -> None:
    assert [name for name in tracked() if any(name.endswith(ending) for ending in NEVER)] == []
