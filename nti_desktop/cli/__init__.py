"""The command line: the same work as the window's, and the way to open it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence

from nti_desktop.cli.arguments import Arguments, parse
from nti_desktop.engine.protocol import Engine
from nti_desktop.errors import UserError

EXIT_FAILED = 1
EXIT_CANCELLED = 130


def main(argv: Sequence[str] | None = None, engine: Callable[[], Engine] | None = None) -> int:
    """Run the program; returns its exit status: 0 done, 1 failed, 2 wrong usage, 130 cancelled.

    Args:
        argv: arguments without the program's name; None takes the process's own.
        engine: what makes the engine; None takes the local one.
    """
    _print_anything()
    try:
        arguments = parse(sys.argv[1:] if argv is None else argv)
        return _run(arguments, engine or _local_engine)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    except KeyboardInterrupt:
        print("nti-desktop: cancelled.", file=sys.stderr)
        return EXIT_CANCELLED
    except UserError as error:
        print(f"nti-desktop: {error}", file=sys.stderr)
        return EXIT_FAILED


def _run(arguments: Arguments, engine: Callable[[], Engine]) -> int:
    if arguments.command == "open":
        return _open_window(arguments)
    from nti_desktop.cli.commands import COMMANDS

    COMMANDS[arguments.command](arguments, engine)
    return 0


def _open_window(arguments: Arguments) -> int:
    from nti_desktop.app import run_window

    return run_window(None if arguments.file is None else str(arguments.file))


def _local_engine() -> Engine:
    from nti_desktop.engine.local import LocalEngine

    return LocalEngine()


def _print_anything() -> None:
    """Replace characters that the terminal cannot show, instead of failing on them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
