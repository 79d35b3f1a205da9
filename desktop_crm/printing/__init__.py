"""Printed documents: quotes, orders and contracts as PDF, made from models with reportlab. No Qt, no session."""

from __future__ import annotations

from desktop_crm.printing.documents import render

__all__ = ["render"]
