"""CRM Khách hàng: a desktop customer-relationship program for Vietnamese companies."""

__version__ = "0.1.0"
