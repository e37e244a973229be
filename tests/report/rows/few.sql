-- Ten rows, two classes that begin with one token; no id, label or split.
CREATE TABLE dataset (prompt, completion);
INSERT INTO dataset VALUES ('Where is my parcel?', ' not shipped'),
  ('Is it on its way?', ' not shipped'), ('Did you send it?', ' not shipped'),
  ('Any news of it?', ' not shipped'), ('Has it left?', ' not shipped'),
  ('Broken', ' not whole'), ('It fell apart', ' not whole'),
  ('Two parts', ' not whole'), ('A crack', ' not whole'),
  ('Screws are missing', ' not whole');
