-- Files on Windows: what POSIX promises, and its own names.
.bail off
CREATE TABLE t(a, b, split);
INSERT INTO t VALUES ('é😀', 1, 'train'), ('x', 2, 'valid');
SELECT ftext_export('out.jsonl', 'SELECT a, b FROM t');
SELECT ftext_export('out.jsonl', 'SELECT b, a FROM t');
SELECT hex(readfile('out.jsonl'));
SELECT ftext_export('sub\x_{split}.jsonl', 'SELECT a, b, split FROM t');
.shell mkdir sub
SELECT ftext_export('sub\größe_{split}.jsonl', 'SELECT a, b, split FROM t');
SELECT ftext_export('sub\größe_{split}.jsonl', 'SELECT a, b, split FROM t');
SELECT line, record FROM ftext_read_jsonl('sub/größe_train.jsonl');
SELECT ftext_export('sub', 'SELECT a, b FROM t');
SELECT * FROM ftext_read_jsonl('sub');
SELECT * FROM ftext_read_jsonl('missing.jsonl');
SELECT ftext_export('{c}.jsonl', 'SELECT a, b || '':'' AS c FROM t');
SELECT ftext_export('{c}', 'SELECT a, b || ''.'' AS c FROM t');
-- A row that cannot be written leaves the old file.
INSERT INTO t VALUES (x'FF', 3, 'train');
SELECT ftext_export('out.jsonl', 'SELECT a, b FROM t');
SELECT record FROM ftext_read_jsonl('out.jsonl');
