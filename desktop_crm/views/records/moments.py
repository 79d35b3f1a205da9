"""When something happened, as short as a person says it."""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop_crm.i18n import mark, translate
from desktop_crm.models.numbers import VIETNAM, format_date, in_vietnam


def clock(moment: datetime) -> str:
    """09:42, with the day before it where that is not today."""
    local = in_vietnam(moment)
    day = ago(moment)
    return day if day == f"{local:%H:%M}" else f"{local:%H:%M} {day}"


def ago(moment: datetime) -> str:
    """09:42 today, "yesterday", 20/11 this year, 20/11/2025 before."""
    local, now = in_vietnam(moment), datetime.now(VIETNAM)
    if local.date() == now.date():
        return f"{local:%H:%M}"
    if local.date() == now.date() - timedelta(days=1):
        return translate(mark("Moment", "Yesterday"))
    return f"{local:%d/%m}" if local.year == now.year else format_date(local)
