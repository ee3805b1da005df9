"""The style sheet; a widget's `look` property chooses its look.

`$name` stands for each colour of the theme, `$mode` for light or dark, `$marks` for the folder of what style
sheets can only read from files, `$normal` and so on for sizes of text, which follow the system's.
"""

STYLE_SHEET = """
* { font-size: ${normal}px; }
QMainWindow, QWidget#page { background: $window; }
QToolTip { background: $text; color: $window; border: none; padding: 5px 8px; }

QLabel[look="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[look="heading"] { font-size: ${large}px; font-weight: 600; }
QLabel[look="section"] { font-size: ${small}px; font-weight: 600; color: $muted; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: ${small}px; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="badge"] {
    background: $accent_soft; color: $accent_ink; border-radius: 12px; font-weight: 600;
    qproperty-alignment: AlignCenter;
}
QLabel[look="key"] {
    background: $window; border: 1px solid $border_strong; border-radius: 6px; padding: 2px 7px;
    font-size: ${small}px;
}
QLabel[look="note"] {
    background: $accent_soft; color: $accent_ink; border-radius: 8px; padding: 8px 10px;
    font-size: ${small}px;
}
QLabel[look="notice"] { color: $accent_ink; font-size: ${small}px; }

QFrame[look="card"] { background: $panel; border: 1px solid $border; border-radius: 12px; }
QFrame[look="panel"] { background: $panel; border: none; border-left: 1px solid $border; }
QWidget[look="column"] { background: $panel; }
QFrame[look="bar"] { background: $panel; border: none; border-bottom: 1px solid $border; }
QFrame[look="option"] { background: $panel; border: 1px solid $border; border-radius: 10px; }
QFrame[look="option"]:hover { background: $hover; }
QFrame[look="option"][chosen="true"] { border-color: $accent; }
QFrame[look="rule"] { background: $border; border: none; }
QFrame[look="popover"] { background: $panel; border: 1px solid $border_strong; border-radius: 10px; }
QFrame[look="message"] { background: $accent_soft; border: 1px solid $accent; border-radius: 10px; }
QFrame[look="error"] { background: $danger_soft; border: 1px solid $danger; border-radius: 10px; }
QFrame[look="drop"] { background: $panel; border: 2px dashed $border_strong; border-radius: 16px; }
QFrame[look="drop"][over="true"] { background: $accent_soft; border-color: $accent; }
QLabel[look="veil"] {
    background: transparent; color: $accent_ink; border: 2px dashed $accent; border-radius: 16px;
    font-size: ${title}px; font-weight: 600;
}

QPushButton {
    background: $panel; color: $text; border: 1px solid $border_strong; border-radius: 8px;
    padding: 6px 14px; min-height: 20px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $border; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $disabled; border-color: $border; background: $window; }
QPushButton[look="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; padding: 8px 22px;
}
QPushButton[look="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[look="primary"]:focus { border-color: $text; }
QPushButton[look="primary"]:disabled { background: $border; color: $disabled; border-color: $border; }
QPushButton[look="compact"] { padding: 2px 10px; }
QPushButton[look="quiet"] {
    background: transparent; border: 1px solid transparent; color: $muted; padding: 4px 8px;
}
QPushButton[look="quiet"]:hover { background: $hover; color: $text; }
QPushButton[look="quiet"]:focus { border-color: $accent; }
QPushButton[look="quiet"]:disabled { color: $disabled; }
QPushButton[look="danger"] { color: $danger; }

QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: 8px; padding: 5px; color: $text;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $border; }
QToolButton:focus { border-color: $accent; }
QToolButton:checked { background: $accent_soft; color: $accent_ink; }
QToolButton:disabled { color: $disabled; background: transparent; }
QToolButton:checked:disabled { color: $disabled; background: transparent; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton::menu-button { border: none; width: 16px; border-radius: 8px; }
QToolButton::menu-button:hover { background: $border; }
QToolButton::menu-indicator { image: none; }

QToolButton[look="small"] { padding: 1px; border-radius: 6px; }
QToolButton[look="tick"] { border: 1px solid $border_strong; border-radius: 11px; padding: 2px 10px; }
QToolButton[look="tick"]:checked { border-color: $accent; }
QToolButton[look="tick"]:focus { border-color: $text; }
QToolButton[look="fold"] { font-weight: 600; padding: 4px 6px 4px 0; }
QToolButton[look="fold"]:checked { background: transparent; color: $text; }
QToolButton[look="fold"]:hover { background: $hover; }
QFrame[look="tile"] { background: $panel; border: 1px solid $border; border-radius: 10px; }

QLineEdit, QSpinBox, QDoubleSpinBox {
    background: $field; color: $text; border: 1px solid $border_strong; border-radius: 8px; padding: 6px 10px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus { border: 1px solid $accent; }
QLineEdit:disabled { color: $disabled; background: $window; }
QPlainTextEdit[look="caption"] {
    background: $field; color: $text; border: 1px solid $border_strong; border-radius: 8px;
    font-size: ${caption}px; padding: 8px 10px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit[look="caption"]:focus { border-color: $accent; }
QPlainTextEdit[look="caption"]:disabled { color: $disabled; background: $window; }
QLabel[look="tag"] {
    background: $accent_soft; color: $accent_ink; border-radius: 9px; padding: 2px 9px;
    font-size: ${small}px; font-weight: 600;
}
QPushButton[look="suggestion"] {
    background: $accent_soft; color: $accent_ink; border: 1px solid transparent; border-radius: 9px;
    padding: 1px 9px; min-height: 16px; font-size: ${small}px;
}
QPushButton[look="suggestion"]:hover, QPushButton[look="suggestion"]:focus { border-color: $accent; }
QPushButton[look="tab"] {
    background: transparent; color: $muted; border: 1px solid transparent; border-radius: 8px;
    padding: 3px 10px; min-height: 18px; font-size: ${small}px; text-align: left;
}
QPushButton[look="tab"]:hover { background: $hover; color: $text; }
QPushButton[look="tab"]:focus { border-color: $accent; }
QPushButton[look="tab"]:checked { background: $accent_soft; color: $accent_ink; font-weight: 600; }

QProgressBar { background: $border; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QSpinBox, QDoubleSpinBox { padding: 4px 6px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit { background: transparent; border: none; padding: 0; }
QSlider { min-height: 22px; }
QSlider::groove:horizontal { height: 4px; background: $border_strong; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
    width: 16px; height: 16px; margin: -7px 0; border-radius: 9px;
    background: $panel; border: 2px solid $accent;
}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { background: $accent_soft; }

QComboBox {
    background: $field; color: $text; border: 1px solid $border_strong; border-radius: 8px;
    padding: 5px 10px; min-height: 20px; combobox-popup: 0;
}
QComboBox:hover { background: $hover; }
QComboBox:focus { border-color: $accent; }
QComboBox:disabled { color: $disabled; background: $window; border-color: $border; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox QAbstractItemView {
    background: $panel; border: 1px solid $border_strong; padding: 4px; outline: none;
    selection-background-color: $accent_soft; selection-color: $accent_ink;
}
QComboBox QAbstractItemView::item { padding: 5px 8px; border-radius: 6px; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $accent_ink; }

QCheckBox { spacing: 10px; }
QCheckBox[look="bare"] { spacing: 0; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid $border_strong; border-radius: 5px; background: $field;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url("$marks/check-$mode.svg");
}
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent; border-radius: 9px; }
QCheckBox::indicator:disabled { background: $window; border-color: $border; }
QComboBox::down-arrow { image: url("$marks/down-$mode.svg"); width: 14px; height: 14px; }

QListView[look="queue"] { background: $window; border: 1px solid $border; border-radius: 8px; }
QListView[look="queue"]::item { padding: 4px 8px; min-height: 20px; border-radius: 6px; color: $text; }
QListView[look="queue"]::item:selected { background: $accent_soft; color: $accent_ink; }
QListView { background: transparent; border: none; outline: none; }
QListView[look="completer"]::item { padding: 3px 6px; border-radius: 5px; }
QListView[look="completer"] {
    background: $panel; color: $text; border: 1px solid $border_strong; border-radius: 8px; padding: 3px;
    selection-background-color: $accent_soft; selection-color: $accent_ink;
}
QMenu { background: $panel; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $hover; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }

QMessageBox { background: $panel; }
QMessageBox QLabel#qt_msgbox_label { font-size: ${large}px; font-weight: 600; padding: 10px 10px 0 2px; }
QMessageBox QLabel#qt_msgbox_informativelabel { color: $muted; padding: 0 10px 8px 2px; }
QMessageBox QPushButton { min-width: 76px; margin: 4px 2px 6px 2px; }

QToolButton[look="floating"] { background: $panel; border: 1px solid $border_strong; border-radius: 13px; }
QToolButton[look="floating"]:hover { background: $hover; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: $border_strong; border-radius: 3px; min-height: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
