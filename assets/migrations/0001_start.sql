-- Schema 1. Times are seconds since 1970 in UTC, days are days since 1970 in the zone of the brand.
-- Enums of messages are numbers (their place in the list of the domain, to which values are only ever added
-- at the end), those of smaller tables are their codes.
PRAGMA application_id = 1383034468; -- "Rond"

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE brand (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  colour TEXT NOT NULL,
  zone TEXT NOT NULL,
  hours TEXT NOT NULL,
  sweeps_per_day INTEGER NOT NULL,
  reports_to TEXT NOT NULL,
  validates_alone INTEGER NOT NULL,
  on_hold INTEGER NOT NULL
) STRICT;

-- AUTOINCREMENT: secrets are filed under the id, so that of a removed account must never come back.
CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  brand INTEGER NOT NULL REFERENCES brand,
  network TEXT NOT NULL,
  access TEXT NOT NULL,
  handle TEXT NOT NULL,
  server TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  capabilities TEXT NOT NULL,
  standing TEXT NOT NULL,
  since INTEGER NOT NULL,
  closed INTEGER
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  brand INTEGER NOT NULL REFERENCES brand,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  email TEXT NOT NULL,
  validates INTEGER NOT NULL,
  receives_reports INTEGER NOT NULL
) STRICT;

CREATE TABLE saved_reply (
  id INTEGER PRIMARY KEY,
  brand INTEGER NOT NULL REFERENCES brand,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  brand INTEGER NOT NULL,
  name TEXT NOT NULL,
  handle TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'unknown',
  note TEXT NOT NULL DEFAULT '',
  since INTEGER NOT NULL
) STRICT;
CREATE INDEX person_note ON person (brand) WHERE note <> '';

