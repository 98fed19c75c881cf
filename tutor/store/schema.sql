-- The learner's record, as the newest version of the program writes it.
-- Older files are brought here by migrations.py; user_version and application_id are set there.
--
-- The event log is the truth. What can be computed from it (the columns of `session` below
-- "kept up with the log", the tables `flag` and `day`) is kept in the same transaction, so that
-- Home never reads the log. `card`, the scheduler's cache, comes with the scheduler.
--
-- Times are ISO 8601 text, local with offset ("2026-11-22T21:14:03.250+01:00"): what the learner's
-- clock said. They are shown, never sorted by: clocks are set back. Order is that of row numbers.
-- A new kind of event is a new user_version, even if no table changes: an older program must not
-- replay what it does not understand.

CREATE TABLE learner (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,  -- the same learner on every machine
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL UNIQUE,  -- the name without case: "Ana" and "ana" are one learner
    created_at TEXT NOT NULL
) STRICT;

-- One run through items. `items` and `seed` never change: with the events they are the session.
CREATE TABLE session (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    learner    INTEGER NOT NULL REFERENCES learner (id),
    course     TEXT NOT NULL,
    kind       TEXT NOT NULL,         -- quiz, retry; later review, exam, cases
    lesson     TEXT NOT NULL,         -- '' when the items come from many lessons
    seed       INTEGER NOT NULL,
    items      TEXT NOT NULL,         -- JSON list of item ids, in the order asked
    started_at TEXT NOT NULL,
    dropped_at TEXT,                  -- "drop this one": no longer offered; the answers stay

    -- Kept up with the log:
    events     INTEGER NOT NULL DEFAULT 0 CHECK (events >= 0),
    answered   INTEGER NOT NULL DEFAULT 0 CHECK (answered >= 0), -- items with an answer that holds
    last_event INTEGER REFERENCES event (row),
    last_at    TEXT,

    -- Set while every item is answered, empty otherwise (an undo opens a session again):
    end_event  INTEGER REFERENCES event (row), -- the event that completed it
    ended_at   TEXT,
    points     REAL CHECK (points >= 0),
    total      REAL CHECK (total >= 0),
    right      INTEGER CHECK (right >= 0),
    asked      INTEGER CHECK (asked >= 0),
    ms         INTEGER CHECK (ms >= 0),

    CHECK ((end_event IS NULL) = (ended_at IS NULL)),
    CHECK ((end_event IS NULL) = (points IS NULL)),
    CHECK ((end_event IS NULL) = (total IS NULL)),
    CHECK ((end_event IS NULL) = (right IS NULL)),
    CHECK ((end_event IS NULL) = (asked IS NULL)),
    CHECK ((end_event IS NULL) = (ms IS NULL))
) STRICT;

-- The resume list.
CREATE INDEX session_open ON session (learner, course, last_event)
    WHERE end_event IS NULL AND dropped_at IS NULL AND last_event IS NOT NULL;
-- The history of a lesson, and its newest score.
CREATE INDEX session_last ON session (learner, course, lesson, kind, end_event)
    WHERE end_event IS NOT NULL;
-- Its best score; of equal ones the newest.
CREATE INDEX session_best ON session (learner, course, lesson, kind, points / total, end_event)
    WHERE end_event IS NOT NULL;

-- Append-only: the triggers below refuse changes.
CREATE TABLE event (
    row       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,   -- unique across machines, so that logs can be merged
    learner   INTEGER NOT NULL REFERENCES learner (id),
    session   INTEGER NOT NULL REFERENCES session (id),
    seq       INTEGER NOT NULL CHECK (seq >= 1), -- 1, 2, 3 ... within the session
    kind      TEXT NOT NULL,          -- tutor.quiz.event.Kind
    course    TEXT NOT NULL,
    item      TEXT NOT NULL,
    digest    TEXT NOT NULL,          -- of the item's key at that time; tells a changed key
    seed      INTEGER NOT NULL,       -- what was shown can be drawn again from it
    response  TEXT,                   -- JSON; NULL is "I don't know"
    score     REAL CHECK (score BETWEEN 0 AND 1),
    certainty INTEGER CHECK (certainty BETWEEN 1 AND 3),
    hints     INTEGER NOT NULL CHECK (hints >= 0),
    ms        INTEGER NOT NULL CHECK (ms >= 0),
    day       TEXT NOT NULL,          -- study day, which begins at 04:00
    at        TEXT NOT NULL,
    UNIQUE (session, seq),
    CHECK ((kind = 'answered') = (score IS NOT NULL))
) STRICT;

-- What is known of an item: how often it was answered and how the last time went.
CREATE INDEX event_answers ON event (learner, course, item, row, score) WHERE kind = 'answered';

CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT RAISE (ABORT, 'events are never deleted'); END;
CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
BEGIN SELECT RAISE (ABORT, 'events are never changed'); END;

-- Days with an answer. Kept up with the log.
CREATE TABLE day (
    learner INTEGER NOT NULL REFERENCES learner (id),
    course  TEXT NOT NULL,
    day     TEXT NOT NULL,
    answers INTEGER NOT NULL CHECK (answers >= 1),
    PRIMARY KEY (learner, course, day)
) STRICT, WITHOUT ROWID;

-- Screens seen.
CREATE TABLE reading (
    learner  INTEGER NOT NULL REFERENCES learner (id),
    course   TEXT NOT NULL,
    lesson   TEXT NOT NULL,
    screen   TEXT NOT NULL,
    first_at TEXT NOT NULL,
    last_at  TEXT NOT NULL,
    turn     INTEGER NOT NULL,        -- counts the learner's page turns in the course
    PRIMARY KEY (learner, course, lesson, screen)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_turn ON reading (learner, course, turn);

-- Items flagged now. Kept up with the log.
CREATE TABLE flag (
    learner INTEGER NOT NULL REFERENCES learner (id),
    course  TEXT NOT NULL,
    item    TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (learner, course, item)
) STRICT, WITHOUT ROWID;

-- The learner's own words on an item, and reports of a doubtful one.
CREATE TABLE note (
    id      INTEGER PRIMARY KEY,
    uid     TEXT NOT NULL UNIQUE,
    learner INTEGER NOT NULL REFERENCES learner (id),
    course  TEXT NOT NULL,
    item    TEXT NOT NULL,
    kind    TEXT NOT NULL,            -- note, report
    text    TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;
CREATE INDEX note_item ON note (learner, course, item);

-- Of one learner, or of the program when `learner` is NULL (which a primary key cannot hold).
CREATE TABLE setting (
    learner INTEGER REFERENCES learner (id),
    name    TEXT NOT NULL,
    value   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX setting_global ON setting (name) WHERE learner IS NULL;
CREATE UNIQUE INDEX setting_learner ON setting (learner, name) WHERE learner IS NOT NULL;
