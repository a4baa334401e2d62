"""`mail`: sends one mail, to see whether the mail settings are right. Digests go out by themselves while the app runs."""

import argparse
import os
import sys

from coaching.cli.arguments import EXAMPLES, Commands
from coaching.errors import CoachingError
from coaching.services.mail.settings import MailSettings

NOT_SET_UP = "No mail is set up. Set COACHING_SMTP_HOST and COACHING_SMTP_FROM; the README says what else there is."
EXAMPLE = """example:
  COACHING_SMTP_HOST=smtp.example.com COACHING_SMTP_FROM=coach@example.com python -m coaching mail --to ada@example.com"""


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser("mail", help="send a mail to try the mail settings", epilog=EXAMPLE, formatter_class=EXAMPLES)
    parser.add_argument("--to", required=True, metavar="ADDRESS", help="to whom")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from coaching.services.mail.smtp import hand_over, mail_server
    from coaching.services.mail.weekly import trial_message

    settings = MailSettings.from_environment(os.environ)
    if settings is None:
        raise CoachingError(NOT_SET_UP)
    with mail_server(settings) as server:
        hand_over(server, trial_message(settings, asked.to, datetime.now(UTC)))
    print(f"{settings.host} took the mail.", file=sys.stderr)
    return 0
