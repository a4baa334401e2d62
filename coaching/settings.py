"""What can be set from outside, read once from the environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

DEFAULT_ENGINE = "faster-whisper"
DEFAULT_MODEL = "base-telephone"
DEFAULT_PORT = 8501  # Streamlit's own
DEFAULT_ADDRESS = f"http://localhost:{DEFAULT_PORT}"


@dataclass(frozen=True, slots=True)
class Settings:
    """home: folder of all state. database_url, storage_url: where the rows and the audio lie (default: in `home`)."""

    home: Path
    database_url: str
    storage_url: str
    engine: str = DEFAULT_ENGINE
    model: str = DEFAULT_MODEL
    demo: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        home = Path(environment.get("COACHING_HOME") or platformdirs.user_data_path("voicemail-coach")).expanduser().resolve()
        return cls(
            home=home,
            database_url=environment.get("COACHING_DATABASE_URL") or f"sqlite:///{home / 'coaching.db'}",
            storage_url=environment.get("COACHING_STORAGE_URL") or (home / "audio").as_uri(),
            engine=environment.get("COACHING_ENGINE") or DEFAULT_ENGINE,
            model=environment.get("COACHING_MODEL") or DEFAULT_MODEL,
            demo=environment.get("COACHING_DEMO") == "1",
        )
