"""Outlines of letters as steps of a path."""

from __future__ import annotations

from typing import Any

from fontTools.pens.basePen import BasePen

from geo.pictures.boxes import Point, Step


class StepPen(BasePen):  # type: ignore[misc]
    """Notes what fontTools draws with it; quadratic curves become cubic ones."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.steps: list[Step] = []

    def _moveTo(self, pt: Point) -> None:
        self.steps.append(("M", (pt,)))

    def _lineTo(self, pt: Point) -> None:
        self.steps.append(("L", (pt,)))

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:
        self.steps.append(("C", (pt1, pt2, pt3)))

    def _closePath(self) -> None:
        self.steps.append(("Z", ()))
