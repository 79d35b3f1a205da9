"""Message bars stacked over the foot of the window, and the bars of long work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_crm.errors import Cancelled, CrmError
from desktop_crm.i18n import mark
from desktop_crm.views.shell.jobs import Job, Jobs
from desktop_crm.views.widgets.layouts import button, col, frame, label, row

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from desktop_crm.views.widgets.message_bar import MessageBar

_WIDTH, _GAP, _BOTTOM, _MOST = 640, 8, 46, 4
_SECONDS = {"success": 5.0, "info": 6.0, "neutral": 6.0, "warning": 12.0, "danger": 0.0}
_JOB_DELAY = 500  # ms before long work is worth a bar

Run = Callable[[], object]


class Messages(QWidget):
    """Lies over `window` and is only as big as its bars. A danger stays until dismissed, the rest fades away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._bars: list[MessageBar] = []
        self._box: QVBoxLayout = col(gap=_GAP)
        self.setLayout(self._box)
        self._follows = False
        self.hide()

    def show_message(
        self,
        text: str,
        tone: str = "success",
        action: str = "",
        run: Run | None = None,
        icon: str = "",
        stays: bool = False,
    ) -> MessageBar:
        """Say something; `action` is a button that calls `run`; what `stays` does until it is dismissed."""
        from desktop_crm.views.widgets.message_bar import MessageBar

        seconds = 0.0 if stays else _SECONDS.get(tone, 6.0)
        return self._add(MessageBar(text, tone, action, icon, seconds=seconds), run)

    def show_undo(self, text: str, run: Run, icon: str = "trash-2") -> MessageBar:
        """Say what was done and offer to undo it for ten seconds (button or Ctrl+Z)."""
        from desktop_crm.views.widgets.message_bar import MessageBar

        return self._add(MessageBar(text, "neutral", icon=icon, undo=True), run)

    def show_error(self, error: CrmError) -> MessageBar:
        """Say what went wrong; that work was stopped on demand is no danger."""
        return self.show_message(error.text(), "neutral" if isinstance(error, Cancelled) else "danger")

    def undo_last(self) -> bool:
        """Undo what the newest undo bar offers; False when there is none."""
        bar = next((b for b in reversed(self._bars) if b.is_undo), None)
        if bar is not None:
            bar.act()
        return bar is not None

    def dismiss_last(self) -> bool:
        """Close the newest bar; False when there is none."""
        if self._bars:
            self._bars[-1].close_bar()
            return True
        return False

    def texts(self) -> list[str]:
        """What the bars say, oldest first."""
        return [bar.text for bar in self._bars]

    def clear(self) -> None:
        """Take every bar away."""
        while self.dismiss_last():
            pass

    def _add(self, bar: MessageBar, run: Run | None) -> MessageBar:
        if len(self._bars) >= _MOST:
            self._bars[0].close_bar()
        if run is not None:
            bar.acted.connect(lambda: run())
        bar.closed.connect(lambda: self._remove(bar))
        self._bars.append(bar)
        self.add_bar(bar)
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(bar, QAccessible.Event.Alert))  # read aloud
        return bar

    def _remove(self, bar: MessageBar) -> None:
        if bar in self._bars:
            self._bars.remove(bar)
            self.remove_bar(bar)

    def add_bar(self, bar: QWidget) -> None:
        """Stack any widget of a bar's size."""
        self._follow_window()
        self._box.addWidget(bar)
        bar.show()
        self._place()

    def remove_bar(self, bar: QWidget) -> None:
        """Take a widget off the stack for good."""
        self._box.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self._place()

    def _follow_window(self) -> None:
        """Hear of the window's size from the first bar on: every event of the window passes a filter."""
        window = self.parentWidget()
        if not self._follows and window is not None:
            self._follows = True
            window.installEventFilter(self)

    def _place(self) -> None:
        window = self.parentWidget()
        if not self._box.count() or window is None:
            self.hide()
            return
        wide = min(_WIDTH, window.width() - 40)
        high = self._box.sizeHint().height()
        self.setGeometry((window.width() - wide) // 2, window.height() - high - _BOTTOM, wide, high)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        from PySide6.QtCore import QEvent

        if event.type() == QEvent.Type.Resize:
            self._place()
        return False


class _JobBar(QWidget):
    """Long work: title, how far, and a button to stop it."""

    def __init__(self, job: Job) -> None:
        from PySide6.QtWidgets import QProgressBar

        super().__init__()
        self._job = job
        self._text = label("", 12, "t2")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(job.title)
        self._stop = button(mark("Messages", "Cancel"), "link", clicked=self._cancel)
        words = col(row(label(job.title, strong=True), (self._text, 1)), self._bar, gap=6)
        self.setLayout(col(frame("popup", row((words, 1), self._stop, gap=12, margins=(14, 8, 8, 10)))))

    def refresh(self) -> None:
        """Show how far the work is now."""
        progress = self._job.progress
        if progress is not None:
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)
            self._text.setText(progress.text)

    def _cancel(self) -> None:
        self._job.cancel.set()
        self._stop.setEnabled(False)


class JobBars(QObject):
    """Shows a bar for each long job that takes longer than half a second."""

    def __init__(self, jobs: Jobs, messages: Messages) -> None:
        super().__init__(messages)
        self._messages = messages
        self._running: dict[Job, _JobBar | None] = {}
        jobs.started.connect(self._started)
        jobs.progressed.connect(self._progressed)
        jobs.ended.connect(self._ended)

    def running(self) -> list[Job]:
        """The long jobs not yet done."""
        return list(self._running)

    def _started(self, job: Job) -> None:
        self._running[job] = None
        QTimer.singleShot(_JOB_DELAY, self, lambda: self._show(job))

    def _show(self, job: Job) -> None:
        if job in self._running:
            bar = self._running[job] = _JobBar(job)
            bar.refresh()
            self._messages.add_bar(bar)

    def _progressed(self, job: Job) -> None:
        bar = self._running.get(job)
        if bar is not None:
            bar.refresh()

    def _ended(self, job: Job) -> None:
        bar = self._running.pop(job, None)
        if bar is not None:
            self._messages.remove_bar(bar)
