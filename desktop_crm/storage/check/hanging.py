"""What hangs on records: are files as they were stored, and is there a record for each remark, tag and file?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from desktop_crm.i18n import mark
from desktop_crm.models import BY_MODULE, Attachment, Comment, Editing, RecordTag, Share
from desktop_crm.storage.check.finding import Finding, Look

_HANGING: tuple[Any, ...] = (Comment, RecordTag, Attachment, Share, Editing)


def attachments(look: Look) -> Iterator[Finding]:
    """Files whose bytes are not those that were stored."""
    columns = select(Attachment.id, Attachment.name, Attachment.size, Attachment.sha256, Attachment.content)
    for row in look.session.execute(columns.order_by(Attachment.id).execution_options(yield_per=4)):
        if len(row.content) != row.size or hashlib.sha256(row.content).hexdigest() != row.sha256:
            words = mark("Check", "the file “{name}” is not as it was stored.")
            remedy = mark("Check", "Take it from a copy, or attach it again.")
            yield Finding("attachment", words, row.id, {"name": row.name}, remedy=remedy)


def orphans(look: Look) -> Iterator[Finding]:
    """Rows about a record that is not there."""
    for entity in _HANGING:
        for module, record in BY_MODULE.items():
            lost = select(entity.id, entity.record_id).where(entity.module == module)
            lost = lost.where(entity.record_id.not_in(select(record.id))).order_by(entity.id)
            for row, record_id in look.session.execute(lost):
                yield _orphan(entity, row, module, record_id)
        unknown = select(entity.id, entity.module, entity.record_id).where(entity.module.not_in(tuple(BY_MODULE)))
        for row, module, record_id in look.session.execute(unknown):
            yield _orphan(entity, row, module, record_id)


def _orphan(entity: Any, row: int, module: str, record_id: int) -> Finding:
    words = mark("Check", "belongs to {module} {record}, which is not there.")
    return Finding(entity.__tablename__, words, row, {"module": module, "record": record_id})
