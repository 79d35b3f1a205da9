"""Custom fields (Trường tùy chỉnh): attributes the administrator adds to a module."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.i18n import Message, mark
from desktop_crm.models import fields
from desktop_crm.models.base import Base
from desktop_crm.models.record import position
from desktop_crm.models.types import Json

CUSTOM_KINDS = (
    fields.Kind.TEXT,
    fields.Kind.LONG_TEXT,
    fields.Kind.QUANTITY,
    fields.Kind.DATE,
    fields.Kind.CHOICE,
    fields.Kind.BOOLEAN,
)


class CustomField(Base):
    """One added attribute; its value stands in `record.custom[key]`: text, number as text, ISO day, code or bool."""

    __tablename__ = "custom_field"
    __table_args__ = (UniqueConstraint("module", "key"),)

    module: Mapped[str] = fields.text(mark("CustomField", "Module"), 40)
    key: Mapped[str] = fields.text(mark("CustomField", "Key"), 40)
    label: Mapped[str] = fields.text(mark("CustomField", "Label"), 120, required=True)
    kind: Mapped[str] = fields.text(mark("CustomField", "Kind"), 20)
    options: Mapped[list[str]] = mapped_column(Json, nullable=False, default=list, server_default="[]")
    required: Mapped[bool] = fields.yes_no(mark("CustomField", "Required"))
    searched: Mapped[bool] = fields.yes_no(mark("CustomField", "Searched"), True)
    active: Mapped[bool] = fields.yes_no(mark("CustomField", "Active"), True)
    position: Mapped[int] = position()

    def as_field(self) -> fields.Field:
        """The same description a mapped attribute has; its key is `custom.<key>`."""
        label = Message(self.label)
        label.context = "CustomField"
        return fields.Field(
            label,
            fields.Kind(self.kind),
            key=f"custom.{self.key}",
            searched=self.searched,
            required=self.required,
            choices=f"custom:{self.module}.{self.key}" if self.kind == fields.Kind.CHOICE else "",
        )
