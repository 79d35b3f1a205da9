"""On a server history, versions and stamps are kept by triggers, so that no client can pass them by or forge them.

A later migration that adds a column to a record takes this module by its revision and calls `tell_record` for the table
with the columns it knows.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

TOLD = {
    "lead": "salutation family_name given_name company job_title mobile phone email website tax_code status rating "
    "source industry employees annual_revenue:4 address ward province campaign next_step next_step_on:day "
    "do_not_call do_not_email marketing_consent converted_at:moment organization_id contact_id opportunity_id "
    "notes owner_id team_id",
    "organization": "name short_name tax_code customer_code type industry source phone fax email other_emails website "
    "address ward province billing_address delivery_address employees annual_revenue:4 credit_limit:4 payment_terms "
    "price_book_id parent_id representative representative_title authorization_number authorized_on:day "
    "founded_on:day analysis_group card_tier last_purchase_on:day description notes owner_id team_id",
    "contact": "salutation family_name given_name organization_id department job_title buying_role reports_to_id "
    "mobile phone email email2 zalo birthday:day anniversary:day assistant interests source tax_code address ward "
    "province email_consent call_consent message_consent notes owner_id team_id",
    "opportunity": "name organization_id contact_id stage amount:4 probability:4 expected_revenue:4 "
    "expected_close_date:day closed_on:day type source campaign next_step next_step_on:day competitor products "
    "lost_reason notes owner_id team_id",
    "quote": "subject status quote_date:day valid_until:day supply_date:day opportunity_id price_book_id payment_terms "
    "delivery_terms warranty_terms introduction terms revision revises_id issued_at:moment decided_at:moment "
    "refusal_reason buyer_name buyer_address buyer_tax_code recipient recipient_title buyer_phone buyer_email "
    "organization_id contact_id currency exchange_rate:6 discount_percent:4 discount_amount:4 shipping:4 "
    "shipping_tax_code adjustment:4 subtotal:4 discount_total:4 net_total:4 tax_total:4 grand_total:4 notes "
    "owner_id team_id",
    "sales_order": "subject status order_date:day delivery_date:day due_date:day quote_id opportunity_id "
    "delivery_address payment_terms delivery_terms warranty_terms terms paid_total:4 owed_total:4 buyer_name "
    "buyer_address buyer_tax_code recipient recipient_title buyer_phone buyer_email organization_id contact_id "
    "currency exchange_rate:6 discount_percent:4 discount_amount:4 shipping:4 shipping_tax_code adjustment:4 "
    "subtotal:4 discount_total:4 net_total:4 tax_total:4 grand_total:4 notes owner_id team_id",
    "contract": "subject contract_number type status organization_id contact_id opportunity_id quote_id order_id "
    "value:4 currency signed_on:day signed_at effective_on:day expires_on:day renewal_reminder_on:day buyer_name "
    "buyer_address buyer_phone buyer_fax buyer_email buyer_tax_code buyer_bank_account buyer_representative "
    "buyer_representative_title buyer_authorization payment_terms delivery_terms warranty_terms "
    "penalty_percent:4 legal_bases more_articles appendices liquidated_on:day copies notes owner_id team_id",
    "product": "code name type group_id unit cost_price:4 list_price:4 tax_code brand warranty stock:4 sold_from:day "
    "sold_until:day discontinued description notes owner_id team_id",
}
"""The columns of each table that history tells, in its order; with decimal places, or as a day or a moment."""

DERIVED = {
    "lead": "title title_sort company_sort search_text",
    "organization": "title title_sort search_text",
    "contact": "title title_sort search_text",
    "opportunity": "title title_sort search_text",
    "quote": "title title_sort buyer_sort search_text",
    "sales_order": "title title_sort buyer_sort search_text",
    "contract": "title title_sort search_text",
    "product": "title title_sort search_text",
}
"""The columns the program computes from the others: to compute them anew is no change."""

PARTS = {
    "organization_bank_account": ("organization", "bank_accounts", "part.organization_id"),
    "stage_change": ("opportunity", "stage_changes", "part.opportunity_id"),
    "quote_group": ("quote", "groups", "part.quote_id"),
    "quote_line": ("quote", "lines", "part.quote_id"),
    "order_group": ("sales_order", "groups", "part.order_id"),
    "order_line": ("sales_order", "lines", "part.order_id"),
    "payment": ("sales_order", "payments", "part.order_id"),
    "delivery": ("sales_order", "deliveries", "part.order_id"),
    "delivery_line": ("sales_order", "lines", "(SELECT d.order_id FROM delivery d WHERE d.id = part.delivery_id)"),
    "installment": ("contract", "installments", "part.contract_id"),
}
"""The tables of rows that are part of a record: its table, the part's name in history, how its id is found."""

