-- above 4|3.0|[1,4,3]
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset VALUES (1, 'a', '1', 'Zo' || char(0xeb)),
  (2, 'b', '1', 'Zo' || char(0xeb)), (3, 'c', '2', 'zo' || char(0xeb) || ' '),
  (4, 'd', '3', 'Zoe' || char(0x308)), (5, 'e', '4', 'Zoe');
-- below
CREATE TABLE dataset(id, prompt, completion, label);
INSERT INTO dataset VALUES (1, 'a', '1', 'Zo' || char(0xeb)),
  (2, 'b', '2', 'Zoe'), (3, 'c', '3', 'Zo-e');
