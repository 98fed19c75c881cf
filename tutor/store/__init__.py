"""The learner's record: one SQLite file, written before anything is shown as done.

`from tutor.store.store import Store` opens it; this package itself loads nothing.
"""
