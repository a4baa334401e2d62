"""What a voicemail is judged by, as data: a folder a rubric, a TOML file a criterion, profiles and vocabulary."""

from coaching.rubrics.loader import DEFAULT_PROFILE, DEFAULT_RUBRIC, load_rubric, load_scorer

__all__ = ["DEFAULT_PROFILE", "DEFAULT_RUBRIC", "load_rubric", "load_scorer"]
