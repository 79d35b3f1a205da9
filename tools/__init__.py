"""Commands for those who work on the program: `python -m tools.check`, `python -m tools.translations`, ..."""
