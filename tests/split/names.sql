-- What a name and a cut may be made of.
SELECT ftext_split(value, '_=1,a.b=1,C-d=1,e_9=1') AS split, count(*) > 0
  FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]')
 GROUP BY split;
SELECT ftext_split(1, 'Z<0123456789abc,z<fffffffffffff,A');
.bail off
SELECT ftext_split(1, 'a[=1,b=1');
SELECT ftext_split(1, '[a=1,b=1');
SELECT ftext_split(1, '`=1,b=1');
SELECT ftext_split(1, '@=1,b=1');
SELECT ftext_split(1, '{=1,b=1');
SELECT ftext_split(1, 'a/b=1,b=1');
SELECT ftext_split(1, 'a:b=1,b=1');
SELECT ftext_split(1, 'a<333333333333g,b');
SELECT ftext_split(1, 'a<333333333333`,b');
SELECT ftext_split(1, 'a<333333333333:,b');
SELECT ftext_split(1, 'a<333333333333/,b');
SELECT ftext_split(1, 'a<33333333333333333333,b');
