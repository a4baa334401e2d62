"""A player that is given an address without its mark plays nothing: all addresses come from one place."""

from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SCREENS = [*(PROJECT / "coaching" / "ui").rglob("*.py"), *(PROJECT / "pages").glob("*.py")]
PLACES = ("/recordings/", "/takes/", "/redacted/")


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: path.stem)
def test_only_one_module_knows_where_sound_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert path.name == "sound.py" or not any(f'"{place}' in text or f"'{place}" in text for place in PLACES)
