"""Brings the translations up to date: what there is to translate, and what the app loads.

    python packaging/translations.py

Collects every `tr("…")` and `noop("…")` of the window, and every `Sentence("…")` and error of the layers
below, into resources/translations/nti_LANGUAGE.ts, where translators write (Qt Linguist opens these files),
and compiles each into the .qm beside it. What is still to be translated is counted at the end. Uses the tools
that come with PySide6.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "nti_desktop"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "zh_CN")


def tool(name: str) -> str:
    """The path of a tool of Qt's."""
    folder = Path(PySide6.__file__).parent
    return str(next(path for path in (folder / name, folder / f"{name}.exe") if path.exists()))


def sources() -> list[str]:
    """The window's files, relative to the root."""
    return sorted(path.relative_to(ROOT).as_posix() for path in (PACKAGE / "ui").rglob("*.py"))


def sentences() -> list[str]:
    """What the layers below the window say, and the window in their way; the command line stays English."""
    paths = [path for path in PACKAGE.rglob("*.py") if "cli" not in path.relative_to(PACKAGE).parts]
    trees = [ast.parse(path.read_text("utf-8")) for path in paths]
    makers = {"Sentence", *_kinds(trees, "ToldError")}
    return sorted({text for tree in trees for text in _first_arguments(tree, makers)})


def _kinds(trees: Iterable[ast.AST], root: str) -> set[str]:
    """The names of a class and all that are made of it."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found, more = set[str](), {root}
    while more:
        found |= more
        more = {c.name for c in classes for b in c.bases if isinstance(b, ast.Name) and b.id in found} - found
    return found


def _first_arguments(tree: ast.AST, makers: set[str]) -> Iterator[str]:
    """The texts that these are called with."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(text)), *_]) if name in makers:
                yield text


def collect(language: str) -> Path:
    """Take new texts up and drop those that are gone."""
    target = FOLDER / f"nti_{language}.ts"
    options = ["-tr-function-alias", "QT_TR_NOOP+=noop", "-no-obsolete", "-locations", "none"]
    options += ["-source-language", "en", "-target-language", language]
    with tempfile.TemporaryDirectory() as folder:
        marked = Path(folder) / "sentences.py"
        lines = (f"noop({json.dumps(text, ensure_ascii=False)})\n" for text in sentences())
        marked.write_text("".join(lines), "utf-8")
        command = [tool("lupdate"), *sources(), str(marked), *options, "-ts", str(target)]
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
