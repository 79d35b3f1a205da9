"""Asks which field of which module is kept from a role, and whether it is hidden or may be read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models import BY_MODULE
from desktop_crm.models.rights import FieldLevel
from desktop_crm.services.fields_shown import hideable
from desktop_crm.views.settings.role_matrix import fields_offered, level_options
from desktop_crm.views.settings.role_words import Described
from desktop_crm.views.widgets.dialogs import CANCEL, Sheet
from desktop_crm.views.widgets.layouts import box, button, col, label


class FieldSheet(Sheet):
    """`chosen(module, key, level)` is called when it is accepted."""

    def __init__(self, parent: QWidget, described: Described, chosen: Callable[[str, str, FieldLevel], object]) -> None:
        self._described, self._chosen = described, chosen
        self.module, self.field, self.level = QComboBox(), QComboBox(), QComboBox()
        named = ((self.module, mark("Settings", "Module")), (self.field, mark("Settings", "Field")),
                 (self.level, mark("Settings", "The role may")))  # fmt: skip
        for combo, words in named:
            combo.setAccessibleName(translate(words))
        for module, entity in BY_MODULE.items():
            self.module.addItem(translate(entity.plural_label), module)
        for level, said in level_options():
            self.level.addItem(said, level)
        self._why = label("", 12, "warning", wrap=True)
        self.add_button = button(mark("Settings", "Keep back"), "primary", clicked=self._take)
        cancel = button(CANCEL.text, clicked=self.reject)
        parts = [part for combo, words in named for part in (label(words, tone="t2"), combo, 2)]
        body = box(col(*parts, self._why, gap=4))
        super().__init__(parent, mark("Settings", "Keep a field back"), body, (cancel, self.add_button), 440)
        self.finished.connect(self.deleteLater)
        self.safe = self.module
        self.module.currentIndexChanged.connect(self._show_fields)
        self.field.currentIndexChanged.connect(self._show_why)
        self.level.currentIndexChanged.connect(self._show_why)
        self.module.setCurrentIndex(self.module.findData("product"))
        self._show_fields()

    def _show_fields(self) -> None:
        self.field.clear()
        for key, words in fields_offered(self._described, self.module.currentData()):
            self.field.addItem(words, key)
        self._show_why()

    def _show_why(self) -> None:
        module, key = self.module.currentData(), self.field.currentData()
        field = self._described.get(module, {}).get(key)
        hidden = self.level.currentData() == FieldLevel.HIDDEN
        reason = hideable(module, field) if field is not None and hidden else None
        self.add_button.setEnabled(field is not None and reason is None)
        words = mark("Settings", "It cannot be hidden: {reason}")
        self._why.setText(translate(words, reason=translate(reason)) if reason is not None else "")
        self._why.setVisible(reason is not None)
        self.add_button.setToolTip(self._why.text())
        self.adjustSize()

    def _take(self) -> None:
        self._chosen(self.module.currentData(), self.field.currentData(), FieldLevel(self.level.currentData()))
        self.accept()
