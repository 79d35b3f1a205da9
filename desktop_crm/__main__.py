"""`python -m desktop_crm` is the command line."""

from __future__ import annotations

import sys

from desktop_crm.cli import main

sys.exit(main())
