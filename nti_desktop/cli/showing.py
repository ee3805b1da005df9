"""`nti-desktop info`: what a project holds."""

from __future__ import annotations

from collections.abc import Callable

from nti_desktop.cli import reports
from nti_desktop.cli.arguments import Arguments
from nti_desktop.cli.editing import opened_project
from nti_desktop.engine.protocol import Engine


def info(arguments: Arguments, _: Callable[[], Engine]) -> None:
    """Say what a project holds.

    Raises:
        ProjectError: it cannot be read.
    """
    project = opened_project(arguments.file).project
    reports.print_report(
        reports.project_report(project), reports.project_lines(project), as_json=arguments.as_json
    )
