"""Everything with Qt: shell, generic record windows, widgets, and one file or folder a module."""
