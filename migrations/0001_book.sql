-- The figure book 账簿. The runner wraps this file and user_version in one transaction.

PRAGMA application_id = 0x4D5A4231; -- "MZB1": tells a book from any other SQLite file

CREATE TABLE department (
  id INTEGER PRIMARY KEY CHECK (id = 1), -- a book belongs to one department 部门
  name TEXT NOT NULL CHECK (name <> ''),
  region TEXT NOT NULL,
  profile TEXT NOT NULL CHECK (profile <> '')
) STRICT;

-- A unit 单位 belongs to a year: its name and kind may change from one to the next.
CREATE TABLE unit (
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2099),
  code TEXT NOT NULL CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  -- 'adjustment': the pseudo-unit 差额表
  kind TEXT NOT NULL CHECK (kind IN ('administrative', 'civil-service-managed', 'institution', 'adjustment')),
  position INTEGER NOT NULL,
  PRIMARY KEY (year, code)
) STRICT, WITHOUT ROWID;

-- One amount at one address. Amounts are whole 分; a row that does not exist is blank, which is not 0.
CREATE TABLE figure (
  year INTEGER NOT NULL,
  sheet TEXT NOT NULL CHECK (sheet <> ''),
  unit TEXT NOT NULL,
  "row" TEXT NOT NULL,
  fund TEXT NOT NULL CHECK (fund IN ('general', 'gov_fund', 'state_capital', 'other', '')),
  "column" TEXT NOT NULL CHECK ("column" <> ''),
  measure TEXT NOT NULL CHECK (measure IN ('initial', 'final', 'actual', 'prior')),
  value INTEGER NOT NULL CHECK (value BETWEEN -1000000000000000 AND 1000000000000000),
  reason TEXT CHECK (reason <> ''), -- why a line of the 差额表 eliminates the amount
  PRIMARY KEY (year, sheet, unit, "row", fund, "column", measure),
  FOREIGN KEY (year, unit) REFERENCES unit (year, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_text (
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  slot TEXT NOT NULL CHECK (slot <> ''),
  body TEXT NOT NULL,
  PRIMARY KEY (year, unit, slot),
  FOREIGN KEY (year, unit) REFERENCES unit (year, code)
) STRICT, WITHOUT ROWID;

-- Who changed what, when: every change to a table above happens under one open change set.
CREATE TABLE change_set (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??*Z'),
  actor TEXT NOT NULL CHECK (actor <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  reason TEXT NOT NULL,
  undo_of INTEGER REFERENCES change_set (id)
) STRICT;

-- Holds the change set of the running transaction; empty between transactions.
CREATE TABLE open_change_set (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  change_set INTEGER NOT NULL REFERENCES change_set (id)
) STRICT;

CREATE TABLE figure_history (
  id INTEGER PRIMARY KEY,
  change_set INTEGER NOT NULL REFERENCES change_set (id),
  year INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  unit TEXT NOT NULL,
  "row" TEXT NOT NULL,
  fund TEXT NOT NULL,
  "column" TEXT NOT NULL,
  measure TEXT NOT NULL,
  old_value INTEGER, -- NULL: was blank
  new_value INTEGER, -- NULL: is blank
  old_reason TEXT,
  new_reason TEXT
) STRICT;

-- History of the smaller tables: whole records as JSON.
CREATE TABLE record_history (
  id INTEGER PRIMARY KEY,
  change_set INTEGER NOT NULL REFERENCES change_set (id),
  record TEXT NOT NULL CHECK (record IN ('department', 'unit', 'unit_text')),
  old_value TEXT,
  new_value TEXT
) STRICT;

CREATE INDEX figure_history_by_change_set ON figure_history (change_set);
CREATE INDEX record_history_by_change_set ON record_history (change_set);

-- A change without an open change set is refused. An address never moves: it is deleted and inserted.
CREATE TRIGGER figure_insert_recorded AFTER INSERT ON figure BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO figure_history (change_set, year, sheet, unit, "row", fund, "column", measure, new_value, new_reason)
  SELECT change_set, NEW.year, NEW.sheet, NEW.unit, NEW."row", NEW.fund, NEW."column", NEW.measure, NEW.value, NEW.reason
  FROM open_change_set;
END;

CREATE TRIGGER figure_update_recorded AFTER UPDATE OF value, reason ON figure BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO figure_history
    (change_set, year, sheet, unit, "row", fund, "column", measure, old_value, new_value, old_reason, new_reason)
  SELECT change_set, NEW.year, NEW.sheet, NEW.unit, NEW."row", NEW.fund, NEW."column", NEW.measure,
    OLD.value, NEW.value, OLD.reason, NEW.reason
  FROM open_change_set;
END;

CREATE TRIGGER figure_address_fixed BEFORE UPDATE OF year, sheet, unit, "row", fund, "column", measure ON figure BEGIN
  SELECT RAISE(ABORT, 'the address of a figure never changes');
END;

CREATE TRIGGER figure_delete_recorded AFTER DELETE ON figure BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO figure_history (change_set, year, sheet, unit, "row", fund, "column", measure, old_value, old_reason)
  SELECT change_set, OLD.year, OLD.sheet, OLD.unit, OLD."row", OLD.fund, OLD."column", OLD.measure, OLD.value, OLD.reason
  FROM open_change_set;
END;

CREATE TRIGGER department_insert_recorded AFTER INSERT ON department BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO record_history (change_set, record, new_value)
  SELECT change_set, 'department', json_object('name', NEW.name, 'region', NEW.region, 'profile', NEW.profile)
  FROM open_change_set;
END;

CREATE TRIGGER department_update_recorded AFTER UPDATE ON department BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO record_history (change_set, record, old_value, new_value)
  SELECT change_set, 'department',
    json_object('name', OLD.name, 'region', OLD.region, 'profile', OLD.profile),
    json_object('name', NEW.name, 'region', NEW.region, 'profile', NEW.profile)
  FROM open_change_set;
END;

CREATE TRIGGER department_kept BEFORE DELETE ON department BEGIN
  SELECT RAISE(ABORT, 'a book keeps its department');
END;

CREATE TRIGGER unit_insert_recorded AFTER INSERT ON unit BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO record_history (change_set, record, new_value)
  SELECT change_set, 'unit',
    json_object('year', NEW.year, 'code', NEW.code, 'name', NEW.name, 'kind', NEW.kind, 'position', NEW.position)
  FROM open_change_set;
END;

CREATE TRIGGER unit_update_recorded AFTER UPDATE ON unit BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO record_history (change_set, record, old_value, new_value)
  SELECT change_set, 'unit',
    json_object('year', OLD.year, 'code', OLD.code, 'name', OLD.name, 'kind', OLD.kind, 'position', OLD.position),
    json_object('year', NEW.year, 'code', NEW.code, 'name', NEW.name, 'kind', NEW.kind, 'position', NEW.position)
  FROM open_change_set;
END;

CREATE TRIGGER unit_delete_recorded AFTER DELETE ON unit BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO record_history (change_set, record, old_value)
  SELECT change_set, 'unit',
    json_object('year', OLD.year, 'code', OLD.code, 'name', OLD.name, 'kind', OLD.kind, 'position', OLD.position)
  FROM open_change_set;
END;

CREATE TRIGGER unit_text_insert_recorded AFTER INSERT ON unit_text BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO record_history (change_set, record, new_value)
  SELECT change_set, 'unit_text', json_object('year', NEW.year, 'unit', NEW.unit, 'slot', NEW.slot, 'body', NEW.body)
  FROM open_change_set;
END;

CREATE TRIGGER unit_text_update_recorded AFTER UPDATE ON unit_text BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO record_history (change_set, record, old_value, new_value)
  SELECT change_set, 'unit_text',
    json_object('year', OLD.year, 'unit', OLD.unit, 'slot', OLD.slot, 'body', OLD.body),
    json_object('year', NEW.year, 'unit', NEW.unit, 'slot', NEW.slot, 'body', NEW.body)
  FROM open_change_set;
END;

CREATE TRIGGER unit_text_delete_recorded AFTER DELETE ON unit_text BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO record_history (change_set, record, old_value)
  SELECT change_set, 'unit_text', json_object('year', OLD.year, 'unit', OLD.unit, 'slot', OLD.slot, 'body', OLD.body)
  FROM open_change_set;
END;

-- History only grows.
CREATE TRIGGER change_set_unchanged BEFORE UPDATE ON change_set BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
CREATE TRIGGER change_set_kept BEFORE DELETE ON change_set BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
CREATE TRIGGER figure_history_unchanged BEFORE UPDATE ON figure_history BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
CREATE TRIGGER figure_history_kept BEFORE DELETE ON figure_history BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
CREATE TRIGGER record_history_unchanged BEFORE UPDATE ON record_history BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
CREATE TRIGGER record_history_kept BEFORE DELETE ON record_history BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
