"""Lists in any order and searches read an index, not the whole table."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ORDERED = {
    "lead": "company_sort status mobile phone email tax_code source next_step_on created_at modified_at",
    "organization": "tax_code customer_code type industry phone fax email annual_revenue credit_limit last_purchase_on "
    "created_at modified_at",
    "contact": "job_title buying_role mobile phone email email2 tax_code created_at modified_at",
    "opportunity": "stage amount probability expected_revenue expected_close_date created_at modified_at",
    "quote": "buyer_sort subject status quote_date valid_until grand_total created_at modified_at",
    "sales_order": "buyer_sort subject status order_date due_date grand_total owed_total created_at modified_at",
    "contract": "subject contract_number status value signed_on expires_on created_at modified_at",
    "product": "code type unit list_price tax_code stock created_at modified_at",
}
"""The columns of each table that get an index of their own."""

RELATED = {
    "contact": "organization_id",
    "opportunity": "organization_id",
    "contract": "organization_id",
    "product": "group_id",
}
"""The relations that lists are sorted by; every table is sorted by its owner."""

NAMES = {"lead": "company_sort", "quote": "buyer_sort", "sales_order": "buyer_sort"}
OLD = ("created_by_id", "modified_at_id", "modified_by_id", "title_sort_id", "owner_id")
OLD_TOO = {"opportunity": "stage", "product": "code"}


def upgrade() -> None:
    op.create_table(
        "search_prefix",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("module", sa.String(length=40), nullable=False),
        sa.Column("prefix", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("records", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_prefix")),
        sa.UniqueConstraint("module", "prefix", name=op.f("uq_search_prefix_module_prefix")),
    )
    op.create_index("ix_app_user_full_name", "app_user", ["full_name", "id"])
    for table, column in NAMES.items():
        key = sa.String().with_variant(sa.String(collation="C"), "postgresql")
        op.add_column(table, sa.Column(column, key, server_default="", nullable=False))
    for table in ORDERED:
        _index(table)
    server = op.get_bind().dialect.name == "postgresql"
    if server:
        _server_functions()
    for table in ORDERED:
        _words_on_server(table) if server else _words_in_file(table)


def _index(table: str) -> None:
    for name in OLD:
        op.drop_index(f"ix_{table}_{name}", table)
    if table in OLD_TOO:
        op.drop_index(f"ix_{table}_{OLD_TOO[table]}", table)
    op.create_index(f"ix_{table}_title_sort", table, ["title_sort", "id", "deleted_at", "owner_id", "search_text"])
    if table in RELATED:
        op.drop_index(f"ix_{table}_{RELATED[table]}", table)
    for column in ("owner_id", *RELATED.get(table, "").split()):
        op.create_index(f"ix_{table}_{column}", table, [column, "title_sort", "id", "deleted_at"])
    _partial(table, "deleted_at", "deleted_at IS NOT NULL")
    for column in ORDERED[table].split():
        _partial(table, column, "deleted_at IS NULL")


def _partial(table: str, column: str, condition: str) -> None:
    where = sa.text(condition)
    op.create_index(f"ix_{table}_{column}", table, [column, "id"], sqlite_where=where, postgresql_where=where)


def _words_in_file(table: str) -> None:
    """SQLite: a full-text index of the words, kept true by triggers in the transaction of each change."""
    words = f"{table}_words"
    op.execute(
        f"CREATE VIRTUAL TABLE {words} USING fts5(search_text, content='{table}', content_rowid='id', "
        """tokenize="unicode61 remove_diacritics 0", prefix='1 2 3', detail=none, columnsize=0)"""
    )
    forget = f"INSERT INTO {words}({words}, rowid, search_text) VALUES ('delete', old.id, old.search_text);"
    learn = f"INSERT INTO {words}(rowid, search_text) VALUES (new.id, new.search_text);"
    changed = f"UPDATE OF search_text ON {table} WHEN old.search_text <> new.search_text"
    op.execute(f"CREATE TRIGGER {words}_insert AFTER INSERT ON {table} BEGIN {learn} END")
    op.execute(f"CREATE TRIGGER {words}_delete AFTER DELETE ON {table} BEGIN {forget} END")
    op.execute(f"CREATE TRIGGER {words}_update AFTER {changed} BEGIN {forget} {learn} END")
    op.execute(f"INSERT INTO {words}({words}) VALUES ('rebuild')")


def _server_functions() -> None:
    """What a search asks the server about the rights of whoever is connected.

    `crm_scope` says how much of a module a user sees: 'all', 'wide' (the records of many owners) or 'narrow' (of few).
    `crm_owners` are the owners whose records these are, `crm_shared` single records besides. Until users have rights of
    their own everybody sees all.
    """
    op.execute(
        "CREATE FUNCTION crm_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE "
        "AS $$ SELECT pg_catalog.array_to_tsvector(pg_catalog.string_to_array(pg_catalog.btrim(words), ' ')) $$"
    )
    for name, result, value in (
        ("crm_scope", "text", "'all'::text"),
        ("crm_owners", "bigint[]", "'{}'::bigint[]"),
        ("crm_shared", "bigint[]", "'{}'::bigint[]"),
    ):
        about = "LANGUAGE sql STABLE PARALLEL SAFE"
        op.execute(f"CREATE FUNCTION {name}(module text) RETURNS {result} {about} AS $$ SELECT {value} $$")


def _words_on_server(table: str) -> None:
    """PostgreSQL: an index of the words, and a function that reads it for those who see the records of many owners.

    Row security keeps operators that are not leakproof from using an index; the function, which runs as its owner,
    uses it, applies the same rule, and tells no more than ids.
    """
    op.execute(f"CREATE INDEX ix_{table}_words ON {table} USING gin (crm_words(search_text))")
    op.execute(f"ALTER TABLE {table} ALTER search_text SET STATISTICS 500")
    op.execute(
        f"""CREATE FUNCTION crm_find_{table}(driver text, patterns text[]) RETURNS SETOF bigint
        LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000 SET search_path = pg_catalog, public, pg_temp
        AS $$ SELECT r.id FROM {table} r
        WHERE crm_words(r.search_text) @@ driver::tsquery AND r.search_text LIKE ALL (patterns)
        AND (crm_scope('{table}') = 'all' OR r.owner_id IN (SELECT unnest(crm_owners('{table}')))
             OR r.id IN (SELECT unnest(crm_shared('{table}')))) $$"""
    )
