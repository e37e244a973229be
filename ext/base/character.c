#include "base/character.h"

#include "base/utf8.h"

ftext_character_class ftext_character_class_of(uint32_t character) {
  const ftext_character_table *table = &ftext_image_characters;

  if (character >= 0x110000) {
    return FTEXT_OTHER;
  }
  return table->classes[table->block[character / FTEXT_CHARACTER_BLOCK]]
                       [character % FTEXT_CHARACTER_BLOCK];
}

ftext_character_class ftext_character_class_rare(const uint8_t *text,
                                                 size_t length, size_t *size) {
  uint32_t character;
  int read = ftext_utf8_read(text, length, &character);

  if (read < 0) {
    *size = (size_t)-read;
    return FTEXT_BROKEN;
  }
  *size = (size_t)read;
  return ftext_character_class_of(character);
}
