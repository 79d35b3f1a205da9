"""Users have roles with rights; records are shared; who signs in is kept, and which saves were answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "role",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.String(length=100), server_default="", nullable=False),
        sa.Column("preset", sa.String(length=20), server_default="", nullable=False),
        sa.Column("administers", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
        sa.UniqueConstraint("name", name=op.f("uq_role_name")),
    )
    op.create_table(
        "field_right",
        sa.Column("id", KEY, nullable=False),
        sa.Column("role_id", KEY, nullable=False),
        sa.Column("module", sa.String(length=40), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("level", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["role_id"], ["role.id"], name=op.f("fk_field_right_role_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_field_right")),
        sa.UniqueConstraint("role_id", "module", "field", name=op.f("uq_field_right_role_id_module_field")),
    )
    op.create_table(
        "role_right",
        sa.Column("id", KEY, nullable=False),
        sa.Column("role_id", KEY, nullable=False),
        sa.Column("module", sa.String(length=40), nullable=False),
        sa.Column("sees", sa.String(length=10), server_default="none", nullable=False),
        sa.Column("creates", sa.String(length=10), server_default="none", nullable=False),
        sa.Column("changes", sa.String(length=10), server_default="none", nullable=False),
        sa.Column("deletes", sa.String(length=10), server_default="none", nullable=False),
        sa.Column("exports", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("prints", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["role_id"], ["role.id"], name=op.f("fk_role_right_role_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_right")),
        sa.UniqueConstraint("role_id", "module", name=op.f("uq_role_right_role_id_module")),
    )
    op.create_table(
        "editing",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("module", sa.String(length=40), nullable=False),
        sa.Column("record_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_editing_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_editing")),
        sa.UniqueConstraint("module", "record_id", "user_id", name=op.f("uq_editing_module_record_id_user_id")),
    )
    op.create_table(
        "receipt",
        sa.Column("id", KEY, nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("user_id", KEY, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("result", JSON, nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_receipt_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
        sa.UniqueConstraint("token", name=op.f("uq_receipt_token")),
    )
    op.create_index("ix_receipt_at", "receipt", ["at"], unique=False)
    op.create_table(
        "share",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=True),
        sa.Column("team_id", KEY, nullable=True),
        sa.Column("may_change", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", KEY, nullable=True),
        sa.Column("module", sa.String(length=40), nullable=False),
        sa.Column("record_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["app_user.id"], name=op.f("fk_share_created_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_share_team_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_share_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share")),
        sa.UniqueConstraint(
            "module", "record_id", "user_id", "team_id", name=op.f("uq_share_module_record_id_user_id_team_id")
        ),
    )
    op.create_index("ix_share_team_id", "share", ["team_id", "module", "record_id"], unique=False)
    op.create_index("ix_share_user_id", "share", ["user_id", "module", "record_id"], unique=False)
    op.create_table(
        "sign_in",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=True),
        sa.Column("name", sa.String(length=63), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("machine", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_sign_in_user_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
    )
    op.create_index("ix_sign_in_user_id", "sign_in", ["user_id", "at"], unique=False)
    op.create_table(
        "user_within",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("reach", sa.String(length=10), nullable=False),
        sa.Column("owner_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["app_user.id"], name=op.f("fk_user_within_owner_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_user_within_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_within")),
        sa.UniqueConstraint("user_id", "reach", "owner_id", name=op.f("uq_user_within_user_id_reach_owner_id")),
    )
    op.add_column("app_user", sa.Column("password_hash", sa.String(length=200), server_default="", nullable=False))
    op.add_column("app_user", sa.Column("failures", sa.Integer(), server_default="0", nullable=False))
    op.add_column("app_user", sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True))
    key = "BIGINT" if op.get_bind().dialect.name == "postgresql" else "INTEGER"  # SQLite takes a reference only so
    op.execute(
        f"ALTER TABLE app_user ADD COLUMN role_id {key} "
        "CONSTRAINT fk_app_user_role_id REFERENCES role (id) ON DELETE SET NULL"
    )
    op.create_index(op.f("ix_app_user_role_id"), "app_user", ["role_id"], unique=False)
    op.add_column("history_entry", sa.Column("transaction_id", sa.BigInteger(), nullable=True))
