-- A record as format 1 left it. Never edit: newer programs must open it as it is.
PRAGMA application_id = 1718579060;
PRAGMA user_version = 1;
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE day (
    learner INTEGER NOT NULL REFERENCES learner (id),
    course  TEXT NOT NULL,
    day     TEXT NOT NULL,
    answers INTEGER NOT NULL CHECK (answers >= 1),
    PRIMARY KEY (learner, course, day)
) STRICT, WITHOUT ROWID;
INSERT INTO "day" VALUES(1,'leg','2026-11-22',2);
INSERT INTO "day" VALUES(1,'leg','2026-11-23',3);
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
INSERT INTO "event" VALUES(1,'01a204e4f3f249886766e56a55b3c23d',1,1,1,'answered','leg','item-1','d1',7,'{"option": "a"}',1.0,NULL,0,1000,'2026-11-22','2026-11-22T21:14:03.250+01:00');
INSERT INTO "event" VALUES(2,'01a204e4f3f25184322c33e7aaa487d7',1,1,2,'answered','leg','item-2','d1',7,'{"option": "a"}',1.0,NULL,0,1000,'2026-11-22','2026-11-22T21:14:03.250+01:00');
INSERT INTO "event" VALUES(3,'01a20a0b4ff289ca929f8a780929dcc3',1,2,1,'answered','leg','item-1','d1',7,'{"option": "a"}',1.0,NULL,0,1000,'2026-11-23','2026-11-23T21:14:03.250+01:00');
INSERT INTO "event" VALUES(4,'01a20a0b4ff264284fb3bcf08ddfa9f3',1,2,2,'answered','leg','item-2','d1',7,'{"option": "a"}',0.0,NULL,0,1000,'2026-11-23','2026-11-23T21:14:03.250+01:00');
INSERT INTO "event" VALUES(5,'01a20a0b4ff2b20bc73390736edf5e3e',1,3,1,'hinted','leg','item-1','d1',7,NULL,NULL,NULL,0,0,'2026-11-23','2026-11-23T21:14:03.250+01:00');
INSERT INTO "event" VALUES(6,'01a20a0b4ff2b25b57d7c4770ebf2c8c',1,3,2,'answered','leg','item-1','d1',7,'{"text": "tibialis anterior"}',1.0,2,1,4200,'2026-11-23','2026-11-23T21:14:03.250+01:00');
INSERT INTO "event" VALUES(7,'01a20a0b4ff2ad29c77db61b5feaefb5',1,3,3,'flagged','leg','item-2','d1',7,NULL,NULL,NULL,0,0,'2026-11-23','2026-11-23T21:14:03.250+01:00');
CREATE TABLE flag (
    learner INTEGER NOT NULL REFERENCES learner (id),
    course  TEXT NOT NULL,
    item    TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (learner, course, item)
) STRICT, WITHOUT ROWID;
INSERT INTO "flag" VALUES(1,'leg','item-2','2026-11-23T21:14:03.250+01:00');
CREATE TABLE learner (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,  -- the same learner on every machine
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL UNIQUE,  -- the name without case: "Ana" and "ana" are one learner
    created_at TEXT NOT NULL
) STRICT;
INSERT INTO "learner" VALUES(1,'01a204e4f3f232bb09cae4f72daadf46','Ana','ana','2026-11-22T21:14:03.250+01:00');
INSERT INTO "learner" VALUES(2,'01a20a0b4ff2b83c3dd9760b457dd3b7','Ben','ben','2026-11-23T21:14:03.250+01:00');
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
INSERT INTO "reading" VALUES(1,'leg','nerve','one-nerve','2026-11-23T21:14:03.250+01:00','2026-11-23T21:14:03.250+01:00',1);
INSERT INTO "reading" VALUES(1,'leg','nerve','two-branches','2026-11-23T21:15:03.250+01:00','2026-11-23T21:15:03.250+01:00',2);
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
INSERT INTO "session" VALUES(1,'01a204e4f3f28a0598039e623ff0696e',1,'leg','quiz','nerve',7,'["item-1", "item-2"]','2026-11-22T21:14:03.250+01:00',NULL,2,2,2,'2026-11-22T21:14:03.250+01:00',2,'2026-11-22T21:14:03.250+01:00',2.0,2.0,2,2,2000);
INSERT INTO "session" VALUES(2,'01a20a0b4ff2bdd30e12bb7dcc6580ab',1,'leg','quiz','nerve',7,'["item-1", "item-2"]','2026-11-23T21:14:03.250+01:00',NULL,2,2,4,'2026-11-23T21:14:03.250+01:00',4,'2026-11-23T21:14:03.250+01:00',1.0,2.0,1,2,2000);
INSERT INTO "session" VALUES(3,'01a20a0b4ff2f448a600e2996840daf9',1,'leg','quiz','leg',7,'["item-1", "item-2", "item-3"]','2026-11-23T21:14:03.250+01:00',NULL,3,1,7,'2026-11-23T21:14:03.250+01:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE setting (
    learner INTEGER REFERENCES learner (id),
    name    TEXT NOT NULL,
    value   TEXT NOT NULL
) STRICT;
INSERT INTO "setting" VALUES(NULL,'written-by','0.1.0');
INSERT INTO "setting" VALUES(NULL,'theme','light');
INSERT INTO "setting" VALUES(2,'first-run','done');
CREATE INDEX session_open ON session (learner, course, last_event)
    WHERE end_event IS NULL AND dropped_at IS NULL AND last_event IS NOT NULL;
CREATE INDEX session_last ON session (learner, course, lesson, kind, end_event)
    WHERE end_event IS NOT NULL;
CREATE INDEX session_best ON session (learner, course, lesson, kind, points / total, end_event)
    WHERE end_event IS NOT NULL;
CREATE INDEX event_answers ON event (learner, course, item, row, score) WHERE kind = 'answered';
CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT RAISE (ABORT, 'events are never deleted'); END;
CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
BEGIN SELECT RAISE (ABORT, 'events are never changed'); END;
CREATE INDEX reading_turn ON reading (learner, course, turn);
CREATE INDEX note_item ON note (learner, course, item);
CREATE UNIQUE INDEX setting_global ON setting (name) WHERE learner IS NULL;
CREATE UNIQUE INDEX setting_learner ON setting (learner, name) WHERE learner IS NOT NULL;
COMMIT;
