"""`python -m core checks`: what is measured once and stored with a model."""

from core.commands.checks import (
    attention,
    behaviour,
    models,
    randomization,
    report,
    scope,
    shortcuts,
)
from core.commands.common import Subparsers

CHECKS = (randomization, attention, behaviour, scope, models, shortcuts, report)


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("checks", help="measure once what is stored with a model")
    checks = parser.add_subparsers(required=True, metavar="CHECK")
    for check in CHECKS:
        check.add_parser(checks)
