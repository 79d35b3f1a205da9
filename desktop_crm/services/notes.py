"""Comments, tags and attachments of any record."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select

from desktop_crm.errors import Forbidden, NotFound, Refused, Unavailable
from desktop_crm.i18n import mark
from desktop_crm.models import Attachment, Comment, Record, RecordTag, Tag
from desktop_crm.models.text import clean, clean_lines, fold
from desktop_crm.storage.database import UnitOfWork

LARGEST = 25 * 1024 * 1024
"""The largest attachment in bytes."""


def add_comment(unit: UnitOfWork, record: Record, text: str) -> Comment:
    """A new remark of the actor; Refused when empty."""
    words = clean_lines(text)
    if not words:
        raise Refused(mark("Notes", "The comment is empty."))
    comment = Comment(module=record.__tablename__, record_id=record.id, text=words, created_at=unit.now)
    comment.author_id = unit.actor.id
    unit.session.add(comment)
    unit.session.flush()
    return comment


def edit_comment(unit: UnitOfWork, comment_id: int, text: str, before: str | None = None) -> None:
    """Change one's own remark; Refused where it is not `before` any more: another window has changed it."""
    comment = _own_comment(unit, comment_id)
    if before is not None and clean_lines(before) != comment.text:
        raise Refused(mark("Notes", "The note was changed in another window in the meantime."))
    comment.text, comment.edited_at = clean_lines(text), unit.now


def remove_comment(unit: UnitOfWork, comment_id: int) -> None:
    """Take one's own remark away."""
    unit.session.delete(_own_comment(unit, comment_id))


def _own_comment(unit: UnitOfWork, comment_id: int) -> Comment:
    comment = unit.session.get(Comment, comment_id, with_for_update=True)
    if comment is None:
        raise NotFound()
    if comment.author_id != unit.actor.id:
        raise Forbidden()
    return comment


def set_tags(unit: UnitOfWork, record: Record, names: Sequence[str]) -> list[Tag]:
    """Let the record have exactly these tags; new words become tags. Case and diacritics do not make two tags."""
    known = {fold(tag.name): tag for tag in unit.session.scalars(select(Tag))}
    wanted: dict[str, Tag] = {}
    for name in filter(None, map(clean, names)):
        tag = known.get(fold(name)) or Tag(name=name)
        wanted[fold(name)] = known[fold(name)] = tag
    unit.session.add_all(wanted.values())
    unit.session.flush()
    _replace(unit, record, {tag.id for tag in wanted.values()})
    return list(wanted.values())


def change_tags(unit: UnitOfWork, record: Record, before: Sequence[str], after: Sequence[str]) -> list[Tag]:
    """Add and take away what one user did; tags that others gave or took meanwhile stay as they left them.

    The record is held, so that two at once do it one after the other.
    """
    left, kept = {fold(name) for name in after}, {fold(name) for name in before}
    present = [row.tag.name for row in unit.session.scalars(_on(RecordTag, record))]
    stay = [name for name in present if fold(name) in left or fold(name) not in kept]
    new = [name for name in after if fold(name) not in kept]
    return set_tags(unit, record, [*stay, *new])


def add_tags(unit: UnitOfWork, entity: type[Record], record_ids: Sequence[int], names: Sequence[str]) -> int:
    """Add tags to many records beside those they have; how many records there were."""
    for record_id in record_ids:
        record = unit.get(entity, record_id)
        present = [row.tag.name for row in unit.session.scalars(_on(RecordTag, record))]
        set_tags(unit, record, [*present, *names])
    return len(record_ids)


def _replace(unit: UnitOfWork, record: Record, wanted: set[int]) -> None:
    present = {row.tag_id: row for row in unit.session.scalars(_on(RecordTag, record))}
    for tag_id in wanted - set(present):
        unit.session.add(RecordTag(module=record.__tablename__, record_id=record.id, tag_id=tag_id))
    for tag_id in set(present) - wanted:
        unit.session.delete(present[tag_id])
    unit.session.flush()


def attach(unit: UnitOfWork, record: Record, path: Path) -> Attachment:
    """Keep a copy of a file with the record; Refused above `LARGEST`, Unavailable when it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unavailable(mark("Notes", "The file {path} cannot be read."), path=path) from error
    return attach_bytes(unit, record, path.name, content)


def attach_bytes(unit: UnitOfWork, record: Record, name: str, content: bytes) -> Attachment:
    """Keep these bytes with the record under a file name."""
    if len(content) > LARGEST:
        raise Refused(mark("Notes", "{name} is larger than {limit} MB."), name=name, limit=LARGEST // 2**20)
    kept = Attachment(module=record.__tablename__, record_id=record.id, name=name, created_at=unit.now)
    kept.size, kept.content, kept.sha256 = len(content), content, hashlib.sha256(content).hexdigest()
    kept.author_id = unit.actor.id
    unit.session.add(kept)
    unit.session.flush()
    return kept


def attachment_content(unit: UnitOfWork, attachment_id: int) -> tuple[str, bytes]:
    """File name and bytes of an attachment."""
    kept = unit.session.get(Attachment, attachment_id)
    if kept is None:
        raise NotFound()
    return kept.name, kept.content


def remove_attachment(unit: UnitOfWork, attachment_id: int) -> None:
    """Take a file away from its record."""
    kept = unit.session.get(Attachment, attachment_id)
    if kept is None:
        raise NotFound()
    unit.session.delete(kept)


def remove_all(unit: UnitOfWork, record: Record) -> None:
    """Take away every comment, tag and file of a record."""
    for entity in (Comment, RecordTag, Attachment):
        unit.session.execute(delete(entity).where(entity.module == record.__tablename__, entity.record_id == record.id))


def _on(entity: Any, record: Record) -> Any:
    return select(entity).where(entity.module == record.__tablename__, entity.record_id == record.id)