OWNER = "(SELECT relowner FROM pg_class WHERE oid = 'public.app_user'::regclass)"
SAFE = "SET search_path = pg_catalog, public, pg_temp"
DEFINER = f"LANGUAGE plpgsql SECURITY DEFINER {SAFE}"
IN_BULK = "SET enable_nestloop = off SET jit = off SET plan_cache_mode = force_generic_plan"  # for one row as for many
_EVENTS = {
    "INSERT": "NEW TABLE AS come",
    "UPDATE": "OLD TABLE AS gone NEW TABLE AS come",
    "DELETE": "OLD TABLE AS gone",
}


def upgrade() -> None:
    where = sa.text("transaction_id IS NOT NULL")
    op.create_index(
        "ix_history_entry_transaction_id",
        "history_entry",
        ["transaction_id"],
        sqlite_where=where,
        postgresql_where=where,
    )
    if op.get_bind().dialect.name != "postgresql":
        return
    _who_and_whether()
    _words_of_history()
    _writer()
    _stamp_new()
    for table in TOLD:
        tell_record(table, TOLD[table], DERIVED[table])
        _on_each_row(table)
        _on_each_statement(table)
    for table, (record, part, key) in PARTS.items():
        tell_part(table, record, part, key)
        _on_each_statement(table)
    _take_from_public()


def _who_and_whether() -> None:
    """Who is connected, and whether the owner of the database copies rows whose history comes along."""
    op.execute(
        f"""CREATE OR REPLACE FUNCTION crm_user_id() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
        {SAFE} AS $$
        SELECT coalesce((SELECT id FROM public.app_user WHERE name = session_user AND active),
            CASE WHEN NOT EXISTS (SELECT 1 FROM public.app_user WHERE name = session_user)
                  AND pg_has_role(session_user, {OWNER}, 'MEMBER')
                 THEN nullif(current_setting('crm.user_id', true), '')::bigint END) $$"""
    )
    op.execute(
        f"""CREATE FUNCTION crm_copying() RETURNS boolean {DEFINER} STABLE AS $$ BEGIN
        IF current_setting('crm.copying', true) IS DISTINCT FROM 'on' THEN RETURN false; END IF;
        RETURN pg_has_role(session_user, {OWNER}, 'MEMBER');
        END $$"""
    )


