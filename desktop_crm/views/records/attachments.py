"""The files kept with a record: added by a dialog or dropped onto the list, opened, saved elsewhere, removed."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QListView,
    QMenu,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_crm.errors import Unavailable
from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.numbers import format_number
from desktop_crm.services import notes
from desktop_crm.services.reading import FileView, RecordView, open_record
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.moments import ago
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.delegates import Index, cell_state, paint_base
from desktop_crm.views.widgets.icons import icon
from desktop_crm.views.widgets.layouts import button, col, frame, label, row

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_SHEETS, _PICTURES = {".xlsx", ".xls", ".csv", ".ods"}, {".png", ".jpg", ".jpeg", ".gif", ".webp"}
_RUN = {
    ".exe",
    ".bat",
    ".cmd",
    ".com",
    ".js",
    ".vbs",
    ".ps1",
    ".msi",
    ".scr",
    ".lnk",
    ".sh",
    ".jar",
    ".hta",
    ".desktop",
}


def size_words(size: int) -> str:
    """A file's size as a person says it: 812 B, 14 KB, 2,3 MB."""
    if size < 1024:
        return f"{size} B"
    if size < 1024**2:
        return f"{round(size / 1024)} KB"
    from decimal import Decimal

    return f"{format_number(Decimal(size) / 1024**2, 1, language())} MB"


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Where files lie while another program shows them; gone when this program ends."""
    return tempfile.TemporaryDirectory(prefix="desktop-crm-files-", ignore_cleanup_errors=True)


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.files: list[FileView] = []

    def set_files(self, files: tuple[FileView, ...]) -> None:
        self.beginResetModel()
        self.files = list(files)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        kept = self.files[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return kept
        return kept.name if role == Qt.ItemDataRole.DisplayRole else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, tokens.RELATED_ROW + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, kept = QRectF(option.rect), index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        paint_base(painter, rect, cell_state(option, index), option.widget, index)
        paint.icon(painter, _icon_of(kept.name), rect.left() + 14, rect.center().y(), 17)
        who = f"{kept.author} · {ago(kept.at)}" if kept.author else ago(kept.at)
        paint.text(painter, rect.adjusted(0, 0, -14, 0), who, 12, "text3", align=paint.RIGHT)
        paint.text(painter, rect.adjusted(0, 0, -220, 0), size_words(kept.size), 12, "text2", align=paint.RIGHT)
        paint.text(painter, rect.adjusted(42, 0, -300, 0), kept.name, colour="link")
        painter.restore()


def _icon_of(name: str) -> str:
    suffix = Path(name).suffix.lower()
    return "file-spreadsheet" if suffix in _SHEETS else "package" if suffix in _PICTURES else "file-text"


class _View(QListView):
    hover_row = -1

    def __init__(self, owner: AttachmentList) -> None:
        super().__init__()
        self._owner = owner
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(translate(mark("Attachments", "Files")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._owner.open_file(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self._owner.remove(self.currentIndex())
        else:
            super().keyPressEvent(event)


class AttachmentList(QWidget):
    """The files of one record. `counted()` when their number changed."""

    counted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._record: RecordView | None = None
        self.model = _Model()
        self.view = _View(self)
        self.view.setModel(self.model)
        self.view.doubleClicked.connect(self.open_file)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(lambda at: self._menu(self.view.indexAt(at)))
        words = label(mark("Attachments", "Drop files here; they are kept with the record."), tone="t2")
        self._begin = button(mark("Attachments", "Add a file"), "link", "plus", clicked=self.ask)
        self._none = label(mark("Attachments", "No file is kept with it."), tone="t3")
        self._drop = words
        empty = frame("page", col(None, row(None, words, self._none, self._begin, None, gap=6), None))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        self.setLayout(col(self._stack, gap=0))
        self.setAcceptDrops(True)

    def show_view(self, view: RecordView) -> None:
        """Show the files of a record."""
        self._record = view
        for each in (self._begin, self._drop):
            each.setVisible(view.may_change)
        self._none.setVisible(not view.may_change)
        self._show(view.files)

    def _may_change(self) -> bool:
        return self._record is not None and self._record.may_change

    def _show(self, files: tuple[FileView, ...]) -> None:
        self.model.set_files(files)
        self._stack.setCurrentIndex(0 if files else 1)
        self.counted.emit()

    def count(self) -> int:
        """How many files there are."""
        return len(self.model.files)

    def ask(self) -> None:
        """Choose files to add."""
        paths, _ = QFileDialog.getOpenFileNames(self, translate(mark("Attachments", "Add files")))
        self.add([Path(path) for path in paths])

    def add(self, paths: list[Path]) -> None:
        """Keep copies of files with the record."""
        view = self._record
        if view is None or not paths or not view.may_change:
            return

        def work(unit: UnitOfWork) -> None:
            record = unit.get(view.entity, view.id)
            for path in paths:
                notes.attach(unit, record, path)

        self._context.write(work, lambda _: self.reload(), owner=self)

    def reload(self) -> None:
        """Read the files again."""
        view = self._record
        if view is not None:
            read = lambda unit: open_record(unit, view.entity, view.id).files  # noqa: E731
            self._context.read(read, self._show, owner=self, key="files")

    def open_file(self, index: QModelIndex) -> None:
        """Show a copy of the file in the program the system has for it; programs are only saved, never started."""
        kept = self._kept(index)
        if kept is None:
            return
        if Path(kept.name).suffix.lower() in _RUN:
            self.save_as(index)
            return
        self._fetch(kept, lambda name, content: self._start(kept.id, name, content))

    def _start(self, key: int, name: str, content: bytes) -> None:
        folder = Path(_folder().name) / str(key)
        path = folder / Path(name).name
        if self._written(path, content):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def save_as(self, index: QModelIndex) -> None:
        """Write a copy where the user says."""
        kept = self._kept(index)
        if kept is None:
            return
        path, _ = QFileDialog.getSaveFileName(self, translate(mark("Attachments", "Save a copy")), kept.name)
        if path:
            self._fetch(kept, lambda _, content: self._written(Path(path), content))

    def _written(self, path: Path, content: bytes) -> bool:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            self._context.messages.show_error(Unavailable(mark("Attachments", "{path} cannot be written."), path=path))
            return not error
        return True

    def _fetch(self, kept: FileView, done: object) -> None:
        self._context.read(
            lambda unit: notes.attachment_content(unit, kept.id),
            lambda found: done(*found),  # type: ignore[operator]
            owner=self,
        )

    def remove(self, index: QModelIndex) -> None:
        """Take a file away; it can be put back for ten seconds."""
        kept, view = self._kept(index), self._record
        if kept is None or view is None or not view.may_change:
            return

        def work(unit: UnitOfWork) -> tuple[str, bytes]:
            content = notes.attachment_content(unit, kept.id)
            notes.remove_attachment(unit, kept.id)
            return content

        self._context.write(work, lambda gone: self._removed(view, *gone), owner=self)

    def _removed(self, view: RecordView, name: str, content: bytes) -> None:
        def put_back() -> None:
            self._context.write(
                lambda unit: notes.attach_bytes(unit, unit.get(view.entity, view.id), name, content).id,
                lambda _: self.reload(),
                owner=self,
            )

        self.reload()
        said = translate(mark("Attachments", "The file {name} was removed."), name=name)
        self._context.messages.show_undo(said, put_back)

    def _menu(self, index: QModelIndex) -> None:
        if self._kept(index) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("external-link"), translate(mark("Attachments", "Open")), lambda: self.open_file(index))
        menu.addAction(icon("download"), translate(mark("Attachments", "Save a copy…")), lambda: self.save_as(index))
        if self._may_change():
            menu.addSeparator()
            menu.addAction(icon("trash-2"), translate(mark("Attachments", "Remove")), lambda: self.remove(index))
        menu.popup(self.view.viewport().mapToGlobal(self.view.visualRect(index).bottomLeft()))

    def _kept(self, index: QModelIndex) -> FileView | None:
        return self.model.files[index.row()] if index.isValid() else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._may_change() and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()
