"""How far two words are apart in typing."""

from __future__ import annotations


def distance(a: str, b: str, most: int) -> int:
    """The optimal string alignment distance, or `most` + 1 when it is greater than `most`.

    Counts letters put in, left out or replaced, and neighbours swapped; no letter twice.
    """
    if a == b:
        return 0
    far = most + 1
    if abs(len(a) - len(b)) > most:
        return far
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        row = [i]
        for j, right in enumerate(b, 1):
            cost = min(above[j] + 1, row[-1] + 1, above[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and right == a[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        # A swap reaches back two rows, so both must be beyond the limit to give up.
        if min(row) > most and min(above) > most:
            return far
        before, above = above, row
    return min(above[-1], far)
