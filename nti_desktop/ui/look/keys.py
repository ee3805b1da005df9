"""What an action is called, what it does and which keys do it, as a person reads them."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence


def keys_of(action: QAction) -> tuple[str, ...]:
    """Its shortcuts as this system writes them, the usual one first."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(keys.toString(native) for keys in action.shortcuts())


def plain_tip(action: QAction) -> str:
    """What it does, without the keys that its tooltip ends with."""
    keys = keys_of(action)
    return action.toolTip().removesuffix(f" ({keys[0]})") if keys else action.toolTip()
