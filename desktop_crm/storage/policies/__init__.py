"""Who sees and writes which row on a server: roles, functions and policies of PostgreSQL, made from one description.

Nothing here imports the mapped classes: a migration hands over the tables as they were when it was written.
`secure` may be run again at any time: it makes everything anew and destroys nothing. See docs/decisions/0012.
"""

from __future__ import annotations

from desktop_crm.storage.policies.secure import secure
from desktop_crm.storage.policies.shape import Shape

__all__ = ["Shape", "secure"]
