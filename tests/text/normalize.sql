-- Each step alone, on text in which every step would find something.
CREATE TABLE t(x);
INSERT INTO t VALUES ('  ＣＡＦÉ  №１２: ¡Straße… x² + ½' || char(0xA0, 9) || 'ﬁ ');
SELECT step, '[' || ftext_normalize(x, step) || ']'
FROM t, (SELECT value AS step FROM json_each(
  '["","nfc","nfkc","case","space","punctuation","digits","accents"]'));
SELECT '[' || ftext_normalize(x, 'nfkc,case,space,punctuation,digits,accents')
  || ']' FROM t;
-- The default is nfc,case,space; order, repeats and spaces do not matter.
SELECT ftext_normalize(x) = ftext_normalize(x, 'nfc,case,space'),
  ftext_normalize(x) = ftext_normalize(x, ' space , case,nfc,case') FROM t;
-- Canonically equivalent texts become equal; others do not.
SELECT hex(ftext_normalize('Zoë')), hex(ftext_normalize('Zoe' || char(0x308))),
  ftext_normalize('Zoë') = ftext_normalize('Zoe');
SELECT hex(ftext_normalize('e!' || char(0x301), 'nfc,punctuation'));
-- Case folding is full: ß, İ, final sigma, Cherokee.
SELECT ftext_normalize('Straße'), hex(ftext_normalize('İ')),
  ftext_normalize('ΣΊΣΥΦΟΣ') = ftext_normalize('σίσυφος'),
  hex(ftext_normalize(char(0x13A0, 0xAB70)));
-- Accents go, what spells another word stays: Hindi, Japanese, Thai, !=.
SELECT ftext_normalize('crème brûlée, naïveté, Ångström, Ёлка, Việt Nam',
  'accents');
SELECT ftext_normalize('हिन्दी', 'accents') = 'हिन्दी',
  ftext_normalize('ガ', 'accents') = 'ガ',
  ftext_normalize('ที่', 'accents') = 'ที่',
  ftext_normalize('a ≠ b', 'accents');
-- Hebrew and Arabic points are accents.
SELECT ftext_normalize('שָׁלוֹם', 'accents'),
  ftext_normalize('مُحَمَّد', 'accents');
-- Punctuation goes, signs stay.
SELECT ftext_normalize('No! (not) "good" - «bad»; it''s $5+1 = 6% 👎',
  'punctuation');
-- Full-width punctuation goes with nfkc, since that comes first.
SELECT ftext_normalize('ａ，ｂ！', 'punctuation,nfkc');
-- Digits of any script.
SELECT ftext_normalize('order 48213, ٣٤٥, ४५', 'digits');
-- White space of any kind; a zero width space (U+200B) is none.
SELECT '[' || ftext_normalize(char(0x3000, 0x2003, 10) || 'a' || char(13, 10)
  || 'b' || char(0x85, 0x2028) || 'c' || char(0x1680, 0x205F)) || ']',
  length(ftext_normalize('a' || char(0x200B) || 'b'));
SELECT '[' || ftext_normalize('') || ']', '[' || ftext_normalize(' ') || ']';
-- Broken UTF-8 is U+FFFD for each maximal subpart; NUL is a character.
SELECT hex(ftext_normalize(CAST(x'41F09F41FF' AS TEXT))),
  hex(ftext_normalize(CAST(x'41F09F41FF' AS TEXT), '')),
  hex(ftext_normalize('A' || char(0) || 'B'));
-- INTEGER, REAL and BLOB are read as text; NULL gives NULL.
SELECT ftext_normalize(12), ftext_normalize(1.50), ftext_normalize(x'4142');
SELECT ftext_normalize(NULL) IS NULL, ftext_normalize('a', NULL) IS NULL;
-- Letters that Unicode 15.0 does not know stay as they are: U+1C89 (16.0).
SELECT hex(ftext_normalize(char(0x1C89), 'nfkc,case,accents'));
-- What a character stands for may lose its brackets or its accent; U+D7B0 is
-- a vowel of old Hangul, and joins no letter.
SELECT ftext_normalize('⑴', 'nfkc,punctuation'),
  hex(ftext_normalize(char(0xB4), 'nfkc,accents')),
  hex(ftext_normalize('a' || char(0xD7B0), 'nfc')),
  ftext_normalize(replace(hex(zeroblob(5000)), '00', char(0xD7B0, 0xFF21)),
    'nfc') = replace(hex(zeroblob(5000)), '00', char(0xD7B0, 0xFF21));
-- A megabyte of marks of changing class takes no time to speak of.
SELECT length(ftext_normalize(
  replace(hex(zeroblob(131072)), '00', char(0x301, 0x327))));
.bail off
SELECT ftext_normalize('a', 'nfc,lower');
SELECT ftext_normalize('a', 'nfc,,case');
SELECT ftext_normalize('a', ',');
SELECT ftext_normalize('a', 'NFC');
SELECT ftext_normalize('a', 1);
SELECT ftext_normalize();
SELECT ftext_normalize(1, 2, 3);
