"""Before the main window: the first-run assistant, and the window shown while a database opens."""
