-- What stands where an array or an object should, what labels are made of.
.bail off
SELECT * FROM ftext_class_map('null');
SELECT * FROM ftext_class_map('true');
SELECT * FROM ftext_class_map('false');
SELECT * FROM ftext_class_map('"a"');
SELECT * FROM ftext_class_map('{"a":1}');
SELECT * FROM ftext_class_map('[null]');
SELECT * FROM ftext_class_map('["a",true]');
SELECT * FROM ftext_class_map('["a",[]]');
SELECT * FROM ftext_class_map('["a",{}]');
SELECT * FROM ftext_class_map('["a"," \t\n\u000b\f\r"]');
SELECT label, class_id FROM ftext_class_map('["\u0001","\u000e","\u0007 "]');
SELECT ftext_match_class('a', 'null');
SELECT ftext_match_class('a', '"a"');
SELECT ftext_match_class('a', '["a"]');
SELECT ftext_match_class('a', '{"a":null}');
SELECT ftext_match_class('a', '{"a":true}');
-- a first token that is part of a character is a BLOB
SELECT label, typeof(first_token), hex(first_token), token_count
  FROM ftext_class_map('["a","b"]', 'gpt2', 'number', 'chat', json_array(
    json_object('label', 'a', 'class_id', 1, 'completion', char(0x13000))));
-- a word is one token; apostrophes, capitals and long words part or join
SELECT label, completion, token_count, note FROM ftext_class_map(json_array(
  'drivers''', 'it''s', 'cardArrival', 'card''', 'CARD''S loss', 'a''', '''',
  'pneumonoultramicroscopicsilicovolcanoconiosis', 'one two three four five '
  || 'six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen '
  || 'seventeen eighteen nineteen twenty'), 'o200k_base', 'label');
-- what denies is kept: by its word, or by nothing less
SELECT label, completion, note FROM ftext_class_map(json_array('paid',
  'unpaid', 'isn''t paid', 'isn' || char(0x2019) || 't late', 'late',
  'not unpaid', 'tax free', 'free', 'unit', 'under', 'until', 'nonet',
  'nonpayment', 'un', 'non', 'no refund', 'refund'), 'o200k_base', 'label');
