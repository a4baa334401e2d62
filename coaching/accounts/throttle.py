"""How long the next try to sign in has to wait. See docs/decisions/slowing-down-guesses.md."""

from datetime import datetime, timedelta

from coaching.errors import CoachingError

FREE_TRIES = 5  # a person who mistypes, and tries the two passwords that it could have been
FREE_TRIES_OF_AN_ADDRESS = 50  # a whole store may come from one address
FIRST_WAIT = timedelta(seconds=5)
MOST_DOUBLINGS = 10  # more are past the longest wait, and soon past what a number holds
LONGEST_WAIT = timedelta(minutes=5)  # some 300 guesses a day; whoever waits it out is still let in
FORGOTTEN_AFTER = timedelta(days=1)


class TooSoon(CoachingError):
    def __init__(self, wait: timedelta) -> None:
        seconds = int(wait.total_seconds()) + 1
        when = f"{seconds} seconds" if seconds < 100 else f"{seconds // 60 + 1} minutes"
        super().__init__(f"Too many tries. Try again in {when}, or ask an administrator for a new link.")


def buckets(email: str, address: str, device: str | None) -> dict[str, int]:
    """What a try is counted under -> how many failures there are free.

    A browser that has signed in to this account before is counted by itself: nobody else's failures make it wait.
    """
    if device is not None:
        return {f"device {email} {device}": FREE_TRIES}
    return {f"account {email} {address}": FREE_TRIES, f"address {address}": FREE_TRIES_OF_AN_ADDRESS}


def wait(failures: int, free: int, last_at: datetime, now: datetime) -> timedelta:
    """From now. Doubles with every failure that is not free."""
    if failures < free or now > last_at + FORGOTTEN_AFTER:
        return timedelta(0)
    pause = min(LONGEST_WAIT, FIRST_WAIT * (1 << min(failures - free, MOST_DOUBLINGS)))
    return max(timedelta(0), last_at + pause - now)
