"""The editors of a document's head: made from the description of its fields, held together by one binding."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from desktop_crm.i18n import Message
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.services.fields_shown import shown_fields
from desktop_crm.services.retotal import Document
from desktop_crm.views.quotes.draft_model import ZERO, discount_text, read_discount
from desktop_crm.views.records.binding import Binding
from desktop_crm.views.records.editors import Editor, make_editor
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.field import Field as FieldFrame
from desktop_crm.views.widgets.layouts import set_property

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

DISCOUNTS = ("discount_percent", "discount_amount")


class HeadFields(QObject):
    """Editors by key, wherever they are shown; `values()` is the head as it stands now."""

    def __init__(self, context: Context, entity: type[Document], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._entity = context, entity
        self._hidden = context.rights.hidden(entity.__tablename__)
        self._described = {**fields_of(entity), **shown_fields(context.rights, entity)}
        self.binding = Binding(self)
        self.discount = DiscountEdit()
        self.discount.edited.connect(self.binding.changed)
        self._base: Mapping[str, Any] = {}

    def describe(self, custom: Mapping[str, Field]) -> None:
        """Take added fields in."""
        self._described.update(custom)

    def has(self, key: str) -> bool:
        """Whether the kind of document has this field."""
        return key in self._described

    def frame(self, key: str, label: Message | str = "", *, above: bool = False, width: int = 96) -> FieldFrame:
        """The editor of a field in its frame, made when it is first asked for."""
        if key in self.binding.frames:
            return self.binding.frames[key]
        field = self._described[key]
        frame = self.bind(
            key, make_editor(field, self._context, entity=self._entity), label or field.label, above=above, width=width
        )
        if key in self._hidden:
            frame.hide()
        return frame

    def bind(
        self, key: str, editor: Editor, label: str, *, above: bool = False, width: int = tokens.FIELD_LABEL_WIDTH
    ) -> FieldFrame:
        """Put an editor in a frame and under the binding."""
        field = self._described[key]
        frame = FieldFrame(label, editor, field.required and field.editable, above=above, label_width=width)
        self.binding.add(field, editor, frame)
        return frame

    def load(self, values: Mapping[str, Any], titles: Mapping[str, str], keep: frozenset[str] = frozenset()) -> None:
        """Show values as they are stored; edits of the fields in `keep` stay."""
        self._base = dict(values)
        shown = {key: self._shown(key, value, titles) for key, value in values.items()}
        if "discount" not in keep:
            self.discount.show_discount(*(values.get(key) or ZERO for key in DISCOUNTS))
        self.discount.base = tuple(values.get(key) or ZERO for key in DISCOUNTS)
        self.binding.load(shown, keep)

    def _shown(self, key: str, value: Any, titles: Mapping[str, str]) -> Any:
        if self._described[key].kind == Kind.RELATION and value is not None:
            return (value, titles.get(key, f"#{value}"))
        return value

    def values(self) -> dict[str, Any]:
        """The head with everything that can be read as it is entered."""
        return {**self._base, **self.binding.readable(), **self.discount.values(self.currency())}

    def currency(self) -> str:
        """The currency entered."""
        return str(self.binding.readable().get("currency") or self._base.get("currency") or "VND")

    def dirty(self) -> bool:
        """Whether anything differs from what was read."""
        return bool(self.binding.dirty()) or self.discount.is_changed()

    def faulty(self) -> bool:
        """Whether something entered cannot be read."""
        return bool(self.binding.faulty()) or self.discount.is_wrong()

    def check(self) -> bool:
        """Show what is wrong; whether nothing is."""
        return self.binding.check() and not self.discount.is_wrong()

    def set_locked(self, free: frozenset[str] | None) -> None:
        """Let only the fields in `free` be changed; None frees all."""
        for key, editor in self.binding.editors.items():
            editor.set_locked((free is not None and key not in free) or not self._described[key].editable)
        self.discount.setReadOnly(free is not None)

    def typed(self) -> dict[str, Any]:
        """What a local draft keeps of the changed fields."""
        own = {"discount": self.discount.text()} if self.discount.is_changed() else {}
        return {**self.binding.typed(), **own}

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Put a local draft's entries back."""
        if "discount" in typed:
            self.discount.setText(str(typed["discount"]))
            self.discount.edited.emit()
        self.binding.restore({key: value for key, value in typed.items() if key in self.binding.editors})


class DiscountEdit(QLineEdit):
    """The discount on the whole document, as a share ("5%") or an amount ("500.000")."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.base: tuple[Any, ...] = (ZERO, ZERO)
        self._currency = "VND"
        self.setAlignment(paint.RIGHT | paint.MIDDLE)
        self.setProperty("look", "sum")
        self.setFixedSize(104, 26)
        self.setPlaceholderText("0%")
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._tidy)

    def show_discount(self, percent: Decimal, amount: Decimal) -> None:
        """Show a stored discount."""
        self.setText(discount_text(percent, amount, self._currency))
        self._mark()

    def values(self, currency: str = "VND") -> dict[str, Decimal]:
        """Both fields of the discount; none of them where it cannot be read."""
        self._currency = currency
        try:
            return read_discount(self.text())
        except EntryError:
            return {}

    def is_wrong(self) -> bool:
        """Whether the text cannot be read."""
        return bool(self.text().strip()) and not self.values(self._currency)

    def is_changed(self) -> bool:
        """Whether another discount is entered than was read."""
        values = self.values(self._currency)
        return not values or tuple(values[key] for key in DISCOUNTS) != self.base

    def _typed(self) -> None:
        self._mark()
        self.edited.emit()

    def _mark(self) -> None:
        set_property(self, "state", "error" if self.is_wrong() else "")
        try:
            read_discount(self.text())
            self.setToolTip("")
        except EntryError as error:
            self.setToolTip(error.text())

    def _tidy(self) -> None:
        values = self.values(self._currency)
        if values and self.text().strip():
            self.setText(discount_text(values["discount_percent"], values["discount_amount"], self._currency))
