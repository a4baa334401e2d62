"""What a voicemail is judged by, as data: a folder a rubric, a TOML file a criterion, profiles and vocabulary."""

from coaching.rubrics.loader import DEFAULT_RUBRIC, load_rubric

__all__ = ["DEFAULT_RUBRIC", "load_rubric"]
