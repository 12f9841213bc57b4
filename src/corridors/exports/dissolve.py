"""Polygons that share their borders as one outline: an edge that two of them have, one each way, lies inside.

The layers are simplified together, so that neighbours have the same points along a border.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]
Ring = list[Point]


def dissolved(polygons: Sequence[Sequence[Ring]]) -> list[list[Ring]]:
    """The polygons together: each a ring with its holes. Outer rings run counter-clockwise and holes clockwise, in what
    is given and in what is made."""
    edges: set[tuple[Point, Point]] = set()
    for ring in (ring for polygon in polygons for ring in polygon):
        for start, end in pairwise(ring):
            if (end, start) in edges:
                edges.remove((end, start))
            else:
                edges.add((start, end))
    rings = list(_rings(edges))
    whole = [[ring] for ring in rings if area(ring) > 0]
    for hole in (ring for ring in rings if area(ring) < 0):
        around = [polygon for polygon in whole if inside(_within(hole), polygon[0])]
        min(around, key=lambda polygon: area(polygon[0])).append(hole)
    return whole


def _rings(edges: set[tuple[Point, Point]]) -> Iterator[Ring]:
    """Closed rings that touch themselves nowhere: where a walk comes back to a point, a ring ends there."""
    ahead: dict[Point, list[Point]] = {}
    for start, end in sorted(edges):
        ahead.setdefault(start, []).append(end)
    while ahead:
        way = [min(ahead)]
        while way:
            last = way[-1]
            following = ahead.get(last)
            if not following:
                break
            to = following.pop()
            if not following:
                del ahead[last]
            if to in way:
                at = way.index(to)
                yield [*way[at:], to]
                del way[at + 1 :]
                if len(way) == 1 and to not in ahead:
                    break
            else:
                way.append(to)


def area(ring: Sequence[Sequence[float]]) -> float:
    """Twice the signed area: above 0 when the ring runs counter-clockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))


def inside(point: Point, ring: Ring) -> bool:
    """Whether a point lies in a ring: a line from it eastwards crosses the ring an odd number of times."""
    x, y = point
    crossed = 0
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossed += 1
    return crossed % 2 == 1


def _within(ring: Ring) -> Point:
    """A point on the edge of a ring that is no corner of it."""
    (ax, ay), (bx, by) = ring[0], ring[1]
    return (ax + bx) / 2, (ay + by) / 2