-- Who a network's author is. The id of an author means something on the account's own server only.
CREATE TABLE handle (
  account INTEGER NOT NULL REFERENCES account,
  remote_id TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person,
  PRIMARY KEY (account, remote_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  brand INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account,
  person INTEGER NOT NULL REFERENCES person,
  remote_id TEXT NOT NULL,
  parent TEXT,
  author TEXT, -- NULL: the name of the person
  text TEXT NOT NULL,
  text_before TEXT,
  url TEXT,
  channel INTEGER NOT NULL,
  visibility INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  tone INTEGER NOT NULL,
  urgent INTEGER NOT NULL,
  filtered INTEGER NOT NULL,
  earlier INTEGER NOT NULL,
  state INTEGER NOT NULL,
  contact INTEGER REFERENCES contact,
  back INTEGER,
  at INTEGER NOT NULL,
  answered_at INTEGER,
  first_answer INTEGER,
  delegated_at INTEGER,
  resolution INTEGER,
  rank INTEGER NOT NULL GENERATED ALWAYS AS (CASE WHEN state <> 0 THEN 0 WHEN urgent <> 0 THEN -2 WHEN kind = 2 THEN -1 ELSE 0 END) VIRTUAL,
  ord INTEGER NOT NULL GENERATED ALWAYS AS (CASE WHEN state = 0 THEN at WHEN back IS NOT NULL THEN back ELSE -at END) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX message_remote ON message (account, remote_id);
CREATE INDEX message_list ON message (brand, state, rank, ord);
CREATE INDEX message_time ON message (brand, at DESC);
CREATE INDEX message_person ON message (person, at DESC);
CREATE INDEX message_back ON message (back) WHERE back IS NOT NULL;
CREATE INDEX message_promised ON message (person) WHERE back IS NOT NULL;
CREATE INDEX message_contact ON message (contact) WHERE contact IS NOT NULL;
CREATE INDEX message_kind ON message (brand, kind, at DESC) WHERE kind <> 0;
CREATE INDEX message_tone ON message (brand, tone, at DESC) WHERE tone <> 0;
CREATE INDEX message_answer ON message (brand, at, first_answer) WHERE first_answer IS NOT NULL;
CREATE INDEX message_resolution ON message (brand, at, resolution) WHERE resolution IS NOT NULL;

-- The index of words. It holds no text of its own, and rows are written by statements, not by triggers.
CREATE VIRTUAL TABLE message_word USING fts5 (
  text, author, handle, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- What the accounts themselves said, here or elsewhere.
CREATE TABLE own (
  account INTEGER NOT NULL REFERENCES account,
  remote_id TEXT NOT NULL,
  parent TEXT,
  text TEXT NOT NULL,
  url TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (account, remote_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX own_parent ON own (account, parent) WHERE parent IS NOT NULL;

CREATE TABLE turn (
  message INTEGER NOT NULL REFERENCES message,
  place INTEGER NOT NULL,
  remote_id TEXT NOT NULL,
  parent TEXT,
  author TEXT NOT NULL,
  handle TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  ours INTEGER NOT NULL,
  PRIMARY KEY (message, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  message INTEGER PRIMARY KEY REFERENCES message,
  text TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE cursor (
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  stream TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (account, stream)
) STRICT, WITHOUT ROWID;

CREATE TABLE sweep (
  id INTEGER PRIMARY KEY,
  brand INTEGER NOT NULL REFERENCES brand,
  day INTEGER NOT NULL,
  slot TEXT NOT NULL,
  started INTEGER NOT NULL,
  ended INTEGER
) STRICT;
CREATE INDEX sweep_day ON sweep (brand, day, slot);

CREATE TABLE sweep_item (
  sweep INTEGER NOT NULL REFERENCES sweep,
  message INTEGER NOT NULL REFERENCES message,
  place INTEGER NOT NULL,
  outcome INTEGER,
  PRIMARY KEY (sweep, message)
) STRICT, WITHOUT ROWID;

CREATE TABLE post (
  id INTEGER PRIMARY KEY,
  brand INTEGER NOT NULL REFERENCES brand,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  media TEXT NOT NULL,
  pillar TEXT NOT NULL,
  state TEXT NOT NULL,
  day INTEGER,
  due INTEGER,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX post_state ON post (brand, state);

CREATE TABLE variant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  post INTEGER NOT NULL REFERENCES post,
  place INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account,
  text TEXT,
  url TEXT,
  remote_id TEXT,
  out INTEGER
) STRICT;
CREATE INDEX variant_post ON variant (post, place);
CREATE INDEX variant_remote ON variant (account, remote_id) WHERE remote_id IS NOT NULL;

CREATE TABLE approval (
  post INTEGER NOT NULL REFERENCES post,
  place INTEGER NOT NULL,
  of TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  words TEXT NOT NULL,
  passed_over INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  voided INTEGER,
  PRIMARY KEY (post, place)
) STRICT, WITHOUT ROWID;

-- One intent, one row, one key for ever.
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  brand INTEGER NOT NULL REFERENCES brand,
  account INTEGER NOT NULL REFERENCES account,
  name TEXT NOT NULL,
  act TEXT NOT NULL,
  stage TEXT NOT NULL,
  journey TEXT NOT NULL,
  remote_id TEXT,
  key TEXT NOT NULL UNIQUE,
  created INTEGER NOT NULL,
  due INTEGER NOT NULL,
  not_before INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  message INTEGER REFERENCES message,
  variant INTEGER REFERENCES variant ON DELETE SET NULL,
  late_allowed INTEGER NOT NULL DEFAULT 0,
  settled INTEGER
) STRICT;
CREATE INDEX delivery_moving ON delivery (stage) WHERE stage IN ('held', 'queued', 'sending', 'unknown');
CREATE INDEX delivery_message ON delivery (message) WHERE message IS NOT NULL;
CREATE INDEX delivery_variant ON delivery (variant) WHERE variant IS NOT NULL;
CREATE INDEX delivery_settled ON delivery (brand, settled) WHERE settled IS NOT NULL;
CREATE INDEX delivery_brand ON delivery (brand);
CREATE INDEX delivery_account ON delivery (account);

CREATE TABLE reading (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account,
  variant INTEGER NOT NULL DEFAULT 0, -- 0: of the account itself
  day INTEGER NOT NULL,
  metric TEXT NOT NULL,
  value INTEGER, -- NULL: the network does not give it
  source TEXT NOT NULL,
  definition TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX reading_cell ON reading (account, variant, day, metric);

CREATE TABLE highlight (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  brand INTEGER NOT NULL REFERENCES brand,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  url TEXT,
  message INTEGER REFERENCES message,
  contact INTEGER REFERENCES contact ON DELETE SET NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX highlight_time ON highlight (brand, at);

-- The texts of the reports.
CREATE TABLE section (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  brand INTEGER NOT NULL REFERENCES brand,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX section_cell ON section (brand, first_day, last_day, name);

-- Everything that was decided or done, in order. `step` marks the lines that undo and redo count by.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  brand INTEGER NOT NULL,
  actor TEXT NOT NULL,
  verb TEXT NOT NULL,
  subject TEXT NOT NULL,
  row INTEGER NOT NULL,
  act INTEGER NOT NULL,
  step INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX journal_brand ON journal (brand);
CREATE INDEX journal_row ON journal (row);
CREATE INDEX journal_act ON journal (act);
CREATE INDEX journal_step ON journal (brand) WHERE step = 1;
CREATE INDEX journal_exported ON journal (brand) WHERE verb = 'exported';
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_not_shortened BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

-- Kept in the same transaction as the messages they count.
CREATE TABLE counter (
  brand INTEGER NOT NULL,
  state INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (brand, state)
) STRICT, WITHOUT ROWID;

CREATE TABLE day_total (
  brand INTEGER NOT NULL,
  day INTEGER NOT NULL,
  account INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  received INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  set_aside INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  delegated INTEGER NOT NULL,
  delegated_done INTEGER NOT NULL,
  positive INTEGER NOT NULL,
  neutral INTEGER NOT NULL,
  negative INTEGER NOT NULL,
  PRIMARY KEY (brand, day, account, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE hour_total (
  brand INTEGER NOT NULL,
  day INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  received INTEGER NOT NULL,
  PRIMARY KEY (brand, day, hour)
) STRICT, WITHOUT ROWID;
