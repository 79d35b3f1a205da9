"""The people who use the database: who they are, by which role they work, and who reports to whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from desktop_crm.i18n import mark, translate
from desktop_crm.models import User
from desktop_crm.models.fields import Field, Kind, field_of
from desktop_crm.services import people
from desktop_crm.services.directory import Directory, PersonView, directory
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.moments import ago
from desktop_crm.views.rights import renew_rights
from desktop_crm.views.settings.form_sheet import Entry, FormSheet, OptionEditor
from desktop_crm.views.settings.hand_over import HandOverSheet
from desktop_crm.views.settings.org_tree import OrgTree
from desktop_crm.views.settings.page import SettingsPage
from desktop_crm.views.settings.password import PasswordEditor
from desktop_crm.views.widgets import painters
from desktop_crm.views.widgets.controls import Tab, Tabs
from desktop_crm.views.widgets.layouts import box, button, col, row, rule, set_words
from desktop_crm.views.widgets.plain_table import PlainColumn, PlainTable

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context


def _state(user: PersonView) -> str:
    words = mark("Settings", "Active") if user.active else mark("Settings", "Inactive")
    return translate(words)


def _last(user: PersonView) -> str:
    return ago(user.signed_in) if user.signed_in is not None else translate(mark("Settings", "never"))


_TONES = {True: "success", False: "neutral"}
_COLUMNS = (
    PlainColumn(mark("User", "Full name"), lambda user: user.values["full_name"], 160, True, painters.person),
    PlainColumn(mark("User", "Sign-in name"), lambda user: user.values["name"], 106),
    PlainColumn(
        mark("User", "Role"),
        lambda user: user.role,
        146,
        painter=painters.badge(lambda user: "violet" if user.administers else "info", dot=False),
        value=lambda user: user,
    ),
    PlainColumn(mark("User", "Team"), lambda user: user.team, 166, rank=1),
    PlainColumn(mark("User", "Reports to"), lambda user: user.manager, 136),
    PlainColumn(mark("Settings", "State"), _state, 118, painter=painters.badge(_TONES), value=lambda user: user.active),
    PlainColumn(mark("Settings", "Last sign-in"), _last, 126, rank=2),
)
_BEFORE = (User.full_name, User.name)
_AFTER = (User.job_title, User.phone, User.email)
_PASSWORD = Field(mark("User", "Password"), Kind.TEXT, key="password")
_PEOPLE, _TREE = mark("Settings", "Users"), mark("Settings", "Who reports to whom")


class UsersPage(SettingsPage):
    """Two tabs: a table of the people, and the tree of who reports to whom."""

    title = mark("Settings", "Users")
    intro = mark(
        "Settings", "Who may sign in and own records. The role says what they may do, the superior who sees it."
    )

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self._found = Directory()
        self.tabs = Tabs((Tab(_PEOPLE), Tab(_TREE)), indent=12)
        self.tabs.changed.connect(self._show_tab)
        self.table = PlainTable(_COLUMNS, _PEOPLE, quiet=lambda user: not user.active)
        self.table.opened.connect(self.edit)
        self.table.chosen.connect(self._show_buttons)
        self.tree = OrgTree()
        self.tree.opened.connect(self._edit_from_tree)
        self._people = box(col(self._tools(), (self.table, 1), gap=0))
        self.put(box(col(self.tabs, rule(), (self._people, 1), (self.tree, 1), gap=0)))
        self._show_tab(0)
        self._show_buttons(None)

    def _tools(self) -> Any:
        add = button(mark("Settings", "Add a user…"), "primary", "user-plus", clicked=lambda: self.edit(None))
        self._edit = button(mark("Settings", "Edit…"), icon="pencil", clicked=lambda: self.edit(self.table.current()))
        self._password = button(mark("Settings", "Set password…"), icon="lock", clicked=self.ask_password)
        self._give = button(mark("Settings", "Hand over records…"), icon="users", clicked=self.hand_over)
        self._active = button(mark("Settings", "Set inactive"), clicked=self.toggle_active)
        return row(add, self._edit, self._password, self._give, self._active, None, margins=(20, 10, 20, 10))

    def _show_tab(self, place: int) -> None:
        self._people.setVisible(place == 0)
        self.tree.setVisible(place == 1)

    # -- reading

    def load(self) -> None:
        self.context.read(directory, self._show, owner=self, key="load")

    def _show(self, found: Directory) -> None:
        self._found = found
        current = self.table.current()
        self.table.set_rows(found.people, (lambda user: user.id == current.id) if current is not None else None)
        self.tree.show_people(found.people)
        self.tabs.set_items([Tab(_PEOPLE, str(len(found.people))), Tab(_TREE)])
        self._show_buttons(self.table.current())

    def _show_buttons(self, user: PersonView | None) -> None:
        for each in (self._edit, self._active, self._give):
            each.setVisible(user is not None)
        self._password.setVisible(user is not None)
        if user is not None:
            set_words(self._active, mark("Settings", "Set inactive") if user.active else mark("Settings", "Set active"))

    # -- changes

    def edit(self, user: PersonView | None) -> FormSheet:
        """The dialog of a user, or of a new one."""
        none = (None, translate(mark("Settings", "(none)")))
        found = self._found
        team = OptionEditor([none, *((one.id, one.name) for one in found.teams)])
        role = OptionEditor([none, *((one.id, one.name) for one in found.roles)])
        others = [one for one in found.people if one.active and (user is None or one.id != user.id)]
        manager = OptionEditor([none, *((one.id, one.values["full_name"]) for one in others)])
        password = [Entry(_PASSWORD, PasswordEditor())] if user is None else []
        entries = (
            *(Entry(field_of(one)) for one in _BEFORE),
            *password,
            Entry(field_of(User.role_id), role),
            Entry(field_of(User.team_id), team),
            Entry(field_of(User.manager_id), manager),
            *(Entry(field_of(one)) for one in _AFTER),
        )
        title = mark("Settings", "New user") if user is None else user.values["full_name"]
        usual = next((one.id for one in found.roles if one.preset == "staff"), None)
        values = user.values if user is not None else {"role_id": usual}
        store = partial(_save, user.id if user is not None else None)
        sheet = FormSheet(self, self.context, title, entries, values, store, self._stored)
        sheet.open()
        return sheet

    def _edit_from_tree(self, user_id: int) -> None:
        self.edit(next(user for user in self._found.people if user.id == user_id))

    def ask_password(self) -> FormSheet:
        """The dialog of a user's new password."""
        user = self.table.current()
        title = translate(mark("Settings", "New password of {name}"), name=user.values["full_name"])
        entries = (Entry(_PASSWORD, PasswordEditor()),)
        store = partial(_set_password, user.id)
        sheet = FormSheet(self, self.context, title, entries, {}, store, self._password_set, width=440)
        sheet.open()
        return sheet

    def _password_set(self, _: Any) -> None:
        self.tell(mark("Settings", "The password was set."))

    def hand_over(self, leaving: bool = False) -> HandOverSheet:
        """The dialog that gives the current user's records to a colleague; `leaving` sets them inactive as well."""
        user = self.table.current()
        others = [(one.id, one.values["full_name"]) for one in self._found.people if one.active and one.id != user.id]
        sheet = HandOverSheet(self, self.context, user.id, user.values["full_name"], others, leaving)
        sheet.finished_well.connect(self._stored)
        sheet.open()
        return sheet

    def toggle_active(self) -> None:
        """Let the current user sign in again, or no longer; who goes is asked whom the records go to."""
        user = self.table.current()
        if user.active and user.id != self.context.actor.id:
            self.hand_over(leaving=True)
        else:
            work = people.disable_person if user.active else people.enable_person
            self.context.write(partial(_with_id, work, user.id), self._stored, owner=self)

    def _stored(self, _: Any = None) -> None:
        self.load()
        self.lists_changed()
        renew_rights(self.context, self)


def _save(user_id: int | None, unit: UnitOfWork, values: dict[str, Any]) -> int:
    if user_id is not None:
        return people.change_person(unit, user_id, values).id
    given = {key: value for key, value in values.items() if key not in ("name", "full_name", "password")}
    name, full_name = values.get("name") or "", values.get("full_name") or ""
    return people.add_person(unit, name, full_name, values.get("password") or None, **given).id


def _set_password(user_id: int, unit: UnitOfWork, values: dict[str, Any]) -> None:
    people.set_password(unit, user_id, values.get("password") or "")


def _with_id(work: Any, user_id: int, unit: UnitOfWork) -> int:
    return int(work(unit, user_id).id)
