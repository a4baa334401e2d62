"""Options that several commands share."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from coaching.settings import DEFAULT_ENGINE, DEFAULT_MODEL, Settings

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = argparse.ArgumentParser

EXAMPLES = argparse.RawDescriptionHelpFormatter  # keeps the line breaks of an epilog


def add_profile(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rubric", default="default", metavar="PROFILE", help="profile of the rubric (default: %(default)s)")


def add_engine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--engine", metavar="NAME", help=f"transcription engine (default: {DEFAULT_ENGINE})")
    parser.add_argument("--model", metavar="NAME", help=f"model of the engine, a name or a folder (default: {DEFAULT_MODEL})")


def settings_of(asked: argparse.Namespace, environment: Mapping[str, str]) -> Settings:
    """The environment's, with the engine and the model that the command line names instead."""
    settings = Settings.from_environment(environment)
    return replace(settings, engine=asked.engine or settings.engine, model=asked.model or settings.model)
