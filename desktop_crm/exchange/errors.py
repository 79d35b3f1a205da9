"""What can be wrong with a file that is to be read or written, each in one clear sentence."""

from __future__ import annotations

from desktop_crm.errors import CrmError
from desktop_crm.i18n import mark


class FileProblem(CrmError):
    """Base of everything that stops a file from being read or written; `values` holds at least `file`."""


class FileMissing(FileProblem):
    """There is no such file, or the user may not read it."""

    message = mark("Exchange", "{file} cannot be opened: {reason}")


class NotAWorkbook(FileProblem):
    """The content is no table of a kind the program reads."""

    message = mark("Exchange", "{file} is not an Excel, OpenDocument or CSV file, or it is damaged.")


class WebPage(NotAWorkbook):
    """A web page or an XML sheet that was given an Excel name, as some accounting programs do."""

    message = mark(
        "Exchange", "{file} is a web page or XML with an Excel name. Open it in Excel and save it as .xlsx first."
    )


class Protected(FileProblem):
    """The workbook is encrypted with a password."""

    message = mark("Exchange", "{file} is protected by a password. Remove the password in Excel and try again.")


class TooLarge(FileProblem):
    """The file would not fit into memory."""

    message = mark(
        "Exchange", "{file} is too large to be read. Delete empty rows and columns at the end, or split the file."
    )


class NoSuchSheet(FileProblem):
    """The named sheet is not in the workbook."""

    message = mark("Exchange", "{file} has no sheet named “{sheet}”.")


class NoTable(FileProblem):
    """The sheet holds no header row with at least one row of data below it."""

    message = mark("Exchange", "No table was found on the sheet “{sheet}” of {file}.")


class NotWritable(FileProblem):
    """The target cannot be written: a missing folder, no right to write, or no room."""

    message = mark("Exchange", "{file} cannot be written: {reason}")


class InUse(NotWritable):
    """The target is held open by another program."""

    message = mark("Exchange", "{file} is open in another program. Close it there and try again.")
