-- What breaks pages: markup, control characters, broken UTF-8, other scripts,
-- endless words, labels of every kind; three splits and rows in none.
CREATE TABLE dataset (id, prompt, completion, label, split, "group");
INSERT INTO dataset
WITH RECURSIVE text (n, prompt) AS (
  VALUES
  (1, '<script>console.log("ran")</script><img src="http://x.invalid/a.png">'),
  (2, '</title></style></svg>"><svg onload="x()"><!-- & &amp; &#0; &lt;'),
  (3, ']]> <![CDATA[ <?php ?> ''quoted'' "twice" `ticks` \u0000 \n \\ {{x}}'),
  (4, 'nul' || char(0) || 'inside' || char(1, 8, 11, 12, 27, 31, 127, 133, 159)),
  (5, CAST(x'62726f6b656e20ff20c320e228a120eda080' AS TEXT)),
  (6, 'שלום, איפה החבילה שלי? ' || char(8238) || 'over' || char(8236) || ' end'),
  (7, 'أين طردي؟ رقم ١٢٣٤٥ (order 12345)'),
  (8, '👩‍👩‍👧‍👦 👍🏽 🇨🇭 é ' || char(119070, 65534, 1114111, 64976, 8203, 65279)),
  (9, 'お誕生日おめでとう。荷物はどこですか'),
  (10, printf('%.*c', 3000, 'w')),
  (11, 'tabs' || char(9, 9) || 'and' || char(13, 10) || 'lines' || char(10, 10)
    || '   spaces' || char(160, 8239, 12288, 8232) || 'end  '),
  (12, ''), (13, '   '), (14, NULL), (15, 12345.5), (16, x'626c6f62'),
  (17, printf('%.*c', 400, ' ') || '|'),
  (18, 'javascript:alert(1)//--><a href="file:///etc/passwd">'),
  (19, 'nearly the same question about the parcel of mine, number one'),
  (20, 'Nearly the same question about the parcel of mine, number two'),
  (21, 'nearly  the same question about the parcel of mine, number one'),
  (22, replace(printf('%.*c', 300, 'x'), 'x', char(769)) || 'zalgo')
), class (k, label, completion) AS (
  VALUES
  (0, '<b>bold</b> & "quoted"', ' 1'),
  (1, replace(printf('%.*c', 100, 'x'), 'x', 'so long '), ' 1 more'),
  (2, printf('%.*c', 300, 'L'), ' 😀'),
  (3, NULL, ' 3'),
  (4, 'تصنيف ' || char(8238) || 'rtl', char(9) || '<i>'),
  (5, 'nul' || char(0) || 'label', char(0)),
  (6, '', NULL),
  (7, x'fffe', CAST(x'f09f98' AS TEXT))
)
SELECT CASE n WHEN 3 THEN '"],<id>' WHEN 4 THEN NULL ELSE n || '/' || k END,
  CASE WHEN k = 0 OR typeof(prompt) <> 'text' THEN prompt
    ELSE prompt || ' ' || k END,
  completion, label,
  CASE (n + k) % 5 WHEN 0 THEN '<valid>' WHEN 1 THEN NULL WHEN 2
    THEN 'test' || char(10) || 'set' ELSE 'train' END, n
FROM text, class;
