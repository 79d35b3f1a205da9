"""The settings: one page with a list of sections, each section a small file of its own."""