def _words_of_history() -> None:
    """Values as `storage.history` writes them, and what two entries about one record in one transaction make."""
    op.execute(
        """CREATE FUNCTION crm_moment(moment timestamptz) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT regexp_replace(to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '\\.000000$', '')
               || '+00:00' $$"""
    )
    op.execute(
        """CREATE FUNCTION crm_custom_changes(old jsonb, new jsonb) RETURNS jsonb
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(jsonb_agg(jsonb_build_array('custom.' || key, old -> key, new -> key)
                                  ORDER BY key COLLATE "C"), '[]')
        FROM (SELECT jsonb_object_keys(old) UNION SELECT jsonb_object_keys(new)) AS keys(key)
        WHERE coalesce(old -> key, 'null') <> coalesce(new -> key, 'null') $$"""
    )
    op.execute(
        """CREATE FUNCTION crm_merged(before jsonb, after jsonb) RETURNS jsonb
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        WITH told AS (
            SELECT one ->> 0 AS key, one -> 1 AS old, one -> 2 AS new, place,
                   jsonb_typeof(one -> 2) = 'object' AND one ->> 0 NOT LIKE 'custom.%' AS is_part
            FROM jsonb_array_elements(before || after) WITH ORDINALITY AS each(one, place)
        ), fields AS (
            SELECT key, (array_agg(old ORDER BY place))[1] AS old, (array_agg(new ORDER BY place DESC))[1] AS new,
                   min(place) AS place
            FROM told WHERE NOT is_part GROUP BY key
        ), counted AS (
            SELECT told.key, count.key AS what, sum(count.value::bigint) AS number
            FROM told CROSS JOIN jsonb_each_text(told.new) AS count WHERE is_part GROUP BY told.key, count.key
        ), together AS (
            SELECT key, old, new, false AS is_part, place FROM fields WHERE old <> new
            UNION ALL SELECT key, 'null', jsonb_object_agg(what, number), true, 0 FROM counted GROUP BY key
        )
        SELECT coalesce(jsonb_agg(jsonb_build_array(key, old, new) ORDER BY is_part, place, key COLLATE "C"), '[]')
        FROM together $$"""
    )
    op.execute(
        """CREATE FUNCTION crm_without_parts(changes jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(jsonb_agg(one ORDER BY place), '[]')
        FROM jsonb_array_elements(changes) WITH ORDINALITY AS each(one, place)
        WHERE jsonb_typeof(one -> 2) <> 'object' OR one ->> 0 LIKE 'custom.%' $$"""
    )
    op.execute(
        f"""CREATE FUNCTION crm_user_name() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER {SAFE} AS $$
        SELECT coalesce((SELECT coalesce(nullif(full_name, ''), name) FROM app_user WHERE id = crm_user_id()),
                        session_user::text) $$"""
    )


def _writer() -> None:
    """One entry for each record and transaction: the latest one of the record, where this transaction wrote it."""
    op.execute(
        f"""CREATE FUNCTION crm_tell(of text, ids bigint[], actions text[], told jsonb[]) RETURNS void
        {DEFINER} {IN_BULK} AS $$
        DECLARE this_one bigint := pg_current_xact_id()::text::bigint; who bigint; called text;
        BEGIN
        IF coalesce(cardinality(ids), 0) = 0 THEN RETURN; END IF;
        who := crm_user_id(); called := crm_user_name();
        WITH known AS MATERIALIZED (
            SELECT now.id, now.action, now.changes, had.id AS entry, had.action AS was, had.changes AS before
            FROM unnest(ids, actions, told) AS now(id, action, changes)
            LEFT JOIN LATERAL (
                SELECT h.* FROM history_entry h WHERE h.module = of AND h.record_id = now.id ORDER BY h.id DESC LIMIT 1
            ) had ON had.transaction_id = this_one
        ), merged AS (
            UPDATE history_entry e SET
                action = CASE WHEN k.action = 'changed' THEN k.was ELSE k.action END,
                changes = CASE WHEN k.action = 'erased' THEN crm_without_parts(k.before)
                               ELSE crm_merged(k.before, k.changes) END
            FROM known k WHERE e.id = k.entry AND (k.was <> 'created' OR k.action = 'erased')
        )
        INSERT INTO history_entry (module, record_id, at, user_id, user_name, action, changes, transaction_id)
        SELECT of, k.id, now(), who, called, k.action, k.changes, this_one FROM known k WHERE k.entry IS NULL
        ORDER BY k.id;
        PERFORM pg_notify('crm_changes', '');
        END $$"""
    )


def _stamp_new() -> None:
    op.execute(
        f"""CREATE FUNCTION crm_stamp_new() RETURNS trigger {DEFINER} AS $$
        DECLARE who bigint;
        BEGIN
        IF crm_copying() THEN RETURN NEW; END IF;
        who := crm_user_id();
        NEW.version := 1;
        IF who IS NOT NULL OR NEW.created_at IS NULL THEN
            NEW.created_at := now(); NEW.created_by_id := who;
        END IF;
        IF who IS NOT NULL OR NEW.modified_at IS NULL THEN
            NEW.modified_at := now(); NEW.modified_by_id := who;
        END IF;
        RETURN NEW;
        END $$"""
    )


