"""What training showed, as a page for people: every figure is from authors whose words the model had never seen."""

from collections.abc import Iterable, Sequence

from coaching.scoring.evaluation import f1, macro_f1
from coaching.scoring.trials import Trial, agreement

HEADING = """# Training report of the models of meaning

Written by `python -m coaching train`; the same sentences give the same page. Each author's voicemails were judged by models that
learned from the project's own sentences and from the other authors only. Figures are macro F1 (the mean of F1 of met and of not
met), rows where fair judges differ left out. A threshold (log odds) was chosen for each criterion on the authors from whom no
model learns (on all of them where there are none such).
"""
FIELDS = {"text": "as said", "asr_text": "as recognised"}


def training_report(trials: Sequence[Trial]) -> str:
    authors = sorted({author for trial in trials for author in trial.authors})
    columns = [(author, field) for author in authors for field in FIELDS]
    titles = ["criterion", "threshold", "n", "met", "all", "F1 met", "F1 not met", *(f"{a}, {FIELDS[f]}" for a, f in columns)]
    lines = [_line(titles), _line(["---"] * len(titles)), *(_line(_figures(trial, columns)) for trial in trials)]
    return HEADING + "\n" + "\n".join(lines)


def _figures(trial: Trial, columns: Iterable[tuple[str, str]]) -> list[str]:
    counts = agreement(trial.labels, [score > trial.threshold for score in trial.scores])
    parts = [trial.only(author, field).macro_f1(trial.threshold) for author, field in columns]
    figures = [float(macro_f1(counts)), float(f1(counts, 0)), float(f1(counts, 1)), *parts]
    sizes = [str(len(trial.labels)), str(sum(trial.labels))]
    return [trial.criterion, f"{trial.threshold:g}", *sizes, *(f"{figure:.3f}" for figure in figures)]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
