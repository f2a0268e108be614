"""Points and rectangles on a map, in millimetres from its lower left corner."""

from __future__ import annotations

from dataclasses import dataclass

import shapely
from shapely import Polygon

Point = tuple[float, float]
"""(x, y)."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.bottom + self.height

    @property
    def centre(self) -> Point:
        """Its middle."""
        return self.left + self.width / 2, self.bottom + self.height / 2

    @property
    def shape(self) -> Polygon:
        """It as a geometry."""
        return shapely.box(self.left, self.bottom, self.right, self.top)

    def grown(self, by: float) -> Box:
        """The box with a margin around it, or a negative one inside it."""
        return Box(self.left - by, self.bottom - by, self.width + 2 * by, self.height + 2 * by)

    def meets(self, other: Box) -> bool:
        """Whether the two share an area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.bottom <= other.bottom
            and other.top <= self.top
        )

    def nearest(self, point: Point) -> Point:
        """The point of the box that lies nearest to another."""
        x, y = point
        return min(max(x, self.left), self.right), min(max(y, self.bottom), self.top)

    def is_cut_by(self, start: Point, end: Point) -> bool:
        """Whether a straight line passes through the box (Liang and Barsky's test)."""
        (x, y), (to_x, to_y) = start, end
        if max(x, to_x) < self.left or min(x, to_x) > self.right:
            return False
        dx, dy = to_x - x, to_y - y
        enter, leave = 0.0, 1.0
        for step, room in (
            (-dx, x - self.left),
            (dx, self.right - x),
            (-dy, y - self.bottom),
            (dy, self.top - y),
        ):
            if step == 0:
                if room < 0:
                    return False
            elif step < 0:
                enter = max(enter, room / step)
            else:
                leave = min(leave, room / step)
        return enter < leave
