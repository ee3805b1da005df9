"""Brings the translations up to date: what there is to translate, and what the app loads.

    python packaging/translations.py

Collects every `tr("…")` and `noop("…")` of the window into resources/translations/nti_LANGUAGE.ts, where
translators write (Qt Linguist opens these files), and compiles each into the .qm beside it. What is still to
be translated is counted at the end. Uses the tools that come with PySide6.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "zh_CN")


def tool(name: str) -> str:
    """The path of a tool of Qt's."""
    folder = Path(PySide6.__file__).parent
    return str(next(path for path in (folder / name, folder / f"{name}.exe") if path.exists()))


def sources() -> list[str]:
    """The files that say something to a person, relative to the root."""
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "nti_desktop" / "ui").rglob("*.py"))


def collect(language: str) -> Path:
    """Take new texts up and drop those that are gone."""
    target = FOLDER / f"nti_{language}.ts"
    options = ["-tr-function-alias", "QT_TR_NOOP+=noop", "-no-obsolete", "-locations", "none"]
    options += ["-source-language", "en", "-target-language", language]
    command = [tool("lupdate"), *sources(), *options, "-ts", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return target


def compile_(source: Path) -> None:
    """Make what the app loads."""
    command = [tool("lrelease"), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))]
    subprocess.run(command, check=True)


def missing(source: Path) -> list[str]:
    """Texts without a translation."""
    messages = ET.parse(source).getroot().iter("message")
    return [m.findtext("source", "") for m in messages if not (m.findtext("translation") or "")]


def main() -> None:
    """Do it for every language."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        source = collect(language)
        compile_(source)
        sys.stdout.write(f"{source.name}: {len(missing(source))} texts are not translated\n")


if __name__ == "__main__":
    main()
