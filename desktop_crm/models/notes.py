"""What hangs on every record: comments, tags, attachments, history; and imports and saved views."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.base import Base
from desktop_crm.models.record import _where, now
from desktop_crm.models.types import Json, Key, UtcDateTime


class OnRecord:
    """A row about any record, named by its module (table name) and id."""

    module: Mapped[str] = mapped_column(String(40), nullable=False)
    record_id: Mapped[int] = mapped_column(Key, nullable=False)


class Comment(OnRecord, Base):
    """A remark of a user about a record."""

    __tablename__ = "comment"
    __table_args__ = (Index("ix_comment_record", "module", "record_id", "id"),)

    text: Mapped[str] = fields.long_text(mark("Comment", "Comment"), required=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=now)
    edited_at: Mapped[datetime | None] = fields.moment(mark("Comment", "Edited at"))
    author_id: Mapped[int | None] = fields.relation(mark("Comment", "Author"), "app_user")


class Tag(Base):
    """A word records are marked with."""

    __tablename__ = "tag"
    title_key = "name"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str] = fields.text(mark("Tag", "Name"), 60, required=True)
    tone: Mapped[str] = fields.text(mark("Tag", "Colour"), 20)


class RecordTag(OnRecord, Base):
    """A tag on a record."""

    __tablename__ = "record_tag"
    __table_args__ = (UniqueConstraint("module", "record_id", "tag_id"),)

    tag_id: Mapped[int] = mapped_column(Key, ForeignKey("tag.id", ondelete="CASCADE"), nullable=False, index=True)

    tag: Mapped[Tag] = relationship(lazy="joined")


class Attachment(OnRecord, Base):
    """A file kept with a record, inside the database."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_record", "module", "record_id", "id"),)

    name: Mapped[str] = fields.text(mark("Attachment", "File name"), 255, required=True)
    size: Mapped[int] = mapped_column(Integer, nullable=False, default=0)
    sha256: Mapped[str] = mapped_column(String(64), nullable=False, default="")
    content: Mapped[bytes] = mapped_column(LargeBinary, nullable=False, default=b"", deferred=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=now)
    author_id: Mapped[int | None] = fields.relation(mark("Attachment", "Author"), "app_user")


class HistoryEntry(OnRecord, Base):
    """Who did what to a record when; `changes` is [[field key, old, new], …] in JSON values."""

    __tablename__ = "history_entry"
    __table_args__ = (
        Index("ix_history_entry_record", "module", "record_id", "id"),
        Index("ix_history_entry_transaction_id", "transaction_id", **_where("transaction_id IS NOT NULL")),
    )

    at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=now)
    user_id: Mapped[int | None] = mapped_column(Key, ForeignKey("app_user.id", ondelete="SET NULL"))
    user_name: Mapped[str] = mapped_column(String(200), nullable=False, default="")
    action: Mapped[str] = mapped_column(String(20), nullable=False)  # created, changed, deleted, restored
    changes: Mapped[list[Any]] = mapped_column(Json, nullable=False, default=list)
    transaction_id: Mapped[int | None] = mapped_column(BigInteger, nullable=True)  # the server's, for its triggers


class ImportBatch(Base):
    """One import from a file; can be undone as a whole."""

    __tablename__ = "import_batch"

    module: Mapped[str] = mapped_column(String(40), nullable=False)
    file_name: Mapped[str] = mapped_column(String(255), nullable=False, default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=now)
    user_id: Mapped[int | None] = mapped_column(Key, ForeignKey("app_user.id", ondelete="SET NULL"))
    counts: Mapped[dict[str, int]] = mapped_column(Json, nullable=False, default=dict)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime, nullable=True)


class ImportedRow(Base):
    """What an import did to one record: version after it, and the values before where it was changed."""

    __tablename__ = "imported_row"
    __table_args__ = (Index("ix_imported_row_batch_id", "batch_id", "id"),)

    batch_id: Mapped[int] = mapped_column(Key, ForeignKey("import_batch.id", ondelete="CASCADE"), nullable=False)
    record_id: Mapped[int] = mapped_column(Key, nullable=False)
    version: Mapped[int] = mapped_column(Integer, nullable=False)
    before: Mapped[dict[str, Any] | None] = mapped_column(Json, nullable=True)


class SavedView(Base):
    """A named arrangement of a list: search, filters, columns, sort; `owner_id` NULL is for everyone."""

    __tablename__ = "saved_view"
    __table_args__ = (Index("ix_saved_view_module", "module", "position"),)

    module: Mapped[str] = mapped_column(String(40), nullable=False)
    name: Mapped[str] = fields.text(mark("SavedView", "Name"), 80, required=True)
    owner_id: Mapped[int | None] = fields.relation(mark("SavedView", "Owner"), "app_user", ondelete="CASCADE")
    position: Mapped[int] = mapped_column(Integer, nullable=False, default=0)
    state: Mapped[dict[str, Any]] = mapped_column(Json, nullable=False, default=dict)
