"""Triggers for what a policy cannot say, because it knows a row only as it was or only as it becomes.

- A column that points to a record may be given only the id of one that is seen. A reference that was there stays, seen
  or not. A hidden record and a missing one are refused in the same words.
- A record goes to the recycle bin as far as the right to delete reaches; its id never changes. One that was shared to
  be changed is not taken by that.
- Words of a comment are its author's alone, and nobody puts them, or a file, into another one's mouth; who changes a
  record may take its comments along to another one.
- A record may be given to somebody whose records one does not see. Row security would refuse the row it becomes, so the
  statement leaves the owner as it is and the owner of the database sets the new one right after.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop_crm.storage.policies.questions import DONE
from desktop_crm.storage.policies.shape import Shape

_CHECK = "LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp"

_UNSEEN = "RAISE EXCEPTION 'a record that is referred to does not exist' USING ERRCODE = '42501'"


def _beyond(verb: str) -> str:
    """That a verb does not reach a record of the trigger's table, whatever is shared."""
    owners = f"crm_owners(TG_TABLE_NAME, '{verb}')"
    return f"crm_reach(TG_TABLE_NAME, '{verb}') <> 'all' AND (OLD.owner_id = ANY ({owners})) IS NOT TRUE"


_GIVING = (
    f"""
CREATE OR REPLACE FUNCTION crm_private.hand_over() RETURNS trigger {DONE} AS $$
BEGIN
  IF pg_trigger_depth() > 1 OR crm_reach(TG_TABLE_NAME, 'see') = 'all'
     OR NEW.owner_id = ANY (crm_owners(TG_TABLE_NAME, 'see')) THEN
    RETURN NEW;
  END IF;
  INSERT INTO crm_private.handover VALUES (pg_current_xact_id(), TG_TABLE_NAME, OLD.id, NEW.owner_id);
  NEW.owner_id := OLD.owner_id;
  RETURN NEW;
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_private.handed_over() RETURNS trigger {DONE} AS $$
DECLARE wish record;
BEGIN
  IF pg_trigger_depth() > 1 THEN
    RETURN NULL;
  END IF;
  DELETE FROM crm_private.handover h
    WHERE h.transaction = pg_current_xact_id() AND h.module = TG_TABLE_NAME AND h.record_id = NEW.id
    RETURNING h.owner_id INTO wish;
  IF FOUND THEN
    EXECUTE format('UPDATE public.%I SET owner_id = $1 WHERE id = $2', TG_TABLE_NAME) USING wish.owner_id, NEW.id;
  END IF;
  RETURN NULL;
END $$
""",
    f"""
CREATE OR REPLACE FUNCTION crm_private.guard_record() RETURNS trigger {_CHECK} AS $$
BEGIN
  IF NOT row_security_active(TG_RELID) THEN
    RETURN NEW;
  ELSIF NEW.id <> OLD.id THEN
    RAISE EXCEPTION 'ids do not change' USING ERRCODE = '42501';
  ELSIF OLD.deleted_at IS DISTINCT FROM NEW.deleted_at AND {_beyond("delete")} THEN
    RAISE EXCEPTION 'no right to delete this record' USING ERRCODE = '42501';
  ELSIF OLD.owner_id IS DISTINCT FROM NEW.owner_id AND {_beyond("change")} THEN
    RAISE EXCEPTION 'what is shared is not given away' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$
""",
)

_AUTHORS = f"""
CREATE OR REPLACE FUNCTION crm_private.guard_author() RETURNS trigger {_CHECK} AS $$
BEGIN
  IF row_security_active(TG_RELID)
     AND (OLD.author_id IS DISTINCT FROM NEW.author_id OR OLD.author_id IS DISTINCT FROM crm_user_id()) THEN
    RAISE EXCEPTION 'these are the words of another user' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$
"""


def triggers(shape: Shape) -> Iterator[str]:
    """The functions and triggers of every table that needs them."""
    yield from (*_GIVING, _AUTHORS)
    changed = "OLD.author_id IS DISTINCT FROM NEW.author_id"
    yield _trigger("comment", "crm_author", "BEFORE UPDATE", "guard_author", f"{changed} OR OLD.text <> NEW.text")
    yield _trigger("attachment", "crm_author", "BEFORE UPDATE OF author_id", "guard_author", changed)
    for table in shape.modules:
        yield _trigger(table, "crm_guard", "BEFORE UPDATE", "guard_record",
                       "OLD.id <> NEW.id OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at"
                       " OR OLD.owner_id IS DISTINCT FROM NEW.owner_id")  # fmt: skip
        yield _trigger(table, "crm_hand_over", "BEFORE UPDATE OF owner_id", "hand_over",
                       "OLD.owner_id IS DISTINCT FROM NEW.owner_id")  # fmt: skip
        yield _trigger(table, "crm_handed_over", "AFTER UPDATE OF owner_id", "handed_over", "")
    for table, columns in shape.references.items():
        yield _seen_function(table, columns)
        named = ", ".join(column for column, _ in columns)
        yield _trigger(table, "crm_seen", f"BEFORE INSERT OR UPDATE OF {named}", f"seen_by_{table}", "")


def _trigger(table: str, name: str, when: str, function: str, condition: str) -> str:
    only = f" WHEN ({condition})" if condition else ""
    return (
        f"CREATE OR REPLACE TRIGGER {name} {when} ON {table} FOR EACH ROW{only}"
        f" EXECUTE FUNCTION crm_private.{function}()"
    )


def _seen_function(table: str, columns: tuple[tuple[str, str], ...]) -> str:
    """In the name of whoever writes: what the policies show them is what they may point to."""
    checks = "".join(
        f"""
  IF NEW.{column} IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.{column} IS DISTINCT FROM OLD.{column})
     AND NOT EXISTS (SELECT 1 FROM public.{target} WHERE id = NEW.{column}) THEN
    {_UNSEEN};
  END IF;"""
        for column, target in columns
    )
    return f"""
CREATE OR REPLACE FUNCTION crm_private.seen_by_{table}() RETURNS trigger {_CHECK} AS $$
BEGIN
  IF NOT row_security_active(TG_RELID) THEN
    RETURN NEW;
  END IF;{checks}
  RETURN NEW;
END $$
"""
