"""References from pages and items to sources, figures, and glossary terms: checked, or dropped."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tutor.course.model import FigureRef
from tutor.course.names import is_id
from tutor.prose import term_links, without_terms
from tutor.yamlread.reading import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tutor.course.model import Figure, Source, Term
    from tutor.yamlread.document import Document
    from tutor.yamlread.nodes import KeyPath
    from tutor.yamlread.places import Places
    from tutor.yamlread.problem import Problem
    from tutor.yamlread.scalars import Schema


@dataclass(frozen=True, slots=True)
class Targets:
    """What can be pointed to. A broken one is None: it is named where it stands, not again here.

    `blind` names the kinds that cannot be judged because their whole file is missing or broken.
    """

    sources: Mapping[str, Source | None]
    terms: Mapping[str, Term | None]
    figures: Mapping[str, Figure | None]
    blind: frozenset[str] = frozenset()
    # What was offered for an id: a renamed source dangles in a thousand items.
    offered: dict[tuple[str, str], str] = field(default_factory=dict)


def targets(
    sources: Document | None, glossary: Document | None, figures: Mapping[str, Document]
) -> Targets:
    """The targets that the documents hold."""
    blind = [
        kind
        for kind, document in (("source", sources), ("term", glossary))
        if document is None or document.value is None
    ]
    return Targets(
        sources=(sources and sources.value) or {},
        terms=(glossary and glossary.value) or {},
        figures={stem: document.value for stem, document in figures.items()},
        blind=frozenset(blind),
    )


class Settler:
    """Notes dangling references of one file and takes them out."""

    def __init__(
        self, targets: Targets, places: Places, problems: list[Problem], missed: set[str]
    ) -> None:
        self.targets, self.places, self.problems = targets, places, problems
        self.missed = missed  # kinds that were pointed to while nothing of them could be known
        self._terms = self._dangling_terms()

    def settle(self, value: Any, schema: Schema, keys: KeyPath) -> Any:
        """The value without its dangling references."""
        value = self.references(value, keys)
        return self.terms(value, schema, keys) if self._terms else value

    def references(self, value: Any, keys: KeyPath) -> Any:
        """The value with those of its sources, and that figure, that are there."""
        changes: dict[str, Any] = {}
        sources = self.known_sources(value.sources, (*keys, "sources"))
        if len(sources) != len(value.sources):
            changes["sources"] = sources
        if (figure := getattr(value, "figure", None)) is not None:
            settled = self.figure(figure, (*keys, "figure"))
            if settled != figure:
                changes["figure"] = settled
        return replace(value, **changes) if changes else value

    def known_sources(self, ids: tuple[str, ...], keys: KeyPath) -> tuple[str, ...]:
        return self._known("source", self.targets.sources, ids, keys)

    def known_terms(self, ids: tuple[str, ...], keys: KeyPath) -> tuple[str, ...]:
        return self._known("term", self.targets.terms, ids, keys)

    def _known(
        self, kind: str, known: Mapping[str, Any], ids: tuple[str, ...], keys: KeyPath
    ) -> tuple[str, ...]:
        """The ids that lead somewhere; the others are noted."""
        if all(known.get(one) is not None for one in ids):
            return ids
        for at, one in enumerate(ids):
            if one not in known and self._can_judge(kind):
                self.note((*keys, at), f"unknown {kind}", one, known)
        return tuple([one for one in ids if known.get(one) is not None])

    def figure(self, ref: FigureRef, keys: KeyPath) -> FigureRef | None:
        """The reference with what exists of it; None where its figure does not."""
        figures = self.targets.figures
        figure = figures.get(ref.name)
        if figure is None:
            if ref.name not in figures:
                self.note((*keys, "name"), "unknown figure", ref.name, figures)
            return None
        view = ref.view
        if view is not None and view not in figure.views:
            self.note((*keys, "view"), f'figure "{ref.name}" has no view', view, figure.views)
            view = None
        structures = [one.id for one in figure.structures]
        for at, one in enumerate(ref.highlight):
            if one not in structures:
                what = f'figure "{ref.name}" has no structure'
                self.note((*keys, "highlight", at), what, one, structures)
        kept = tuple(one for one in ref.highlight if one in structures)
        return replace(ref, view=view, highlight=kept)

    def _dangling_terms(self) -> frozenset[str]:
        """The terms that this file links to and that are not there: in most files none."""
        if "](term:" not in self.places.text:
            return frozenset()
        linked = {term for _, term in term_links(self.places.text)}
        return frozenset(one for one in linked if self.targets.terms.get(one) is None)

    def terms(self, value: Any, schema: Schema, keys: KeyPath) -> Any:
        """The value with the links to unknown terms turned into plain words."""
        found = [self._dangles(place, text) for place, text in schema.prose(value, keys)]
        if not any(found):
            return value
        return schema.thaw(_each_text(schema.freeze(value), self._terms))

    def _dangles(self, place: KeyPath, text: str) -> bool:
        """Notes the links of a text to unknown terms; whether it has one."""
        dangling = [term for _, term in term_links(text) if term in self._terms]
        known = self.targets.terms
        for term in dangling:
            if term not in known and self._can_judge("term"):
                self.note(place, "unknown term", term, known, f"(term:{term})")
        return bool(dangling)

    def look(self, keys: KeyPath) -> None:
        """Notes the dangling references of a page, an item or a term that could not be read.

        Its author would meet them one by one otherwise, in run after run. What is no id is an
        error already.
        """
        for key, kind, known in (
            ("sources", "source", self.targets.sources),
            ("confused-with", "term", self.targets.terms),
        ):
            for place, id in self.places.texts((*keys, key)):
                if is_id(id) and id not in known and self._can_judge(kind):
                    self.note(place, f"unknown {kind}", id, known)
        figure = (*keys, "figure")
        name, view = (self.places.written((*figure, key)) for key in ("name", "view"))
        highlight = tuple([one for _, one in self.places.texts((*figure, "highlight"))])
        if is_id(name):
            sound = all(map(is_id, highlight))
            ref = FigureRef(name, view if is_id(view) else None, highlight if sound else ())
            self.figure(ref, figure)
        if self._terms:
            for place, text in self.places.texts(keys):
                self._dangles(place, text)

    def _can_judge(self, kind: str) -> bool:
        if kind in self.targets.blind:
            self.missed.add(kind)
        return kind not in self.targets.blind

    def note(
        self, keys: KeyPath, what: str, id: str, known: Iterable[str], words: str = ""
    ) -> None:
        offered = self.targets.offered
        if (what, id) not in offered:
            offered[what, id] = nearest(id, known)
        message = f'{what} "{id}"{offered[what, id]}'
        self.problems.append(self.places.problem(keys, message, words=words))


def _each_text(data: Any, ids: frozenset[str]) -> Any:
    if isinstance(data, str):
        return without_terms(data, ids) if "](term:" in data else data
    if isinstance(data, list):
        return [_each_text(one, ids) for one in data]
    return data
