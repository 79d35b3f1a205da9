"""Roles: how far each verb reaches in each module, what may leave the program, and which fields are kept back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_crm.errors import Fault
from desktop_crm.i18n import mark, translate
from desktop_crm.models import BY_MODULE, Role
from desktop_crm.models.fields import field_of
from desktop_crm.models.rights import FieldLevel
from desktop_crm.services import roles
from desktop_crm.services.roles import RoleView
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.rights import renew_rights
from desktop_crm.views.settings.field_sheet import FieldSheet
from desktop_crm.views.settings.form_sheet import Entry, FormSheet
from desktop_crm.views.settings.page import SavingPage, Work
from desktop_crm.views.settings.role_matrix import FieldLevels, Matrix
from desktop_crm.views.settings.role_words import Described, in_words
from desktop_crm.views.settings.side_list import SideList
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.dialogs import confirm
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row, scroll

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context

Read = tuple[list[RoleView], Described]


class RolesPage(SavingPage):
    """One role at a time; its changes are saved before another one is shown."""

    title = mark("Settings", "Roles and rights")
    intro = mark(
        "Settings",
        "What a user may do is what their role allows. A record belongs to its owner; roles say whose reach.",
    )

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self._roles: list[RoleView] = []
        self._described: Described = {}
        self._role: RoleView | None = None
        self._wanted: int | None = None
        self.side = SideList((), mark("Settings", "Roles"))
        self.side.asked.connect(self.choose)
        self.side.setFixedWidth(172)  # the matrix needs the room
        self.matrix, self.levels = Matrix(), FieldLevels()
        self.levels.adder.clicked.connect(self.keep_back)
        self.administers = QCheckBox(translate(field_of(Role.administers).label))
        self.administers.toggled.connect(self._touched)
        for table in (self.matrix, self.levels):
            table.changed.connect(self._touched)
        self.area = scroll(self._body())
        self.put(box(row(self.side, (box(col(self._tools(), (self.area, 1), gap=0)), 1), gap=0)))

    def _tools(self) -> Any:
        add = button(mark("Settings", "Add a role…"), icon="plus", clicked=lambda: self.name_role(None))
        self._copy = button(mark("Settings", "Copy"), icon="copy", clicked=self.copy)
        self._rename = button(mark("Settings", "Rename…"), icon="pencil", clicked=lambda: self.name_role(self._role))
        self._remove = button(mark("Settings", "Remove"), icon="trash-2", clicked=self.remove)
        return row(add, self._copy, self._rename, self._remove, None, margins=(18, 10, 20, 8))

    def _body(self) -> QWidget:
        self._words = label("", tone="t2", wrap=True, selectable=True)
        said = frame("card", col(label(mark("Settings", "In words"), strong=True), self._words, gap=4,
                                 margins=(14, 10, 14, 12)))  # fmt: skip
        kept = label(mark("Settings", "Fields kept from this role"), tokens.LEAD, strong=True)
        self._none = label(mark("Settings", "Every field of what is seen is shown."), tone="t3")
        parts = (self.administers, self.matrix, said, 4, kept, self._none, self.levels, None)
        return frame("page", col(*parts, gap=10, margins=(18, 4, 20, 14)))

    # -- reading

    def load(self) -> None:
        self.fetch(_read, self._show)

    def _show(self, found: Read) -> None:
        self._roles, self._described = found
        self.side.set_rows([(role.id, role.name, _used(role)) for role in self._roles])
        wanted = self._wanted or (self._role.id if self._role is not None else None)
        self._wanted = None
        self._show_role(next((role for role in self._roles if role.id == wanted), self._roles[0]))

    def _show_role(self, role: RoleView) -> None:
        self._role = role
        self.side.set_current(role.id)
        self.administers.setChecked(role.administers)
        self.matrix.show_role(role)
        self.levels.show_levels(role.fields, self._described)
        self._remove.setEnabled(not role.used)
        tip = mark("Settings", "Users have this role; give them another one first.")
        self._remove.setToolTip(translate(tip) if role.used else "")
        self.changed.emit()

    def choose(self, role_id: int) -> None:
        """Show another role, unless this one has unsaved changes."""
        role = self._role
        if role is not None and role_id != role.id and self.unsaved():
            self.tell(mark("Settings", "Save or discard the changes of this role first."), "warning")
            self.side.set_current(role.id)
        else:
            self._show_role(next(one for one in self._roles if one.id == role_id))

    def entered(self) -> RoleView | None:
        """The role as it stands on the screen."""
        if self._role is None:
            return None
        grants, levels = self.matrix.grants(), self.levels.levels()
        return replace(self._role, administers=self.administers.isChecked(), grants=grants, fields=levels)

    def _touched(self) -> None:
        role = self.entered()
        if role is not None and role.grants:
            self._words.setText(f"{role.name} – {in_words(role, self._described)}")
            self._none.setVisible(not role.fields)
        self.changed.emit()

    # -- writing

    def unsaved(self) -> int:
        if self._role is None:
            return 0
        ticked = int(self.administers.isChecked() != self._role.administers)
        return self.matrix.model.unsaved() + self.levels.model.unsaved() + ticked

    def work(self) -> Work:
        role = self.entered()
        assert role is not None
        return partial(_save, role)

    def show_faults(self, faults: Iterable[Fault]) -> list[str]:
        return [fault.text() for fault in faults]

    def stored(self) -> None:
        self.load()
        renew_rights(self.context, self)

    def discard(self) -> None:
        if self._role is not None:
            self._show_role(self._role)

    def keep_back(self) -> FieldSheet:
        """The dialog that keeps one more field from the role."""
        sheet = FieldSheet(self, self._described, self._keep)
        sheet.open()
        return sheet

    def _keep(self, module: str, key: str, level: FieldLevel) -> None:
        self.levels.put(self._described, module, key, level)

    # -- the roles themselves

    def name_role(self, role: RoleView | None) -> FormSheet | None:
        """The dialog of a role's name, or of a new one."""
        if self._has_unsaved():
            return None
        title = mark("Settings", "New role") if role is None else role.name
        values = {"name": role.name} if role is not None else {}
        store = partial(_name, role.id if role is not None else None)
        entries = (Entry(field_of(Role.name)),)
        sheet = FormSheet(self, self.context, title, entries, values, store, self._made, width=440)
        sheet.open()
        return sheet

    def copy(self) -> None:
        """A new role with the rights of this one."""
        role = self._role
        if role is not None and not self._has_unsaved():
            self.context.write(partial(_copy, role.id), self._made, owner=self)

    def remove(self) -> None:
        """Take this role out after a question."""
        role = self._role
        if role is None:
            return
        title = translate(mark("Settings", "Remove “{name}”?"), name=role.name)
        words = mark("Settings", "Nobody has this role.")
        if confirm(self, title, words, mark("Settings", "Remove"), danger=True):
            self._role = None
            self.context.write(partial(_remove, role.id), self._made, owner=self)

    def _has_unsaved(self) -> bool:
        if self.unsaved():
            self.tell(mark("Settings", "Save or discard the changes of this role first."), "warning")
        return bool(self.unsaved())

    def _made(self, role_id: int | None) -> None:
        self._wanted = role_id
        self.load()


def _used(role: RoleView) -> str:
    return str(role.used) if role.used else ""


def _read(unit: UnitOfWork) -> Read:
    return roles.roles(unit), {module: roles.fields_of_module(unit, module) for module in BY_MODULE}


def _save(role: RoleView, unit: UnitOfWork) -> int:
    return roles.save_role(unit, role.id, role.name, role.administers, role.grants, role.fields)


def _name(role_id: int | None, unit: UnitOfWork, values: dict[str, Any]) -> int:
    name = values.get("name") or ""
    if role_id is None:
        return roles.save_role(unit, None, name)
    roles.rename_role(unit, role_id, name)
    return role_id


def _copy(role_id: int, unit: UnitOfWork) -> int:
    return roles.copy_role(unit, role_id)


def _remove(role_id: int, unit: UnitOfWork) -> None:
    roles.remove_role(unit, role_id)
