"""Quotes and orders: the editor of a document with lines."""
