#include "check/near.h"

#include "text/normalize.h"

#include <stdlib.h>

/* A part's work is in bytes whose shingles are sorted; looking at a minhash
** is as much as some of them. */
enum {
  MOST_COMPARED = 32,
  MOST_EXACTLY = 32,
  PART_WORK = 1 << 16,
  LOOK_WORK = 16
};

void ftext_near_init(ftext_near *near) {
  *near = (ftext_near){0};
  ftext_buffer_init(&near->text, SIZE_MAX);
}

void ftext_near_free(ftext_near *near) {
  ftext_buffer_free(&near->text);
  ftext_release(near->prompts);
  ftext_release(near->buckets);
  ftext_release(near->sorted);
  ftext_shingle_set_free(&near->own);
  ftext_near_init(near);
}

static ftext_status grow(ftext_near *near) {
  void *prompts = near->prompts;
  void *buckets = near->buckets;
  ftext_status status = ftext_grow(&prompts, &near->capacity, near->count + 1,
                                   sizeof near->prompts[0]);

  near->prompts = prompts;
  if (status == FTEXT_OK) {
    status = ftext_grow(&buckets, &near->bucket_capacity,
                        (near->count + 1) * FTEXT_BANDS_DEFAULT,
                        sizeof near->buckets[0]);
    near->buckets = buckets;
  }
  return status;
}

ftext_status ftext_near_add(ftext_near *near, ftext_text prompt,
                            uint64_t splits, int64_t rows,
                            const ftext_examples *first) {
  uint8_t minhash[FTEXT_MINHASH_SIZE];
  ftext_near_prompt entry = {.splits = splits, .rows = rows};
  ftext_status status = grow(near);
  int band;
  size_t i;

  if (status != FTEXT_OK) {
    return status;
  }
  entry.id_start = near->text.length;
  ftext_buffer_append(&near->text, first->json.bytes, first->json.length);
  entry.start = near->text.length;
  entry.id_length = entry.start - entry.id_start;
  if (first->json.status != FTEXT_OK) {
    return first->json.status;
  }
  status = ftext_normalize(&near->text, prompt, FTEXT_STEPS_DEFAULT);
  if (status != FTEXT_OK) {
    return status;
  }
  entry.length = near->text.length - entry.start;
  if (entry.length == 0) {
    return FTEXT_OK;
  }
  ftext_minhash(minhash,
                (ftext_text){near->text.bytes + entry.start, entry.length});
  for (i = 0; i < FTEXT_MINHASH_COUNT; i++) {
    entry.sketch[i] = minhash[4 * i];
  }
  for (band = 0; band < FTEXT_BANDS_DEFAULT; band++) {
    near->buckets[near->count * FTEXT_BANDS_DEFAULT + (size_t)band] =
        ftext_minhash_bucket(minhash, band, FTEXT_BANDS_DEFAULT);
  }
  near->prompts[near->count++] = entry;
  return FTEXT_OK;
}

/* Whether the minhashes allow that similarity.  They agree in so many places,
** of 128, give or take three standard deviations. */
static bool may_resemble(const ftext_near_prompt *a, const ftext_near_prompt *b,
                         double similarity) {
  double expected = similarity * FTEXT_MINHASH_COUNT;
  double missing;
  int same = 0;
  int i;

  for (i = 0; i < FTEXT_MINHASH_COUNT; i++) {
    same += a->sketch[i] == b->sketch[i];
  }
  missing = expected - same;
  return missing <= 0 || missing * missing <= 9 * expected * (1 - similarity);
}

static int by_bucket(const void *a, const void *b) {
  const ftext_near_bucket *left = a;
  const ftext_near_bucket *right = b;

  if (left->bucket != right->bucket) {
    return left->bucket < right->bucket ? -1 : 1;
  }
  if (left->splits != right->splits) {
    return left->splits < right->splits ? -1 : 1;
  }
  return (left->prompt > right->prompt) - (left->prompt < right->prompt);
}

static ftext_status set_of(const ftext_near *near,
                           const ftext_near_prompt *prompt,
                           ftext_shingle_set *set) {
  return ftext_shingle_set_of(
      set, (ftext_text){near->text.bytes + prompt->start, prompt->length});
}

/* Compares two prompts exactly. */
static ftext_status compare_two(ftext_near *near, double least,
                                ftext_near_prompt *prompt,
                                ftext_near_prompt *other) {
  ftext_status status = FTEXT_OK;
  ftext_shingle_set set;
  double similarity;

  if (near->own.shingles == NULL) {
    status = set_of(near, prompt, &near->own);
  }
  if (status == FTEXT_OK) {
    status = set_of(near, other, &set);
  }
  if (status != FTEXT_OK) {
    return status;
  }
  similarity = ftext_shingle_similarity(&near->own, &set);
  ftext_shingle_set_free(&set);
  if (similarity >= least) {
    near->closest = similarity > near->closest ? similarity : near->closest;
    prompt->found = true;
    other->found = true;
  }
  return FTEXT_OK;
}

