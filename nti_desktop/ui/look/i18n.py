"""What a person reads, in their language: Qt's translator, with one context for the whole application."""

from __future__ import annotations

import string

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from nti_desktop.errors import Sentence, UserError
from nti_desktop.resources import resource_path

# What the window can be written in, each by its own name.
LANGUAGES = {"en": "English", "de": "Deutsch", "zh_CN": "简体中文"}


def tr(text: str) -> str:
    """The text in the chosen language, or as it is; call it as the text is shown, not as a module loads."""
    return QCoreApplication.translate("", text)


def noop(text: str) -> str:
    """Mark a text for the translators that is translated later, by `tr`."""
    return text


def said(what: UserError | str) -> str:
    """A sentence of the layers below, or the one of an error, in the chosen language; a text that is already
    in it stays."""
    sentence = what.sentence if isinstance(what, UserError) else what
    if isinstance(sentence, Sentence) and sentence.values:
        return _FILLED.vformat(tr(sentence.template), (), sentence.values)
    return tr(sentence)


def number(value: float, spec: str = "") -> str:
    """A number as the person writes it: with a comma, where that is the custom.

    Args:
        spec: as `format` takes it.
    """
    return format(value, spec).replace(".", QLocale().decimalPoint())


class _Filled(string.Formatter):
    """Fills values in as the person writes and says them."""

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, int | float):
            return number(value, format_spec)
        return said(value) if isinstance(value, Sentence) else str(value)


_FILLED = _Filled()


def language_for(chosen: str, system: list[str]) -> str:
    """One of `LANGUAGES`: the chosen one, else the first of the system's that there is, else English.

    Args:
        chosen: a language's name as in `LANGUAGES`, or "".
        system: names such as "de-AT" or "zh-Hans-CN", what the person prefers first.
    """
    if chosen in LANGUAGES:
        return chosen
    for name in system:
        parts = name.replace("_", "-").split("-")
        if parts[0] == "zh":
            if not {"Hant", "TW", "HK", "MO"} & set(parts):
                return "zh_CN"
        elif parts[0] in LANGUAGES:
            return parts[0]
    return "en"


def install_language(app: QCoreApplication, chosen: str) -> str:
    """Have everything that is shown from now on in one language, Qt's own dialogs included; returns it."""
    language = language_for(chosen, QLocale.system().uiLanguages())
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if language != "en":
        of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _install(app, f"qtbase_{language}", of_qt)
        _install(app, f"nti_{language}", str(resource_path("translations")))
    QLocale.setDefault(QLocale(language))
    return language


def _install(app: QCoreApplication, name: str, folder: str) -> None:
    made = QTranslator(app)
    if made.load(name, folder):
        app.installTranslator(made)
