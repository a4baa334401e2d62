"""Whether the pace of the last weeks reaches a target, in words."""

from collections.abc import Sequence

from coaching.domain.target import Target
from coaching.reports.trend import Week, pace


def told(target: Target, name: str, weeks: Sequence[Week], due: str, not_counted: str = "") -> str:
    """weeks: the criterion's last ones. due: the target's day as it is written. not_counted: why nothing counts for it."""
    wanted = f"{name}: {target.percent}% by {due}."
    if not_counted:
        return f"{wanted} {not_counted}"
    found = pace(weeks, target.due_on)
    if found is None:
        return f"{wanted} Too few weeks with enough voicemails to see a pace."
    numbers = f"{found.a_week:+.1f} points a week over {found.weeks} weeks, linear regression, p {found.p:.2g}"
    if not found.is_clear:
        return f"{wanted} No clear pace yet: what moved so far could be chance ({numbers})."
    reaches = f"This pace comes to {found.reaches:.0f}% by then"
    return f"{wanted} {reaches}: {'that reaches it' if found.reaches >= target.percent else 'that is not enough'} ({numbers})."
