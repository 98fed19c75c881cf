"""How fast the tutor is, as ratios to something bare on the same machine.

Run by hand (`python -m tests.bench`), never by pytest: a clock on a shared machine is no test.
"""
