"""Criteria as they are called in a sentence, a column or a filter, in one or two words; and how a sentence begins."""

from collections.abc import Mapping

from coaching.domain.rubric import Rubric

SHORT_NAMES = {
    "value_offered": "Value",
    "direct_line_given": "Direct line",
    "text_invited": "Text invitation",
    "no_repetition": "New reason",
    "greeted_by_name": "Greeting by name",
    "introduced_self": "Own name",
    "named_dealership": "Dealership",
    "vehicle_named": "Vehicle",
    "number_repeated": "Number twice",
    "call_to_action": "Next step",
    "urgency_shown": "Urgency",
    "personalised": "Personal touch",
    "other_channel_offered": "Other channel",
    "not_just_checking_in": "Real reason",
}


def short_names(rubric: Rubric) -> Mapping[str, str]:
    """By criterion id, in the rubric's order; the title of a criterion that has no short name yet."""
    return {criterion.id: SHORT_NAMES.get(criterion.id, criterion.title) for criterion in rubric.criteria}


def begun(sentence: str) -> str:
    """With a capital; the rest as it is, names of months among it."""
    return sentence[:1].upper() + sentence[1:]
