"""`python -m core checks`: what is measured once and stored with a model."""

from core.commands import (
    check_attention,
    check_behaviour,
    check_models,
    check_randomization,
    check_report,
    check_scope,
    check_shortcuts,
)


def add_parser(subparsers) -> None:
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
