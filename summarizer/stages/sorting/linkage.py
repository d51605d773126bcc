"""Average linkage over a sparse graph: the two most alike groups are joined until none are alike enough."""

import heapq
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_GATHERING = 0.2  # a group draws others in with its size to this power: what a large story is about is the surer


def groups(likeness: "csr_matrix", least: float, given: Sequence[int | None] = ()) -> list[list[int]]:
    """Joins nodes whose mean likeness, missing entries being 0, is at least `least` times a factor that falls with the larger group's size.

    `given` names the group that a node is already in; such groups stay, and never join each other. Nodes are in order in each
    group, and groups in order of their first node. Time: about edges times their logarithm.
    """
    size = likeness.shape[0]
    linked: list[dict[int, float]] = [{} for _ in range(size)]
    coo = likeness.tocoo()
    for row, column, value in zip(coo.row.tolist(), coo.col.tolist(), coo.data.tolist(), strict=True):
        linked[row][column] = value
    members: list[list[int]] = [[node] for node in range(size)]
    version = [0] * size
    home = list(given) or [None] * size

    def score(one: int, other: int) -> float:
        if home[one] is not None and home[other] is not None:
            return 0.0
        sizes = len(members[one]), len(members[other])
        return float(linked[one][other] / (sizes[0] * sizes[1]) * max(sizes) ** _GATHERING)

    def join(one: int, other: int) -> None:
        """`other` becomes part of `one`."""
        members[one] += members[other]
        members[other] = []
        version[one] += 1
        version[other] += 1
        home[one] = home[other] if home[one] is None else home[one]
        linked[one].pop(other, None)
        linked[other].pop(one, None)
        for neighbour, value in linked[other].items():
            linked[neighbour].pop(other)
            linked[one][neighbour] = linked[one].get(neighbour, 0.0) + value
        for neighbour, value in linked[one].items():
            linked[neighbour][one] = value
        linked[other] = {}

    first: dict[int, int] = {}
    for node, group in enumerate(home):
        if group is not None and first.setdefault(group, node) != node:
            join(first[group], node)

    def entry(one: int, other: int) -> tuple[float, int, int, int, int]:
        low, high = min(one, other), max(one, other)
        return (-score(low, high), low, high, version[low], version[high])

    heap = [entry(one, other) for one in range(size) for other in linked[one] if one < other]
    heap = [item for item in heap if -item[0] >= least]
    heapq.heapify(heap)
    while heap:
        _, one, other, seen, seen_other = heapq.heappop(heap)
        if version[one] != seen or version[other] != seen_other:
            continue
        join(one, other)
        for neighbour in linked[one]:
            item = entry(one, neighbour)
            if -item[0] >= least:
                heapq.heappush(heap, item)
    return sorted(sorted(group) for group in members if group)
