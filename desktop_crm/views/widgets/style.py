"""The one style sheet of the program, filled in from the tokens.

No rule here touches `::item` of a view: one such rule takes hover and selection away from the delegates.
Roles, tones, kinds and looks are dynamic properties set by `layouts`.
"""

from __future__ import annotations

from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.icons import asset

_SHEET = """
QToolTip {{ background:{raised}; color:{text}; border:1px solid {line}; padding:4px 6px; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {{
  background:{surface}; color:{text}; border:1px solid {outline}; border-radius:{r_field}px;
  padding:0 8px; min-height:{field}px; selection-background-color:{accent}; selection-color:{on_accent}; }}
QPlainTextEdit, QTextEdit {{ padding:4px 4px; }}
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover, QPlainTextEdit:hover {{ border-color:{text3}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
  border:2px solid {ring}; padding:0 7px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding:3px 3px; }}
QLineEdit:read-only, QPlainTextEdit:read-only, QAbstractSpinBox:read-only {{
  background:{sunken}; border-color:{line}; color:{text2}; }}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled {{
  background:{sunken}; border-color:{line}; color:{disabled}; }}
*[state="error"] {{ border:1px solid {danger}; background:{danger_field}; }}
*[state="error"]:focus {{ border:2px solid {danger}; }}
*[state="warning"] {{ border:1px solid {warning}; }}
*[state="warning"]:focus {{ border:2px solid {warning}; }}
QLineEdit[look="search"] {{ background:{surface}; border-color:{line}; }}
QLineEdit[look="search"]:focus {{ border-color:{ring}; }}
QLineEdit[look="cell"], QComboBox[look="cell"], QAbstractSpinBox[look="cell"] {{
  border:2px solid {ring}; border-radius:0; padding:0 6px; min-height:0; background:{surface}; }}
QPlainTextEdit[look="cell"], QPlainTextEdit[look="cell"]:focus {{
  border:2px solid {ring}; border-radius:0; padding:0; min-height:0; background:{surface}; }}
QLineEdit[look="sum"] {{ min-height:0; padding:0 6px; }}
QLineEdit[look="sum"]:focus {{ padding:0 5px; }}
QLineEdit[look="bare"], QLineEdit[look="bare"]:focus {{ border:0; background:transparent; padding:0 4px; }}
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down {{ border:0; width:24px; }}
QComboBox::down-arrow {{ image:url("{a_down}"); width:14px; height:14px; }}
QDateEdit::down-arrow, QDateTimeEdit::down-arrow {{ image:url("{a_calendar}"); width:14px; height:14px; }}
QSpinBox::up-button, QDoubleSpinBox::up-button, QTimeEdit::up-button {{
  subcontrol-origin:border; subcontrol-position:top right; border:0; width:20px; }}
QSpinBox::down-button, QDoubleSpinBox::down-button, QTimeEdit::down-button {{
  subcontrol-origin:border; subcontrol-position:bottom right; border:0; width:20px; }}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QTimeEdit::up-arrow {{ image:url("{a_up}"); width:11px; height:11px; }}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QTimeEdit::down-arrow {{
  image:url("{a_down}"); width:11px; height:11px; }}
QComboBox QAbstractItemView {{ background:{raised}; border:1px solid {line}; outline:0; padding:4px;
  selection-background-color:{selected}; selection-color:{text}; }}
QComboBox {{ padding:0 10px; selection-background-color:{selected}; selection-color:{text}; }}
QComboBox:focus {{ padding:0 9px; }}
QAbstractSpinBox {{ max-height:{field}px; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border:0; background:transparent; min-height:0; padding:0; }}

QPushButton {{ background:{surface}; color:{text}; border:1px solid {button_line}; border-radius:{r_field}px;
  padding:0 12px; min-height:{button}px; }}
QPushButton:hover {{ background:{hover}; }}
QPushButton:pressed {{ background:{pressed}; }}
QPushButton:checked {{ background:{selected}; border-color:{ring}; }}
QPushButton:focus {{ border:2px solid {ring}; padding:0 11px; }}
QPushButton:disabled {{ color:{disabled}; border-color:{line}; background:{sunken}; }}
QPushButton[kind="primary"] {{ background:{accent}; color:{on_accent}; border:1px solid {accent}; }}
QPushButton[kind="primary"]:hover {{ background:{accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background:{accent_down}; }}
QPushButton[kind="primary"]:focus {{ border:2px solid {text}; }}
QPushButton[kind="primary"]:disabled {{
  background:{selected_idle}; color:{disabled}; border-color:{selected_idle}; }}
QPushButton[kind="danger"] {{ background:{danger_fill}; color:{on_accent}; border:1px solid {danger_fill}; }}
QPushButton[kind="danger"]:focus {{ border:2px solid {text}; }}
QPushButton[kind="danger"]:disabled {{
  background:{selected_idle}; color:{disabled}; border-color:{selected_idle}; }}
QPushButton[kind="link"] {{ background:transparent; border:1px solid transparent; color:{link}; padding:0 6px; }}
QPushButton[kind="link"]:hover {{ background:{hover}; }}
QPushButton[kind="link"]:focus {{ border:2px solid {ring}; padding:0 5px; }}
QPushButton[kind="link"]:disabled {{ color:{disabled}; }}
QPushButton::menu-indicator {{ image:url("{a_down}"); width:12px; height:12px;
  subcontrol-position:right center; right:8px; }}
QPushButton[kind="primary"]::menu-indicator {{ image:url("{a_down_on}"); }}
QPushButton[split="left"] {{ border-top-right-radius:0; border-bottom-right-radius:0; }}
QPushButton[split="right"] {{ border-top-left-radius:0; border-bottom-left-radius:0;
  border-left:1px solid {accent_down}; padding:0 8px; }}
QPushButton[split="right"]:focus {{ padding:0 7px; }}
QPushButton[split="right"]::menu-indicator {{ right:4px; }}
QToolButton {{ background:transparent; border:1px solid transparent; border-radius:{r_field}px; padding:0;
  color:{text2}; }}
QToolButton:hover {{ background:{tool_hover}; }}
QToolButton:pressed, QToolButton:checked {{ background:{pressed}; }}
QToolButton:focus {{ border:2px solid {ring}; }}
QToolButton::menu-indicator {{ image:none; }}

QCheckBox, QRadioButton {{ spacing:8px; color:{text}; min-height:22px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color:{disabled}; }}
QCheckBox::indicator {{ width:14px; height:14px; border:1px solid {outline}; border-radius:3px;
  background:{surface}; }}
QCheckBox::indicator:checked {{ background:{accent}; border-color:{accent}; image:url("{a_check}"); }}
QCheckBox::indicator:indeterminate {{ background:{accent}; border-color:{accent}; image:url("{a_minus}"); }}
QCheckBox::indicator:disabled {{ background:{sunken}; border-color:{line}; }}
QCheckBox::indicator:checked:disabled {{ background:{disabled}; border-color:{disabled}; }}
QCheckBox::indicator:focus {{ border:2px solid {ring}; width:12px; height:12px; }}
QCheckBox::indicator:checked:focus {{ border:2px solid {text}; }}
QRadioButton::indicator {{ width:14px; height:14px; border:1px solid {outline}; border-radius:8px;
  background:{surface}; }}
QRadioButton::indicator:checked {{ border:5px solid {accent}; width:6px; height:6px; background:{on_accent}; }}
QRadioButton::indicator:focus {{ border:2px solid {ring}; width:12px; height:12px; }}
QRadioButton::indicator:checked:focus {{ border:5px solid {ring}; width:6px; height:6px; }}

QMenu {{ background:{raised}; border:1px solid {line}; padding:4px; }}
QMenu::item {{ padding:6px 28px 6px 10px; border-radius:4px; color:{text}; }}
QMenu::item:selected {{ background:{selected}; }}
QMenu::item:disabled {{ color:{disabled}; }}
QMenu::icon {{ padding-left:8px; }}
QMenu::separator {{ height:1px; background:{line}; margin:4px 6px; }}
QMenu::indicator {{ width:14px; height:14px; padding-left:8px; }}
QMenu::indicator:checked {{ image:url("{a_tick}"); }}

QScrollBar:vertical {{ background:transparent; width:12px; margin:0; }}
QScrollBar:horizontal {{ background:transparent; height:12px; margin:0; }}
QScrollBar::handle {{ background:{thumb}; }}
QScrollBar::handle:vertical {{ min-height:36px; margin:0 3px; border:0; border-radius:3px; }}
QScrollBar::handle:horizontal {{ min-width:36px; margin:3px 0; border:0; border-radius:3px; }}
QScrollBar::handle:hover {{ background:{outline}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width:0; height:0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background:transparent; }}
QProgressBar {{ background:{selected_idle}; border:0; border-radius:3px; max-height:6px; min-height:6px; }}
QProgressBar::chunk {{ background:{accent}; border-radius:3px; }}

QFrame[role="card"] {{ background:{surface}; border:1px solid {line}; border-radius:{r_card}px; }}
QFrame[role="bar"] {{ background:{surface}; border:0; border-bottom:1px solid {line}; }}
QFrame[role="foot"] {{ background:{sunken}; border:0; border-top:1px solid {line}; }}
QFrame[role="top"] {{ background:{rail}; border:0; border-bottom:1px solid {line}; }}
QFrame[role="rail"] {{ background:{rail}; border:0; border-right:1px solid {line}; }}
QFrame[role="side"] {{ background:{surface}; border:0; border-left:1px solid {line}; }}
QFrame[role="page"] {{ background:{surface}; border:0; }}
QFrame[role="window"] {{ background:{window}; border:0; }}
QFrame[role="column"] {{ background:{column}; border:0; border-radius:{r_card}px; }}
QFrame[role="rule"] {{ background:{line}; border:0; max-height:1px; }}
QFrame[role="rule-soft"] {{ background:{line_soft}; border:0; max-height:1px; }}
QFrame[role="rule-strong"] {{ background:{outline}; border:0; max-height:1px; }}
QFrame[role="sheet"] {{ background:{raised}; border:1px solid {line}; border-radius:{r_dialog}px; }}
QFrame[role="sheet-foot"] {{ background:{sheet_foot}; border:0; border-top:1px solid {line};
  border-bottom-left-radius:{r_dialog_in}px; border-bottom-right-radius:{r_dialog_in}px; }}
QFrame[role="popup"] {{ background:{raised}; border:1px solid {line}; border-radius:{r_card}px; }}
QDialog {{ background:{raised}; }}
QLabel[tone="t2"] {{ color:{text2}; }}
QLabel[tone="t3"] {{ color:{text3}; }}
QLabel[tone="link"] {{ color:{link}; }}
{label_tones}
QSplitter::handle {{ background:{line}; }}
QCalendarWidget QToolButton {{ min-width:28px; min-height:26px; padding:0 6px; color:{text}; }}
QCalendarWidget QToolButton#qt_calendar_prevmonth {{ qproperty-icon:url("{a_left}"); }}
QCalendarWidget QToolButton#qt_calendar_nextmonth {{ qproperty-icon:url("{a_right}"); }}
QCalendarWidget QSpinBox {{ min-height:22px; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background:{sunken}; }}
QCalendarWidget QAbstractItemView {{ selection-background-color:{accent}; selection-color:{on_accent}; outline:0; }}
"""


