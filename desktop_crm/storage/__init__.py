"""Where the company's data is kept: engine, units of work, history, lists, search, migrations, backup."""
