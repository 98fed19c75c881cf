"""Units: what they are called, what they measure, and how to get from one to another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isfinite


@dataclass(frozen=True, slots=True)
class Unit:
    """`times` / `per` of it make one base unit of its `dimension`: 1 cm is 1 / 100 m.

    Two whole numbers, because 0.01 has no exact binary fraction and 100 has.
    """

    dimension: str
    times: int = 1
    per: int = 1


NONE = Unit("share")
"""No unit: a count or a share."""

# Every name stands in small letters. The first ones are the symbols.
_NAMES: dict[str, Unit] = {
    name: unit
    for names, unit in (
        ("m metre metres meter meters", Unit("length")),
        ("cm centimetre centimetres centimeter centimeters", Unit("length", 1, 100)),
        ("mm millimetre millimetres millimeter millimeters", Unit("length", 1, 1000)),
        ("km kilometre kilometres kilometer kilometers", Unit("length", 1000)),
        ("s sec secs second seconds", Unit("time")),
        ("ms msec millisecond milliseconds", Unit("time", 1, 1000)),
        ("min mins minute minutes", Unit("time", 60)),
        ("h hr hrs hour hours", Unit("time", 3600)),
        ("d day days", Unit("time", 86_400)),
        ("wk week weeks", Unit("time", 604_800)),
        # Not so many days: a month is 28 to 31.
        ("month months", Unit("months")),
        ("yr year years", Unit("months", 12)),
        ("v volt volts", Unit("voltage")),
        ("mv millivolt millivolts", Unit("voltage", 1, 1000)),
        ("uv μv microvolt microvolts", Unit("voltage", 1, 1_000_000)),
        ("° deg degree degrees", Unit("angle")),
        ("% percent percentage", Unit("share", 1, 100)),
        ("n newton newtons", Unit("force")),
        ("kg kilogram kilograms kilo kilos", Unit("mass")),
        ("g gram grams", Unit("mass", 1, 1000)),
        ("mg milligram milligrams", Unit("mass", 1, 1_000_000)),
        ("hz hertz", Unit("frequency")),
    )
    for name in names.split()
}
_SPELT = {"per cent": "%", "kmh": "km/h", "kph": "km/h", "kmph": "km/h"}
_PER = re.compile(r" ?(?:/|\bper\b|\ba\b|\ban\b) ?")


def unit_of(name: str) -> Unit | None:
    """The unit of this name ("cm", "degrees", "mm per day"); None when it is not known."""
    name = _tidy(name)
    if name in _NAMES:
        return _NAMES[name]
    parts = _PER.split(name)
    if len(parts) != 2 or not all(part in _NAMES for part in parts):
        return None
    above, below = _NAMES[parts[0]], _NAMES[parts[1]]
    return Unit(
        f"{above.dimension} per {below.dimension}",
        above.times * below.per,
        above.per * below.times,
    )


def unit_names() -> tuple[str, ...]:
    """Every name of a unit that is not made of two: "cm" and "day", not "cm/day"."""
    return tuple(_NAMES)


def item_unit(name: str | None) -> Unit:
    """The unit that an item names; one not in the table measures only itself."""
    if name is None:
        return NONE
    return unit_of(name) or Unit(f"only {_singular(_tidy(name))}")


def own_unit(typed: str, unit: str | None) -> bool:
    """`typed` is the item's unit, in the singular or plural, known to the table or not."""
    return unit is not None and _singular(_tidy(typed)) == _singular(_tidy(unit))


def convert(value: float, typed: Unit, wanted: Unit) -> float | None:
    """`value` in the wanted unit; None from another dimension or beyond what a number holds."""
    if typed.dimension != wanted.dimension:
        return None
    if typed != wanted:
        value = value * (typed.times * wanted.per) / (typed.per * wanted.times)
    return value if isfinite(value) else None


def shown_in(stem: str, unit: str) -> bool:
    """The stem names the unit, by any of its names."""
    wanted = item_unit(unit)
    names = [name for name, one in _NAMES.items() if one == wanted]
    names += [name for name, tidy in _SPELT.items() if unit_of(tidy) == wanted]
    names += [unit.casefold(), _tidy(unit), _singular(_tidy(unit)), f"{_singular(_tidy(unit))}s"]
    text = " ".join(stem.casefold().replace("µ", "μ").split())
    return any(_stands_in(name, text) for name in dict.fromkeys(names))


def _stands_in(name: str, text: str) -> bool:
    # The apostrophe: the s of "patient's" is no second.
    before = r"(?<![^\W\d_])(?<!['’/])" if name[0].isalpha() else ""
    after = r"(?![\w/])" if name[-1].isalpha() else ""
    return re.search(f"{before}{re.escape(name)}{after}", text) is not None


def _tidy(name: str) -> str:
    name = " ".join(name.casefold().replace("µ", "μ").strip().rstrip(".").split())
    return _SPELT.get(name, name)


def _singular(name: str) -> str:
    return name[:-1] if len(name) > 2 and name.endswith("s") else name
