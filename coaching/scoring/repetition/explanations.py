"""What a rep reads about a repetition: one sentence, with the customer's ears in mind."""

from textwrap import shorten

from coaching.domain.context import EarlierMessage

LONGEST_QUOTE = 70  # characters; the whole passage is shown side by side anyway
FIRST = "There is no earlier message to this customer to compare with."
NOTHING_SAID = "This gives the customer no reason that they have not had before; bring them something new."


def news(quote: str) -> str:
    return f'This is new to the customer: "{_short(quote)}".' if quote else "The customer has not heard this before."


def said_before(quote: str, earlier: EarlierMessage, number: int) -> str:
    """number: the place of the earlier message, used where the attempt is not on file; 1 is the oldest."""
    return f'You already told them "{_short(quote)}" in attempt {earlier.attempt or number}; bring them something new.'


def same_script(earlier: EarlierMessage, number: int) -> str:
    return f"This is attempt {earlier.attempt or number} again, nearly word for word; bring them something new."


def _short(quote: str) -> str:
    return shorten(quote.strip(" ,.;:-"), LONGEST_QUOTE, placeholder=" …")
