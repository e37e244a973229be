-- above 2|0.893333333333333|[2,1]
CREATE TABLE dataset(id, prompt, completion, split);
INSERT INTO dataset VALUES
  (1, 'my parcel with the blue shoes has not arrived at home yet, please ' ||
   'help me now', 'x', 'train'),
  (2, 'MY parcel with the blue shoes has not arrived at home yet, please ' ||
   'help us', 'x', 'valid'),
  (3, 'something else altogether', 'x', 'valid'),
  (4, 'the same split holds these two, and that is no harm at all', 'y',
   'train'),
  (5, 'the same split holds these two, and that is no harm at all!', 'y',
   'train');
-- below
-- Similarity 0.7976.
CREATE TABLE dataset(id, prompt, completion, split);
INSERT INTO dataset VALUES
  (1, 'my parcel with the blue shoes has not arrived at home yet, please ' ||
   'help me now', 'x', 'train'),
  (2, 'MY parcel with the blue shoes has not arrived at home yet, please ' ||
   'help us then and', 'x', 'valid');
