"""What can be put right without a person: the search index, the reach of users, number series."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from desktop_crm.models import BY_MODULE, NumberSeries
from desktop_crm.storage import reindex, within
from desktop_crm.storage.check.finding import Finding, Look, Mend
from desktop_crm.storage.check.records import highest_given
from desktop_crm.storage.database import Database
from desktop_crm.storage.ownership import as_owner


def mend(database: Database, findings: Sequence[Finding]) -> int:
    """Put right what can be put right safely; how many of the findings that were."""
    wanted = {finding.mend for finding in findings if finding.mend}
    if Mend.REINDEX in wanted:
        reindex.reindex(database)
    with database.writing() as unit:
        as_owner(unit.session.connection())
        if Mend.REACH in wanted:
            within.lay_out(unit.session)
        if Mend.SERIES in wanted:
            look = Look(database, unit.session, thorough=True)
            for series in unit.session.scalars(select(NumberSeries).with_for_update()):
                if series.module in BY_MODULE:
                    series.last = max(series.last, highest_given(look, series))
    return sum(bool(finding.mend) for finding in findings)