/* Prompts of no split resemble none of another one. */
static ftext_status sort_band(ftext_near *near) {
  size_t i;

  if (near->sorted == NULL) {
    near->sorted = ftext_resize(NULL, near->count * sizeof near->sorted[0]);
  }
  if (near->sorted == NULL) {
    return FTEXT_NO_MEMORY;
  }
  near->sorted_count = 0;
  for (i = 0; i < near->count; i++) {
    if (near->prompts[i].splits != 0) {
      near->sorted[near->sorted_count++] = (ftext_near_bucket){
          near->buckets[i * FTEXT_BANDS_DEFAULT + (size_t)near->band],
          near->prompts[i].splits, (uint32_t)i};
    }
  }
  qsort(near->sorted, near->sorted_count, sizeof near->sorted[0], by_bucket);
  near->band++;
  near->end = 0;
  return FTEXT_OK;
}

static bool is_one_split(uint64_t splits) {
  return (splits & (splits - 1)) == 0;
}

/* Goes to the next bucket of the band with something to compare; false where
** there is none. */
static bool next_bucket(ftext_near *near) {
  const ftext_near_bucket *sorted = near->sorted;
  bool mixed = false;

  while (!mixed && near->end < near->sorted_count) {
    near->start = near->end++;
    while (near->end < near->sorted_count &&
           sorted[near->end].bucket == sorted[near->start].bucket) {
      near->end++;
    }
    mixed = near->end - near->start > 1 &&
            (sorted[near->start].splits != sorted[near->end - 1].splits ||
             !is_one_split(sorted[near->start].splits));
  }
  return mixed;
}

/* Begins to compare the prompt at `at`: with all that are not in the same
** split alone, which stand together. */
static void begin_one(ftext_near *near, size_t at) {
  const uint64_t splits = near->sorted[at].splits;

  near->at = at;
  near->other = near->start;
  near->compared = 0;
  ftext_shingle_set_free(&near->own);
  if (at < near->same_end) {
    return;
  }
  near->same_start = at;
  near->same_end = at + 1;
  while (is_one_split(splits) && near->same_end < near->end &&
         near->sorted[near->same_end].splits == splits) {
    near->same_end++;
  }
}

/* The next to compare: of this bucket, or of the next one, or band. */
static ftext_status next_one(ftext_near *near, bool *more) {
  ftext_status status = FTEXT_OK;

  if (near->at + 1 < near->end) {
    begin_one(near, near->at + 1);
    return FTEXT_OK;
  }
  while (status == FTEXT_OK && !next_bucket(near)) {
    if (near->band == FTEXT_BANDS_DEFAULT || near->count == 0) {
      *more = false;
      return FTEXT_OK;
    }
    status = sort_band(near);
  }
  if (status == FTEXT_OK) {
    near->same_end = 0;
    begin_one(near, near->start);
  }
  return status;
}

/* Compares the one with the next other; returns the work. */
static ftext_status compare_next(ftext_near *near, double least, size_t *work) {
  ftext_near_prompt *prompt = &near->prompts[near->sorted[near->at].prompt];
  ftext_near_prompt *other = &near->prompts[near->sorted[near->other++].prompt];

  near->compared++;
  *work += LOOK_WORK;
  if (!may_resemble(prompt, other, least)) {
    return FTEXT_OK;
  }
  *work += other->length + (near->own.shingles == NULL ? prompt->length : 0);
  prompt->compared++;
  return compare_two(near, least, prompt, other);
}

/* Whether the one has an other to be compared with. */
static bool has_other(ftext_near *near) {
  const ftext_near_prompt *prompt;

  if (near->at >= near->end) {
    return false;
  }
  prompt = &near->prompts[near->sorted[near->at].prompt];
  if (near->other == near->same_start) {
    near->other = near->same_end;
  }
  return near->other < near->end && !prompt->found &&
         near->compared < MOST_COMPARED && prompt->compared < MOST_EXACTLY;
}

ftext_status ftext_near_compare(ftext_near *near, double similarity,
                                bool *more) {
  ftext_status status = FTEXT_OK;
  size_t work = 0;

  *more = true;
  while (*more && status == FTEXT_OK && work < PART_WORK) {
    if (has_other(near)) {
      status = compare_next(near, similarity, &work);
    } else {
      status = next_one(near, more);
      work++;
    }
  }
  return status;
}
