"""`python -m core checks`: what is measured once and stored with a model."""

from core.commands import check_attention, check_randomization


def add_parser(subparsers) -> None:
    parser = subparsers.add_parser("checks", help="measure once what is stored with a model")
    checks = parser.add_subparsers(required=True, metavar="CHECK")
    for check in (check_randomization, check_attention):
        check.add_parser(checks)
