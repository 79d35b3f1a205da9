"""Products (Sản phẩm) as the window shows them."""

from __future__ import annotations

from desktop_crm.i18n import mark
from desktop_crm.models import Product
from desktop_crm.views.records.declare import Column, EntityView, Preset, Section, where

PRODUCTS = EntityView(
    Product,
    icon="package",
    columns=(
        Column(Product.code, 120, look="strong", priority=1),
        Column(Product.title, 260, stretch=True, priority=1, label=mark("Column", "Product name")),
        Column(Product.type, 110, priority=2),
        Column(Product.group_id, 150, priority=2),
        Column(Product.unit, 80, priority=2),
        Column(Product.tax_code, 90, look="plain", priority=3),
        Column(Product.stock, 90, priority=3),
        Column(Product.list_price, 130, priority=1),
        Column(Product.number, 90, shown=False),
        Column(Product.cost_price, 130, shown=False),
        Column(Product.brand, 130, shown=False),
        Column(Product.warranty, 120, shown=False),
        Column(Product.sold_from, 110, shown=False),
        Column(Product.sold_until, 110, shown=False),
        Column(Product.discontinued, 100, shown=False),
        Column(Product.owner_id, 150, look="person", shown=False),
        Column(Product.created_at, 130, shown=False),
        Column(Product.modified_at, 130, shown=False),
    ),
    filters=(
        Product.type,
        Product.group_id,
        Product.brand,
        Product.tax_code,
        Product.list_price,
        Product.discontinued,
        Product.stock,
    ),
    sections=(
        Section(
            mark("Section", "Product"),
            (
                Product.code,
                Product.name,
                Product.type,
                Product.group_id,
                Product.unit,
                Product.brand,
                Product.warranty,
                Product.owner_id,
                Product.team_id,
            ),
        ),
        Section(
            mark("Section", "Prices and stock"),
            (
                Product.list_price,
                Product.cost_price,
                Product.tax_code,
                Product.stock,
                Product.sold_from,
                Product.sold_until,
                Product.discontinued,
            ),
        ),
        Section(
            mark("Section", "Description"),
            (Product.description, Product.notes),
            wide=(Product.description, Product.notes),
        ),
    ),
    preview=(
        Product.code,
        Product.group_id,
        Product.unit,
        Product.tax_code,
        Product.stock,
        Product.brand,
        Product.warranty,
        Product.sold_from,
        Product.sold_until,
        Product.discontinued,
        Product.description,
    ),
    badges=(Product.type,),
    figures=(Product.list_price, Product.cost_price),
    presets=(
        Preset(mark("Preset", "On sale"), (where(Product.discontinued, "equals", False),)),
        Preset(mark("Preset", "Goods"), (where(Product.type, "in", "goods"),)),
        Preset(mark("Preset", "Services"), (where(Product.type, "in", "service"),)),
        Preset(
            mark("Preset", "Out of stock"),
            (where(Product.type, "in", "goods"), where(Product.stock, "between", None, 0)),
        ),
        Preset(mark("Preset", "Discontinued"), (where(Product.discontinued, "equals", True),)),
    ),
    importable=True,
    add_label=mark("EntityView", "Add product"),
    purpose=mark(
        "EntityView",
        "Products are the goods and services you sell: their code, price and tax rate fill the lines of a quote.",
    ),
)
