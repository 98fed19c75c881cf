"""A pyte screen that behaves enough like an xterm to be talked to.

pyte knows no alternate screen, private queries or newer sequences: those are taken out of the
stream and handled here, the rest is left to pyte.
"""

from __future__ import annotations

import codecs
import re

import pyte

_SEQUENCE = re.compile(
    r"\x1b\[(?P<mark>[<=>?]?)(?P<parameters>[0-9:;]*)(?P<middle>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<command>[^\x07\x1b]*)(?P<end>\x07|\x1b\\)"
    r"|\x1b[PX^_][^\x1b]*\x1b\\"
    r"|\x1b(?P<escape_middle>[ -/]*)(?P<escape>[0-OQ-WYZ`-~])",
    re.DOTALL,
)
_LONGEST_SEQUENCE = 65_536
_KNOWN_TO_PYTE = frozenset("@ABCDEFGHJKLMPXabdefgmrhl`su")
ALTERNATE = frozenset({"47", "1047", "1049"})
MOUSE = frozenset({"9", "1000", "1002", "1003", "1005", "1006", "1015", "1016"})
_MODES_AT_START = {"7": True, "25": True}
_KNOWN_MODES = {"1", "7", "25", "1004", "2004"} | ALTERNATE | MOUSE


class Xterm:
    """Takes what a program writes, keeps the screen and answers the usual queries."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._main = pyte.Screen(columns, rows)
        self._alternate = pyte.Screen(columns, rows)
        self.screen = self._main
        self._stream = pyte.Stream(self._main)
        self._modes = dict(_MODES_AT_START)
        self._kitty_depth = 0
        self._rest = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rows_seen: dict[tuple[int, int], int] = {}

    def feed(self, data: bytes) -> tuple[bool, bytes]:
        """Take output; whether a cell of the screen changed, and what to answer."""
        text = self._rest + self._decoder.decode(data)
        self._rest = ""
        answers: list[str] = []
        at = 0
        while at < len(text):
            escape = text.find("\x1b", at)
            self._draw(text[at:] if escape < 0 else text[at:escape])
            if escape < 0:
                break
            found = _SEQUENCE.match(text, escape)
            if found is not None:
                self._obey(found, answers)
                at = found.end()
            elif len(text) - escape < _LONGEST_SEQUENCE:  # cut in its middle: the rest will come
                self._rest = text[escape:]
                break
            else:
                at = escape + 1
        return self._changed(), "".join(answers).encode()

    def _draw(self, text: str) -> None:
        if text:
            self._stream.feed(text)

    def _obey(self, found: re.Match[str], answers: list[str]) -> None:
        if found["final"]:
            mark, parameters, final = found["mark"], found["parameters"], found["final"]
            if mark == "?" and final in "hl" and not found["middle"]:
                for mode in parameters.split(";"):
                    self._set_mode(mode, final == "h")
            elif mark or found["middle"] or final in "cnu":
                answers.append(self._answer(mark, parameters, found["middle"], final))
            elif final in _KNOWN_TO_PYTE:
                self._draw(f"\x1b[{parameters}{final}")
        elif found["command"] is not None:
            if query := re.fullmatch(r"(10|11|12);\?", found["command"]):
                colour = "0000/0000/0000" if query[1] == "11" else "ffff/ffff/ffff"
                answers.append(f"\x1b]{query[1]};rgb:{colour}{found['end']}")
        elif found["escape"] and found["escape"] in "78DEHM" and not found["escape_middle"]:
            self._draw("\x1b" + found["escape"])

    def _set_mode(self, mode: str, on: bool) -> None:
        self._modes[mode] = on
        if mode in ALTERNATE:
            if on:
                self._alternate.reset()
            self.screen = self._alternate if on else self._main
            self._stream = pyte.Stream(self.screen)
            self.screen.dirty.update(range(self.screen.lines))
        elif mode in ("6", "7", "25"):
            self._draw(f"\x1b[?{mode}{'h' if on else 'l'}")

    def _answer(self, mark: str, parameters: str, middle: str, final: str) -> str:
        if final == "c" and not middle and not mark:
            return "\x1b[?64;1;2;6;9;15;18;21;22c"
        if final == "n" and not mark and parameters == "5":
            return "\x1b[0n"
        if final == "n" and not mark and parameters == "6":
            cursor = self.screen.cursor
            return f"\x1b[{cursor.y + 1};{min(cursor.x, self.columns - 1) + 1}R"
        if final == "p" and middle == "$" and mark == "?":
            on = self._modes.get(parameters, False)
            state = 0 if parameters not in _KNOWN_MODES else 1 if on else 2
            return f"\x1b[?{parameters};{state}$y"
        if final == "u" and mark == ">":  # the kitty keyboard: counted, not spoken
            self._kitty_depth += 1
        elif final == "u" and mark == "<":
            self._kitty_depth = max(0, self._kitty_depth - int(parameters or 1))
        return ""

    def _changed(self) -> bool:
        """Whether any cell (glyph or attribute) differs since the last call."""
        screen, changed = self.screen, False
        for y in screen.dirty:
            row = screen.buffer[y]
            now = hash(tuple(row[x] for x in range(screen.columns)))
            if self._rows_seen.get((id(screen), y)) != now:
                self._rows_seen[id(screen), y] = now
                changed = True
        screen.dirty.clear()
        return changed

    def resize(self, columns: int, rows: int) -> None:
        """The window has another size now."""
        self.columns, self.rows = columns, rows
        for screen in (self._main, self._alternate):
            screen.resize(rows, columns)
            screen.dirty.clear()
        self._rows_seen.clear()

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without the spaces at their ends."""
        return [line.rstrip() for line in self.screen.display]

    def left_behind(self) -> set[str]:
        """What a shell would find disturbed; empty when the terminal was given back."""
        on = self._modes.get
        disturbed = {
            "alternate screen": any(on(mode) for mode in ALTERNATE),
            "hidden cursor": not on("25"),
            "mouse reports": any(on(mode) for mode in MOUSE),
            "focus reports": on("1004"),
            "bracketed paste": on("2004"),
            "no line wrap": not on("7"),
            "application cursor keys": on("1"),
            "in-band resize": on("2048"),
            "synchronised update": on("2026"),
            "kitty keyboard": self._kitty_depth > 0,
        }
        return {name for name, is_so in disturbed.items() if is_so}
