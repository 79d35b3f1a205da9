"""Generic list, form, preview and related lists over declared modules; nothing here names a module."""
