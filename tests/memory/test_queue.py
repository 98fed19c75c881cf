"""Today's review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.make import TODAY, card, day, due, five_thousand, new
from tutor.memory.card import Card
from tutor.memory.curve import recall
from tutor.memory.queue import Limits, Review, Waiting, todays_review

LIMITS = Limits()


def review(
    *waiting: Waiting,
    limits: Limits = LIMITS,
    new_today: int = 0,
    done_today: int = 0,
    seed: int = 1,
    confused: Sequence[tuple[str, str]] = (),
) -> Review:
    return todays_review(waiting, TODAY, limits, new_today, done_today, seed, confused)


def items(*waiting: Waiting, **more: object) -> str:
    return "".join(review(*waiting, **more).items)  # type: ignore[arg-type]


def remembered(item: str, last: int, objective: str = "", **more: object) -> Waiting:
    """An item last answered so many days ago: the more, the less of it is left."""
    return due(item, objective, card=card(last=-last), **more)


def many(count: int) -> list[Waiting]:
    return [due(f"d{n}") for n in range(count)]


# -- what comes, and in which order ---------------------------------------------------------------


def test_the_least_remembered_comes_first() -> None:
    assert items(remembered("a", 5), remembered("b", 50), remembered("c", 20)) == "bca"


def test_what_is_not_due_does_not_come() -> None:
    assert items(due("a", card=card(due=1)), due("b"), due("c", card=card(due=-400))) in (
        "bc",
        "cb",
    )


def test_sure_and_wrong_comes_first_of_all() -> None:
    assert (
        items(
            remembered("a", 90),
            remembered("b", 5, confident_error=True),
            new("c"),
            remembered("d", 2, confident_error=True),
            due("e", done_today=True, again_today=1, confident_error=True),
        )
        == "bdaec"
    )


def test_new_items_come_last_in_the_order_taught() -> None:
    assert items(new("z"), new("y"), remembered("a", 3), remembered("b", 9)) == "bazy"


def test_equals_come_as_the_seed_has_it() -> None:
    orders = {items(*(due(one) for one in "abcdef"), seed=seed) for seed in range(30)}
    assert len(orders) > 20
    assert items(*map(due, "abcdef"), seed=3) == items(*map(due, "fedcba"), seed=3)


def test_nothing_waits() -> None:
    assert review() == Review((), 0, ())


def test_a_stuck_card_pauses() -> None:
    assert items(due("a", card=card(stuck=True)), due("b")) == "b"
    assert items(due("a", card=card(stuck=True), done_today=True, again_today=1), due("b")) == "b"


def test_what_is_done_today_does_not_come_again() -> None:
    assert items(due("a", done_today=True), due("b", right_today=True), due("c")) == "c"


# -- objectives apart -----------------------------------------------------------------------------


def test_one_objective_does_not_come_twice_in_a_row() -> None:
    a, b, c = (remembered(one, 50 - n, objective="x") for n, one in enumerate("abc"))
    assert items(a, b, c, remembered("d", 9, objective="y"), remembered("e", 8)) == "adbec"


def test_new_items_keep_objectives_apart_too() -> None:
    assert items(new("a", "x"), new("b", "x"), new("c", "y"), due("d", "x")) == "dcab"


# -- limits ---------------------------------------------------------------------------------------


def test_the_cap_takes_the_least_remembered() -> None:
    waiting = [remembered(one, 10 * n) for n, one in enumerate("abcdef", 1)]
    assert items(*waiting, limits=Limits(due_per_day=2)) == "fe"


def test_the_cap_takes_sure_and_wrong_first() -> None:
    waiting = [remembered("a", 90), remembered("b", 2, confident_error=True)]
    assert items(*waiting, limits=Limits(due_per_day=1)) == "b"


def test_what_was_done_today_counts_against_the_cap() -> None:
    assert len(review(*many(50), limits=Limits(due_per_day=30), done_today=10).items) == 20
    assert review(*many(50), limits=Limits(due_per_day=30), done_today=30).items == ()
    assert review(*many(50), limits=Limits(due_per_day=30), done_today=99).items == ()


def test_new_items_a_day() -> None:
    fresh = [new(f"n{n}") for n in range(50)]
    assert review(*fresh).new == 10
    assert review(*fresh, new_today=4).new == 6
    assert review(*fresh, new_today=11).new == 0
    assert review(*fresh, limits=Limits(new_per_day=0)).new == 0
    assert review(*fresh, limits=Limits(new_per_day=30)).new == 30


@pytest.mark.parametrize(("count", "fresh"), [(59, 3), (60, 3), (61, 0), (200, 0)])
def test_new_items_wait_while_more_than_sixty_are_due(count: int, fresh: int) -> None:
    assert review(*many(count), new("a"), new("b"), new("c")).new == fresh


# -- a backlog ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "done", "left", "words"),
    [
        (0, 0, (), "Nothing is due."),
        (1, 0, (), "1 card is due."),
        (30, 0, (), "30 cards are due."),
        (40, 0, (10,), "40 cards are due. 30 today, the rest tomorrow."),
        (180, 0, (30,) * 5, "180 cards are due. 30 today, the rest over 5 days."),
        (181, 10, (30,) * 5 + (11,), "181 cards are due. 20 today, the rest over 6 days."),
        (20, 30, (20,), "20 cards are due. None today, the rest tomorrow."),
    ],
)
def test_a_backlog_is_spread_over_days(
    count: int, done: int, left: tuple[int, ...], words: str
) -> None:
    made = review(*many(count), limits=Limits(due_per_day=30), done_today=done)
    assert (made.due, made.left_for, made.words) == (count, left, words)


def test_a_cap_of_nothing_leaves_one_a_day() -> None:
    assert review(*many(3), limits=Limits(due_per_day=0)).left_for == (1, 1, 1)


# -- siblings -------------------------------------------------------------------------------------


def test_of_siblings_the_one_most_in_need_comes() -> None:
    made = review(remembered("a", 9, family="f"), remembered("b", 50, family="f"), due("c"))
    assert set(made.items) == {"b", "c"}
    assert (made.due, made.left_for) == (3, (1,))


def test_a_sibling_of_what_was_asked_today_waits() -> None:
    asked = due("a", family="f", done_today=True)
    assert items(asked, due("b", family="f"), new("c", family="f"), new("d")) == "d"


def test_a_new_sibling_of_a_due_item_waits() -> None:
    assert items(due("a", family="f"), new("b", family="f"), new("c", family="f")) == "a"


def test_of_siblings_not_known_today_one_returns() -> None:
    both = (due(one, family="f", done_today=True, again_today=1) for one in "ab")
    assert len(items(*both)) == 1


# -- relearning -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("times", "returns"), [(1, "a"), (2, "a"), (3, "a"), (4, "")])
def test_what_was_not_known_today_returns_three_times(times: int, returns: str) -> None:
    assert items(due("a", done_today=True, again_today=times)) == returns
    assert items(due("a", done_today=True, again_today=times, right_today=True)) == ""


@pytest.mark.parametrize("others", range(6))
def test_it_returns_after_three_others(others: int) -> None:
    made = review(*many(others), due("again", done_today=True, again_today=1), *map(new, "xyz"))
    assert made.items.index("again") == max(others, 3)
    assert made.again == 1


def test_it_returns_at_the_end_when_fewer_are_left() -> None:
    assert items(due("z", done_today=True, again_today=1), new("a")) == "az"


def test_it_returns_also_when_the_day_is_full() -> None:
    made = review(*many(9), due("again", done_today=True, again_today=1), done_today=60)
    assert made.items == ("again",)


# -- mixed up -------------------------------------------------------------------------------------


def neighbours(order: Sequence[str], one: str, other: str) -> bool:
    return abs(order.index(one) - order.index(other)) == 1


def test_what_was_mixed_up_comes_side_by_side() -> None:
    waiting = [remembered(one, 90 - 10 * n) for n, one in enumerate("abcdef")]
    assert items(*waiting) == "abcdef"
    assert items(*waiting, confused=[("e", "b")]) == "abecdf"


def test_also_when_they_share_an_objective() -> None:
    waiting = [remembered(one, 90 - 10 * n, objective="x") for n, one in enumerate("ab")]
    assert items(*waiting, remembered("c", 80), confused=[("a", "b")]) == "abc"


def test_the_stronger_pair_wins() -> None:
    waiting = [remembered(one, 90 - 10 * n) for n, one in enumerate("abcdef")]
    assert items(*waiting, confused=[("e", "b"), ("b", "a"), ("a", "f")]) == "afbecd"


def test_sure_and_wrong_brings_its_partner() -> None:
    waiting = [remembered("a", 5, confident_error=True), remembered("b", 90), remembered("c", 2)]
    assert items(*waiting, confused=[("c", "a")]) == "acb"


@pytest.mark.parametrize("pair", [("a", "x"), ("x", "y"), ("a", "a"), ("a", "n")])
def test_a_pair_that_is_not_due_together_changes_nothing(pair: tuple[str, str]) -> None:
    waiting = [remembered("a", 9), remembered("b", 5), new("n"), due("x", card=card(due=4))]
    assert items(*waiting, confused=[pair]) == "abn"


# -- whatever waits -------------------------------------------------------------------------------

CARDS = st.builds(
    card,
    due=st.integers(-30, 3),
    last=st.integers(-60, 0),
    stability=st.floats(0.1, 400),
    stuck=st.sampled_from([False] * 9 + [True]),
)


NOTHING_TODAY = (0, False, False)
TODAYS = st.sampled_from(
    [NOTHING_TODAY] * 8
    + [(0, False, True), (0, True, True), (1, False, True), (1, True, True)]
    + [(3, False, True), (4, False, True)]
)


def waiting_item(
    objective: str, family: str | None, its: Card | None, error: bool, today: tuple[int, bool, bool]
) -> Waiting:
    return Waiting("", objective, family, its, error, *today)


WAITING = st.lists(
    st.builds(
        waiting_item,
        st.sampled_from("xyz"),
        st.sampled_from([None, None, None, "f", "g"]),
        st.none() | CARDS,
        st.sampled_from([False, False, True]),
        TODAYS,
    ),
    max_size=16,
).map(lambda items: [one._replace(item=f"i{n}") for n, one in enumerate(items)])


PAIRS = st.lists(st.tuples(*[st.integers(0, 16).map("i{}".format)] * 2), max_size=6)
CAPS = st.builds(Limits, st.integers(0, 30), st.integers(1, 30), st.integers(0, 12))
SPENT = st.integers(0, 12)


def is_touched(one: Waiting) -> bool:
    return bool(one.done_today or one.right_today or one.again_today)


def is_stuck(one: Waiting) -> bool:
    return one.card is not None and one.card.stuck


def is_due(one: Waiting) -> bool:
    there = one.card is not None and one.card.due <= TODAY
    return there and not is_touched(one) and not is_stuck(one)


def is_again(one: Waiting) -> bool:
    return 1 <= one.again_today <= 3 and not one.right_today and not is_stuck(one)


def is_new(one: Waiting) -> bool:
    return one.card is None and not is_touched(one)


@given(WAITING, CAPS, SPENT, SPENT, st.integers(0, 2**32 - 1), PAIRS)
def test_nothing_lost_and_nothing_twice(
    waiting: list[Waiting],
    limits: Limits,
    new_today: int,
    done_today: int,
    seed: int,
    confused: list[tuple[str, str]],
) -> None:
    made = todays_review(waiting, TODAY, limits, new_today, done_today, seed, confused)
    by_id = {one.item: one for one in waiting}
    asked = [by_id[item] for item in made.items]
    assert len(set(made.items)) == len(made.items)
    assert sum(map(is_due, asked)) + sum(map(is_again, asked)) + sum(map(is_new, asked)) == len(
        asked
    )
    # Every due card is asked or left for a day that is named.
    assert made.due == sum(map(is_due, waiting)) == sum(map(is_due, asked)) + sum(made.left_for)
    assert made.due_today == sum(map(is_due, asked))
    assert (made.again, made.new) == (sum(map(is_again, asked)), sum(map(is_new, asked)))
    assert all(0 < count <= limits.due_per_day for count in made.left_for)


@given(WAITING, CAPS, SPENT, SPENT, st.integers(0, 2**32 - 1), PAIRS)
def test_limits_hold_and_are_used(
    waiting: list[Waiting],
    limits: Limits,
    new_today: int,
    done_today: int,
    seed: int,
    confused: list[tuple[str, str]],
) -> None:
    made = todays_review(waiting, TODAY, limits, new_today, done_today, seed, confused)
    room = max(limits.due_per_day - done_today, 0)
    assert made.due_today <= room
    assert made.new <= max(limits.new_per_day - new_today, 0)
    if made.due > limits.hold_new_above:
        assert made.new == 0
    # A card is left only for want of room, or for a sibling that is asked today.
    by_id = {one.item: one for one in waiting}
    families = {one.family for one in waiting if is_touched(one)}
    families |= {by_id[item].family for item in made.items}
    if made.due_today < room:
        left = [one for one in waiting if is_due(one) and one.item not in made.items]
        assert all(one.family is not None and one.family in families for one in left)


@given(WAITING, CAPS, st.integers(0, 2**32 - 1), PAIRS)
def test_siblings_never_on_one_day(
    waiting: list[Waiting], limits: Limits, seed: int, confused: list[tuple[str, str]]
) -> None:
    made = todays_review(waiting, TODAY, limits, 0, 0, seed, confused)
    by_id = {one.item: one for one in waiting}
    asked = [by_id[item] for item in made.items]
    families = Counter(one.family for one in asked if one.family)
    assert all(count == 1 for count in families.values())
    earlier = {one.family for one in waiting if is_touched(one) and one.family}
    assert all(one.family not in earlier for one in asked if not is_touched(one))


@given(WAITING, CAPS, st.integers(0, 2**32 - 1))
def test_groups_stand_in_their_order(waiting: list[Waiting], limits: Limits, seed: int) -> None:
    made = todays_review(waiting, TODAY, limits, 0, 0, seed)
    by_id = {one.item: one for one in waiting}
    asked = [by_id[item] for item in made.items]
    first = [at for at, one in enumerate(asked) if is_due(one) and one.confident_error]
    plain = [at for at, one in enumerate(asked) if is_due(one) and not one.confident_error]
    again = [at for at, one in enumerate(asked) if is_again(one)]
    fresh = [at for at, one in enumerate(asked) if is_new(one)]
    assert first + plain == list(range(len(first + plain)))
    if again:
        # After three others, or after all the others when there are fewer.
        assert again[0] >= min(3, len(asked) - len(again))
        assert again == list(range(again[0], again[0] + len(again)))
        early = [at for at in fresh if at < again[0]]
        assert len(early) <= max(3 - len(first + plain), 0)


@given(WAITING, CAPS, st.integers(0, 2**32 - 1))
def test_who_is_asked_needs_it_more_than_who_is_left(
    waiting: list[Waiting], limits: Limits, seed: int
) -> None:
    alone = [one._replace(family=None) for one in waiting]
    made = todays_review(alone, TODAY, limits, 0, 0, seed)

    def need(one: Waiting) -> tuple[bool, float]:
        assert one.card is not None
        days = (TODAY - one.card.last).days
        return not one.confident_error, recall(one.card.stability, days)

    asked = [need(one) for one in alone if is_due(one) and one.item in made.items]
    left = [need(one) for one in alone if is_due(one) and one.item not in made.items]
    assert not left or not asked or max(asked) <= min(left)


@given(WAITING, st.integers(0, 2**32 - 1), PAIRS)
def test_pairs_come_side_by_side(
    waiting: list[Waiting], seed: int, confused: list[tuple[str, str]]
) -> None:
    made = todays_review(waiting, TODAY, LIMITS, 0, 0, seed, confused)
    by_id = {one.item: one for one in waiting}
    here = [item for item in made.items if is_due(by_id[item])]
    for one, other in confused[:1]:
        if one != other and one in here and other in here:
            assert neighbours(made.items, one, other)


@given(WAITING, st.integers(0, 2**32 - 1))
def test_an_objective_in_the_minority_is_never_repeated(waiting: list[Waiting], seed: int) -> None:
    only_due = [one for one in waiting if is_due(one) and not one.confident_error]
    made = todays_review(only_due, TODAY, LIMITS, 0, 0, seed)
    by_id = {one.item: one.objective for one in only_due}
    objectives = [by_id[item] for item in made.items]
    most = max(Counter(objectives).values(), default=0)
    if 2 * most <= len(objectives) + 1:
        assert all(a != b for a, b in pairwise(objectives))


@given(WAITING, CAPS, st.integers(0, 2**32 - 1), PAIRS)
def test_the_same_day_and_seed_give_the_same_review(
    waiting: list[Waiting], limits: Limits, seed: int, confused: list[tuple[str, str]]
) -> None:
    def once(these: Iterable[Waiting]) -> Review:
        return todays_review(these, TODAY, limits, 0, 0, seed, confused)

    assert once(waiting) == once(list(waiting))
    # New items keep the order in which they are taught; of the others the order does not matter.
    taught = [one for one in waiting if one.card is None]
    assert once(waiting) == once([*reversed([w for w in waiting if w.card]), *taught])


def test_five_thousand_cards() -> None:
    made = todays_review(five_thousand(), TODAY, LIMITS, 0, 0, seed=1)
    assert (made.due, made.due_today, len(made.left_for)) == (5000, 60, 83)
    assert made.new == 0


def test_a_card_far_in_the_past_or_future_is_sane() -> None:
    old = Card(1e-3, 10.0, day(-4000), day(-3999), 1)
    ahead = Card(1e5, 1.0, day(4000), day(0), 9)
    assert items(due("a", card=ahead), due("b", card=old)) == "ba"
