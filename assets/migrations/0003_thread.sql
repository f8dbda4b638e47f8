-- Schema 3: threads. What a variant says may have several parts; each is a delivery, and leaves after the one it follows.
ALTER TABLE delivery ADD COLUMN part INTEGER NOT NULL DEFAULT 1;
ALTER TABLE delivery ADD COLUMN parts INTEGER NOT NULL DEFAULT 1;
ALTER TABLE delivery ADD COLUMN follows INTEGER REFERENCES delivery;
CREATE INDEX delivery_follows ON delivery (follows) WHERE follows IS NOT NULL;
