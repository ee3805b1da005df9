"""What an action is called, what it does and which keys do it, as a person reads them."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence

OTHER_WORDS = "other_words"  # a property of actions


def keys_of(action: QAction) -> tuple[str, ...]:
    """Its shortcuts as this system writes them, the usual one first."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(keys.toString(native) for keys in action.shortcuts())


def other_words(action: QAction) -> str:
    """By which words a person might look for it, besides its name and tip."""
    return str(action.property(OTHER_WORDS) or "")


def plain_tip(action: QAction) -> str:
    """What it does, without the keys that its tooltip ends with."""
    keys = keys_of(action)
    return action.toolTip().removesuffix(f" ({keys[0]})") if keys else action.toolTip()
