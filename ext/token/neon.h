/*
** What the tables of words and pairs share where the loop is compiled for
** NEON; elsewhere there is nothing here.
*/
#ifndef FTEXT_TOKEN_NEON_H
#define FTEXT_TOKEN_NEON_H

#ifdef FTEXT_NEON
#include <arm_neon.h>

/* What is left of the most similar of a line's eight entries where `wanted`
** is taken out of it, both as one number: the smallest exclusive or, at most
** UINT32_MAX. */
static inline uint32_t ftext_neon_least(const uint64_t entry[8],
                                        uint64_t wanted) {
  uint64x2_t pair = vdupq_n_u64(wanted);
  uint32x4_t first =
      vqmovn_high_u64(vqmovn_u64(veorq_u64(vld1q_u64(entry), pair)),
                      veorq_u64(vld1q_u64(entry + 2), pair));
  uint32x4_t second =
      vqmovn_high_u64(vqmovn_u64(veorq_u64(vld1q_u64(entry + 4), pair)),
                      veorq_u64(vld1q_u64(entry + 6), pair));

  return vminvq_u32(vminq_u32(first, second));
}

#endif

#endif
