"""German and Simplified Chinese are complete, fit their sources, and are what the window speaks."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from nti_desktop.errors import ToldError
from nti_desktop.resources import resource_path
from nti_desktop.ui.look.i18n import LANGUAGES, install_language, tr

PACKAGE = Path(__file__).resolve().parents[2] / "nti_desktop"
UI = PACKAGE / "ui"

OTHERS = [language for language in LANGUAGES if language != "en"]
HOW = "run python packaging/translations.py, then translate what it counts in resources/translations"


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def kinds(root: type) -> Iterator[str]:
    """The names of a class and of all that are made of it; the window has imported them."""
    yield root.__name__
    for kind in root.__subclasses__():
        yield from kinds(kind)


def said_by_the_window() -> Iterator[ast.Call]:
    """The calls that make a sentence of any layer that the window stands on."""
    for path in PACKAGE.rglob("*.py"):
        if not path.is_relative_to(PACKAGE / "cli"):
            yield from calls(ast.parse(path.read_text("utf-8")), "Sentence", *kinds(ToldError))


@cache
def sources() -> set[str]:
    found = [
        call for path in UI.rglob("*.py") for call in calls(ast.parse(path.read_text("utf-8")), "tr", "noop")
    ]
    found += said_by_the_window()
    return {c.args[0].value for c in found if c.args and isinstance(c.args[0], ast.Constant)}


def test_sentences_are_literals_and_have_the_values_that_they_name() -> None:
    wrong = []
    for call in said_by_the_window():
        match call.args:
            case [ast.Constant(value=str(template))]:
                named = set(re.findall(r"{(\w*)[^}]*}", template))
                if named != {keyword.arg for keyword in call.keywords}:
                    wrong.append(template)
            case [ast.JoinedStr() | ast.BinOp()] | []:
                wrong.append(ast.unparse(call))
    assert wrong == []


def translations(language: str) -> dict[str, str]:
    messages = ET.parse(resource_path("translations") / f"nti_{language}.ts").getroot().iter("message")
    return {m.findtext("source", ""): done(m) for m in messages}


def done(message: ET.Element) -> str:
    translation = message.find("translation")
    return "" if translation is None or translation.get("type") else translation.text or ""


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_untranslated(language: str) -> None:
    made = translations(language)
    assert {text for text in sources() if not made.get(text)} == set(), HOW
    assert set(made) - sources() == set(), HOW


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_and_lines_are_the_sources_own(language: str) -> None:
    wrong = [
        text
        for text, said in translations(language).items()
        if Counter(re.findall(r"{[^}]*}", text)) != Counter(re.findall(r"{[^}]*}", said))
        or text.count("\n") != said.count("\n")
        or (text[:1] + text[-1:]).count(" ") != (said[:1] + said[-1:]).count(" ")
    ]
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_the_app_loads_is_what_was_translated(language: str) -> None:
    translator = QTranslator()
    assert translator.load(f"nti_{language}", str(resource_path("translations")))
    stale = [text for text, said in translations(language).items() if translator.translate("", text) != said]
    assert stale == [], HOW


def test_texts_are_translated_when_they_are_shown_and_whole() -> None:
    """A `tr` that runs as its module loads knows no language yet; an f-string in it matches no source."""
    wrong = []
    for path in UI.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        inside = {id(c) for node in ast.walk(tree) if is_code(node) for c in calls(node, "tr")}
        wrong += [
            f"{path.name}:{call.lineno}"
            for call in calls(tree, "tr")
            if id(call) not in inside or (call.args and isinstance(call.args[0], ast.JoinedStr))
        ]
    assert wrong == []


def is_code(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)


@pytest.fixture
def speak(qapp: QApplication):
    before = QLocale()
    yield lambda language: install_language(qapp, language)
    install_language(qapp, "en")
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "opening", "cancel"), [("de", "Öffnen", "Abbrechen"), ("zh_CN", "打开", "取消")]
)
def test_the_window_speaks_it(make_rig, qtbot, speak, language: str, opening: str, cancel: str) -> None:
    assert speak(language) == language
    rig = make_rig()
    assert rig.window.actions_["open"].text() == opening
    assert rig.window.toolbar.buttons["open"].accessibleName() == opening
    assert cancel in QCoreApplication.translate("QPlatformTheme", "Cancel")
    rig.window.actions_["settings"].trigger()
    assert rig.controller.pages.pages["settings"].accessibleName() == tr("Settings") != "Settings"
    rig.window.actions_["palette"].trigger()
    palette = rig.controller.palette_.palette_
    qtbot.keyClicks(palette.field, "quit")  # as other programs call it
    assert palette.list.item(0).text() == rig.window.actions_["quit"].text() != "Quit"


def test_back_to_english(speak) -> None:
    speak("de")
    speak("en")
    assert tr("Settings") == "Settings"
