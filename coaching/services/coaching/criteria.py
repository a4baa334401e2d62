"""The criterion that a trainer asks reps to meet."""

from coaching.domain.people import Store
from coaching.errors import CoachingError, NotFound
from coaching.rubrics import load_rubric


def check_criterion(criterion_id: str, store: Store) -> None:
    """Raises NotFound for what is no criterion, CoachingError for one that is not judged in that store: it would stay at none."""
    rubric = load_rubric()
    if criterion_id not in {criterion.id for criterion in rubric.criteria}:
        raise NotFound("criterion", criterion_id)
    if why := rubric.why_not_counted(criterion_id, store.profile_id):
        raise CoachingError(f"{why} Choose another.")
