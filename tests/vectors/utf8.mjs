// UTF-8 as Python's bytes.decode("utf-8", "replace") reads it: every maximal
// subpart of a broken sequence is one U+FFFD (Unicode 16.0, section 3.9).

// What may follow a lead byte: its first continuation's range, and how many.
function lead(byte) {
  if (byte >= 0xc2 && byte <= 0xdf) return [0x80, 0xbf, 1];
  if (byte === 0xe0) return [0xa0, 0xbf, 2];
  if (byte === 0xed) return [0x80, 0x9f, 2];
  if (byte >= 0xe1 && byte <= 0xef) return [0x80, 0xbf, 2];
  if (byte === 0xf0) return [0x90, 0xbf, 3];
  if (byte === 0xf4) return [0x80, 0x8f, 3];
  if (byte >= 0xf1 && byte <= 0xf3) return [0x80, 0xbf, 3];
  return null;
}

// Where the sequence that starts at `start` ends, and whether it is whole.
function sequence(bytes, start) {
  const rule = lead(bytes[start]);
  if (!rule) return { end: start + 1, whole: bytes[start] < 0x80 };
  let [low, high, missing] = rule;
  let end = start + 1;
  while (missing > 0 && bytes[end] >= low && bytes[end] <= high) {
    [low, high] = [0x80, 0xbf];
    missing--;
    end++;
  }
  return { end, whole: missing === 0 };
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

// The text that the bytes are read as.
export function read(bytes) {
  let text = "";
  for (let start = 0; start < bytes.length; ) {
    const { end, whole } = sequence(bytes, start);
    text += whole ? decoder.decode(bytes.subarray(start, end)) : "\ufffd";
    start = end;
  }
  return text;
}

const TABLE = {
  f0: "\ufffd", ff: "\ufffd", c3: "\ufffd", f09f98: "\ufffd",
  ff41: "\ufffdA", e28041: "\ufffdA", f0908041: "\ufffdA",
  "61ff62": "a\ufffdb", c080: "\ufffd\ufffd", eda080: "\ufffd\ufffd\ufffd",
  f4908080: "\ufffd\ufffd\ufffd\ufffd", efbbbf41: "\ufeffA",
};

// Throws unless the rule gives what is known, and what Node's own gives.
export function verify(samples) {
  for (const [hex, text] of Object.entries(TABLE)) {
    if (read(Buffer.from(hex, "hex")) !== text) {
      throw new Error(`${hex} is misread`);
    }
  }
  for (const bytes of samples) {
    if (read(bytes) !== decoder.decode(bytes)) {
      throw new Error(`${bytes.toString("hex")} is read in two ways`);
    }
  }
}
