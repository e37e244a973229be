-- Every mistake is told with the function, what is wrong and with what.
.bail off
SELECT ftext_split(1, '');
SELECT ftext_split(1, 'valid=0.2');
SELECT ftext_split(1, 'valid');
SELECT ftext_split(1, 'valid,train');
SELECT ftext_split(1, 'valid<3333333333334');
SELECT ftext_split(1, 'valid=0.2,test=0,train=0.8');
SELECT ftext_split(1, 'valid=0.2,test=0.000,train=0.8');
SELECT ftext_split(1, 'valid=-0.2,train=0.8');
SELECT ftext_split(1, 'valid=0.2,train=0.8,train=0.1');
SELECT ftext_split(1, 'valid<3333333333334,valid');
SELECT ftext_split(1, 'valid=0.2,train=0.8,');
SELECT ftext_split(1, ',valid=0.2,train=0.8');
SELECT ftext_split(1, 'valid=0.2,,train=0.8');
SELECT ftext_split(1, '=0.2,train=0.8');
SELECT ftext_split(1, '<3333333333334,train');
SELECT ftext_split(1, ',');
SELECT ftext_split(1, 'valid=0.2, train=0.8');
SELECT ftext_split(1, ' valid=0.2,train=0.8');
SELECT ftext_split(1, 'valid=0.2,train=0.8' || char(10));
SELECT ftext_split(1, 'valid=,train=0.8');
SELECT ftext_split(1, 'valid=20%,train=80%');
SELECT ftext_split(1, 'valid=1.,train=2');
SELECT ftext_split(1, 'valid=.,train=2');
SELECT ftext_split(1, 'valid=1.2.3,train=2');
SELECT ftext_split(1, 'valid=1e2,train=2');
SELECT ftext_split(1, 'valid=+1,train=2');
SELECT ftext_split(1, 'valid=0.0000000001,train=2');
SELECT ftext_split(1, 'valid=9000000001,train=2');
SELECT ftext_split(1, 'valid=99999999999999999999999999,train=2');
SELECT ftext_split(1, 'valid=8999999999,train=2');
SELECT ftext_split(1, 'valid=0.000000001,train=9000000');
SELECT ftext_split(1, 'train=9000000,valid=0.000000001');
SELECT ftext_split(1, 'a=90000000,b=.000000001,c=1');
SELECT ftext_split(1, '1st=0.2,train=0.8');
SELECT ftext_split(1, 'väl=0.2,train=0.8');
SELECT ftext_split(1, 'va lid=0.2,train=0.8');
SELECT ftext_split(1, '-=0.2,train=0.8');
SELECT ftext_split(1, 'valid=0.2,train');
SELECT ftext_split(1, 'valid=0.2,train<3333333333334');
SELECT ftext_split(1, 'valid<3333333333334,train=0.8');
SELECT ftext_split(1, 'valid<333333333333,train');
SELECT ftext_split(1, 'valid<33333333333340,train');
SELECT ftext_split(1, 'valid<333333333333G,train');
SELECT ftext_split(1, 'valid<333333333333A,train');
SELECT ftext_split(1, 'valid<-333333333333,train');
SELECT ftext_split(1, 'valid<,train');
SELECT ftext_split(1, 'valid<3333333333334,test,train');
SELECT ftext_split(1, 'valid<3333333333334,train<4000000000000');
SELECT ftext_split(1, 'valid<4000000000000,test<3333333333334,train');
SELECT ftext_split(1, 'valid=0.2=0.3,train=1');
SELECT ftext_split(1, 'valid' || char(0) || '=0.2,train=0.8');
SELECT ftext_split(1, CAST(x'76ff3d302e32' AS TEXT) || ',train=0.8');
SELECT ftext_split(1, 'a_name_of_far_more_than_forty_characters_in_all=x,train=0.8');

-- 64 splits are the most.
WITH RECURSIVE number(i) AS
  (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 64)
SELECT ftext_split(1, group_concat('s' || i || '=1', ',')) FROM number;
WITH RECURSIVE number(i) AS
  (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 65)
SELECT ftext_split(1, group_concat('s' || i || '=1', ',')) FROM number;

-- Keys and seeds.
SELECT ftext_split(0.1, 'valid=.2,train=.8');
SELECT ftext_unit(9007199254740992.0);
SELECT ftext_unit(9e999);
SELECT ftext_unit(-1.5e-7);
SELECT ftext_unit(9007199254740991.0) = ftext_unit(9007199254740991);
SELECT ftext_unit(1, NULL);
SELECT ftext_split(1, 'valid=.2,train=.8', NULL);
SELECT ftext_split(NULL, 'valid=.2,train=.8', NULL);
SELECT ftext_fold(1, 5, NULL);
SELECT ftext_unit(1, 0.5);

