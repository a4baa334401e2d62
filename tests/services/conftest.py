"""Somebody who signs in with a password."""

from pathlib import Path

import pytest

from coaching.settings import Settings
from tests.accounts_at_hand import with_password
from tests.world import Cast


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path, "", "")


@pytest.fixture
def bobs(cast: Cast) -> Cast:
    with_password(cast, cast.bob)
    return cast
