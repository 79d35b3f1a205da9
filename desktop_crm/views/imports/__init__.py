"""Importing a sheet in four steps: choose a file, map its columns, look at every row, see what was done."""
