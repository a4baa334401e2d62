"""`train`: learns again where sentences end and what they mean, from the labelled sentences of the repository."""

import argparse
from pathlib import Path

from coaching.cli.arguments import EXAMPLES, Commands
from coaching.errors import InvalidFile

REPORT = "REPORT.md"
EXAMPLE = """example:
  python -m coaching train eval/voicemails.jsonl eval/author_[abdef].jsonl --try eval/author_[g-m].jsonl"""


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser("train", help="learn what sentences mean", epilog=EXAMPLE, formatter_class=EXAMPLES)
    parser.add_argument(
        "sets",
        type=Path,
        nargs="+",
        metavar="SET.jsonl",
        help="labelled voicemails of two authors or more, to learn from and to try on",
    )
    parser.add_argument(
        "--try",
        type=Path,
        nargs="+",
        default=[],
        dest="tried",
        metavar="SET.jsonl",
        help="more authors, only to try the models on",
    )
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    try:
        import sklearn  # noqa: F401
    except ImportError:
        raise InvalidFile("Training needs scikit-learn. Install it with: pip install -r requirements-dev.txt") from None
    from coaching.rubrics import PAIRS, SENTENCES
    from coaching.scoring import sentence_ends
    from coaching.scoring.meaning_model import MODELS
    from coaching.scoring.sentence_ends_training import learn_ends
    from coaching.scoring.training import train
    from coaching.scoring.training_report import training_report

    missing = [str(path) for path in (*asked.sets, *asked.tried) if not path.is_file()]
    if missing:
        raise InvalidFile(f"There is no file {missing[0]}. Name labelled sets like those in eval/.")
    learned = learn_ends(SENTENCES, sorted(PAIRS.glob("*.jsonl")), asked.sets)
    sentence_ends.MODEL.write_text(learned.to_json() + "\n", encoding="utf-8")
    sentence_ends.ends_model.cache_clear()  # what is learned next reads sentences that are cut by it
    report = training_report(train(SENTENCES, asked.sets, MODELS, asked.tried))
    (MODELS / REPORT).write_text(report + "\n", encoding="utf-8")
    print(report)
    return 0
