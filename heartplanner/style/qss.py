"""The style sheet: the looks of buttons, cards and fields; everything else is Fusion's."""

from __future__ import annotations

from heartplanner.files.folders import resource
from heartplanner.style.theme import Theme


def style_sheet(theme: Theme, scale: float = 1.0) -> str:
    """The looks in a theme's colors, with text enlarged by `scale`."""
    page, grid = theme.page.name(), theme.grid.name()
    text, muted, accent = theme.text.name(), theme.muted.name(), theme.accent.name()
    faint = theme.faint.name()
    on_accent, hover, pressed = theme.on_accent.name(), theme.weekend.name(), theme.track.name()

    def px(size: int) -> str:
        return f"{round(size * scale)}px"

    return f"""
    QWidget {{ font-size: {px(13)}; }}
    QWidget#header {{ background: {page}; border-bottom: 1px solid {grid}; }}
    QPushButton, ActionButton {{
        background: {page}; color: {text}; border: 1px solid {muted}; border-radius: 7px;
        padding: 5px 10px;
    }}
    QPushButton:hover, ActionButton:hover {{ background: {hover}; }}
    QPushButton:pressed, ActionButton:pressed {{ background: {pressed}; }}
    QPushButton:focus, ActionButton:focus {{ border: 2px solid {accent}; padding: 4px 9px; }}
    QPushButton:disabled, ActionButton:disabled {{ color: {faint}; border-color: {grid}; }}
    QPushButton:checked, ActionButton:checked {{
        background: {text}; color: {page}; border: 1px solid {text};
    }}
    QPushButton:checked:focus, ActionButton:checked:focus {{ border: 2px solid {accent}; }}
    ActionButton#menu {{ padding-right: {px(22)}; }}
    ActionButton::menu-indicator {{ subcontrol-position: right center; right: {px(7)}; }}
    ActionButton {{ qproperty-iconSize: {px(16)} {px(16)}; }}
    QPushButton#primary {{
        background: {accent}; color: {on_accent}; border: 1px solid {accent}; font-weight: bold;
    }}
    QPushButton#primary:focus {{ border: 2px solid {text}; }}
    QPushButton#primary:disabled {{
        background: {page}; color: {faint}; border: 1px solid {grid}; font-weight: normal;
    }}
{_fields(theme)}
{_groups(theme, scale)}
    """


def _fields(theme: Theme) -> str:
    """Fields with an edge that can be seen, and arrows of their own since the style then draws none."""
    page, muted, accent = theme.page.name(), theme.muted.name(), theme.accent.name()
    text, on_accent, faint = theme.text.name(), theme.on_accent.name(), theme.faint.name()
    # Qt draws no arrow of its own once a border is styled, and style sheets cannot recolor an SVG.
    name = "dark" if theme.dark else "light"
    check = resource(f"icons/check-{name}.svg").as_posix()
    down, up = (resource(f"icons/arrow-{way}-{name}.svg").as_posix() for way in ("down", "up"))
    return f"""
    QLineEdit, QComboBox, QAbstractSpinBox, QListWidget, QPlainTextEdit, QTextBrowser {{
        border: 1px solid {muted}; border-radius: 5px; padding: 3px 7px; background: {page};
    }}
    QAbstractSpinBox QLineEdit {{ border: none; padding: 0 0 0 6px; }}
    QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{
        color: {faint}; border-color: {faint};
    }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox QAbstractItemView {{ background: {page}; color: {text}; }}
    QComboBox QAbstractItemView::item {{ padding: 3px 6px; }}
    QComboBox QAbstractItemView::item:selected {{ background: {accent}; color: {on_accent}; }}
    QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QListWidget:focus,
    QPlainTextEdit:focus, QTextBrowser:focus {{ border: 2px solid {accent}; }}
    QCheckBox::indicator {{
        border: 1px solid {muted}; border-radius: 3px; width: 13px; height: 13px; background: {page};
    }}
    QCheckBox::indicator:disabled {{ border-color: {faint}; }}
    QCheckBox::indicator:checked {{
        border-color: {accent}; background: {accent}; image: url({check});
    }}
    QCheckBox::indicator:checked:disabled {{ border-color: {faint}; background: {faint}; }}
    QCheckBox:focus {{ color: {accent}; }}
    QComboBox::drop-down {{ border: none; width: 20px; }}
    QComboBox::down-arrow {{ image: url({down}); width: 11px; height: 11px; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 18px; }}
    QAbstractSpinBox::up-arrow {{ image: url({up}); width: 10px; height: 10px; }}
    QAbstractSpinBox::down-arrow {{ image: url({down}); width: 10px; height: 10px; }}"""


def _groups(theme: Theme, scale: float) -> str:
    """Cards, labels and tables."""
    page, window, grid = theme.page.name(), theme.window.name(), theme.grid.name()
    muted, accent, hover = theme.muted.name(), theme.accent.name(), theme.weekend.name()

    def px(size: int) -> str:
        return f"{round(size * scale)}px"

    return f"""
    QFrame#card {{ background: {page}; border: 1px solid {grid}; border-radius: 12px; }}
    QFrame#welcome {{ background: {page}; border: 2px solid {accent}; border-radius: 14px; }}
    QFrame#strip {{ background: {page}; border: 1px solid {accent}; border-radius: 8px; }}
    QLabel#heading {{ color: {muted}; font-size: {px(12)}; font-weight: bold; }}
    QLabel#date {{ font-size: {px(17)}; font-weight: bold; }}
    QLabel#what {{ font-size: {px(14)}; font-weight: bold; }}
    QLabel#count {{ font-size: {px(30)}; font-weight: bold; }}
    QLabel#weeks, QLabel#address {{ font-family: monospace; font-size: {px(14)}; }}
    QLabel#muted {{ color: {muted}; }}
    QLabel#loud {{ font-weight: bold; }}
    QPushButton#title {{
        font-size: {px(22)}; font-weight: bold; border: 2px solid transparent; padding: 2px 6px;
        text-align: left; background: {page};
    }}
    QPushButton#title:hover {{ background: {hover}; }}
    QPushButton#title:focus {{ border: 2px solid {accent}; }}
    QScrollArea, QScrollArea > QWidget > QWidget#scrolled {{ background: {window}; border: none; }}
    QTableView {{ background: {window}; outline: none; border: none; border-left: 1px solid {grid}; }}
    QHeaderView {{ background: {window}; border: none; }}
    QHeaderView::section {{
        background: {window}; color: {muted}; border: none; padding: 4px 8px; font-weight: bold;
    }}"""
