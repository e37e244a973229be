#!/bin/bash
# Every function of the family against Python: its own Unicode, hashlib, and
# the definitions of ext/text/*.h written down a second time.  Characters that
# this Python does not know are left out.
set -eu

if ! command -v python3 >/dev/null; then
  echo "python3 is not installed"
  exit 77
fi

cat >"$WORK/reference.py" <<'EOF'
import hashlib, itertools, random, re, subprocess, sys, unicodedata

SQLITE3, FTEXT = sys.argv[1:]
STEPS = ["nfc", "nfkc", "case", "space", "punctuation", "digits", "accents"]
SPACE = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f"
                   "\u205f\u3000]+")
MASK = 2 ** 64 - 1


def is_accent(c):
    combining = unicodedata.combining(c)
    return 10 <= combining <= 36 or combining >= 200


def normalize(text, steps):
    form = ("NFKD" if "nfkc" in steps else
            "NFD" if "nfc" in steps or "accents" in steps else None)
    text = unicodedata.normalize(form, text) if form else text
    for _ in range(2):
        if "accents" in steps:
            text = "".join(c for c in text if not is_accent(c))
        if "case" in steps:
            text = text.casefold()
        text = unicodedata.normalize(form, text) if form else text
    if "punctuation" in steps:
        text = "".join(c for c in text if unicodedata.category(c)[0] != "P")
    if "digits" in steps:
        text = "".join("0" if unicodedata.category(c) == "Nd" else c
                       for c in text)
    if "space" in steps:
        text = SPACE.sub(" ", text).strip(" ")
    return unicodedata.normalize("NFC", text) if form else text


def shingles(text):
    if len(text) < 5:
        return {text} if text else set()
    return {text[i:i + 5] for i in range(len(text) - 4)}


def similarity(a, b):
    a, b = shingles(a), shingles(b)
    return len(a & b) / len(a | b) if a or b else 1.0


def mix(z):
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
    return z ^ z >> 31


PERMUTATIONS = [mix(i * 0x9E3779B97F4A7C15 & MASK) for i in range(1, 129)]
assert PERMUTATIONS[0] == 0xE220A8397B1DCDAF  # published for SplitMix64


def minhash(text):
    hashes = []
    for shingle in shingles(text):
        points = [0x1FFFFF] * (5 - len(shingle)) + [ord(c) for c in shingle]
        high = points[0] << 21 | points[1]
        low = points[2] << 42 | points[3] << 21 | points[4]
        hashes.append(mix(mix(high) ^ low) >> 32)
    return [min([(h * (p >> 32 | 1) + p) % 2 ** 32 for h in hashes],
                default=2 ** 32 - 1) for p in PERMUTATIONS]


def buckets(values, bands):
    rows = 128 // bands
    for band in range(bands):
        z = mix(band + 1)
        for value in values[rows * band:rows * band + rows]:
            z = mix(z ^ value)
        yield z - 2 ** 64 if z >= 2 ** 63 else z


def sql(text):
    return f"CAST(x'{text.encode().hex()}' AS TEXT)"


chance = random.Random(7)
known = [chr(c) for c in range(1, 0x110000) if not 0xD800 <= c <= 0xDFFF
         and unicodedata.category(chr(c)) not in ("Cn", "Co")
         and (c < 0x3400 or c % 5 == 0 or c > 0xF900 and c < 0x20000
              or 0x2F800 <= c < 0x2FA20)]
odd = list("eA !.79\u0301\u0327\u0345\u0338\u3099\u00a0\u2003\u00df\u0130"
           "\u1f80\u1e9e\ufdfa\uac00\uffc2\uff9e\u2260\u2026\u0660\u00b2"
           "\u09c7\u09be\u212b\U0001f44d\u0149\u0390\u0439\ufb01\u05b0\u064e")


def some_text():
    return "".join(chance.choice(odd if chance.random() < .8 else known)
                   for _ in range(chance.randrange(1, 24)))


queries, answers = [], []


def expect(query, answer):
    queries.append(f"SELECT {query};")
    answers.append(str(answer))


for steps in (["nfc"], ["nfkc"], ["case"], ["nfc", "case", "space"], STEPS):
    for at in range(0, len(known), 40):
        text = "\u4e00".join(known[at:at + 40])
        expect(f"hex(ftext_normalize({sql(text)}, '{','.join(steps)}'))",
               normalize(text, steps).encode().hex().upper())
for _ in range(6000):
    steps = [s for s in STEPS if chance.random() < .5]
    chance.shuffle(steps)
    text = some_text()
    expect(f"hex(ftext_normalize({sql(text)}, '{', '.join(steps)}'))",
           normalize(text, steps).encode().hex().upper())
DEFAULT = ["nfc", "case", "space"]
for _ in range(300):
    a, b = some_text(), some_text()
    b = a[:chance.randrange(len(a) + 1)] + b[chance.randrange(len(b)):]
    x, y = normalize(a, DEFAULT), normalize(b, DEFAULT)
    expect(f"ftext_fingerprint({sql(a)})",
           hashlib.sha256(x.encode()).hexdigest()[:32])
    expect(f"ftext_similarity({sql(a)}, {sql(b)}) = {similarity(x, y)!r}", 1)
for _ in range(60):
    a = some_text()
    values = minhash(normalize(a, DEFAULT))
    expect(f"hex(ftext_minhash({sql(a)}))",
           b"".join(v.to_bytes(4, "little") for v in values).hex().upper())
    for bands in (16, 32):
        expect(f"group_concat(bucket) FROM ftext_bands(ftext_minhash({sql(a)})"
               f", {bands})", ",".join(map(str, buckets(values, bands))))

shell = subprocess.run([*SQLITE3.split(), "-batch", "-bail", "-cmd",
                        f".load {FTEXT}"], input="\n".join(queries),
                       capture_output=True, text=True)
got = shell.stdout.split("\n")
wrong = [(q[:200], a, g) for q, a, g in
         itertools.zip_longest(queries, answers, got[:-1]) if a != g]
print(len(queries), "answers,", len(wrong), "wrong", shell.stderr)
for one in wrong[:5]:
    print(*one, sep="\n  ")
sys.exit(1 if wrong or shell.returncode else 0)
EOF
python3 "$WORK/reference.py" "$SQLITE3" "$FTEXT"
