"""`python -m core checks`: what is measured once and stored with a model."""

from core.commands.checks import attention as check_attention
from core.commands.checks import behaviour as check_behaviour
from core.commands.checks import models as check_models
from core.commands.checks import randomization as check_randomization
from core.commands.checks import report as check_report
from core.commands.checks import scope as check_scope
from core.commands.checks import shortcuts as check_shortcuts
from core.commands.common import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("checks", help="measure once what is stored with a model")
    checks = parser.add_subparsers(required=True, metavar="CHECK")
    for check in (
        check_randomization,
        check_attention,
        check_behaviour,
        check_scope,
        check_models,
        check_shortcuts,
        check_report,
    ):
        check.add_parser(checks)
