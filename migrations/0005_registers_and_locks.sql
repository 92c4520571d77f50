-- Registers 登记簿 and locked years 已锁定. Both only grow: what was recorded wrongly is replaced by a later record, and
-- a locked year stands on the records that there were when it was locked.

CREATE TABLE register_event (
  id INTEGER PRIMARY KEY, -- in the order of recording
  change_set INTEGER NOT NULL REFERENCES change_set (id),
  register TEXT NOT NULL CHECK (register IN ('vehicles', 'equipment', 'assets')),
  unit TEXT NOT NULL CHECK (unit <> ''), -- of whatever years have it
  card TEXT NOT NULL, -- '': the record is about the whole register of the unit
  date TEXT NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  -- begin: from the year of its date on the register answers for the unit's figures
  -- stocktake: a list of the cards was taken in as of its date; {"depreciation": true}: it stated that of all cards
  kind TEXT NOT NULL
    CHECK (kind IN ('add', 'change', 'dispose', 'write-off', 'withdraw', 'begin', 'stocktake')),
  fields TEXT NOT NULL CHECK (json_valid(fields)), -- {"number": "京A12345", "value": 25800000}; amounts in 分
  reason TEXT CHECK (reason <> ''),
  replaces INTEGER UNIQUE REFERENCES register_event (id), -- whose place it takes
  CHECK ((card = '') = (kind IN ('begin', 'stocktake'))),
  CHECK (kind <> 'withdraw' OR replaces IS NOT NULL)
) STRICT;

CREATE INDEX register_event_by_card ON register_event (register, unit, card, id);
CREATE INDEX register_event_by_number ON register_event (register, unit, fields ->> 'number')
  WHERE fields ->> 'number' IS NOT NULL;
CREATE INDEX register_event_by_change_set ON register_event (change_set);

CREATE TRIGGER register_event_in_step BEFORE INSERT ON register_event BEGIN
  SELECT RAISE(ABORT, 'no open change set')
  WHERE NOT EXISTS (SELECT 1 FROM open_change_set WHERE change_set = NEW.change_set);
END;
CREATE TRIGGER register_event_unchanged BEFORE UPDATE ON register_event BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
CREATE TRIGGER register_event_kept BEFORE DELETE ON register_event BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;

-- What the clerk said that columns of the asset system's lists mean, and its words for classes; a habit of reading.
CREATE TABLE card_word (
  kind TEXT NOT NULL CHECK (kind IN ('column', 'class')),
  word TEXT NOT NULL CHECK (word <> ''),
  meaning TEXT NOT NULL, -- '': it is not taken
  PRIMARY KEY (kind, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE year_lock (
  year INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  register_event INTEGER NOT NULL -- the last record of the registers that the year knows; 0: none
) STRICT;

CREATE TABLE year_lock_history (
  id INTEGER PRIMARY KEY,
  change_set INTEGER NOT NULL REFERENCES change_set (id), -- its reason says why the year was unlocked
  year INTEGER NOT NULL,
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  register_event INTEGER NOT NULL
) STRICT;

CREATE INDEX year_lock_history_by_change_set ON year_lock_history (change_set);

CREATE TRIGGER year_lock_insert_recorded AFTER INSERT ON year_lock BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO year_lock_history (change_set, year, locked, register_event)
  SELECT change_set, NEW.year, 1, NEW.register_event FROM open_change_set;
END;
CREATE TRIGGER year_lock_delete_recorded AFTER DELETE ON year_lock BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  SELECT RAISE(ABORT, 'a year is unlocked with a reason')
  WHERE NOT EXISTS (
    SELECT 1 FROM open_change_set JOIN change_set ON change_set.id = change_set WHERE trim(reason) <> '');
  INSERT INTO year_lock_history (change_set, year, locked, register_event)
  SELECT change_set, OLD.year, 0, OLD.register_event FROM open_change_set;
END;
CREATE TRIGGER year_lock_unchanged BEFORE UPDATE ON year_lock BEGIN
  SELECT RAISE(ABORT, 'a lock is never changed');
END;
CREATE TRIGGER year_lock_history_unchanged BEFORE UPDATE ON year_lock_history BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
CREATE TRIGGER year_lock_history_kept BEFORE DELETE ON year_lock_history BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;

-- Nothing of a locked year changes.
CREATE TRIGGER unit_insert_unlocked BEFORE INSERT ON unit BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year = NEW.year;
END;
CREATE TRIGGER unit_update_unlocked BEFORE UPDATE ON unit BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year IN (OLD.year, NEW.year);
END;
CREATE TRIGGER unit_delete_unlocked BEFORE DELETE ON unit BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year = OLD.year;
END;
CREATE TRIGGER figure_insert_unlocked BEFORE INSERT ON figure BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year = NEW.year;
END;
CREATE TRIGGER figure_update_unlocked BEFORE UPDATE ON figure BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year IN (OLD.year, NEW.year);
END;
CREATE TRIGGER figure_delete_unlocked BEFORE DELETE ON figure BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year = OLD.year;
END;
CREATE TRIGGER figure_note_insert_unlocked BEFORE INSERT ON figure_note BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year = NEW.year;
END;
CREATE TRIGGER figure_note_update_unlocked BEFORE UPDATE ON figure_note BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year IN (OLD.year, NEW.year);
END;
CREATE TRIGGER figure_note_delete_unlocked BEFORE DELETE ON figure_note BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year = OLD.year;
END;
CREATE TRIGGER cell_text_insert_unlocked BEFORE INSERT ON cell_text BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year = NEW.year;
END;
CREATE TRIGGER cell_text_update_unlocked BEFORE UPDATE ON cell_text BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year IN (OLD.year, NEW.year);
END;
CREATE TRIGGER cell_text_delete_unlocked BEFORE DELETE ON cell_text BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year = OLD.year;
END;
CREATE TRIGGER unit_text_insert_unlocked BEFORE INSERT ON unit_text BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year = NEW.year;
END;
CREATE TRIGGER unit_text_update_unlocked BEFORE UPDATE ON unit_text BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year IN (OLD.year, NEW.year);
END;
CREATE TRIGGER unit_text_delete_unlocked BEFORE DELETE ON unit_text BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year = OLD.year;
END;
CREATE TRIGGER figure_source_insert_unlocked BEFORE INSERT ON figure_source BEGIN
  SELECT RAISE(ABORT, 'year locked') FROM year_lock WHERE year = NEW.year;
END;
