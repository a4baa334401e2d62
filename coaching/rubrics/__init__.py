"""What a voicemail is judged by, as data: a folder a rubric, a TOML file a criterion, profiles and vocabulary."""

from coaching.domain.context import DEFAULT_PROFILE
from coaching.rubrics.loader import DEFAULT_RUBRIC, RUBRICS, load_rubric, load_scorer

PAIRS = RUBRICS / DEFAULT_RUBRIC / "pairs"  # what the comparison of messages learns from
SENTENCES = RUBRICS / DEFAULT_RUBRIC / "sentences"  # what the models of meaning learn from

__all__ = ["DEFAULT_PROFILE", "DEFAULT_RUBRIC", "PAIRS", "SENTENCES", "load_rubric", "load_scorer"]
