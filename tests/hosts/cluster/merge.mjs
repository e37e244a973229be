// What parts have found, made one.

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// Rows in an order of their own, so that they can be compared.
export const sorted = (rows) =>
  rows.map((row) => JSON.stringify(row)).sort(byText);

// Rows that begin with the same `keys` columns become one, in which all the
// other columns are added.
export function added(parts, keys) {
  const sums = new Map();
  for (const row of parts.flat()) {
    const key = JSON.stringify(row.slice(0, keys));
    const sum = sums.get(key);
    sums.set(key, sum === undefined
      ? row
      : row.map((value, i) => (i < keys ? value : sum[i] + value)));
  }
  return [...sums.values()];
}

// Findings of ftext_check as objects; the value is a number again.
export const findings = (rows) =>
  rows.map(([severity, check, of, split, count, value, examples]) => ({
    severity, check, class: of, split, count, value: Number(value),
    examples: JSON.parse(examples),
  }));

// The findings of the whole from those of its parts: counts and values are
// added, a share is one of all rows, and what does not pass the check's own
// threshold is none.  `checks` are rows of check, unit, threshold.
export function mergedFindings(parts, checks, rows) {
  const merged = new Map();
  for (const finding of findings(parts.flat())) {
    const sum = merged.get(finding.check);
    if (sum === undefined) {
      merged.set(finding.check, finding);
      continue;
    }
    sum.count += finding.count;
    sum.value += finding.value;
    sum.examples.push(...finding.examples);
  }
  for (const [check, unit, threshold] of checks) {
    const finding = merged.get(check);
    if (finding !== undefined && unit === "share") {
      finding.value = finding.count / rows;
    }
    if (["rows", "share"].includes(unit) && finding?.value <= threshold) {
      merged.delete(check);
    }
  }
  return [...merged.values()];
}
