"""How often words occur, so that a search knows which way to its rows is the shorter one."""

from __future__ import annotations

from sqlalchemy import BigInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.base import Base
from desktop_crm.models.types import SortKey


class PrefixCount(Base):
    """Roughly how many records of a module have a word that begins with `prefix`; '' stands for all of them.

    Only frequent beginnings are kept. The figures are estimates: they decide about speed, never about answers.
    """

    __tablename__ = "search_prefix"
    __table_args__ = (UniqueConstraint("module", "prefix"),)

    module: Mapped[str] = mapped_column(String(40), nullable=False)
    prefix: Mapped[str] = mapped_column(SortKey, nullable=False)
    records: Mapped[int] = mapped_column(BigInteger, nullable=False)
