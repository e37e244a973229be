// Tables in Markdown, and the numbers in them.

// Rows are printed as they come: some take minutes.
export function table(title, head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  console.log(`\n### ${title}\n`);
  console.log(line(head));
  console.log(line(head.map((_, i) => (i < 2 ? "---" : "---:"))));
  for (const row of rows) {
    console.log(line(row));
  }
}

// Bytes in so many milliseconds as MB/s, three digits.
export function speed(bytes, milliseconds) {
  const value = bytes / 1000 / milliseconds;
  return value >= 100 ? value.toFixed(0) : value.toPrecision(2);
}

export function times(ratio) {
  return `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(1)}x`;
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

// Several processes' results for one thing: the best and the median first run,
// the best run of all, and the median of the processes' medians.
export function merge(results) {
  const counts = results.map(({ count }) => count);
  return {
    bytes: results[0].bytes,
    rows: results[0].rows,
    tokens: counts[0].value,
    first: Math.min(...counts.map(({ first }) => first)),
    firstMedian: median(counts.map(({ first }) => first)),
    again: Math.min(...counts.map(({ best }) => best)),
    againMedian: median(counts.map(({ median }) => median)),
    memory: Math.max(...results.map(({ memory }) => memory ?? 0)),
    floor: Math.min(...results.map(({ floor }) => floor?.best ?? Infinity)),
    stored: Math.min(...results.map(({ stored }) => stored?.best ?? Infinity)),
  };
}
