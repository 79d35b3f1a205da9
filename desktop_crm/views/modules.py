"""Every module the program has, in the order of the sidebar."""

from __future__ import annotations

from desktop_crm.views.contacts import CONTACTS
from desktop_crm.views.contracts import CONTRACTS
from desktop_crm.views.leads import LEADS
from desktop_crm.views.opportunities import OPPORTUNITIES
from desktop_crm.views.orders import ORDERS
from desktop_crm.views.organizations import ORGANIZATIONS
from desktop_crm.views.products import PRODUCTS
from desktop_crm.views.quotes.declaration import QUOTES
from desktop_crm.views.records.declare import EntityView, check

MODULES: tuple[EntityView, ...] = (
    LEADS,
    ORGANIZATIONS,
    CONTACTS,
    OPPORTUNITIES,
    QUOTES,
    ORDERS,
    CONTRACTS,
    PRODUCTS,
)

_BY_NAME = {view.module: view for view in MODULES}


def by_module(name: str) -> EntityView:
    """The module of a table name ("sales_order"); KeyError where there is none."""
    return _BY_NAME[name]


for _view in MODULES:
    check(_view)
