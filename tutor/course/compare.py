"""What only several files together show: what is named twice, and what leads nowhere."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.course.lessonfile import LessonReader
from tutor.course.listing import COURSE, GLOSSARY, SOURCES
from tutor.course.names import is_id
from tutor.course.references import Settler, targets
from tutor.course.words import TERM
from tutor.yamlread.problem import Problem, Severity
from tutor.yamlread.reading import nearest

if TYPE_CHECKING:
    from collections.abc import Collection

    from tutor.course.model import CourseHeader, Figure, Source, Term
    from tutor.course.raw import RawCourse
    from tutor.course.whole import ReadLesson
    from tutor.yamlread.document import Document


class Comparison:
    """Compares the files of a course. `problems` grows with each question asked."""

    def __init__(self, raw: RawCourse) -> None:
        self.raw = raw
        self.problems: list[Problem] = []
        self.targets = targets(raw.sources, raw.glossary, raw.figures)
        self.missed: set[str] = set()

    def settler(self, document: Document) -> Settler:
        return Settler(self.targets, document.places, self.problems, self.missed)

    def lessons(self) -> tuple[CourseHeader | None, tuple[ReadLesson, ...]]:
        """The header with the lessons that open, and these in its order."""
        stems = self._stems()
        header = self._listed(stems)
        reader = LessonReader(self.raw, header, self.settler, self.problems)
        read = {stem: lesson for stem in stems.values() if (lesson := reader.read(stem))}
        for stem in self.raw.quizzes.keys() - self.raw.lessons.keys():
            reader.orphan(stem)
        if header is None:
            return None, tuple(read.values())
        opening = {name: read[stem] for name, stem in stems.items() if stem in read}
        parts = tuple(
            part._replace(lessons=tuple(one for one in part.lessons if one in opening))
            for part in header.parts
        )
        order = [opening[one] for part in parts for one in part.lessons]
        return header._replace(parts=parts), tuple(order)

    def _stems(self) -> dict[str, str]:
        """The stem of each lesson's file by the lesson's id. A broken file gives what id it can."""
        stems: dict[str, str] = {}
        for stem, document in self.raw.lessons.items():
            name = document.names.get("lesson") or re.sub("^[0-9]+-", "", stem)
            if name in stems:
                message = f'lesson "{name}" is already in lessons/{stems[name]}.yaml'
                self.problems.append(document.places.problem(("lesson",), message))
            else:
                stems[name] = stem
        return stems

    def _listed(self, stems: dict[str, str]) -> CourseHeader | None:
        """The header, with each lesson once and only those that have a file."""
        document = self.raw.course
        if document is None:
            problem = Problem(COURSE, 0, 0, Severity.ERROR, "the file is missing")
            self.problems.append(problem)
            return None
        header: CourseHeader | None = document.value
        count = len(header.parts) if header else document.places.count(("parts",))
        seen: set[str] = set()
        kept: list[tuple[str, ...]] = []
        # As written: lessons are compared even where something else in the file is broken.
        for at in range(count):
            names = []
            for keys, name in document.places.texts(("parts", at, "lessons")):
                if name in stems and name not in seen:
                    names.append(name)
                elif is_id(name):
                    message = f'no file in lessons/ has "lesson: {name}"{nearest(name, stems)}'
                    if name in seen:
                        message = f'lesson "{name}" is listed twice'
                    self.problems.append(document.places.problem(keys, message))
                seen.add(name)
            kept.append(tuple(names))
        if count:
            self._unlisted(seen, stems)
        if header is None:
            return None
        parts = zip(header.parts, kept, strict=True)
        return header._replace(parts=tuple(part._replace(lessons=own) for part, own in parts))

    def _unlisted(self, listed: set[str], stems: dict[str, str]) -> None:
        for name, stem in stems.items():
            document = self.raw.lessons[stem]
            if name not in listed and document.value is not None:
                message = f'lesson "{name}" is in no part of {COURSE}'
                hint = "write it among the lessons of a part"
                self.problems.append(document.places.problem(("lesson",), message, hint))

    def sources(self) -> dict[str, Source]:
        """The sound sources by their ids."""
        return {key: one for key, one in self.targets.sources.items() if one is not None}

    def glossary(self) -> dict[str, Term]:
        """The sound terms by their ids, without references that lead nowhere."""
        if self.raw.glossary is None or not self.targets.terms:
            return {}
        settler = self.settler(self.raw.glossary)
        terms: dict[str, Term] = {}
        for key, term in self.targets.terms.items():
            if term is None:
                settler.look((key,))
            else:
                settled = settler.settle(term, TERM, (key,))
                confused = settler.known_terms(settled.confused_with, (key, "confused-with"))
                terms[key] = replace(settled, confused_with=confused)
        return terms

    def figures(self) -> dict[str, Figure]:
        """The sound figures by their names."""
        figures: dict[str, Figure] = {}
        for stem, document in self.raw.figures.items():
            figure: Figure | None = document.value
            if figure is None:
                continue
            if figure.name != stem:
                message = f'the file is called {stem}.yaml: write "figure: {stem}"'
                self.problems.append(document.places.problem(("figure",), message))
            figures[stem] = replace(figure, name=stem)
        return figures

    def missing(self, named: Collection[str]) -> None:
        """Notes the files that others point into and that are not there. Ask this last.

        `named` holds the paths of which something is said already: they are there, and no files.
        """
        for kind, document, path in (
            ("source", self.raw.sources, SOURCES),
            ("term", self.raw.glossary, GLOSSARY),
        ):
            if document is None and kind in self.missed and path not in named:
                message = f"the file is missing, and {kind}s are named"
                self.problems.append(Problem(path, 0, 0, Severity.ERROR, message))
