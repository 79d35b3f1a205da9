"""Product (Sản phẩm) with its group, and price lists (Bảng giá)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.base import Base
from desktop_crm.models.record import Record, parent


class ProductGroup(Base):
    """A heading products are kept under."""

    __tablename__ = "product_group"
    title_key = "name"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str] = fields.text(mark("ProductGroup", "Name"), required=True)


class Product(Record):
    """Goods or a service that is sold; its code is what is typed in a quote's line."""

    __tablename__ = "product"
    plural = "products"
    singular_label = mark("Product", "Product")
    plural_label = mark("Product", "Products")

    code: Mapped[str] = fields.text(mark("Product", "Code"), 60, searched=True, required=True, indexed=True)
    name: Mapped[str] = fields.text(mark("Product", "Name"), 300, searched=True, required=True)
    type: Mapped[str] = fields.choice(mark("Product", "Type"), "product_type", "goods", required=True, indexed=True)
    group_id: Mapped[int | None] = fields.relation(mark("Product", "Group"), "product_group", indexed=True)
    unit: Mapped[str] = fields.text(mark("Product", "Unit"), 30, indexed=True)
    cost_price: Mapped[Decimal] = fields.money(mark("Product", "Cost price"))
    list_price: Mapped[Decimal] = fields.money(mark("Product", "List price"), indexed=True)
    tax_code: Mapped[str] = fields.choice(mark("Product", "Tax rate"), "tax_rate", "VAT10", indexed=True)
    brand: Mapped[str] = fields.text(mark("Product", "Brand"), searched=True)
    warranty: Mapped[str] = fields.text(mark("Product", "Warranty"))
    stock: Mapped[Decimal] = fields.quantity(mark("Product", "Stock"), indexed=True)
    sold_from: Mapped[date | None] = fields.day(mark("Product", "Sold from"))
    sold_until: Mapped[date | None] = fields.day(mark("Product", "Sold until"))
    discontinued: Mapped[bool] = fields.yes_no(mark("Product", "Discontinued"))
    description: Mapped[str] = fields.long_text(mark("Product", "Specification"))

    group: Mapped[ProductGroup | None] = relationship()

    def make_title(self) -> str:
        return self.name

    def is_sold_on(self, day: date) -> bool:
        """Whether it may be put into a quote of that day."""
        starts = self.sold_from is None or self.sold_from <= day
        ends = self.sold_until is None or day <= self.sold_until
        return starts and ends and not self.discontinued


class PriceBook(Base):
    """A list of prices for a kind of customer, in one currency."""

    __tablename__ = "price_book"
    title_key = "name"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str] = fields.text(mark("PriceBook", "Name"), required=True)
    currency: Mapped[str] = fields.choice(mark("PriceBook", "Currency"), "currency", "VND")
    active: Mapped[bool] = fields.yes_no(mark("PriceBook", "Active"), True)
    is_default: Mapped[bool] = fields.yes_no(mark("PriceBook", "Default"))

    rows: Mapped[list[PriceRow]] = relationship(cascade="all, delete-orphan", back_populates="price_book")


class PriceRow(Base):
    """Price of a product from a quantity and a day on; a row already in force is never changed."""

    __tablename__ = "price_row"
    __table_args__ = (UniqueConstraint("price_book_id", "product_id", "from_quantity", "valid_from"),)

    price_book_id: Mapped[int] = parent("price_book")
    product_id: Mapped[int] = parent("product")
    from_quantity: Mapped[Decimal] = fields.quantity(mark("PriceRow", "From quantity"), 1)
    valid_from: Mapped[date] = mapped_column(
        nullable=False, info={"field": fields.Field(mark("PriceRow", "Valid from"), fields.Kind.DATE)}
    )
    unit_price: Mapped[Decimal] = fields.money(mark("PriceRow", "Unit price"))

    price_book: Mapped[PriceBook] = relationship(back_populates="rows")
    product: Mapped[Product] = relationship()
