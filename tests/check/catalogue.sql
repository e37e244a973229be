-- The table of checks: what each is measured in and needs.
SELECT "check", severity, threshold, unit, needs, scope FROM ftext_checks;
SELECT "check" FROM ftext_checks
 WHERE summary IS NULL OR source IS NULL OR length(summary) < 20
    OR severity NOT IN ('error', 'warning', 'info')
    OR (threshold IS NULL) <> (unit IS NULL);
-- each name once
SELECT count(*) - count(DISTINCT "check") FROM ftext_checks;
