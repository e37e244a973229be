/*
** SHA-256 (FIPS 180-4).
**
** Feed bytes in as many calls as you like, then take the 32 bytes.  No
** allocation, no failure.
*/
#ifndef FTEXT_BASE_SHA256_H
#define FTEXT_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum { FTEXT_SHA256_SIZE = 32 };

typedef struct ftext_sha256 {
  uint32_t state[8];
  uint64_t length; /* bytes fed so far */
  uint8_t block[64];
} ftext_sha256;

void ftext_sha256_init(ftext_sha256 *hash);
void ftext_sha256_update(ftext_sha256 *hash, const void *bytes, size_t length);
void ftext_sha256_final(ftext_sha256 *hash, uint8_t digest[FTEXT_SHA256_SIZE]);

#endif
