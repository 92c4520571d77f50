-- What the clerk writes beside a cell. A note may stand on a blank cell, so it does not hang on a figure.

CREATE TABLE figure_note (
  year INTEGER NOT NULL,
  sheet TEXT NOT NULL CHECK (sheet <> ''),
  unit TEXT NOT NULL,
  "row" TEXT NOT NULL,
  fund TEXT NOT NULL CHECK (fund IN ('general', 'gov_fund', 'state_capital', 'other', '')),
  "column" TEXT NOT NULL CHECK ("column" <> ''),
  measure TEXT NOT NULL CHECK (measure IN ('initial', 'final', 'actual', 'prior')),
  body TEXT NOT NULL CHECK (body <> ''),
  PRIMARY KEY (year, sheet, unit, "row", fund, "column", measure),
  FOREIGN KEY (year, unit) REFERENCES unit (year, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure_note_history (
  id INTEGER PRIMARY KEY,
  change_set INTEGER NOT NULL REFERENCES change_set (id),
  year INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  unit TEXT NOT NULL,
  "row" TEXT NOT NULL,
  fund TEXT NOT NULL,
  "column" TEXT NOT NULL,
  measure TEXT NOT NULL,
  old_body TEXT, -- NULL: there was no note
  new_body TEXT -- NULL: there is none
) STRICT;

CREATE INDEX figure_note_history_by_change_set ON figure_note_history (change_set);

-- A change without an open change set is refused. An address never moves: the note is deleted and inserted.
CREATE TRIGGER figure_note_insert_recorded AFTER INSERT ON figure_note BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO figure_note_history (change_set, year, sheet, unit, "row", fund, "column", measure, new_body)
  SELECT change_set, NEW.year, NEW.sheet, NEW.unit, NEW."row", NEW.fund, NEW."column", NEW.measure, NEW.body
  FROM open_change_set;
END;

CREATE TRIGGER figure_note_update_recorded AFTER UPDATE OF body ON figure_note BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO figure_note_history
    (change_set, year, sheet, unit, "row", fund, "column", measure, old_body, new_body)
  SELECT change_set, NEW.year, NEW.sheet, NEW.unit, NEW."row", NEW.fund, NEW."column", NEW.measure,
    OLD.body, NEW.body
  FROM open_change_set;
END;

CREATE TRIGGER figure_note_address_fixed
BEFORE UPDATE OF year, sheet, unit, "row", fund, "column", measure ON figure_note BEGIN
  SELECT RAISE(ABORT, 'the address of a note never changes');
END;

CREATE TRIGGER figure_note_delete_recorded AFTER DELETE ON figure_note BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO figure_note_history (change_set, year, sheet, unit, "row", fund, "column", measure, old_body)
  SELECT change_set, OLD.year, OLD.sheet, OLD.unit, OLD."row", OLD.fund, OLD."column", OLD.measure, OLD.body
  FROM open_change_set;
END;

-- History only grows.
CREATE TRIGGER figure_note_history_unchanged BEFORE UPDATE ON figure_note_history BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
CREATE TRIGGER figure_note_history_kept BEFORE DELETE ON figure_note_history BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
