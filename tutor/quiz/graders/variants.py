"""Forms of one word that count as the same: spelling, number, and the two names of the fibula."""

from __future__ import annotations

from functools import lru_cache

# Two names for one thing, word for word. Phrases (AFO, ankle foot orthosis) are the glossary's.
_SAME = {
    "fibular": "peroneal",
    "fibularis": "peroneus",
    "fibulares": "peronei",
    "peronaeus": "peroneus",
}
_OTHER_NAMES = {
    "peroneal": ("fibular",),
    "fibular": ("peroneal",),
    "peroneus": ("fibularis",),
    "fibularis": ("peroneus",),
    "peronei": ("fibulares",),
    "fibulares": ("peronei",),
}

# British -> American, as parts of words. Parts, not "ae" alone: that would also change tibiae.
_AMERICAN = (
    ("aesthe", "esthe"),
    ("aemi", "emi"),
    ("haem", "hem"),
    ("paed", "ped"),
    ("oedem", "edem"),
    ("fibre", "fiber"),
    ("centre", "center"),
    ("litre", "liter"),
    ("metre", "meter"),
    ("tumour", "tumor"),
    ("colour", "color"),
    ("neurone", "neuron"),
    ("isation", "ization"),
    ("alise", "alize"),
    ("lyse", "lyze"),
    ("travell", "travel"),
    ("programme", "program"),
    ("grey", "gray"),
)

# Plural endings and what they stand for in the singular.
_PLURALS = (
    ("ies", "y"),
    ("ses", "sis"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("sses", "ss"),
    ("ves", "f"),
    ("ices", "ex"),
    ("ices", "ix"),
    ("nges", "nx"),
    ("mina", "men"),
    ("ae", "a"),
    ("i", "us"),
    ("ia", "ium"),
    ("ea", "eum"),
    ("la", "lum"),
    ("ra", "rum"),
    ("lia", "lion"),
)
_IRREGULAR = {"feet": "foot", "axes": "axis", "pelves": "pelvis", "testes": "testis"}
# "tibialis", "biceps femoris", "abscess", "popliteus" are singular; so is "biceps".
_SINGULAR_ENDINGS = ("is", "us", "ss", "ps")


def american(word: str) -> str:
    """`word` in American spelling, where it is one that differs."""
    for british, here in _AMERICAN:
        if british in word:
            word = word.replace(british, here)
    return word


@lru_cache(maxsize=4096)
def roots(word: str) -> frozenset[str]:
    """What `word` may stand for: two words that share one count as the same.

    A word that could be a plural in two ways has both its singulars.
    """
    spelt = american(word)
    return frozenset(_SAME.get(one, one) for one in (spelt, *_singulars(spelt)))


def _singulars(word: str) -> list[str]:
    if word in _IRREGULAR:
        return [_IRREGULAR[word]]
    if len(word) < 4 or any(c.isdigit() for c in word):
        return []
    found = [word[: -len(end)] + one for end, one in _PLURALS if word.endswith(end)]
    if word.endswith("s") and not word.endswith(_SINGULAR_ENDINGS):
        found.append(word[:-1])
    return found


@lru_cache(maxsize=4096)
def spellings(word: str) -> tuple[str, ...]:
    """The right spellings against which a typed word is measured, `word` itself first."""
    forms = dict.fromkeys((word, *_OTHER_NAMES.get(word, ())))
    for form in tuple(forms):
        forms[american(form)] = None
        for one in _singulars(form):
            forms[american(one)] = None
        if not any(c.isdigit() for c in form) and form[-1] not in "sxziu":
            forms[f"{form}s"] = None
    return tuple(forms)


def same(a: str, b: str) -> bool:
    return a == b or not roots(a).isdisjoint(roots(b))
