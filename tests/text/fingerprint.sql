-- The values were computed with Python's hashlib and unicodedata.
SELECT ftext_fingerprint('') = 'e3b0c44298fc1c149afbf4c8996fb924',
  ftext_fingerprint('Where is my card?') = 'e310733a693e0f48e61198db79b6e66e',
  ftext_fingerprint('Zoë') = '2752b88686847fa5c86f47b94ce652b7',
  ftext_fingerprint('STRASSE') = '16d96952087774fee069b7585d3991b2',
  ftext_fingerprint('Straße') = '16d96952087774fee069b7585d3991b2',
  ftext_fingerprint('日本語') = '77710aedc74ecfa33685e33a6c7df5cc',
  ftext_fingerprint('😀') = 'f0443a342c5ef54783a111b51ba56c93',
  ftext_fingerprint('a' || char(0) || 'b') = '59b271ae1bbcb1d31d41929817f4b16f';
-- Equal for texts that are equal when normalised, and for those alone.
SELECT count(*), count(DISTINCT ftext_fingerprint(value)) FROM json_each(
  '["Where is my card?"," where IS my  card? ","Where is my card",
    "Where is my cards?"]');
SELECT count(DISTINCT ftext_fingerprint(value, 'case,space,punctuation'))
FROM json_each('["Where is my card?","where is my card"]');
-- With no steps it is the hash of the text itself.
SELECT ftext_fingerprint('abc', '') = 'ba7816bf8f01cfea414140de5dae2223';
SELECT typeof(ftext_fingerprint(1)),
  ftext_fingerprint(1) = ftext_fingerprint('1'),
  ftext_fingerprint(x'31') = ftext_fingerprint('1'),
  ftext_fingerprint(NULL) IS NULL;
-- It may stand in an index.
CREATE TABLE t(x);
CREATE UNIQUE INDEX i ON t(ftext_fingerprint(x));
INSERT INTO t VALUES ('One');
.bail off
INSERT INTO t VALUES (' one ');
SELECT ftext_fingerprint('a', 'sha1');
