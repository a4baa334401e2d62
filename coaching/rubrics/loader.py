"""Reads a rubric: its folder holds rubric.toml, a TOML file for each criterion, and profiles/."""

import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import coaching.scoring
from coaching.domain.context import DEFAULT_PROFILE
from coaching.domain.rubric import CheckSpec, Criterion, Example, Profile, Rubric
from coaching.domain.scorecard import Outcome
from coaching.errors import InvalidFile, UnknownName
from coaching.rubrics.table import Table
from coaching.scoring.checks import CHECKS
from coaching.scoring.numbers import find_numbers
from coaching.scoring.parse import MessageParser
from coaching.scoring.scorer import Scorer
from coaching.scoring.vocabulary import VOCABULARY

RUBRICS = Path(__file__).parent
DEFAULT_RUBRIC = "voicemail"

CRITERION_KEYS = {"title", "section", "guidance", "advice", "weight", "check", "example"}
EXAMPLE_KEYS = {"text", "outcome", "note", "context"}
CONTEXT_KEYS = {"rep", "customer", "facts", "earlier", "attempt"}
PROFILE_KEYS = {"title", "description", "weights", "left_out", "caps", "max_duration_s"}
SCORING = Path(coaching.scoring.__file__).parent
READ_BY_CHECKS = {".json", ".toml", ".txt", ".csv"}
MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@cache
def load_rubric(rubric_id: str = DEFAULT_RUBRIC) -> Rubric:
    """Raises UnknownName for a rubric or check type that does not exist, InvalidFile for a file that cannot be used."""
    known = [path.parent.name for path in RUBRICS.glob("*/rubric.toml")]
    if rubric_id not in known:
        raise UnknownName("rubric", rubric_id, known)
    return read_rubric(RUBRICS / rubric_id)


@cache
def load_scorer(profile_id: str = DEFAULT_PROFILE, rubric_id: str = DEFAULT_RUBRIC) -> Scorer:
    """The scorer of this process for a profile; the language models load when it is first asked to judge.

    Raises UnknownName, which lists the profiles that there are.
    """
    return Scorer(load_rubric(rubric_id), profile_id, MessageParser(find_numbers))


def read_rubric(folder: Path) -> Rubric:
    """The version names the release and, after it, the content: any change of a file that is judged by makes a new one."""
    heading = Table.read(folder / "rubric.toml")
    heading.only({"version", "order"})
    order = heading.texts("order")
    _demand_same_names(heading, order, {path.stem for path in folder.glob("*.toml")} - {"rubric"})
    criteria = tuple(read_criterion(folder / f"{criterion_id}.toml") for criterion_id in order)
    profiles = {path.stem: read_profile(path, order) for path in sorted((folder / "profiles").glob("*.toml"))}
    if DEFAULT_PROFILE not in profiles:
        raise InvalidFile(f"{folder.name}/profiles/{DEFAULT_PROFILE}.toml is missing. Every rubric needs it.")
    return Rubric(folder.name, f"{folder.name} {heading.text('version')} {_content(folder)}", criteria, profiles)


def read_criterion(path: Path) -> Criterion:
    table = Table.read(path)
    table.only(CRITERION_KEYS)
    return Criterion(
        id=path.stem,
        title=table.text("title"),
        section=table.text("section"),
        guidance=table.text("guidance"),
        advice=table.text("advice"),
        weight=table.number("weight"),
        check=_check(table.table("check")),
        examples=tuple(_example(example) for example in table.tables("example")),
    )


def read_profile(path: Path, criterion_ids: Iterable[str]) -> Profile:
    table = Table.read(path)
    table.only(PROFILE_KEYS)
    weights, caps = table.table("weights", {}), table.table("caps", {})
    weights.only(criterion_ids)
    caps.only(criterion_ids)
    left_out = table.texts("left_out")
    for criterion_id in left_out:
        if criterion_id not in set(criterion_ids):
            raise table.complaint(
                "left_out", f"names {criterion_id!r}, which is no criterion. Allowed: {', '.join(criterion_ids)}"
            )
    return Profile(
        id=path.stem,
        title=table.text("title"),
        description=table.text("description"),
        weights=weights.numbers(),
        left_out=frozenset(left_out),
        caps=caps.numbers(),
        max_duration_s=table.number("max_duration_s", high=300.0) if "max_duration_s" in table.values else None,
    )


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """ "say [[these]] words" -> ("say these words", ((4, 9),))."""
    pieces, marks, at, length = [], [], 0, 0
    for mark in MARK.finditer(marked):
        before = marked[at : mark.start()]
        start = length + len(before)
        marks.append((start, start + len(mark[1])))
        pieces += [before, mark[1]]
        at, length = mark.end(), marks[-1][1]
    return "".join([*pieces, marked[at:]]), tuple(marks)


def _check(table: Table) -> CheckSpec:
    check_type = table.text("type")
    if check_type not in CHECKS:
        raise UnknownName(f"check type of {table.where}", check_type, CHECKS)
    return CheckSpec(check_type, {key: value for key, value in table.values.items() if key != "type"})


def _example(table: Table) -> Example:
    table.only(EXAMPLE_KEYS)
    text, marks = unmark(table.text("text"))
    context = table.table("context", {})
    context.only(CONTEXT_KEYS)
    return Example(text, Outcome(table.choice("outcome", list(Outcome))), marks, table.text("note", ""), context.values or None)


def _demand_same_names(heading: Table, order: tuple[str, ...], files: set[str]) -> None:
    if set(order) != files or len(set(order)) != len(order):
        odd = sorted(set(order) ^ files) or sorted({name for name in order if order.count(name) > 1})
        raise heading.complaint("order", f"must name every criterion file of the folder once; look at: {', '.join(odd)}")


def _content(folder: Path) -> str:
    """The first characters of the digest of what verdicts and weights come from; other line ends change nothing."""
    digest = hashlib.sha256()
    for path in (*sorted(folder.rglob("*.toml")), *_what_checks_read()):
        digest.update(path.name.encode() + b"\n" + "\n".join(path.read_text("utf-8").splitlines()).encode())
    return digest.hexdigest()[:8]


def _what_checks_read() -> list[Path]:
    """Learned weights, word lists and vocabulary: a model trained again judges otherwise though no rule was touched."""
    found = [path for folder in (SCORING, VOCABULARY) for path in folder.rglob("*") if path.suffix in READ_BY_CHECKS]
    return sorted(found, key=lambda path: path.as_posix())
