-- The unit in which a book is keyed and shown; where imported figures came from; what the clerk said that columns of
-- 财决 reports mean.

ALTER TABLE department ADD COLUMN money TEXT NOT NULL DEFAULT 'wan' CHECK (money IN ('wan', 'yuan'));

DROP TRIGGER department_insert_recorded;
DROP TRIGGER department_update_recorded;

CREATE TRIGGER department_insert_recorded AFTER INSERT ON department BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO record_history (change_set, record, new_value)
  SELECT change_set, 'department',
    json_object('name', NEW.name, 'region', NEW.region, 'profile', NEW.profile, 'money', NEW.money)
  FROM open_change_set;
END;

CREATE TRIGGER department_update_recorded AFTER UPDATE ON department BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
  INSERT INTO record_history (change_set, record, old_value, new_value)
  SELECT change_set, 'department',
    json_object('name', OLD.name, 'region', OLD.region, 'profile', OLD.profile, 'money', OLD.money),
    json_object('name', NEW.name, 'region', NEW.region, 'profile', NEW.profile, 'money', NEW.money)
  FROM open_change_set;
END;

-- Where an import read a figure. It only grows, as history does: a figure stands on its newest source as long as it
-- still has that value; keyed over, it does no longer.
CREATE TABLE figure_source (
  change_set INTEGER NOT NULL REFERENCES change_set (id),
  year INTEGER NOT NULL,
  sheet TEXT NOT NULL CHECK (sheet <> ''),
  unit TEXT NOT NULL,
  "row" TEXT NOT NULL,
  fund TEXT NOT NULL CHECK (fund IN ('general', 'gov_fund', 'state_capital', 'other', '')),
  "column" TEXT NOT NULL CHECK ("column" <> ''),
  measure TEXT NOT NULL CHECK (measure IN ('initial', 'final', 'actual', 'prior')),
  value INTEGER NOT NULL,
  file TEXT NOT NULL CHECK (file <> ''), -- its name, without the folder
  source TEXT NOT NULL CHECK (source <> ''), -- 财决03
  place TEXT NOT NULL, -- Z03 收入决算表!E12，2010301 行政运行，财政拨款收入（栏次 2）
  PRIMARY KEY (year, sheet, unit, "row", fund, "column", measure, change_set)
) STRICT, WITHOUT ROWID;

CREATE INDEX figure_source_by_change_set ON figure_source (change_set);

CREATE TRIGGER figure_source_insert_in_step BEFORE INSERT ON figure_source BEGIN
  SELECT RAISE(ABORT, 'no open change set') WHERE NOT EXISTS (SELECT 1 FROM open_change_set);
END;
CREATE TRIGGER figure_source_unchanged BEFORE UPDATE ON figure_source BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;
CREATE TRIGGER figure_source_kept BEFORE DELETE ON figure_source BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END;

-- What the clerk said that a column of a report means; '': it is not taken. It is a habit of reading, no figure, so it
-- has no history.
CREATE TABLE report_column (
  report TEXT NOT NULL CHECK (report <> ''), -- 财决07
  path TEXT NOT NULL CHECK (path <> ''), -- 本年支出/基本支出/小计
  meaning TEXT NOT NULL,
  PRIMARY KEY (report, path)
) STRICT, WITHOUT ROWID;
