-- Schema 2: what the inbox in full needs. As in schema 1, times are seconds since 1970 in UTC and days are
-- days since 1970 in the zone of the brand.

-- Words the charter bans, the rules of the community, whether a negative message asks for a second look.
ALTER TABLE brand ADD COLUMN charter TEXT NOT NULL DEFAULT '{}';
-- Within how many working minutes each type is to be answered.
ALTER TABLE brand ADD COLUMN targets TEXT NOT NULL DEFAULT '{}';

-- The list is ordered by what can't wait: raised, complaints, those whose network closes the reply soon, the rest.
DROP INDEX message_list;
ALTER TABLE message DROP COLUMN rank;
ALTER TABLE message DROP COLUMN ord;
ALTER TABLE message ADD COLUMN deadline INTEGER; -- when the network takes no answer any more
ALTER TABLE message ADD COLUMN proposal TEXT; -- what the rules propose, until the CM takes or leaves it
ALTER TABLE message ADD COLUMN proposed_rank INTEGER NOT NULL DEFAULT 0; -- -3: urgent, -2: a complaint
ALTER TABLE message ADD COLUMN rank INTEGER GENERATED ALWAYS AS (
  CASE WHEN state <> 0 THEN 0 ELSE
    min(proposed_rank, CASE WHEN urgent <> 0 THEN -3 WHEN kind = 2 THEN -2 WHEN deadline IS NOT NULL THEN -1 ELSE 0 END)
  END) VIRTUAL;
ALTER TABLE message ADD COLUMN ord INTEGER GENERATED ALWAYS AS (
  CASE
    WHEN state = 0 AND deadline IS NOT NULL AND urgent = 0 AND kind <> 2 AND proposed_rank = 0 THEN deadline
    WHEN state = 0 THEN at
    WHEN back IS NOT NULL THEN back
    ELSE -at
  END) VIRTUAL;
CREATE INDEX message_list ON message (brand, state, rank, ord);
-- The complaints that wait are counted each time Today is read.
CREATE INDEX message_complaint ON message (brand, at) WHERE state = 0 AND kind = 2;
CREATE INDEX message_proposal ON message (brand, id) WHERE proposal IS NOT NULL;

-- Times are compared with the target of their type.
DROP INDEX message_answer;
DROP INDEX message_resolution;
CREATE INDEX message_answer ON message (brand, at, kind, first_answer) WHERE first_answer IS NOT NULL;
CREATE INDEX message_resolution ON message (brand, at, kind, resolution) WHERE resolution IS NOT NULL;

CREATE TABLE label (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  brand INTEGER NOT NULL REFERENCES brand,
  name TEXT NOT NULL,
  folded TEXT NOT NULL -- the name without accents and case: one label by it
) STRICT;
CREATE UNIQUE INDEX label_name ON label (brand, folded);

CREATE TABLE message_label (
  label INTEGER NOT NULL REFERENCES label,
  message INTEGER NOT NULL REFERENCES message,
  PRIMARY KEY (label, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_label_message ON message_label (message);

-- A query of the inbox that the CM gave a name.
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  brand INTEGER NOT NULL REFERENCES brand,
  name TEXT NOT NULL,
  query TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX saved_view_name ON saved_view (brand, name);

-- One text a language; those of one name are variants of each other.
CREATE UNIQUE INDEX saved_reply_variant ON saved_reply (brand, name, language);

-- The main person of one whose handles the CM joined; a main one has none.
ALTER TABLE person ADD COLUMN joined INTEGER REFERENCES person;
CREATE INDEX person_joined ON person (joined) WHERE joined IS NOT NULL;

-- Something promised to a person: a note with a date, that comes back.
CREATE TABLE promise (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  brand INTEGER NOT NULL REFERENCES brand,
  person INTEGER NOT NULL REFERENCES person,
  message INTEGER REFERENCES message,
  text TEXT NOT NULL,
  due INTEGER NOT NULL, -- a day
  made INTEGER NOT NULL,
  kept INTEGER
) STRICT;
CREATE INDEX promise_person ON promise (person);
CREATE INDEX promise_due ON promise (brand, due) WHERE kept IS NULL;

-- Who and what was erased: fingerprints that can't be turned back, so that a pull doesn't bring it again.
CREATE TABLE erased (fingerprint BLOB PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- What is no longer on the network is kept as it was last read.
ALTER TABLE turn ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;

-- What proposes a type, a label, an urgency or an end for messages that arrive.
CREATE TABLE rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  brand INTEGER NOT NULL REFERENCES brand,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  conditions TEXT NOT NULL,
  proposes TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT;
CREATE INDEX rule_place ON rule (brand, place);

-- What a contact was asked about a message, and what they answered.
CREATE TABLE brief (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  brand INTEGER NOT NULL REFERENCES brand,
  message INTEGER NOT NULL REFERENCES message,
  contact INTEGER NOT NULL,
  asked TEXT NOT NULL,
  at INTEGER NOT NULL,
  due INTEGER NOT NULL,
  chased INTEGER,
  answer TEXT NOT NULL DEFAULT '',
  answered INTEGER
) STRICT;
CREATE INDEX brief_message ON brief (message);

-- Whether its author agreed that a win is shown with their name, and where they said so.
ALTER TABLE highlight ADD COLUMN consent TEXT NOT NULL DEFAULT 'not-asked';
ALTER TABLE highlight ADD COLUMN consent_where TEXT NOT NULL DEFAULT '';

-- Whether the CM had the message before them during the sweep.
ALTER TABLE sweep_item ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;

-- The journal is changed for one purpose only: to take a person out of every file.
DROP TRIGGER journal_is_not_changed;
DROP TRIGGER journal_is_not_shortened;
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
  WHEN NOT EXISTS (SELECT 1 FROM setting WHERE name = '~erasing')
  BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_not_shortened BEFORE DELETE ON journal
  BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
