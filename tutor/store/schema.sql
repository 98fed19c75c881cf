-- The learner's record, as the newest version of the program writes it.
-- Older files are brought here by migrations.py; user_version and application_id are set there.
--
-- The event log is the truth, and with it `resumption`, `reading`, `note` and `setting`. What can
-- be computed from them is kept in the same transaction, so that neither Home nor Progress reads the
-- log: whatever is marked "kept up with the log" below. `footdrop doctor` compares it with the log,
-- `footdrop doctor --rebuild` makes it anew (reckoning.py).
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
    created_at TEXT NOT NULL,
    last_day   TEXT                   -- study day of the newest answer; kept up with the log
) STRICT;

-- One run through items. `items` and `seed` never change: with the events they are the session.
CREATE TABLE session (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    learner    INTEGER NOT NULL REFERENCES learner (id),
    course     TEXT NOT NULL,
    kind       TEXT NOT NULL,         -- quiz, retry, review, cram, exam, pretest
    lesson     TEXT NOT NULL,         -- '' when the items come from many lessons
    seed       INTEGER NOT NULL,
    items      TEXT NOT NULL,         -- JSON list of item ids, in the order asked
    options    TEXT NOT NULL DEFAULT '{}', -- JSON: an exam's time limit and the like
    started_at TEXT NOT NULL,
    dropped_at TEXT,                  -- "drop this one": no longer offered; the answers stay

    -- Kept up with the log:
    events     INTEGER NOT NULL DEFAULT 0 CHECK (events >= 0),
    answered   INTEGER NOT NULL DEFAULT 0 CHECK (answered >= 0), -- items with an answer that holds
    chosen     INTEGER NOT NULL DEFAULT 0 CHECK (chosen >= 0), -- exam: those with a choice only
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

-- Of each kind the newest.
CREATE INDEX session_kind ON session (learner, course, kind, end_event);

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
    type      TEXT NOT NULL,          -- of the item at that time; '' if it was in no course
    objective TEXT NOT NULL,          -- likewise
    digest    TEXT NOT NULL,          -- of the item's key at that time; tells a changed key
    seed      INTEGER NOT NULL,       -- what was shown can be drawn again from it
    response  TEXT,                   -- JSON; NULL is "I don't know"
    score     REAL CHECK (score BETWEEN 0 AND 1),
    certainty INTEGER CHECK (certainty BETWEEN 1 AND 3),
    hints     INTEGER NOT NULL CHECK (hints >= 0),
    ms        INTEGER NOT NULL CHECK (ms >= 0),
    day       TEXT NOT NULL,          -- study day, which begins at 04:00
    at        TEXT NOT NULL,

    -- Decided once, when the event is written, from the log as it stood then (deciding.py). Cards
    -- can be made again from these alone, whatever becomes of the course and the settings.
    scored    INTEGER NOT NULL DEFAULT 0 CHECK (scored IN (0, 1)), -- evidence: it fed the scheduler
    rating    INTEGER CHECK (rating BETWEEN 1 AND 4), -- Again to Easy; NULL feeds no card
    retention REAL,                   -- the share to be known still when the card is due
    red_flag  INTEGER NOT NULL DEFAULT 0 CHECK (red_flag IN (0, 1)),
    predicted INTEGER,                -- chance to know it then, in millionths; if seen on a day before
    timed     INTEGER NOT NULL DEFAULT 0 CHECK (timed IN (0, 1)), -- `ms` may be compared with others
    answer    INTEGER REFERENCES event (row), -- overridden: the answer that the verdict is on
    pulled    TEXT,                   -- a case that was missed: the card it made due the next day

    UNIQUE (session, seq),
    CHECK (score IS NOT NULL OR kind NOT IN ('answered', 'overridden')),
    CHECK (rating IS NULL OR kind IN ('answered', 'overridden')),
    CHECK (kind = 'answered' OR NOT (scored OR timed))
) STRICT;

-- All answers to an item; whether one of a day was scored.
CREATE INDEX event_answers ON event (learner, course, item, day, scored) WHERE kind = 'answered';
-- The newest evidence for an objective.
CREATE INDEX event_evidence ON event (learner, course, objective, row) WHERE scored = 1;
-- How long the learner takes for a type of item.
CREATE INDEX event_times ON event (learner, type, row, ms) WHERE timed = 1;
-- The learner's verdicts on an answer; the newest holds.
CREATE INDEX event_verdicts ON event (answer, row) WHERE answer IS NOT NULL;
-- The cases that made a card due.
CREATE INDEX event_pulled ON event (learner, course, pulled) WHERE pulled IS NOT NULL;

CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT RAISE (ABORT, 'events are never deleted'); END;
CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
BEGIN SELECT RAISE (ABORT, 'events are never changed'); END;

-- What the scheduler knows of an item. Kept up with the log; tutor.memory.card names the columns.
CREATE TABLE card (
    learner    INTEGER NOT NULL REFERENCES learner (id),
    course     TEXT NOT NULL,
    card       TEXT NOT NULL,         -- the item's id
    objective  TEXT NOT NULL,         -- as it was at the newest answer
    event      INTEGER NOT NULL REFERENCES event (row), -- the newest one that it was made from
    stability  REAL NOT NULL CHECK (stability > 0),
    difficulty REAL NOT NULL,
    last       TEXT NOT NULL,
    due        TEXT NOT NULL,
    reviews    INTEGER NOT NULL CHECK (reviews >= 1),
    lapses     INTEGER NOT NULL CHECK (lapses >= 0),
    right_once INTEGER NOT NULL CHECK (right_once IN (0, 1)),
    stuck      INTEGER NOT NULL CHECK (stuck IN (0, 1)),
    PRIMARY KEY (learner, course, card)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_due ON card (learner, course, due, last) WHERE stuck = 0;

-- Stuck cards taken up again by hand, after event number `event`. Append-only, like the log.
CREATE TABLE resumption (
    id      INTEGER PRIMARY KEY,
    learner INTEGER NOT NULL REFERENCES learner (id),
    course  TEXT NOT NULL,
    card    TEXT NOT NULL,
    event   INTEGER NOT NULL REFERENCES event (row),
    at      TEXT NOT NULL
) STRICT;
CREATE INDEX resumption_card ON resumption (learner, course, card);

-- What is known of an item, also of one without a card. Kept up with the log.
CREATE TABLE item (
    learner INTEGER NOT NULL REFERENCES learner (id),
    course  TEXT NOT NULL,
    item    TEXT NOT NULL,
    answers INTEGER NOT NULL CHECK (answers >= 1), -- undone ones too: their feedback was seen
    score   REAL NOT NULL,            -- of the newest
    missed  INTEGER REFERENCES event (row), -- the newest answer that was given and not right
    mended  INTEGER NOT NULL CHECK (mended IN (0, 1)), -- a scored answer after it was right
    sure    INTEGER REFERENCES event (row), -- wrong and certain, and no scored answer right since
    PRIMARY KEY (learner, course, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_missed ON item (learner, course, missed) WHERE missed IS NOT NULL;
CREATE INDEX item_sure ON item (learner, course, sure) WHERE sure IS NOT NULL;

-- Days with an answer. Kept up with the log; counts are of the answers that bear this study day.
CREATE TABLE day (
    learner     INTEGER NOT NULL REFERENCES learner (id),
    course      TEXT NOT NULL,
    day         TEXT NOT NULL,
    first_event INTEGER NOT NULL REFERENCES event (row), -- the first answer
    answers     INTEGER NOT NULL CHECK (answers >= 1),
    right       INTEGER NOT NULL,
    ms          INTEGER NOT NULL,
    reviews     INTEGER NOT NULL,     -- scored in a review, of cards that there were
    begun       INTEGER NOT NULL,     -- cards made
    introduced  INTEGER NOT NULL,     -- of these in a review: they count against the daily limit
    predictions INTEGER NOT NULL,     -- scored answers to cards with an earlier day
    predicted   INTEGER NOT NULL,     -- the sum of what was predicted of these, in millionths
    recalled    INTEGER NOT NULL,     -- how many of these were known
    PRIMARY KEY (learner, course, day)
) STRICT, WITHOUT ROWID;

-- How sure the learner was, and how often right: of scored answers. Kept up with the log.
CREATE TABLE calibration (
    learner   INTEGER NOT NULL REFERENCES learner (id),
    course    TEXT NOT NULL,
    certainty INTEGER NOT NULL,
    answers   INTEGER NOT NULL CHECK (answers >= 1),
    right     INTEGER NOT NULL,
    PRIMARY KEY (learner, course, certainty)
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
