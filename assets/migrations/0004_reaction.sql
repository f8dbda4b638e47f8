-- Schema 4: reactions, what people do without words. Who only reacts is known by the network's id alone. The same
-- person doing the same to the same post is one row, however often it was taken back and done again.
CREATE TABLE reaction (
  id INTEGER PRIMARY KEY,
  brand INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account,
  author TEXT NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL, -- the network's id of the account's own post; '' for a follow
  at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX reaction_one ON reaction (account, author, kind, about);
CREATE INDEX reaction_time ON reaction (brand, at, kind);
-- The names of one person, so that their reactions are found.
CREATE INDEX handle_person ON handle (person);
