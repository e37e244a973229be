/*
** Every variant of the counting loop counts as encoding does: over texts
** made of what pretokenizers treat differently, at all places in a block,
** with a memo that is empty, filled, and of another text.
**
** count [TEXTS]: how many texts, for processors that are emulated.
*/
#include "token/count.h"
#include "base/processor.h"
#include "token/token.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const atoms[] = {" ",
                                    "  ",
                                    "   ",
                                    "\n",
                                    "\r\n",
                                    "\n\n",
                                    "\t",
                                    "\v",
                                    "'s",
                                    "'S",
                                    "'ll",
                                    "'RE",
                                    "'ve",
                                    "'x",
                                    "'",
                                    "''",
                                    "'l",
                                    "'\xC5\xBF",
                                    "a",
                                    "b",
                                    "the",
                                    "Hello",
                                    "WORLD",
                                    "aB",
                                    "ABc",
                                    "0",
                                    "12",
                                    "345",
                                    "6789",
                                    "/",
                                    "//",
                                    "\n/",
                                    "!\n",
                                    "!\n\n",
                                    "!",
                                    "(",
                                    "((",
                                    "{\n",
                                    "}",
                                    ";\n  ",
                                    "_",
                                    "-",
                                    "\x7F",
                                    "\xC3\xA9",
                                    "\xCC\x81",
                                    "\xE4\xB8\xAD",
                                    "\xF0\x9F\x98\x80",
                                    "\xC2\xA0",
                                    "\xE3\x80\x80",
                                    "\xC2\x85",
                                    "\xE2\x80\xA8",
                                    "\xD0\x96",
                                    "\xD0\xB6",
                                    "\xE2\x80\x99s",
                                    "\xD9\xA3",
                                    "\xC2\xBD",
                                    "\xFF",
                                    "\xE4\xB8",
                                    "internationalisation",
                                    "don't",
                                    " I'll",
                                    "x's",
                                    "it'S",
                                    "can't've",
                                    "AZ",
                                    "az",
                                    "09",
                                    "@[",
                                    "`{",
                                    "/:",
                                    "\b\x0E"};

static uint32_t seed = 20261122;

static uint32_t draw(uint32_t below) {
  seed = seed * 1664525 + 1013904223;
  return (uint32_t)((uint64_t)seed * below >> 32);
}

static size_t make_text(uint8_t *text, size_t room) {
  uint32_t count = draw(draw(4) == 0 ? 200 : 24) + 1;
  bool ascii = draw(2) == 0;
  size_t length = 0;
  const char *atom;

  while (count-- > 0) {
    if (draw(12) == 0) {
      atom = ""; /* one byte of ASCII, NUL too, below */
    } else {
      atom = atoms[draw(sizeof atoms / sizeof atoms[0])];
    }
    if (ascii && (uint8_t)atom[0] >= 0x80) {
      continue;
    }
    if (length + strlen(atom) + 1 > room) {
      break;
    }
    if (atom[0] == '\0') {
      text[length++] = (uint8_t)draw(128);
    }
    memcpy(text + length, atom, strlen(atom));
    length += strlen(atom);
  }
  return length;
}

static int failures;

static void expect(const ftext_count_variant *loop,
                   const ftext_encoding *encoding, ftext_memo *memo,
                   ftext_text text, uint64_t limit) {
  uint64_t count;
  uint64_t counted;
  size_t i;

  ftext_token_count(encoding, text, limit, &count);
  loop->loop(encoding, memo, text, limit, &counted);
  if (count == counted) {
    return;
  }
  printf("%s, %s: %llu tokens, not %llu:", loop->name,
         ftext_encoding_name(encoding), (unsigned long long)counted,
         (unsigned long long)count);
  for (i = 0; i < text.length; i++) {
    printf(" %02x", text.bytes[i]);
  }
  printf("\n");
  failures++;
}

/* Around a broken byte, as many pieces as there are bytes. */
static size_t make_dense_text(uint8_t *text, size_t room) {
  size_t i;

  for (i = 0; i < room; i++) {
    text[i] = i % 2 == 0 ? '1' : 'a';
  }
  text[0] = 0xFF;
  return room;
}

/* How many texts were compared. */
static long compare(const ftext_count_variant *loop, long texts) {
  uint8_t text[2048];
  ftext_memo memos[FTEXT_MEMOS];
  size_t used = 0;
  const ftext_encoding *encoding;
  size_t length;
  long done = 0;
  size_t i;

  memset(memos, 0, sizeof memos);
  for (i = 0; i < FTEXT_MEMOS; i++) {
    memos[i].used = &used;
  }
  for (; done < texts && failures < 10; done++) {
    length = done + 1 == texts ? make_dense_text(text, sizeof text)
                               : make_text(text, sizeof text);
    for (i = 0; (encoding = ftext_encoding_at(i)) != NULL; i++) {
      ftext_memo *memo = &memos[encoding->memo];

      if (!ftext_memo_ready(memo, draw(1 << 22))) {
        abort();
      }
      expect(loop, encoding, memo, (ftext_text){text, length}, UINT64_MAX - 1);
      expect(loop, encoding, memo, (ftext_text){text, length}, draw(40));
    }
  }
  for (i = 0; i < FTEXT_MEMOS; i++) {
    ftext_memo_free(&memos[i]);
  }
  return done;
}

/* Whether ftext_debug() names the first variant that runs. */
static bool is_named(void) {
  const ftext_count_variant *variant;
  const char *name = ftext_processor_variant();
  size_t i = 0;

  do {
    variant = ftext_count_variant_at(i++);
  } while (!variant->runs());
  printf("what runs here is %s\n", variant->name);
  return strcmp(variant->name, name) == 0;
}

/* However large one memo of a connection has grown, the others have room to
** begin, and a long text does not make them exceed what is allowed. */
static bool leaves_room(void) {
  static ftext_memo memos[FTEXT_MEMOS];
  size_t used = FTEXT_MEMO_MOST - FTEXT_MEMO_KEPT;
  bool ready = true;
  size_t i;

  for (i = 0; i < FTEXT_MEMOS; i++) {
    memos[i].used = &used;
    ready = ready && ftext_memo_ready(&memos[i], 64 << 20) &&
            used <= FTEXT_MEMO_MOST;
  }
  for (i = 0; i < FTEXT_MEMOS; i++) {
    ftext_memo_free(&memos[i]);
  }
  ready = ready && used == FTEXT_MEMO_MOST - FTEXT_MEMO_KEPT;
  if (!ready) {
    printf("memos do not have room\n");
  }
  return ready;
}

int main(int argc, char **argv) {
  long texts = argc > 1 ? strtol(argv[1], NULL, 10) : 20000;
  const ftext_count_variant *variant;
  size_t i;

  for (i = 0; (variant = ftext_count_variant_at(i)) != NULL; i++) {
    if (variant->runs()) {
      printf("%s: %ld texts\n", variant->name, compare(variant, texts));
    } else {
      printf("%s does not run here: not compared\n", variant->name);
    }
  }
  return !is_named() || !leaves_room() || failures > 0 || texts <= 0;
}
