"""Printed documents: quotes, orders and contracts as PDF, made from models with reportlab. No Qt, no session."""
