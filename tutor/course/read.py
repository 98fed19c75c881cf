"""A whole course read, with everything compared and every problem found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.course.compare import Comparison
from tutor.course.listing import list_course
from tutor.course.raw import read_raw
from tutor.course.whole import ReadCourse
from tutor.yamlread.problem import sort_key

if TYPE_CHECKING:
    from pathlib import Path


def read_course(root: Path) -> ReadCourse:
    """Reads every file of the course in a folder. Raises nothing for what stands in them."""
    listing = list_course(root)
    raw = read_raw(root, listing)
    comparison = Comparison(raw)
    header, lessons = comparison.lessons()
    sources, glossary, figures = (
        comparison.sources(),
        comparison.glossary(),
        comparison.figures(),
    )
    comparison.missing([one.path for one in listing.problems])
    problems = [*listing.problems, *comparison.problems]
    for document in raw.documents():
        problems += document.problems
    return ReadCourse(
        root=root,
        listing=listing,
        header=header,
        lessons=lessons,
        sources=sources,
        glossary=glossary,
        figures=figures,
        problems=tuple(sorted(problems, key=sort_key)),
        course_places=raw.course.places if raw.course else None,
        sources_places=raw.sources.places if raw.sources else None,
        glossary_places=raw.glossary.places if raw.glossary else None,
    )
