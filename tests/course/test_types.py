"""Items of the types that are answered in parts: what is read, and what is refused."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.course.build import course_of_all_types, edit
from tutor.course.digest import key_digest
from tutor.course.items import Case, Cloze, Emq, Item, Match, Mtf, Order, TrueFalse, Whys
from tutor.course.items.case import stage_items
from tutor.course.items.registry import TYPES
from tutor.course.library import open_course
from tutor.course.model import FigureRef
from tutor.course.quizshape import ITEM
from tutor.course.read import read_course

QUIZ = "quizzes/01-first.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return course_of_all_types(tmp_path / "course")


def items(root: Path) -> dict[str, Item]:
    quiz = read_course(root).lessons[0].quiz
    return {item.id.removeprefix("first-"): item for item in quiz.items} if quiz else {}


def messages(root: Path) -> list[str]:
    return [one.message for one in read_course(root).problems]


def test_every_type_can_be_read(root: Path) -> None:
    assert messages(root) == []
    assert set(items(root)) == set(TYPES)


def test_what_is_read(root: Path) -> None:
    read = items(root)
    belief, mtf, emq, order, match, cloze, case = [
        read[type].body for type in ("truefalse", "mtf", "emq", "order", "match", "cloze", "case")
    ]
    assert belief == TrueFalse(False, Whys("It only feels.", "Right, it only feels."))
    assert isinstance(mtf, Mtf)
    assert [one.true for one in mtf.statements] == [True, False, True, False]
    assert isinstance(emq, Emq)
    assert (emq.theme, len(emq.options), emq.stems[1].answer) == ("Where is the lesion?", 6, "l5")
    assert isinstance(order, Order)
    assert order.groups() == (("root",), ("sciatic",), ("deep", "superficial"))
    assert isinstance(match, Match)
    assert (match.left[0].text, match.left[0].answer) == ("Lifting the foot", "deep")
    assert isinstance(cloze, Cloze)
    assert [(name, gap.type, gap.weight) for name, gap in cloze.in_text()] == [
        ("nerve", "text", 2.0),
        ("place", "single", 1.0),
        ("far", "number", 1.0),
    ]
    assert isinstance(case, Case)
    first, second = case.stages
    assert (first.critical, first.figure, first.hints) == (
        True,
        FigureRef("leg", "knee"),
        ("Think of the knee.",),
    )
    assert (second.critical, second.type, second.level) == (False, "cloze", "recall")


def test_a_stage_takes_from_the_case_what_it_does_not_name(root: Path) -> None:
    case = items(root)["case"]
    first, second = stage_items(case)
    assert (first.level, first.sources, first.claims) == ("reason", ("a-page",), ())
    assert (second.level, second.sources, second.claims) == ("recall", ("a-book",), (3,))
    assert second.figure == case.figure
    assert second.teaches == (("nerve", "common_nerve"),)


def test_a_frozen_item_of_every_type_thaws_to_the_same(root: Path) -> None:
    for item in items(root).values():
        assert ITEM.thaw(json.loads(json.dumps(ITEM.freeze(item)))) == item


def test_a_warm_quiz_is_the_same_as_a_cold_one(root: Path, tmp_path: Path) -> None:
    for path in root.rglob("*.yaml"):
        os.utime(path, ns=(10**18, 10**18))
    cold = open_course(root, tmp_path / "cache").quiz("first")
    assert open_course(root, tmp_path / "cache").quiz("first") == cold
    assert cold == open_course(root, None).quiz("first")


@pytest.mark.parametrize(
    ("old", "new", "message", "type"),
    [
        ("      true: It only feels.\n", "", 'the why needs "true"', "truefalse"),
        ("answer: false", "answer: no", 'write true or false, not "no"', "truefalse"),
        ("id: turns", "id: lifts", 'id "lifts" is used twice', "mtf"),
        ("true: true, why: It ends", "why: It ends", 'a statement needs "true"', "mtf"),
        (
            "answer: common",
            "answer: comon",
            '"comon" is none of `options`; did you mean "common"?',
            "emq",
        ),
        (
            "      - {id: cord, text: Spinal cord}\n",
            "",
            '"options" has 5 entries: it needs at least 6',
            "emq",
        ),
        ("id: disc", "id: cast", 'id "cast" is used twice', "emq"),
        ("id: sciatic, text: Sciatic nerve}", "id: l5, text: S}", 'id "l5" is used twice', "emq"),
        ("[[deep, superficial]]", "[[deep, sural]]", 'no step has the id "sural"', "order"),
        ("[[deep, superficial]]", "[[root, deep]]", "the steps of a group stand next", "order"),
        (
            "[[deep, superficial]]",
            "[[deep, superficial], [sciatic, deep]]",
            'step "deep" stands here twice',
            "order",
        ),
        (
            "[[deep, superficial]]",
            "[[root, sciatic, deep, superficial]]",
            "no order is left to ask for",
            "order",
        ),
        (
            "[[deep, superficial]]",
            "[[deep]]",
            '"any-order" has 1 entry: it needs at least 2',
            "order",
        ),
        (
            "      - {id: sural, text: Sural nerve}\n",
            "",
            "2 on the left need at least 3 here",
            "match",
        ),
        (
            "answer: superficial, why: The side",
            "answer: deep, why: The side",
            '"deep" is the answer of another one already',
            "match",
        ),
        (
            "answer: superficial, why: The side",
            "answer: median, why: The side",
            '"median" is none of `right`',
            "match",
        ),
        ("{{far}} cm", "three cm", "the text has no {{far}}", "cloze"),
        ("{{far}} cm", "{{for}} cm", 'no gap is called "for"', "cloze"),
        ("{{far}} cm", "{{ far }} {{far}} cm", "{{far}} stands twice in the text", "cloze"),
        ("type: number, answer: 3", "type: order, answer: 3", 'unknown type "order"', "cloze"),
        ("right: true, why: It is shallow", "why: It is shallow", "no option is right", "cloze"),
        ("accept: [common nerve], weight: 2", "weight: 2", 'a gap needs "accept"', "cloze"),
        ("id: how", "id: where", 'id "where" is used twice', "case"),
        ("        explain: The common nerve lifts.\n", "", 'a stage needs "explain"', "case"),
        ("key: true", "key: true\n        weight: 3", 'unknown key "weight"', "case"),
        ("type: cloze\n        stem: She", "type: case\n        stem: She", "unknown type", "case"),
        (
            "type: cloze\n        stem: She",
            "type: hotspot\n        stem: She",
            'type "hotspot" is not known to this version of footdrop yet',
            "case",
        ),
        (
            "        objective: first-aim",
            "        objective: first-aims",
            'unknown objective "first-aims"; did you mean "first-aim"?',
            "case",
        ),
        (
            "        objective: first-aim",
            "        objective: second-aim",
            'unknown objective "second-aim"',
            "case",
        ),
        ("{name: leg, view: knee}\n        sources", "{name: lag}\n        sources", "", "case"),
    ],
)
def test_what_is_broken_is_named_and_alone_left_out(
    root: Path, old: str, new: str, message: str, type: str
) -> None:
    edit(root, QUIZ, old, new)
    found = messages(root)
    assert found
    assert any(one.startswith(message) for one in found), found
    assert set(items(root)) == set(TYPES) - {type}


def test_a_source_of_a_stage_that_leads_nowhere_is_dropped(root: Path) -> None:
    edit(root, QUIZ, "sources: [a-page]\n      - id: how", "sources: [a-pag]\n      - id: how")
    (problem,) = read_course(root).problems
    assert problem.message == 'unknown source "a-pag"; did you mean "a-page"?'
    assert (root / QUIZ).read_text().split("\n")[problem.line - 1].endswith("[a-pag]")
    body = items(root)["case"].body
    assert isinstance(body, Case)
    assert body.stages[0].sources == ()


def test_a_link_inside_a_part_is_looked_up(root: Path) -> None:
    edit(root, QUIZ, "why: It works the front.", "why: 'The [front](term:front) does.'")
    (problem,) = read_course(root).problems
    assert problem.message == 'unknown term "front"'
    body = items(root)["mtf"].body
    assert isinstance(body, Mtf)
    assert body.statements[0].why == "The front does."


@pytest.mark.parametrize("mark", ["{{far}}", "{{ far }}", "{{\nfar}}"])
def test_a_gap_is_found_with_spaces_too(mark: str) -> None:
    body = Cloze(f"It is {mark} away.", (("far", None),))  # type: ignore[arg-type]
    assert [name for name, _ in body.in_text()] == ["far"]
    assert body.filled(lambda name: f"<{name}>") == "It is <far> away."


def test_braces_without_end_take_no_time() -> None:
    text = "{{ " * 200_000 + " " * 200_000
    assert Cloze(text, ()).filled(str.upper) == text


@pytest.mark.parametrize(
    ("type", "old", "new", "changes"),
    [
        ("truefalse", "answer: false", "answer: true", True),
        ("truefalse", "true: It only feels.", "true: It feels.", False),
        ("mtf", "true: true, why: It ends", "true: false, why: It ends", True),
        ("mtf", "It lifts the foot., true", "It lifts it., true", False),
        ("emq", "answer: l5", "answer: cord", True),
        ("emq", "text: Spinal cord", "text: The cord", False),
        ("emq", "id: cord", "id: spine", True),
        ("order", "[[deep, superficial]]", "[]", True),
        ("order", "text: Root", "text: A root", False),
        ("match", "answer: superficial, why: The side", "answer: sural, why: The side", True),
        ("match", "text: Lifting the foot", "text: Up", False),
        ("cloze", "accept: [common nerve]", "accept: [deep nerve]", True),
        ("cloze", "weight: 2", "weight: 3", True),
        ("cloze", "The {{nerve}} winds", "This {{nerve}} winds", False),
        ("case", "key: true\n", "", True),
        ("case", "accept: [knee]", "accept: [hip]", True),
        ("case", "stem: She asks", "stem: He asks", False),
        ("case", "A runner who trips", "A walker who trips", False),
    ],
)
def test_the_digest_follows_the_key_and_not_the_words(
    root: Path, type: str, old: str, new: str, changes: bool
) -> None:
    before = items(root)
    text = (root / QUIZ).read_text()
    if new == "":
        old = f"        {old}"
    assert old in text
    edit(root, QUIZ, old, new)
    after = items(root)
    changed = {name for name in TYPES if key_digest(before[name]) != key_digest(after[name])}
    assert changed == ({type} if changes else set())


def test_any_order_within_a_group_is_one_key(root: Path) -> None:
    item = items(root)["order"]
    body = item.body
    assert isinstance(body, Order)
    turned = replace(body, steps=(*body.steps[:2], *body.steps[:1:-1]))
    assert key_digest(replace(item, body=turned)) == key_digest(item)


def test_the_ids_of_stages_cannot_be_those_of_items(root: Path) -> None:
    stages = stage_items(items(root)["case"])
    assert [one.id for one in stages] == ["first-case/where", "first-case/how"]
