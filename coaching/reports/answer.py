"""The answer before the figures: what changed, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from coaching.domain.dates import short_date
from coaching.domain.share import Share
from coaching.reports.chance import ENOUGH, Change
from coaching.reports.fair import Need
from coaching.reports.names import begun
from coaching.reports.team import TeamReport

MOST_TOLD = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """criterion_id: of the figure beside the sentence; None where nothing can be said."""

    sentence: str
    criterion_id: str | None = None


def answer(report: TeamReport, names: Mapping[str, str], weights: Mapping[str, float]) -> Answer:
    """names: criterion id -> how it is called in a sentence."""
    if not report.n:
        return Answer("No voicemail was judged in these weeks.")
    return what_changed(report.changes, report.turn.words, names, weights)


def what_changed(changes: Mapping[str, Change], since: str, names: Mapping[str, str], weights: Mapping[str, float]) -> Answer:
    """since: as it ends a sentence."""
    known = {one: found for one, found in changes.items() if one in names and found.p is not None}
    clear = sorted((one for one in known if known[one].is_clear), key=lambda one: -abs(known[one].points or 0.0))
    heaviest = sorted((one for one in known if one not in clear), key=lambda one: -weights.get(one, 0.0))
    rest = f"; {_not_clear(names[heaviest[0]], known[heaviest[0]])}" if heaviest else ""
    if clear:
        told = " and ".join(_moved(names[one], known[one]) for one in clear[:MOST_TOLD])
        return Answer(f"{begun(told)} {since}{rest}.", clear[0])
    if known:
        return Answer(f"Nothing changed by more than chance {since}.", heaviest[0])
    return Answer(f"Too few voicemails to say what changed {since}: {ENOUGH} are needed before and after.")


def need_told(need: Need, names: Mapping[str, str]) -> str:
    share, expected = need.cell.share, need.cell.expected
    return (
        f"{percent(share)} of {share.n} voicemails; {100 * (expected or 0.0):.0f}% is usual in the team on calls of the same "
        f"attempts and sources. {need.change.verdict}"
    )


def percent(share: Share) -> str:
    return "–" if share.value is None else f"{100 * share.value:.0f}%"


def day(at: date) -> str:
    return short_date(at)


def _moved(name: str, found: Change) -> str:
    way = "rose" if (found.points or 0.0) > 0 else "fell"
    return f"{name.lower()} {way} from {percent(found.before)} to {percent(found.after)}"


def _not_clear(name: str, found: Change) -> str:
    if percent(found.before) == percent(found.after):
        return f"{name.lower()} is flat"
    return f"{name.lower()} went from {percent(found.before)} to {percent(found.after)}, which may be chance"
