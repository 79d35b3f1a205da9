"""Second step: which column is which field, how records are recognised, and what happens to those that are there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QWidget

from desktop_crm.exchange.importing import Existing
from desktop_crm.exchange.workbook import Header
from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models.fields import Kind
from desktop_crm.views.imports.draft import Draft, Origin
from desktop_crm.views.imports.field_picker import FieldPicker, grouped
from desktop_crm.views.imports.notice import Notice
from desktop_crm.views.imports.policy import PolicyCards
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.badges import Badge, Icon
from desktop_crm.views.widgets.layouts import box, col, frame, label, row, rule, scroll

_LETTER, _PICKER, _SURE = 40, 230, 104
_SIDE = 300
_CERTAIN, _LIKELY = 90, 75  # scores of a guess
_NO_MATCH = (Kind.LONG_TEXT, Kind.BOOLEAN)


class _Elided(QLabel):
    """Words that end in … where there is no room for all of them."""

    def __init__(self, text: str, colour: str = "text", strong: bool = False) -> None:
        super().__init__(text)
        self._colour, self._strong = colour, strong
        self.setMinimumWidth(40)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.text(QPainter(self), self.rect(), self.text(), colour=self._colour, strong=self._strong)


class _Line(QWidget):
    """One column of the sheet: what it is called, what it holds, what it is taken for."""

    def __init__(self, header: Header, samples: list[str], picker: FieldPicker) -> None:
        super().__init__()
        self.picker, self.sure = picker, Badge()
        letter = label(header.letter, tokens.CAPTION, "t3", strong=True)
        letter.setFixedWidth(_LETTER)
        name = _Elided(header.text or translate(mark("ImportMap", "(no title)")), strong=bool(header.text))
        name.setToolTip(header.text)
        hidden = [Badge(mark("ImportMap", "Hidden column"))] if header.hidden else []
        title = box(row((name, 1), *hidden, gap=6))
        words = _Elided(" · ".join(samples), "text2")
        words.setToolTip("\n".join(samples))
        picker.setFixedWidth(_PICKER)
        sure = box(row(self.sure, None))
        sure.setFixedWidth(_SURE)
        arrow = Icon("chevron-right", 16)
        self.setLayout(row(letter, (title, 3), (words, 4), arrow, picker, sure, gap=10, margins=(14, 5, 8, 5)))
        self.setFixedHeight(42)


class MapPage(QFrame):
    """Works on the draft it is shown; `changed` after each choice."""

    changed = Signal()

    def __init__(self, view: EntityView) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._view, self._draft = view, Draft(view.entity)
        self.lines: dict[int, _Line] = {}
        self.notice = Notice()
        self._head_line = self._captions()
        self._list = scroll(QWidget())
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.verticalScrollBar().rangeChanged.connect(self._make_room)
        table = frame("card", col(self._head_line, rule(), (self._list, 1), gap=0, margins=(1, 1, 1, 1)))
        left = col(self.notice, (table, 1), gap=10, margins=(20, 14, 16, 14))
        self.setLayout(row((left, 1), self._side(), gap=0))

    def _captions(self) -> QWidget:
        words = (mark("ImportMap", "Column of the sheet"), mark("ImportMap", "First values"),
                 mark("ImportMap", "Goes into"))  # fmt: skip
        column, values, into = (label(each, tokens.CAPTION, "t2", strong=True) for each in words)
        letter, gap = box(row()), box(row())
        letter.setFixedWidth(_LETTER)
        gap.setFixedWidth(16)
        into.setFixedWidth(_PICKER + 10 + _SURE)
        head = box(row(letter, (column, 3), (values, 4), gap, into, gap=10, margins=(14, 0, 8, 0)))
        head.setFixedHeight(tokens.TABLE_HEAD_HEIGHT)
        return head

    def _make_room(self, low: int, high: int) -> None:
        """Keep the captions over their columns while a scroll bar takes room beside these."""
        layout = self._head_line.layout()
        assert layout is not None
        layout.setContentsMargins(14, 0, 8 + (self._list.verticalScrollBar().sizeHint().width() if high else 0), 0)

    def _side(self) -> QWidget:
        self.match = QComboBox()
        title = label(mark("ImportMap", "Recognise records that are there by"), tokens.LEAD, strong=True, wrap=True)
        title.setBuddy(self.match)
        self.match.setAccessibleName(title.text())
        self.match.activated.connect(lambda _: self._match_chosen())
        self.policies = PolicyCards()
        self.policies.changed.connect(self._policy_chosen)
        note = label(mark("ImportMap", "By itself: number, tax code, codes, e-mail, phone, then name."),
                     tokens.CAPTION, "t3", wrap=True)  # fmt: skip
        policy = label(mark("ImportMap", "What to do with them"), tokens.LEAD, strong=True)
        body = col(title, self.match, note, 12, policy, self.policies, None, gap=8, margins=(16, 16, 16, 16))
        return frame("side", body, width=_SIDE)

    # -- showing

    def show_draft(self, draft: Draft) -> None:
        """Show another sheet's columns."""
        self._draft = draft
        fields = grouped(self._view, draft.sheet.fields)
        self.lines = {}
        for header in draft.table.headers:
            picker = FieldPicker(fields, translate(mark("ImportMap", "Field of column {letter}"), letter=header.letter))
            picker.chosen.connect(partial(self.assign, header.index))
            self.lines[header.index] = _Line(header, draft.samples(header), picker)
        parts: list[QWidget] = []
        for line in self.lines.values():
            parts += [line, rule("soft")]
        self._list.setWidget(frame("page", col(*parts, None, gap=0)))
        self.policies.set_current(draft.existing)
        self.refresh()

    def refresh(self) -> None:
        """Show the mapping as it is now."""
        draft = self._draft
        letters = {key: draft.table.header(index).letter for index, key in draft.mapping.items()}
        taken = {key: translate(mark("ImportMap", "column {letter}"), letter=a) for key, a in letters.items()}
        for index, line in self.lines.items():
            line.picker.show_field(draft.mapping.get(index, ""), taken)
            line.sure.show_state(*self._sureness(index))
        self._fill_match()
        self._warn()

    def _sureness(self, index: int) -> tuple[Message | str, str]:
        if index not in self._draft.mapping:
            return "", "neutral"
        origin = self._draft.origins.get(index)
        if origin == Origin.CHOSEN:
            return mark("ImportMap", "Your choice"), "neutral"
        if origin == Origin.REMEMBERED:
            return mark("ImportMap", "As last time"), "success"
        score = self._draft.sheet.guesses[index].score
        if score >= _CERTAIN:
            return mark("ImportMap", "Certain"), "success"
        return (
            (mark("ImportMap", "Likely"), "info")
            if score >= _LIKELY
            else (mark("ImportMap", "Please check"), "warning")
        )

    def _fill_match(self) -> None:
        self.match.clear()
        self.match.addItem(translate(mark("ImportMap", "By itself")), "")
        for key in self._draft.ordered_mapping().values():
            field = self._draft.sheet.fields[key]
            if field.kind not in _NO_MATCH:
                self.match.addItem(translate(field.label), key)
        self.match.setCurrentIndex(max(self.match.findData(self._draft.match_field or ""), 0))

    def _warn(self) -> None:
        missing = ", ".join(f"“{translate(field.label)}”" for field in self._draft.missing())
        if not self._draft.mapping:
            self.notice.say(
                mark("ImportMap", "No column is mapped yet: say at the right what each column is."), "warning"
            )
        elif missing:
            words = mark("ImportMap", "No column is mapped to {fields}: without it no new record can be made.")
            self.notice.say(translate(words, fields=missing), "warning")
        else:
            self.notice.clear()

    # -- the user's choices

    def assign(self, index: int, key: str) -> None:
        """Say which field a column is."""
        if self._draft.mapping.get(index, "") != key:
            self._draft.assign(index, key)
            self.changed.emit()
        self.refresh()

    def _match_chosen(self) -> None:
        self._draft.match_field = self.match.currentData() or None
        self.changed.emit()

    def _policy_chosen(self, policy: Existing) -> None:
        self._draft.existing = policy
        self.changed.emit()
