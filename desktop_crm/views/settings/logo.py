"""The logo of the letterhead: chosen from a file or dropped, shown as it prints, taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.services.company import LARGEST_LOGO
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.layouts import button, col, label, row

_ENDINGS = (".png", ".jpg", ".jpeg")


class _Picture(QWidget):
    """The logo on white paper, or where to drop one."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.image, self.hot = QImage(), False
        self.setFixedSize(QSize(220, 96))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(translate(mark("Settings", "Logo")))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        paint.box(painter, rect, "selected" if self.hot else "#FFFFFF" if not self.image.isNull() else "sunken",
                  "ring" if self.hot else "line", tokens.R_CARD)  # fmt: skip
        if self.image.isNull():
            paint.icon(painter, "upload", rect.center().x() - 9, 36, 18, "text3")
            words = translate(mark("Settings", "Drop a picture here"))
            paint.text(painter, QRectF(8, 52, rect.width() - 16, 24), words, 12, "text3", align=paint.CENTRE)
            return
        room = rect.adjusted(10, 8, -10, -8)
        size = self.image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, self.image)


class LogoField(QWidget):
    """`content` are the bytes of the picture, b'' for none; `edited()` when the user changed it."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.content = self._kept = b""
        self.setAcceptDrops(True)
        self.picture = _Picture()
        self.picture.asked.connect(self.choose)
        self._choose = button(mark("Settings", "Choose a picture…"), icon="upload", clicked=self.choose)
        self._remove = button(mark("Settings", "Remove"), icon="trash-2", clicked=lambda: self._take(b""))
        hint = label(mark("Settings", "PNG or JPEG, at most 2 MB."), tokens.CAPTION, "t3")
        self._hint = hint
        self.setLayout(row(self.picture, col(row(self._choose, self._remove, None), hint, None, gap=6), gap=14))
        self.setFocusProxy(self._choose)
        self.set_content(b"")

    def set_content(self, content: bytes) -> None:
        """Show the logo that is stored."""
        self._kept = content
        self._show(content)

    def is_changed(self) -> bool:
        """Whether it differs from what is stored."""
        return self.content != self._kept

    def choose(self) -> None:
        """Ask for a file."""
        title = translate(mark("Settings", "Choose the logo"))
        kinds = translate(mark("Settings", "Pictures (*.png *.jpg *.jpeg)"))
        path, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if path:
            self.take_file(Path(path))

    def take_file(self, path: Path) -> None:
        """Take a picture from a file; the store says what is wrong with one that is no picture or too large."""
        try:
            with path.open("rb") as file:
                self._take(file.read(LARGEST_LOGO + 1))
        except OSError as error:
            self._hint.setText(str(error))

    def _take(self, content: bytes) -> None:
        self._show(content)
        self.edited.emit()

    def _show(self, content: bytes) -> None:
        self.content = content
        self.picture.image = QImage.fromData(QByteArray(content)) if content else QImage()
        self.picture.update()
        self._remove.setVisible(bool(content))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if urls and urls[0].toLocalFile().lower().endswith(_ENDINGS):
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: object) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        self.take_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def _light(self, on: bool) -> None:
        self.picture.hot = on
        self.picture.update()
