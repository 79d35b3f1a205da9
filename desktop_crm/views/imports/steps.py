"""The painted bar of the wizard's steps, and the panel that shows work going on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy, QWidget

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.numbers import format_number
from desktop_crm.views.imports.work import Meter
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.fonts import width
from desktop_crm.views.widgets.layouts import button, col, label, row

_TICK = 100  # ms
_WAIT = 300  # ms of work before it is worth a panel


class StepBar(QWidget):
    """Done (check), now (filled), next (outlined); it only shows, the foot's buttons move."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names, self._now = [translate(name) for name in names], 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_current(0)

    def set_current(self, index: int) -> None:
        """Show the step that is being worked on."""
        self._now = index
        place = translate(mark("ImportSteps", "Step {number} of {count}: {name}"),
                          number=index + 1, count=len(self._names), name=self._names[index])  # fmt: skip
        self.setAccessibleName(place)
        self.update()

    def current(self) -> int:
        """The step that is being worked on."""
        return self._now

    def sizeHint(self) -> QSize:
        words = sum(30 + int(width(name, strong=True)) + 14 for name in self._names)
        return QSize(words + 46 * (len(self._names) - 1), 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, x = QPainter(self), 0.0
        for index, name in enumerate(self._names):
            x = self._paint_step(painter, x, index, name)
            if index < len(self._names) - 1:
                paint.fill(painter, QRectF(x, self.height() / 2, 32, 1), "outline")
                x += 46

    def _paint_step(self, painter: QPainter, x: float, index: int, name: str) -> float:
        on, done, middle = index == self._now, index < self._now, self.height() / 2
        disc, success = QRectF(x, middle - 11, 22, 22), tokens.tone("success")
        paint.box(painter, disc, "accent" if on else success.bg if done else None,
                  None if on or done else "outline", 11)  # fmt: skip
        if done:
            paint.icon(painter, "check", x + 4, middle, 14, success.fg)
        else:
            colour = "on_accent" if on else "text2"
            paint.text(painter, disc, str(index + 1), tokens.CAPTION, colour, True, paint.CENTRE)
        room = QRectF(x + 30, 0, width(name, strong=True) + 8, self.height())
        return x + 30 + paint.text(painter, room, name, colour="text" if on else "text2", strong=on) + 14


class BusyPanel(QFrame):
    """Stands in the page's place while a file is read, checked or imported; `cancelled` by its button or Esc."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._meter = Meter()
        self._title = label("", tokens.HEADING, strong=True, align=paint.CENTRE)
        self._text = label("", tone="t2", align=paint.CENTRE)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(420)
        self.stop = button(mark("ImportBusy", "Cancel"), clicked=self.cancel)
        self.body = QWidget()
        self.body.setLayout(col(None, self._title, row(None, self._bar, None), self._text, 8,
                                row(None, self.stop, None), None, gap=12))  # fmt: skip
        self.setLayout(col(self.body))
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._tick)
        self._patience = QTimer(self, interval=_WAIT, singleShot=True)
        self._patience.timeout.connect(self._appear)

    def start(self, title: str, meter: Meter, note: str = "") -> None:
        """Show work that reports to `meter`; `note` says what is safe meanwhile. Appears after a moment."""
        self._meter, self._note = meter, translate(note)
        self._title.setText(translate(title))
        self._bar.setAccessibleName(translate(title))
        self.stop.setEnabled(True)
        self.body.hide()
        self._tick()
        self._timer.start()
        self._patience.start()

    def finish(self) -> None:
        """The work has ended."""
        self._timer.stop()
        self._patience.stop()

    def cancel(self) -> None:
        """Wish that the work stops."""
        self._meter.stop()
        self.stop.setEnabled(False)
        self._text.setText(translate(mark("ImportBusy", "Stopping…")))
        self.cancelled.emit()

    def _appear(self) -> None:
        self.body.show()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self) -> None:
        meter = self._meter
        self._bar.setRange(0, meter.total)
        self._bar.setValue(meter.done)
        if not meter.stopped():
            self._text.setText(self._rows(meter) if meter.total else self._note)

    def _rows(self, meter: Meter) -> str:
        done, total = (format_number(number, None, language()) for number in (meter.done, meter.total))
        words = translate(mark("ImportBusy", "{done} of {total} rows"), done=done, total=total)
        return f"{words} · {self._note}" if self._note else words
