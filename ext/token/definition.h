/*
** What an encoding is made of; for family token's own files.
**
** Special tokens are no part of ordinary text.  They matter in two places
** only: encoding with specials allowed, and decoding.
*/
#ifndef FTEXT_TOKEN_DEFINITION_H
#define FTEXT_TOKEN_DEFINITION_H

#include "token/encoding.h"
#include "token/piece.h"
#include "token/vocabulary.h"

typedef struct ftext_special {
  const char *text;
  uint32_t id;
} ftext_special;

enum { FTEXT_MEMOS = 4 };

struct ftext_encoding {
  const char *name;
  size_t name_length;
  const ftext_image *image;
  uint32_t limit; /* ids of ordinary tokens are below it */
  uint32_t size;  /* the largest id plus one */
  ftext_matcher *matcher;
  const char *pattern;
  const ftext_special *specials;
  size_t special_count;
  unsigned memo; /* encodings of one number count every text alike, */
                 /* below FTEXT_MEMOS */
  bool reserved; /* has o200k_harmony's reserved tokens too */
};

ftext_vocabulary ftext_encoding_vocabulary(const ftext_encoding *encoding);

/* The special token with this id: its text with a zero byte, and its length;
** 0 where the id is none. */
enum { FTEXT_SPECIAL_SIZE = 24 };
size_t ftext_special_name(const ftext_encoding *encoding, uint32_t id,
                          char out[FTEXT_SPECIAL_SIZE]);

/* How long the special token's text at the start of the text is, 0 where
** there is none; and its id. */
size_t ftext_special_at(const ftext_encoding *encoding, ftext_text text,
                        uint32_t *id);

#endif
