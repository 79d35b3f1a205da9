"""The sections of the settings in their order, with the words they are found by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models.rights import Rights
from desktop_crm.models.text import fold
from desktop_crm.views.settings.company import CompanyPage
from desktop_crm.views.settings.custom_fields import CustomFieldsPage
from desktop_crm.views.settings.data import DataPage
from desktop_crm.views.settings.groups import GroupsPage
from desktop_crm.views.settings.lists import ListsPage
from desktop_crm.views.settings.look import LookPage
from desktop_crm.views.settings.numbers import NumbersPage
from desktop_crm.views.settings.page import SettingsPage
from desktop_crm.views.settings.price_lists import PriceListsPage
from desktop_crm.views.settings.print_defaults import PrintDefaultsPage
from desktop_crm.views.settings.roles import RolesPage
from desktop_crm.views.settings.taxes import TaxesPage
from desktop_crm.views.settings.teams import TeamsPage
from desktop_crm.views.settings.updates import UpdatesPage
from desktop_crm.views.settings.users import UsersPage


@dataclass(frozen=True, slots=True)
class SectionOf:
    """One section: its page is made when it is first shown; `words` are what it is also found by.

    Only administrators are offered what is not `for_everybody`.
    """

    key: str
    title: Message
    icon: str
    words: Message
    page: type[SettingsPage]
    for_everybody: bool = False

    def has(self, wanted: Sequence[str]) -> bool:
        """Whether every word of `wanted`, folded, is in the title or the words, in English or as translated."""
        texts = (self.title, translate(self.title), self.words, translate(self.words))
        every = fold(" ".join(texts))
        return all(word in every for word in wanted)


@dataclass(frozen=True, slots=True)
class Group:
    """Sections under one head."""

    title: Message
    sections: tuple[SectionOf, ...]


SECTIONS = (
    Group(
        mark("Settings", "Our company"),
        (
            SectionOf(
                "company",
                mark("Settings", "Company"),
                "building-2",
                mark("Settings", "name address tax code phone logo letterhead bank account VietQR signer"),
                CompanyPage,
            ),
            SectionOf(
                "print",
                mark("Settings", "Print templates"),
                "printer",
                mark("Settings", "quote terms introduction payment delivery warranty validity legal bases in words"),
                PrintDefaultsPage,
            ),
        ),
    ),
    Group(
        mark("Settings", "Users and rights"),
        (
            SectionOf(
                "users",
                mark("Settings", "Users"),
                "users",
                mark("Settings", "people staff sign-in manager superior password hand over inactive tree"),
                UsersPage,
            ),
            SectionOf(
                "teams",
                mark("Settings", "Teams"),
                "handshake",
                mark("Settings", "team group members region"),
                TeamsPage,
            ),
            SectionOf(
                "roles",
                mark("Settings", "Roles and rights"),
                "lock",
                mark("Settings", "role permission see create change delete export print field hidden read only"),
                RolesPage,
            ),
        ),
    ),
    Group(
        mark("Settings", "Sales data"),
        (
            SectionOf(
                "lists",
                mark("Settings", "Lists"),
                "list-checks",
                mark("Settings", "status source industry stage probability reason colour currency choice"),
                ListsPage,
            ),
            SectionOf(
                "numbers",
                mark("Settings", "Numbering"),
                "hash",
                mark("Settings", "number pattern counter year code"),
                NumbersPage,
            ),
            SectionOf(
                "taxes",
                mark("Settings", "Tax rates"),
                "percent",
                mark("Settings", "VAT percent legal basis period KCT"),
                TaxesPage,
            ),
            SectionOf(
                "custom",
                mark("Settings", "Custom fields"),
                "columns-3",
                mark("Settings", "additional attribute field form"),
                CustomFieldsPage,
            ),
            SectionOf(
                "prices",
                mark("Settings", "Price lists"),
                "banknote",
                mark("Settings", "price quantity step wholesale dealer product"),
                PriceListsPage,
            ),
            SectionOf(
                "groups",
                mark("Settings", "Product groups and tags"),
                "layers",
                mark("Settings", "group tag rename merge category"),
                GroupsPage,
            ),
        ),
    ),
    Group(
        mark("Settings", "This computer"),
        (
            SectionOf(
                "look",
                mark("Settings", "Appearance"),
                "monitor",
                mark("Settings", "theme dark light row height language English Vietnamese"),
                LookPage,
                for_everybody=True,
            ),
            SectionOf(
                "data",
                mark("Settings", "Data"),
                "database",
                mark("Settings", "backup restore database file check damage import undo recycle bin"),
                DataPage,
            ),
            SectionOf(
                "updates",
                mark("Settings", "Updates"),
                "download",
                mark("Settings", "new version installer administrator signature"),
                UpdatesPage,
            ),
        ),
    ),
)


def offered(rights: Rights) -> tuple[Group, ...]:
    """The sections somebody may open, in their groups."""
    kept = (
        Group(group.title, tuple(one for one in group.sections if one.for_everybody or rights.administers))
        for group in SECTIONS
    )
    return tuple(group for group in kept if group.sections)
