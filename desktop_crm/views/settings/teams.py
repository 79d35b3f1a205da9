"""Teams and their members: a user is in one, and what is shared with a team is shared with all in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop_crm.i18n import mark, translate
from desktop_crm.models import Team
from desktop_crm.models.fields import Field, Kind, field_of
from desktop_crm.services import teams
from desktop_crm.services.directory import Directory, directory
from desktop_crm.services.teams import TeamView
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.check_list import CheckList
from desktop_crm.views.records.editors import Editor
from desktop_crm.views.rights import renew_rights
from desktop_crm.views.settings.form_sheet import Entry, FormSheet
from desktop_crm.views.settings.page import SettingsPage
from desktop_crm.views.widgets.dialogs import confirm
from desktop_crm.views.widgets.layouts import box, button, col, row
from desktop_crm.views.widgets.plain_table import PlainColumn, PlainTable

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context

_MEMBERS = Field(mark("Settings", "Members"), Kind.TEXT, key="members")
_COLUMNS = (
    PlainColumn(mark("Team", "Name"), lambda team: team.name, 200),
    PlainColumn(mark("Settings", "Members"), lambda team: ", ".join(name for _, name in team.members), 300, True),
    PlainColumn(mark("Settings", "Number"), lambda team: str(len(team.members)), 90, right=True),
)


class MembersEditor(Editor):
    """Check boxes of everybody active; its value is the ids of those checked."""

    def __init__(self, people: Sequence[tuple[int, str]]) -> None:
        self.list = CheckList()
        super().__init__(self.list)
        self._people = people
        self.list.setFixedHeight(220)
        self.list.toggled.connect(lambda: self.edited.emit())

    def value(self) -> tuple[int, ...]:
        return tuple(self.list.checked())

    def set_value(self, value: Any) -> None:
        chosen = set(value or ())
        ordered = sorted(self._people, key=lambda one: one[0] not in chosen)
        self.list.show_rows(ordered, list(chosen))

    def typed(self) -> Any:
        return list(self.value())

    def set_typed(self, typed: Any) -> None:
        self.set_value(typed)


class TeamsPage(SettingsPage):
    """A table of the teams; a dialog names one and says who is in it."""

    title = mark("Settings", "Teams")
    intro = mark("Settings", "Roles can reach what the whole team owns, and records can be shared with a team.")

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self._found = Directory()
        empty = (
            mark("Settings", "No team yet"),
            mark("Settings", "Put colleagues who look after the same customers into one team."),
        )
        self.table = PlainTable(_COLUMNS, mark("Settings", "Teams"), empty, icon="users")
        self.table.opened.connect(self.edit)
        self.table.chosen.connect(self._show_buttons)
        self.put(box(col(self._tools(), (self.table, 1), gap=0)))
        self._show_buttons(None)

    def _tools(self) -> Any:
        add = button(mark("Settings", "Add a team…"), "primary", "plus", clicked=lambda: self.edit(None))
        self._edit = button(mark("Settings", "Edit…"), icon="pencil", clicked=lambda: self.edit(self.table.current()))
        self._remove = button(mark("Settings", "Remove"), icon="trash-2", clicked=self.remove)
        return row(add, self._edit, self._remove, None, margins=(20, 10, 20, 10))

    def load(self) -> None:
        self.context.read(directory, self._show, owner=self, key="load")

    def _show(self, found: Directory) -> None:
        self._found = found
        self.table.set_rows(found.teams)
        self._show_buttons(self.table.current())

    def _show_buttons(self, team: TeamView | None) -> None:
        for each in (self._edit, self._remove):
            each.setVisible(team is not None)

    # -- changes

    def edit(self, team: TeamView | None) -> FormSheet:
        """The dialog of a team, or of a new one."""
        people = [(one.id, one.values["full_name"]) for one in self._found.people if one.active]
        entries = (
            Entry(field_of(Team.name)),
            Entry(_MEMBERS, MembersEditor(people), mark("Settings", "Who is in another team leaves it.")),
        )
        values = {"name": team.name, "members": tuple(key for key, _ in team.members)} if team else {"members": ()}
        title = team.name if team is not None else mark("Settings", "New team")
        store = partial(_save, team.id if team is not None else None)
        sheet = FormSheet(self, self.context, title, entries, values, store, self._stored)
        sheet.open()
        return sheet

    def remove(self) -> None:
        """Take the current team out after a question."""
        team = self.table.current()
        title = translate(mark("Settings", "Remove “{name}”?"), name=team.name)
        words = mark("Settings", "Records lose nothing; what was shared with the team is shared no longer.")
        if confirm(self, title, words, mark("Settings", "Remove"), danger=True):
            self.context.write(partial(_remove, team.id), self._stored, owner=self)

    def _stored(self, _: Any) -> None:
        self.load()
        self.lists_changed()
        renew_rights(self.context, self)


def _save(team_id: int | None, unit: UnitOfWork, values: dict[str, Any]) -> int:
    return teams.save_team(unit, team_id, values.get("name") or "", values.get("members") or ())


def _remove(team_id: int, unit: UnitOfWork) -> None:
    teams.remove_team(unit, team_id)
