"""Makes the body of a form from a module's declaration: an editor for each attribute, part tables, custom fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_crm.i18n import mark
from desktop_crm.models import Record
from desktop_crm.models.fields import Field, Kind, field_of
from desktop_crm.views.records.binding import Binding
from desktop_crm.views.records.declare import EntityView, PartTable, Section, entity_of
from desktop_crm.views.records.editors import make_editor
from desktop_crm.views.records.loaded import TAGS
from desktop_crm.views.records.offered import described
from desktop_crm.views.records.part_table import PartEditor, PartFrame
from desktop_crm.views.records.sections import SectionBox
from desktop_crm.views.records.tags_editor import TagsEditor
from desktop_crm.views.widgets.field import Field as FieldFrame

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_TAGS = Field(mark("Form", "Tags"), Kind.TEXT, key=TAGS)


def make_sections(
    context: Context, declared: EntityView, binding: Binding, custom: Mapping[str, Field]
) -> list[SectionBox]:
    """The sections in the declaration's order, then custom fields, part tables and tags, all bound."""
    made = [_section(context, section, binding) for section in declared.sections]
    if custom:
        made.append(_custom(context, custom, binding))
    made += [_part(context, table, binding) for table in declared.parts]
    return [*made, _tags(context, binding)]


def _frame(context: Context, field: Field, binding: Binding, entity: type[Record] | None = None) -> FieldFrame:
    editor = make_editor(field, context, entity=entity)
    frame = FieldFrame(field.label, editor, field.required and field.editable)
    binding.add(field, editor, frame)
    return frame


def _section(context: Context, section: Section, binding: Binding) -> SectionBox:
    frames = {
        one.key: _frame(context, described(one, context.rights), binding, entity_of(one)) for one in section.attributes
    }
    wide = {attribute.key for attribute in section.wide}
    long = {attribute.key for attribute in section.attributes if field_of(attribute).kind == Kind.LONG_TEXT}
    chosen = [frame for key, frame in frames.items() if key in wide | long]
    return SectionBox(section.title, list(frames.values()), chosen, section.collapsed)


def _custom(context: Context, custom: Mapping[str, Field], binding: Binding) -> SectionBox:
    frames = {key: _frame(context, field, binding) for key, field in custom.items()}
    wide = [frames[key] for key, field in custom.items() if field.kind == Kind.LONG_TEXT]
    return SectionBox(mark("Form", "Custom fields"), list(frames.values()), wide)


def _part(context: Context, table: PartTable, binding: Binding) -> SectionBox:
    editor = PartEditor(table, context)
    frame = PartFrame(table.title, editor)
    binding.add(Field(table.title, Kind.TEXT, key=table.part.key), editor, frame)
    return SectionBox(table.title, [frame], [frame])


def _tags(context: Context, binding: Binding) -> SectionBox:
    editor = TagsEditor(context)
    frame = FieldFrame(_TAGS.label, editor)
    binding.add(_TAGS, editor, frame)
    return SectionBox(mark("Form", "Sorting"), [frame], [frame])
