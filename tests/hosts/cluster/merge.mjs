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

// What sql/check_parts.sql says of the whole, from what it says of parts: rows
// of check, count, value, example, rows, the check's name in front.
export function addedChecks(parts) {
  const sums = new Map();
  for (const [check, count, value, example, rows] of parts.flat()) {
    const sum = sums.get(check) ?? [check, 0, 0, null, 0];
    const examples = [sum[3], example].filter((id) => id !== null);
    sums.set(check, [check, sum[1] + count, sum[2] + value,
      examples.length > 0 ? Math.min(...examples) : null, sum[4] + rows]);
  }
  return [...sums.values()];
}

// The same as ftext_check tells it: check, count and value of what was found;
// a share is one of all rows.
export const found = (checks) =>
  checks.filter(([, count]) => count > 0).map(([check, count, value, , rows]) =>
    [check, count, check.endsWith("_share") ? value / rows : value]);
