-- 报表格式 of the book's own beside the built-in ones, and the text cells of sheets: what rows of the clerk's own are
-- called. Their history stands in tables of its own: record_history knows its records by name.

CREATE TABLE profile (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;

CREATE TABLE profile_history (
  id INTEGER PRIMARY KEY,
  change_set INTEGER NOT NULL REFERENCES change_set (id),
  profile TEXT NOT NULL,
  old_body TEXT, -- NULL: there was no such profile
  new_body TEXT -- NULL: there is none
) STRICT;

CREATE INDEX profile_history_by_change_set ON profile_history (change_set);

CREATE TABLE cell_text (
  year INTEGER NOT NULL,
  sheet TEXT NOT NULL CHECK (sheet <> ''),
  unit TEXT NOT NULL,
  "row" TEXT NOT NULL CHECK ("row" <> ''),
  "column" TEXT NOT NULL CHECK ("column" <> ''),
  body TEXT NOT NULL CHECK (body <> ''),
  PRIMARY KEY (year, sheet, unit, "row", "column"),
  FOREIGN KEY (year, unit) REFERENCES unit (year, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE cell_text_history (
  id INTEGER PRIMARY KEY,
  change_set INTEGER NOT NULL REFERENCES change_set (id),
  year INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  unit TEXT NOT NULL,
  "row" TEXT NOT NULL,
  "column" TEXT NOT NULL,
  old_body TEXT, -- NULL: was blank
  new_body TEXT -- NULL: is blank
) STRICT;

CREATE INDEX cell_text_history_by_change_set ON cell_text_history (change_set);

-- A change without an open change set is refused. An address never moves: the record is deleted and inserted.
CREATE TRIGGER profile_insert_recorded AFTER INSERT ON profile BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO profile_history (change_set, profile, new_body)
  SELECT change_set, NEW.id, NEW.body FROM open_change_set;
END;

CREATE TRIGGER profile_update_recorded AFTER UPDATE OF body ON profile BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO profile_history (change_set, profile, old_body, new_body)
  SELECT change_set, NEW.id, OLD.body, NEW.body FROM open_change_set;
END;

CREATE TRIGGER profile_id_fixed BEFORE UPDATE OF id ON profile BEGIN
  SELECT RAISE(ABORT, 'the id of a profile never changes');
END;

CREATE TRIGGER profile_delete_recorded AFTER DELETE ON profile BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO profile_history (change_set, profile, old_body)
  SELECT change_set, OLD.id, OLD.body FROM open_change_set;
END;

CREATE TRIGGER cell_text_insert_recorded AFTER INSERT ON cell_text BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO cell_text_history (change_set, year, sheet, unit, "row", "column", new_body)
  SELECT change_set, NEW.year, NEW.sheet, NEW.unit, NEW."row", NEW."column", NEW.body FROM open_change_set;
END;

CREATE TRIGGER cell_text_update_recorded AFTER UPDATE OF body ON cell_text BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO cell_text_history (change_set, year, sheet, unit, "row", "column", old_body, new_body)
  SELECT change_set, NEW.year, NEW.sheet, NEW.unit, NEW."row", NEW."column", OLD.body, NEW.body
  FROM open_change_set;
END;

CREATE TRIGGER cell_text_address_fixed BEFORE UPDATE OF year, sheet, unit, "row", "column" ON cell_text BEGIN
  SELECT RAISE(ABORT, 'the address of a text never changes');
END;

CREATE TRIGGER cell_text_delete_recorded AFTER DELETE ON cell_text BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO cell_text_history (change_set, year, sheet, unit, "row", "column", old_body)
  SELECT change_set, OLD.year, OLD.sheet, OLD.unit, OLD."row", OLD."column", OLD.body FROM open_change_set;
END;

-- History only grows.
CREATE TRIGGER profile_history_unchanged BEFORE UPDATE ON profile_history BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
CREATE TRIGGER profile_history_kept BEFORE DELETE ON profile_history BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
CREATE TRIGGER cell_text_history_unchanged BEFORE UPDATE ON cell_text_history BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
CREATE TRIGGER cell_text_history_kept BEFORE DELETE ON cell_text_history BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
