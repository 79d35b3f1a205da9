"""The lower part of the editor: printed terms, the sums with the amount in words, and what to mind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.numbers import format_money, format_percent
from desktop_crm.models.totals import TaxTotal, Totals
from desktop_crm.models.words import amount_in_words
from desktop_crm.views.quotes.fields import HeadFields
from desktop_crm.views.quotes.kinds import DocumentKind
from desktop_crm.views.records.editors import Editor
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row, rule, set_tone

_WORDS = ("zero_ten", "thousand", "four")
_EXTRAS = {"shipping": mark("QuoteEditor", "Shipping"), "adjustment": mark("QuoteEditor", "Adjustment")}


class TermsEditor(Editor):
    """The printed terms: a text box that takes the height there is."""

    def __init__(self) -> None:
        self.box = QPlainTextEdit()
        self.box.setTabChangesFocus(True)
        self.box.setMinimumHeight(40)
        super().__init__(self.box)
        self._kept, self._quiet = "", False
        self.box.textChanged.connect(self._changed)

    def value(self) -> str:
        return self.box.toPlainText().rstrip()

    def set_value(self, value: Any) -> None:
        self.set_typed(value or "")

    def typed(self) -> Any:
        return self.box.toPlainText()

    def set_typed(self, typed: Any) -> None:
        self._quiet = True
        self.box.setPlainText(str(typed))
        self._quiet = False

    def set_locked(self, locked: bool) -> None:
        self.locked = locked
        self.box.setReadOnly(locked)

    def key(self, event: Any) -> bool:
        return False

    def _changed(self) -> None:
        if not self._quiet:
            self.edited.emit()


_LEAST_TERMS = 380  # px kept for the printed terms


class Foot(QWidget):
    """Terms at the left, sums at the right: one column of sums in a tall window, two in a low one."""

    def __init__(self, kind: DocumentKind, head: HeadFields) -> None:
        super().__init__()
        self.wording: Mapping[str, Any] = {}
        self._head, self._low, self._locked = head, False, True
        self._totals: Totals | None = None
        self._revealed: set[str] = set()
        self._placed: tuple[tuple[str, ...], bool] = ((), False)
        self.terms = TermsEditor()
        head.bind("terms", self.terms, kind.terms_label, above=True)
        self.terms.setParent(None)
        self._links = {key: self._link(key, words) for key, words in _EXTRAS.items()}
        caption = row(label(kind.terms_label, tokens.CAPTION, "t2"), None, *self._links.values(), gap=2)
        left = box(col(caption, (self.terms, 1), gap=4))
        self._sums = QGridLayout()
        self._sums.setContentsMargins(0, 0, 0, 0)
        self._sums.setVerticalSpacing(4)
        self._rows = self._fixed_rows()
        self.total = label("", tokens.TITLE, strong=True, align=paint.RIGHT, selectable=True)
        self.words = label("", tone="t2", italic=True, wrap=True, selectable=True)
        self.words.setMinimumHeight(20)
        total = row(label(mark("QuoteEditor", "Grand total"), tokens.LEAD, strong=True), None, self.total)
        self._right = box(col(self._sums, rule("strong"), total, self.words, gap=6))
        self._frame = frame("foot", row((left, 1), self._right, gap=36, margins=(20, 9, 24, 9)))
        self.setLayout(col(self._frame))

    def _link(self, key: str, words: str) -> QPushButton:
        return button(words, "link", "plus", clicked=lambda: self.reveal(key))

    def _fixed_rows(self) -> dict[str, tuple[QWidget, QWidget]]:
        """Every row but those of taxes; what is typed into is among them and stays as it is."""
        small = {
            key: self._small(key, wide)
            for key, wide in (("shipping", 116), ("shipping_tax_code", 84), ("adjustment", 116))
        }
        discount = row(label(mark("QuoteEditor", "Discount"), tone="t2"), self._head.discount, None, gap=8)
        shipping = row(label(_EXTRAS["shipping"], tone="t2"), small["shipping_tax_code"], None, gap=8)
        return {
            "subtotal": _pair(mark("QuoteEditor", "Subtotal")),
            "discount": (box(discount), label("", align=paint.RIGHT, selectable=True)),
            "shipping": (box(shipping), small["shipping"]),
            "adjustment": (label(_EXTRAS["adjustment"], tone="t2"), small["adjustment"]),
        }

    def _small(self, key: str, wide: int) -> QWidget:
        """An editor of the head, low enough for a row of sums."""
        frame_ = self._head.frame(key)
        editor = self._head.binding.editors[key]
        editor.setParent(None)
        editor.control.setProperty("look", "sum")
        editor.setFixedSize(wide, 26)
        frame_.hide()
        return editor

    def reveal(self, key: str) -> None:
        """Show the row of shipping or of the adjustment and begin to type into it."""
        self._revealed.add(key)
        self._arrange()
        self._head.binding.focus(key)

    # -- sums

    def show_totals(self, totals: Totals | None, currency: str, *, locked: bool) -> None:
        """The sums of the document; None where a discount makes them impossible."""
        self._totals, self._locked = totals, locked
        self._head.discount.setVisible(not locked or bool(self._head.discount.text()))
        if totals is None:
            self.total.setText("–")
            self.words.setText("")
        else:
            self._say(totals, currency)
        self._arrange()

    def _say(self, totals: Totals, currency: str) -> None:
        def money(value: Decimal) -> str:
            return format_money(value, currency, language()).replace("-", "−")

        self._set("subtotal", money(totals.subtotal))
        self._set("discount", money(-totals.discount_total), "success" if totals.discount_total else "t3")
        for place, tax in enumerate(totals.taxes):
            words, value = self._rows.setdefault(f"tax{place}", _pair(""))
            words.setText(_tax_words(tax, money(tax.base)))  # type: ignore[attr-defined]
            value.setText("–" if tax.percent is None else money(tax.tax))  # type: ignore[attr-defined]
        self.total.setText(format_money(totals.grand_total, currency, language(), symbol=True).replace("-", "−"))
        chosen = {key: str(self.wording[key]) for key in _WORDS if self.wording.get(key)}
        words_ = amount_in_words(totals.grand_total, currency, language(), **chosen)
        self.words.setText(translate(mark("QuoteEditor", "In words: {words}."), words=words_))

    def _set(self, key: str, text: str, tone: str = "") -> None:
        value = self._rows[key][1]
        assert isinstance(value, QLabel)
        value.setText(text)
        set_tone(value, tone)

    def _wanted(self) -> tuple[str, ...]:
        """The rows to show, in the order they are printed."""
        totals = self._totals
        if totals is None:
            return ("subtotal", "discount")
        keys = ["subtotal"]
        keys += ["discount"] if not self._locked or totals.discount_total else []
        keys += ["shipping"] if totals.shipping or "shipping" in self._revealed else []
        keys += [f"tax{place}" for place in range(len(totals.taxes))]
        return (*keys, "adjustment") if totals.adjustment or "adjustment" in self._revealed else tuple(keys)

    def set_low(self, low: bool) -> None:
        """Whether the window is low."""
        if low != self._low:
            self._low = low
            self._arrange()

    def _arrange(self) -> None:
        """Rows in one column, or two where they are many or the window is low."""
        keys = self._wanted()
        two = self._low or len(keys) > 4
        if self._placed == (keys, two):
            self._fit()
            return
        self._placed = (keys, two)
        for key, pair in self._rows.items():
            for widget in pair:
                self._sums.removeWidget(widget)
                widget.setVisible(key in keys)
        lines = -(-len(keys) // 2) if two else len(keys)
        for place, key in enumerate(keys):
            self._place(key, place % lines, place // lines * 3)
        self._sums.setColumnMinimumWidth(2, 24 if two else 0)
        for key, link in self._links.items():
            link.setVisible(not self._locked and key not in keys)
        self._frame.setFixedHeight(max(150, 98 + lines * 25))
        self._fit()

    def _fit(self) -> None:
        """Room for the longest sums; the terms beside them give way first."""
        keys, two = self._placed
        lines = -(-len(keys) // 2) if two else len(keys)
        columns = [[self._rows[key] for key in keys[start : start + lines]] for start in range(0, len(keys), lines)]
        widths = [_widest(pair[side] for pair in column) for column in columns for side in (0, 1)]
        need = max(sum(widths) + 24 * len(columns), 500)
        self._right.setFixedWidth(min(need, max(self.width() - _LEAST_TERMS, 430)))

    def _place(self, key: str, line: int, column: int) -> None:
        words, value = self._rows[key]
        self._sums.addWidget(words, line, column)
        self._sums.addWidget(value, line, column + 1, paint.RIGHT | paint.MIDDLE)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._arrange()


def _widest(widgets: Iterable[QWidget]) -> int:
    return max(max(widget.sizeHint().width(), widget.minimumWidth()) for widget in widgets)


def _pair(words: str) -> tuple[QWidget, QWidget]:
    return label(words, tone="t2"), label("", align=paint.RIGHT, selectable=True)


def _tax_words(tax: TaxTotal, base: str) -> str:
    if tax.percent is not None:
        share = format_percent(tax.percent, language()).replace("%", "\u00a0%")
        return translate(mark("QuoteEditor", "VAT {rate} on {base}"), rate=share, base=base)
    words = (
        mark("QuoteEditor", "Not subject to VAT: {base}") if tax.code else mark("QuoteEditor", "Without VAT: {base}")
    )
    return translate(words, base=base)


class NotesLine(QWidget):
    """What to mind, one remark after the other; at the right when the draft was kept."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("info", 14, "tone:warning")
        self._text, self.kept = label("", tokens.CAPTION, "warning"), label("", tokens.CAPTION, "t3")
        self._text.setMinimumWidth(40)
        content = row(self._icon, (self._text, 1), self.kept, gap=6, margins=(20, 0, 20, 0))
        self.setLayout(col(frame("foot", content, height=28)))

    def show_notes(self, notes: Sequence[tuple[str, str]]) -> None:
        """Remarks as (tone, words); the gravest tone colours the line."""
        tone = "danger" if any(each == "danger" for each, _ in notes) else "warning"
        words = "   ·   ".join(text for _, text in notes)
        self._icon.set_icon("circle-alert" if tone == "danger" else "info", f"tone:{tone}")
        self._icon.setVisible(bool(notes))
        set_tone(self._text, tone)
        self._text.setText(words)
        self._text.setToolTip("\n".join(text for _, text in notes))

    def text(self) -> str:
        """The remarks shown."""
        return self._text.text()
