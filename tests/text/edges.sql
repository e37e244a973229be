-- Characters at the edges of what a step looks at.
SELECT quote(CAST(ftext_normalize('a' || char(0) || 'b!', 'punctuation')
  AS BLOB));
-- Hangul: letters that join, and their neighbours that do not
SELECT hex(ftext_normalize(char(0x1100, 0x1161, 0x11A8), 'nfc')),
       hex(ftext_normalize(char(0x1100, 0x1161), 'nfc')),
       hex(ftext_normalize(char(0xAC00, 0x11A8), 'nfc')),
       hex(ftext_normalize(char(0xAC00, 0x1161), 'nfc')),
       hex(ftext_normalize(char(0x1100, 0x115F, 0x1160), 'nfc'));
SELECT hex(ftext_normalize(char(code, 0x301), 'nfc')) = hex(char(code, 0x301)),
       code FROM (SELECT column1 AS code FROM (VALUES (0x115F), (0x1160),
         (0x11FF), (0x1200), (0xD7AF), (0xD7B0), (0xD7FF), (0xE000)));
-- a long run of each between two that compose is the same twice over
SELECT code, ftext_normalize(once, 'nfc') = once FROM (
  SELECT code, ftext_normalize('e' || replace(printf('%.*c', 300, 'x'), 'x',
    char(code)) || char(0x301) || 'e' || char(0x301), 'nfc') AS once
    FROM (SELECT column1 AS code FROM (VALUES (0x1161), (0x11A8), (0xD7B0),
      (0xD7FB), (0x301), (0x327), (0xAC00))));
-- what a letter unfolds to loses its accents and its punctuation too
SELECT ftext_normalize(char(0x149, 0x1F0, 0x130), 'case,accents'),
       ftext_normalize(char(0x2048, 0x3220, 0x2026), 'nfkc,punctuation');
-- nothing, and broken, is normalised to nothing, and to what stands for it
SELECT hex(ftext_normalize('')), hex(ftext_normalize('', '')),
       hex(ftext_normalize(x'E9', 'nfc')), hex(ftext_normalize(x'41CC', 'nfc'));
SELECT ftext_similarity(x'FFFEFD', x'FFFEFD'), ftext_similarity('', x'FF'),
       ftext_similarity('abcde' || CAST(x'FF' AS TEXT), 'abcde' || char(0xFFFD));
