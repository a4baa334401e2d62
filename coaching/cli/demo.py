"""`demo`: loads the demo world into a home of its own and serves the app."""

import argparse
import os
import sys
from pathlib import Path

import platformdirs

from coaching.cli.arguments import EXAMPLES, Commands
from coaching.settings import DEFAULT_PORT

PROJECT = Path(__file__).parents[2]
SAMPLES = PROJECT / "sample_audio"
EXAMPLE = """example:
  python -m coaching demo --port 8080"""


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser("demo", help="look at the app with a demo store in it", epilog=EXAMPLE, formatter_class=EXAMPLES)
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="where the app is served (default: %(default)s)")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Becomes the server: on success it does not return."""
    from coaching import bootstrap
    from coaching.services import first_run
    from coaching.services.demo import history, world

    os.environ.setdefault("COACHING_HOME", str(platformdirs.user_data_path("voicemail-coach-demo")))
    os.environ["COACHING_DEMO"] = "1"
    first_run.refuse_other_world(bootstrap.services(), demo=True)
    loaded = world.load(bootstrap.services(), SAMPLES)
    history.load_everywhere(bootstrap.services())
    print(f"The demo store is in {os.environ['COACHING_HOME']} ({loaded} new recordings).", file=sys.stderr)
    print(f"Open http://localhost:{asked.port} and choose who you are. Ctrl-C ends it.", file=sys.stderr, flush=True)
    os.chdir(PROJECT)  # Streamlit reads .streamlit/config.toml of the folder it is started in
    serve = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(asked.port)]
    os.execv(sys.executable, serve)
