"""The people who use the database, and their teams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop_crm.i18n import mark, translate
from desktop_crm.models import Team, User
from desktop_crm.models.fields import field_of
from desktop_crm.models.phones import format_phone
from desktop_crm.services import users
from desktop_crm.services.named_rows import NamedRow, named_rows
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.settings.form_sheet import Entry, FormSheet, OptionEditor
from desktop_crm.views.settings.names import NamesPanel
from desktop_crm.views.settings.page import SettingsPage
from desktop_crm.views.settings.plain_table import PlainColumn, PlainTable
from desktop_crm.views.widgets import painters
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.controls import Tab, Tabs
from desktop_crm.views.widgets.layouts import box, button, col, label, row, rule, set_words

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context


@dataclass(frozen=True, slots=True)
class UserView:
    """A user as the table shows them."""

    id: int
    values: dict[str, Any]
    team: str
    manager: str


def _state(user: UserView) -> str:
    words = mark("Settings", "Active") if user.values["active"] else mark("Settings", "Inactive")
    return translate(words)


def _phone(user: UserView) -> str:
    return format_phone(user.values["phone"]) if user.values["phone"] else ""


_TONES = {True: "success", False: "neutral"}
_COLUMNS = (
    PlainColumn(mark("User", "Full name"), lambda user: user.values["full_name"], 190, True, painters.person),
    PlainColumn(mark("User", "Sign-in name"), lambda user: user.values["name"], 130),
    PlainColumn(mark("User", "Job title"), lambda user: user.values["job_title"], 180, rank=2),
    PlainColumn(mark("User", "Team"), lambda user: user.team, 170),
    PlainColumn(mark("User", "Phone"), _phone, 120, rank=1),
    PlainColumn(mark("User", "Email"), lambda user: user.values["email"], 190, rank=3),
    PlainColumn(
        mark("Settings", "State"), _state, 120, painter=painters.badge(_TONES), value=lambda user: user.values["active"]
    ),
)
_ATTRIBUTES = (User.full_name, User.name, User.job_title, User.phone, User.email)


class UsersPage(SettingsPage):
    """Two tabs: people, and teams."""

    title = mark("Settings", "Users and teams")
    intro = mark("Settings", "Who may own records, be named in history and be chosen in filters.")

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.tabs = Tabs((Tab(mark("Settings", "Users")), Tab(mark("Settings", "Teams"))), indent=12)
        self.tabs.changed.connect(self._show_tab)
        self.table = PlainTable(_COLUMNS, mark("Settings", "Users"), quiet=lambda user: not user.values["active"])
        self.table.opened.connect(self.edit)
        self.table.chosen.connect(self._show_buttons)
        self.teams = NamesPanel(context, Team, mark("Settings", "Teams"), mark("Settings", "Add a team…"), self.load)
        self._users: Sequence[UserView] = ()
        self._team_rows: Sequence[NamedRow] = ()
        self._people = box(col(self._tools(), (self.table, 1), self._note(), gap=0))
        self.put(box(col(self.tabs, rule(), (self._people, 1), (self.teams, 1), gap=0)))
        self._show_tab(0)
        self._show_buttons(None)

    def _tools(self) -> Any:
        add = button(mark("Settings", "Add a user…"), "primary", "user-plus", clicked=lambda: self.edit(None))
        self._edit = button(mark("Settings", "Edit…"), icon="pencil", clicked=lambda: self.edit(self.table.current()))
        self._active = button(mark("Settings", "Set inactive"), clicked=self.toggle_active)
        return row(add, self._edit, self._active, None, margins=(20, 10, 20, 10))

    def _note(self) -> Any:
        words = mark(
            "Settings",
            "Whoever can open this database file can do everything in it. Passwords and rights come with a shared "
            "database on a server, where each user signs in.",
        )
        return box(row(Icon("info", 16), (label(words, tone="t2", wrap=True), 1), gap=8, margins=(20, 8, 20, 10)))

    def _show_tab(self, place: int) -> None:
        self._people.setVisible(place == 0)
        self.teams.setVisible(place == 1)

    # -- reading

    def load(self) -> None:
        self.context.read(_read, self._show, owner=self, key="load")

    def _show(self, found: tuple[Sequence[UserView], Sequence[NamedRow]]) -> None:
        self._users, self._team_rows = found
        self.table.set_rows(self._users)
        self.teams.show_rows(self._team_rows)
        counts = (len(self._users), len(self._team_rows))
        words = (mark("Settings", "Users"), mark("Settings", "Teams"))
        self.tabs.set_items([Tab(text, str(count)) for text, count in zip(words, counts, strict=True)])

    def _show_buttons(self, user: UserView | None) -> None:
        for each in (self._edit, self._active):
            each.setVisible(user is not None)
        if user is not None:
            active = user.values["active"]
            set_words(self._active, mark("Settings", "Set inactive") if active else mark("Settings", "Set active"))

    # -- changes

    def edit(self, user: UserView | None) -> FormSheet:
        """The dialog of a user, or of a new one."""
        none = (None, translate(mark("Settings", "(none)")))
        teams = OptionEditor([none, *((team.id, team.name) for team in self._team_rows)])
        others = [one for one in self._users if user is None or one.id != user.id]
        managers = OptionEditor([none, *((one.id, one.values["full_name"]) for one in others)])
        entries = (
            *(Entry(field_of(one)) for one in _ATTRIBUTES),
            Entry(field_of(User.team_id), teams),
            Entry(field_of(User.manager_id), managers),
        )
        title = mark("Settings", "New user") if user is None else user.values["full_name"]
        store = partial(_save, user.id if user else None)
        sheet = FormSheet(self, self.context, title, entries, user.values if user else {}, store, self._stored)
        sheet.open()
        return sheet

    def toggle_active(self) -> None:
        """Let the current user sign in and own new records, or no longer."""
        user = self.table.current()
        work = partial(_set_active, user.id, not user.values["active"])
        self.context.write(work, self._stored, owner=self)

    def _stored(self, _: Any) -> None:
        self.load()
        self.lists_changed()


def _read(unit: UnitOfWork) -> tuple[list[UserView], list[NamedRow]]:
    teams = named_rows(unit, Team)
    team_names = {team.id: team.name for team in teams}
    rows = users.users(unit)
    names = {user.id: user.full_name for user in rows}
    keys = (*(one.key for one in _ATTRIBUTES), "active", "team_id", "manager_id")
    views = [
        UserView(
            user.id,
            {key: getattr(user, key) for key in keys},
            team_names.get(user.team_id or 0, ""),
            names.get(user.manager_id or 0, ""),
        )
        for user in rows
    ]
    return views, teams


def _save(user_id: int | None, unit: UnitOfWork, values: dict[str, Any]) -> int:
    if user_id is not None:
        return users.change_user(unit, user_id, values).id
    given = {key: value for key, value in values.items() if key not in ("name", "full_name")}
    return users.add_user(unit, values.get("name") or "", values.get("full_name") or "", **given).id


def _set_active(user_id: int, active: bool, unit: UnitOfWork) -> int:
    return users.set_active(unit, user_id, active).id
