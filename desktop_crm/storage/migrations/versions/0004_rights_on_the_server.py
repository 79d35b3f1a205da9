"""A server keeps each user to what is theirs: roles, row security on every table, logins; a file needs none of it."""

from __future__ import annotations

from alembic import op

from desktop_crm.storage.policies import Shape, secure

revision = "0004"
down_revision = "0003"

SHAPE = Shape(
    modules=("lead", "organization", "contact", "opportunity", "quote", "sales_order", "contract", "product"),
    parts={
        "organization_bank_account": ("organization_id", "organization"),
        "stage_change": ("opportunity_id", "opportunity"),
        "quote_group": ("quote_id", "quote"),
        "quote_line": ("quote_id", "quote"),
        "order_group": ("order_id", "sales_order"),
        "order_line": ("order_id", "sales_order"),
        "payment": ("order_id", "sales_order"),
        "delivery": ("order_id", "sales_order"),
        "delivery_line": ("delivery_id", "delivery"),
        "installment": ("contract_id", "contract"),
    },
    references={
        "lead": (("contact_id", "contact"), ("opportunity_id", "opportunity"), ("organization_id", "organization")),
        "organization": (("parent_id", "organization"),),
        "contact": (("organization_id", "organization"), ("reports_to_id", "contact")),
        "opportunity": (("contact_id", "contact"), ("organization_id", "organization")),
        "quote": (
            ("contact_id", "contact"),
            ("opportunity_id", "opportunity"),
            ("organization_id", "organization"),
            ("revises_id", "quote"),
        ),
        "sales_order": (
            ("contact_id", "contact"),
            ("opportunity_id", "opportunity"),
            ("organization_id", "organization"),
            ("quote_id", "quote"),
        ),
        "contract": (
            ("contact_id", "contact"),
            ("opportunity_id", "opportunity"),
            ("order_id", "sales_order"),
            ("organization_id", "organization"),
            ("quote_id", "quote"),
        ),
        "quote_line": (("group_id", "quote_group"), ("product_id", "product")),
        "order_line": (("group_id", "order_group"), ("product_id", "product")),
        "delivery_line": (("order_line_id", "order_line"),),
        "price_row": (("product_id", "product"),),
    },
    kept=(
        "app_user",
        "company",
        "company_bank_account",
        "custom_field",
        "field_right",
        "list_value",
        "number_series",
        "price_book",
        "price_row",
        "product_group",
        "role",
        "role_right",
        "setting",
        "signer",
        "tax_rate",
        "team",
    ),
)


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    for name in ("crm_scope", "crm_owners", "crm_shared"):  # they told that everybody sees all
        op.execute(f"DROP FUNCTION {name}(text)")
    secure(connection, SHAPE)
