"""Sheets in and out: reading office files as tables, importing them, writing lists as workbooks."""