def tell_record(table: str, told: str, derived: str) -> None:
    """Make, or make anew, the functions that keep a table's versions and tell its changes."""
    _stamp_changed(table, derived)
    columns = ",\n".join(_told(*column.partition(":")[::2]) for column in told.split())
    op.execute(
        f"""CREATE OR REPLACE FUNCTION crm_tell_{table}() RETURNS trigger {DEFINER} {IN_BULK} AS $$
        BEGIN
        IF crm_copying() THEN RETURN NULL; END IF;
        IF TG_OP = 'INSERT' THEN
            INSERT INTO history_entry (module, record_id, at, user_id, user_name, action, changes, transaction_id)
            SELECT '{table}', n.id, now(), by.id, by.name, 'created', '[]', pg_current_xact_id()::text::bigint
            FROM come n CROSS JOIN (SELECT crm_user_id() AS id, crm_user_name() AS name OFFSET 0) AS by ORDER BY n.id;
            IF FOUND THEN PERFORM pg_notify('crm_changes', ''); END IF;
        ELSIF TG_OP = 'DELETE' THEN
            PERFORM crm_tell('{table}', array_agg(o.id), array_agg('erased'::text), array_agg('[]'::jsonb)) FROM gone o;
        ELSE
            PERFORM crm_tell('{table}', array_agg(one.id), array_agg(one.action), array_agg(one.changes))
            FROM (
                SELECT n.id,
                    CASE WHEN (o.deleted_at IS NULL) = (n.deleted_at IS NULL) THEN 'changed'
                         WHEN n.deleted_at IS NULL THEN 'restored' ELSE 'deleted' END AS action,
                    to_jsonb(array_remove(ARRAY[{columns}]::jsonb[], NULL)) || CASE WHEN o.custom = n.custom THEN '[]'
                         ELSE crm_custom_changes(o.custom, n.custom) END AS changes
                FROM gone o JOIN come n ON n.id = o.id
            ) one WHERE one.action <> 'changed' OR one.changes <> '[]';
        END IF;
        RETURN NULL;
        END $$"""
    )


def _told(column: str, kind: str) -> str:
    old, new = (_value(f'{row}."{column}"', kind) for row in "on")
    return (
        f"""CASE WHEN o."{column}" IS DISTINCT FROM n."{column}" THEN jsonb_build_array('{column}', {old}, {new}) END"""
    )


def _value(column: str, kind: str) -> str:
    if kind.isdigit():
        return f"trim_scale({column} * {10 ** -int(kind):.{kind}f})::text"
    return {"": column, "day": f"to_char({column}, 'YYYY-MM-DD')", "moment": f"crm_moment({column})"}[kind]


def _stamp_changed(table: str, derived: str) -> None:
    """A version rises once in a transaction, by one, whatever a client says; stamps tell who did it when."""
    kept = " ".join(f"same.{c} := OLD.{c};" for c in (*derived.split(), "version", "modified_at", "modified_by_id"))
    op.execute(
        f"""CREATE OR REPLACE FUNCTION crm_stamp_{table}() RETURNS trigger {DEFINER} AS $$
        DECLARE who bigint; same {table};
        BEGIN
        IF crm_copying() THEN RETURN NEW; END IF;
        who := crm_user_id();
        same := NEW; {kept}
        IF who IS NOT NULL THEN
            NEW.created_at := OLD.created_at; NEW.created_by_id := OLD.created_by_id;
        END IF;
        IF OLD.xmin = pg_current_xact_id()::xid AND (OLD.modified_at = now() OR who IS NULL)
           OR (NEW.version <= OLD.version AND same IS NOT DISTINCT FROM OLD) THEN
            NEW.version := OLD.version;
            IF who IS NOT NULL THEN
                NEW.modified_at := OLD.modified_at; NEW.modified_by_id := OLD.modified_by_id;
            END IF;
        ELSE
            NEW.version := OLD.version + 1;
            IF who IS NOT NULL OR NEW.modified_at = OLD.modified_at THEN NEW.modified_at := now(); END IF;
            NEW.modified_by_id := who;
        END IF;
        RETURN NEW;
        END $$"""
    )


