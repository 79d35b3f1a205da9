"""The base of what is printed by a pen, on its own or inside a grid's cell."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from desktop_crm.printing.pen import Pen


class Placed(Flowable):
    """A block of a width and a height, with white space before and after it, in points."""

    width: float = 0
    height: float = 0
    before: float = 0
    after: float = 0
    keepWithNext: bool = False  # the name by which reportlab reads it, and clears it once it is kept

    def __init__(self) -> None:  # the attributes above stand in for those that a flowable sets for each of its kind
        pass

    def put(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Print it below `top` and from `x` on, after it was wrapped to `width`."""
        raise NotImplementedError

    def wrap(self, width: float, height: float = 0) -> tuple[float, float]:
        """The room it takes of a width; its own size unless it says otherwise."""
        return self.width, self.height

    def draw(self) -> None:
        """Print it on its canvas, which has a pen."""
        pen = self.canv.pen
        pen.begin()
        self.put(pen, 0, self.height, self.width)

    def getSpaceBefore(self) -> float:
        """Points, for the frame it stands in."""
        return self.before

    def getSpaceAfter(self) -> float:
        """Points, for the frame it stands in."""
        return self.after

    def identity(self, maxLen: Any = None) -> str:
        """What it is called in an error."""
        return type(self).__name__
