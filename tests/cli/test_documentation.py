"""docs/command-line.md names every command and option, and none that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nti_desktop.cli.commands import COMMANDS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "command-line.md").read_text("utf-8")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
EVERYWHERE = {"--help", "--json", "--device", "--output"}


def section(command: str) -> str:
    return PAGE.split(f"## `{command}`\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_page_has_the_options_of_each_command(shell, command):
    assert shell(command, "--help") == 0
    there_are, described = set(OPTION.findall(shell.out)), set(OPTION.findall(section(command)))
    assert there_are - EVERYWHERE <= described
    assert described <= there_are | EVERYWHERE