def tell_part(table: str, record: str, part: str, key: str) -> None:
    """Make the function that tells rows of a part under their record and raises its version."""
    op.execute(
        f"""CREATE OR REPLACE FUNCTION crm_tell_{table}() RETURNS trigger {DEFINER} {IN_BULK} AS $$
        DECLARE ids bigint[]; told jsonb[];
        BEGIN
        IF crm_copying() THEN RETURN NULL; END IF;
        IF TG_OP = 'INSERT' THEN
            SELECT array_agg(one.id), array_agg(one.counted) INTO ids, told FROM (
                SELECT {key} AS id, {_counted(part, "added")} FROM come part GROUP BY 1) one;
        ELSIF TG_OP = 'DELETE' THEN
            SELECT array_agg(one.id), array_agg(one.counted) INTO ids, told FROM (
                SELECT {key} AS id, {_counted(part, "removed")} FROM gone part GROUP BY 1) one;
        ELSE
            SELECT array_agg(one.id), array_agg(one.counted) INTO ids, told FROM (
                SELECT {key} AS id, {_counted(part, "changed")}
                FROM come part JOIN gone was ON was.id = part.id WHERE was IS DISTINCT FROM part GROUP BY 1
                UNION ALL
                SELECT here.id, {_counted(part, "removed")}
                FROM (SELECT part.id AS place, {key} AS id FROM gone part) here
                JOIN (SELECT part.id AS place, {key} AS id FROM come part) there ON there.place = here.place
                WHERE there.id <> here.id GROUP BY 1) one;
        END IF;
        SELECT array_agg(one.id), array_agg(one.counts) INTO ids, told FROM (
            SELECT r.id, crm_merged('[]', jsonb_agg(each.counted)) AS counts
            FROM unnest(ids, told) AS each(id, counted) JOIN {record} r ON r.id = each.id GROUP BY r.id) one;
        IF ids IS NULL THEN RETURN NULL; END IF;
        UPDATE {record} r SET version = r.version + 1
        WHERE r.id = ANY (ids) AND NOT (r.xmin = pg_current_xact_id()::xid AND r.modified_at = now());
        PERFORM crm_tell('{record}', ids, array_fill('changed'::text, ARRAY[cardinality(ids)]), told);
        RETURN NULL;
        END $$"""
    )


def _counted(part: str, what: str) -> str:
    return f"jsonb_build_array('{part}', NULL, jsonb_build_object('{what}', count(*))) AS counted"


def _on_each_row(table: str) -> None:
    for event, function in (("INSERT", "new"), ("UPDATE", table)):
        op.execute(
            f"CREATE TRIGGER crm_stamp_{event.lower()} BEFORE {event} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION crm_stamp_{function}()"
        )


def _on_each_statement(table: str) -> None:
    for event, rows in _EVENTS.items():
        op.execute(
            f"CREATE TRIGGER crm_tell_{event.lower()} AFTER {event} ON {table} "
            f"REFERENCING {rows} FOR EACH STATEMENT EXECUTE FUNCTION crm_tell_{table}()"
        )


def _take_from_public() -> None:
    """Nobody calls the writers of history but the triggers."""
    helpers = (
        "crm_copying()",
        "crm_user_name()",
        "crm_stamp_new()",
        "crm_tell(text, bigint[], text[], jsonb[])",
    )
    of_tables = [f"crm_{what}_{table}()" for what in ("stamp", "tell") for table in TOLD]
    for function in (*helpers, *of_tables, *(f"crm_tell_{table}()" for table in PARTS)):
        op.execute(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC")