def style_sheet(t: tokens.Tokens) -> str:
    """The whole sheet for one set of tokens."""
    values = {name: value for name, value in t._asdict().items() if isinstance(value, str)}
    return _SHEET.format(
        **values,
        **_pictures(t),
        r_field=tokens.R_FIELD,
        r_card=tokens.R_CARD,
        r_dialog=tokens.R_DIALOG,
        r_dialog_in=tokens.R_DIALOG - 1,
        field=tokens.FIELD_HEIGHT - 2,
        button=tokens.BUTTON_HEIGHT - 2,
        column=t.window if t.dark else t.rail,
        sheet_foot=t.surface if t.dark else t.sunken,
        danger=t.tones["danger"].solid,
        warning=t.tones["warning"].solid,
        label_tones="\n".join(f'QLabel[tone="{n}"] {{ color:{tone.fg}; }}' for n, tone in t.tones.items()),
    )


def _pictures(t: tokens.Tokens) -> dict[str, str]:
    """Arrows and ticks: a border of our own takes away the ones the style would draw."""
    return {
        "a_down": asset("chevron-down", t.text2),
        "a_up": asset("chevron-up", t.text2),
        "a_left": asset("chevron-left", t.text2),
        "a_right": asset("chevron-right", t.text2),
        "a_down_on": asset("chevron-down", t.on_accent),
        "a_calendar": asset("calendar", t.text2, 1.75),
        "a_check": asset("check", t.on_accent, 3),
        "a_minus": asset("minus", t.on_accent, 3),
        "a_tick": asset("check", t.link),
    }
