"""What a bug report needs to know, with nothing that tells who or what: no folders, names or captions."""

from __future__ import annotations

import getpass
import platform
import re
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from nti_desktop import __version__
from nti_desktop.upkeep.privacy import anonymised

_LIBRARIES = ("PySide6-Essentials", "torch", "diffusers", "transformers", "numpy", "pillow")
# A path of any system, as far as it goes without a quote, a colon or a blank, so that the sentence around it
# stays; in quotes it has its blanks as well.
_START = r"(?:(?<![\w/\\.])(?:[A-Za-z]:[\\/]|\\\\|~?/)|(?<![\w/\\.])~)"
_QUOTED = rf"(?<=[“„\"'])(?:{_START})[^“”„\"'\n]+(?=[”“\"'])"
_BARE = _START + r"(?:[^\s\"'“”:*?<>|\\/]+[\\/])*[^\s\"'“”:*?<>|,;)\]]*"
_PATH = re.compile(f"{_QUOTED}|{_BARE}")
_NAMES_IN_QUOTES = re.compile(r"([“„\"'])([^“”„\"'\n]{1,300}?\.[A-Za-z0-9]{2,12})([”“\"'])")
# The last folder that is known to hold code counts.
_CODE = re.compile(r".*[\\/]((?:site-packages|nti_desktop|python[\d.]+)[\\/].*)$")


def report(sentence: str, details: str, secrets: Iterable[str] = ()) -> str:
    """A problem as it may be published.

    Args:
        secrets: texts that must not be seen, such as captions and file names; "" is none.
    """
    known = tuple(secrets)
    told = anonymous(anonymised(details, known), known)  # no more than in the log
    return f"{anonymous(sentence, known)}\n\n{told}\n\n{system()}".strip() + "\n"


def system() -> str:
    """The versions of the app and of what it stands on."""
    parts = [f"NTI Desktop {__version__}", f"Python {platform.python_version()}", platform.platform()]
    for name in _LIBRARIES:
        try:
            parts.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return ", ".join(parts)


def anonymous(text: str, secrets: Iterable[str] = ()) -> str:
    """A text without folders, file names, the user's name or any of `secrets`; code keeps its place."""
    for secret in sorted({s.strip() for s in secrets if s.strip()}, key=len, reverse=True):
        text = re.sub(re.escape(secret), "<private>", text, flags=re.IGNORECASE)
    text = _PATH.sub(_shortened, text)
    text = _NAMES_IN_QUOTES.sub(_unnamed, text)
    for name in _own_names():
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "<user>", text, flags=re.IGNORECASE)
    return text


def _shortened(found: re.Match[str]) -> str:
    """Of a path: the part that is the app's or a library's code, else only its suffix."""
    path = found.group()
    code = _CODE.match(path)
    if code:
        return f"<…>/{code.group(1)}"
    if not path.strip("/\\~"):
        return path
    return f"<path>{_suffix(path)}"


def _unnamed(found: re.Match[str]) -> str:
    before, name, after = found.groups()
    if name.startswith("<") or (name.endswith(".py") and not set(name) & set("/\\ ")):
        return found.group()
    return f"{before}<file>{_suffix(name)}{after}"


def _suffix(path: str) -> str:
    found = re.search(r"\.[A-Za-z0-9]{1,12}$", path)
    return found.group() if found else ""


def _own_names() -> list[str]:
    """The user's name, as the home folder and the system have it; too short ones would hit any word."""
    names = {Path.home().name}
    try:
        names.add(getpass.getuser())
    except (OSError, KeyError, ImportError):
        names.discard("")
    return sorted((name for name in names if len(name) > 2), key=len, reverse=True)
