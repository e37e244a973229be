/*
** What kind of character it is, by Unicode 16.0.
**
** Pinned to that version because the reference tokenizer is, whatever
** version the system's libraries have: ext/vocabulary/unicode-16.0.0.txt is
** the source, compiled at build time into two read-only tables.
*/
#ifndef FTEXT_BASE_CHARACTER_H
#define FTEXT_BASE_CHARACTER_H

#include <stddef.h>
#include <stdint.h>

typedef enum ftext_character_class {
  FTEXT_OTHER = 0,   /* punctuation, symbols, controls, unassigned */
  FTEXT_SPACE = 1,   /* White_Space but CR and LF */
  FTEXT_NEWLINE = 2, /* CR and LF */
  FTEXT_NUMBER = 3,  /* Nd, Nl, No */
  FTEXT_UPPER = 4,   /* Lu, Lt */
  FTEXT_LOWER = 5,   /* Ll */
  FTEXT_LETTER = 6,  /* Lm, Lo: letters without case */
  FTEXT_MARK = 7,    /* Mn, Mc, Me */
  FTEXT_BROKEN = 8   /* not a character: broken UTF-8 */
} ftext_character_class;

enum {
  FTEXT_CHARACTER_BLOCK = 64, /* as many as one last UTF-8 byte tells apart */
  FTEXT_CHARACTER_BLOCKS = 0x110000 / FTEXT_CHARACTER_BLOCK
};

/* `block` gives for each 64 characters a row of `classes`. */
typedef struct ftext_character_table {
  uint16_t block[FTEXT_CHARACTER_BLOCKS];
  uint8_t classes[][FTEXT_CHARACTER_BLOCK];
} ftext_character_table;

extern const ftext_character_table ftext_image_characters;

/* The class of a character; above U+10FFFF it is FTEXT_OTHER. */
ftext_character_class ftext_character_class_of(uint32_t character);

/* As ftext_character_class_at(), for any character: that function decides
** the common ones of two and three bytes in place. */
ftext_character_class ftext_character_class_rare(const uint8_t *text,
                                                 size_t length, size_t *size);

/* The class of the character at `text`, of which `length` > 0 bytes are
** left, and in *size its bytes.  FTEXT_BROKEN for a broken sequence. */
static inline ftext_character_class
ftext_character_class_at(const uint8_t *text, size_t length, size_t *size) {
  const ftext_character_table *table = &ftext_image_characters;

  if (length >= 3 && text[0] >= 0xC2 && text[0] < 0xF0 &&
      (text[1] & 0xC0) == 0x80) {
    if (text[0] < 0xE0) {
      *size = 2;
      return table->classes[table->block[text[0] & 0x1F]][text[1] & 0x3F];
    }
    if ((text[2] & 0xC0) == 0x80 && (text[0] != 0xE0 || text[1] >= 0xA0) &&
        (text[0] != 0xED || text[1] < 0xA0)) {
      *size = 3;
      return table
          ->classes[table->block[(text[0] & 0xF) << 6 | (text[1] & 0x3F)]]
                   [text[2] & 0x3F];
    }
  }
  return ftext_character_class_rare(text, length, size);
}

#endif