-- Folds.
SELECT ftext_fold(1, 1);
SELECT ftext_fold(1, 1000001);
SELECT ftext_fold(1, -3);
SELECT ftext_fold(1, 2.5);
SELECT ftext_fold(1, 'many');
SELECT ftext_fold(1, x'ff00');

-- NULL gives NULL, but a bad spec is told even where the key is NULL.
SELECT ftext_unit(NULL) IS NULL, ftext_split(NULL, 'a=1,b=1') IS NULL,
       ftext_split(1, NULL) IS NULL, ftext_fold(NULL, 5) IS NULL,
       ftext_fold(1, NULL) IS NULL, ftext_split_fit(NULL, 'a=1,b=1', 1) IS NULL,
       ftext_split_fit(1, NULL, 1) IS NULL, ftext_split_merge(NULL) IS NULL;
SELECT ftext_split(NULL, 'a=1');

-- The aggregates.
CREATE TABLE row(key, spec, min, seed);
INSERT INTO row VALUES (1, 'a=1,b=1', 1, 0), (2, 'a=1,b=2', 2, 1);
SELECT ftext_split_fit(key, spec, 1) FROM row;
SELECT ftext_split_fit(key, 'a=1,b=1', min) FROM row;
SELECT ftext_split_fit(key, 'a=1,b=1', 1, seed) FROM row;
SELECT ftext_split_fit(key, 'a=1,b=1', 0) FROM row;
SELECT ftext_split_fit(key, 'a=1,b=1', NULL) FROM row;
SELECT ftext_split_fit(key, 'a=1,b=1', 1.5) FROM row;
SELECT ftext_split_fit(key, 'a=1,b=1', 'x') FROM row;
SELECT ftext_split_fit(key, 'a=1,b=1', 1, NULL) FROM row;
SELECT ftext_split_fit(key + .5, 'a=1,b=1', 1) FROM row;
SELECT ftext_split_fit(key, 'a=1', 1) FROM row;
SELECT ftext_split_merge(value) FROM json_each('["a=1,b=1","b=1,a=1"]');
SELECT ftext_split_merge(value) FROM json_each('["a=1,b=1","a=1,b=1,c=1"]');
SELECT ftext_split_merge(value) FROM json_each('["a=1,b=1","a=1"]');
SELECT ftext_split_fit(key, 'a=1,b=1', 1) IS NULL, ftext_split_merge(spec) IS NULL
  FROM row WHERE 0;

-- The same in a window, where SQLite would swallow what xFinal says.
SELECT ftext_split_fit(key, spec, 1) OVER () FROM row;
SELECT ftext_split_fit(key, 'a=1', 1) OVER (PARTITION BY key) FROM row;
SELECT ftext_split_fit(key + .5, 'a=1,b=1', 1) OVER () FROM row;
SELECT ftext_split_fit(key, 'a=1,b=1', 0) OVER () FROM row;
SELECT ftext_split_fit(key, 'a=1,b=1', 1, NULL) OVER () FROM row;
SELECT ftext_split_merge(value) OVER ()
  FROM json_each('["a=1,b=1","b=1,a=1"]');

-- After the last row has left a frame, another spec may begin.
SELECT ftext_split_fit(key, spec, min, seed) OVER w, ftext_split_merge(spec)
  OVER w FROM row WINDOW w AS (ORDER BY key ROWS CURRENT ROW);
SELECT ftext_split_merge(value) OVER (ORDER BY key ROWS CURRENT ROW)
  FROM json_each('["a=1,b=1","b=1,a=1",null]');

-- The split of groups.
SELECT ftext_split_groups(key, 'x', spec) FROM row;
SELECT ftext_split_groups(key, 'x', 'a=1,b=1', min) FROM row;
SELECT ftext_split_groups(key, 'x', 'a=1,b=1', 1, seed) FROM row;
SELECT ftext_split_groups(key, 'x', 'a=1,b=1', 0) FROM row;
SELECT ftext_split_groups(key, 'x', 'a=1,b=1', 1, NULL) FROM row;
SELECT ftext_split_groups(key + .5, 'x', 'a=1,b=1') FROM row;
SELECT ftext_split_groups(key, 0.5, 'a=1,b=1') FROM row;
SELECT ftext_split_groups(x'ff', 'x', 'a=1,b=1');
SELECT ftext_split_groups(1, 'x', 'a=1');
SELECT ftext_split_groups(1, 'x', 'a=1,b=1', 1, 0, 'c');
SELECT ftext_split_groups(1, 'x', 'a=1,b=1', 1, 0, value)
  FROM json_each('["a",null,"b"]');
SELECT ftext_split_groups(1, 'x', 'a=1,b=1') OVER ();
