"""The foot of the wizard: a hint or the policy at the left, the buttons of the step at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame

from desktop_crm.exchange.importing import Existing
from desktop_crm.i18n import mark, translate
from desktop_crm.views.imports.policy import POLICIES
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.icons import icon as themed
from desktop_crm.views.widgets.layouts import button, label, row, set_words

_HEIGHT = 50


class Foot(QFrame):
    """`back`, `forward`, `refused_asked` for its buttons; `policy_chosen` for the box of the preview."""

    policy_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self.setFixedHeight(_HEIGHT)
        self.policy = QComboBox()
        for policy, (title, note) in POLICIES.items():
            words = translate(mark("ImportFoot", "Already there: {what}"), what=translate(title).lower())
            self.policy.addItem(words, policy)
            self.policy.setItemData(self.policy.count() - 1, translate(note), Qt.ItemDataRole.ToolTipRole)
        self.policy.setAccessibleName(translate(mark("ImportMap", "What to do with them")))
        self.policy.activated.connect(lambda _: self.policy_chosen.emit(self.policy.currentData()))
        self.hint = label("", tokens.CAPTION, "t2")
        self.hint.setMinimumWidth(20)
        self.back = button(mark("ImportFoot", "Back"), icon="chevron-left")
        self.refused = button(mark("ImportFoot", "Save faulty rows…"), icon="download")
        self.forward = button(mark("ImportFoot", "Next"), "primary", "chevron-right")
        self.setLayout(row(self.policy, (self.hint, 1), self.back, self.refused, self.forward, gap=8,
                           margins=(20, 0, 20, 0)))  # fmt: skip

    def show_step(self, hint: str, forward: str = "", icon: str = "chevron-right") -> None:
        """Show the hint and what the blue button says; '' hides it."""
        self.say(hint)
        self.forward.setIcon(themed(icon, "on_accent"))
        set_words(self.forward, forward)
        self.forward.setVisible(bool(forward))

    def say(self, hint: str) -> None:
        """Change the hint."""
        self.hint.setText(translate(hint))
        self.hint.setToolTip(self.hint.text())

    def set_policy(self, policy: Existing) -> None:
        """Show the policy in force."""
        self.policy.setCurrentIndex(self.policy.findData(policy))
