"""A simulated year stays where a prototype of the scheduler was."""

from __future__ import annotations

import pytest

from tests.bench.year import PROTOTYPE, year


@pytest.mark.parametrize("retention", [0.85, 0.90, 0.95])
def test_a_year_of_study(retention: float) -> None:
    now, then = year(retention, seed=0), PROTOTYPE[retention]
    assert now.reviews == pytest.approx(then.reviews, rel=0.15)
    assert now.wrong == pytest.approx(then.wrong, abs=0.02)
    assert now.peak == pytest.approx(then.peak, rel=0.25)
    assert now.late == pytest.approx(then.late, abs=2)
    assert now.known == pytest.approx(then.known, abs=5)
    assert now.most_due <= 60
