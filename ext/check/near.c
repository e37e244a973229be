#include "check/near.h"

#include "text/normalize.h"
#include "text/shingle.h"

#include <stdlib.h>

enum { MOST_COMPARED = 32, MOST_EXACTLY = 32 };

void ftext_near_init(ftext_near *near) {
  *near = (ftext_near){0};
  ftext_buffer_init(&near->text, SIZE_MAX);
}

void ftext_near_free(ftext_near *near) {
  ftext_buffer_free(&near->text);
  ftext_release(near->prompts);
  ftext_release(near->buckets);
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
                        near->bucket_count + FTEXT_BANDS_DEFAULT,
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
    near->buckets[near->bucket_count++] = (ftext_near_bucket){
        ftext_minhash_bucket(minhash, band, FTEXT_BANDS_DEFAULT),
        (uint32_t)near->count};
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
  return (left->prompt > right->prompt) - (left->prompt < right->prompt);
}

/* Whether some row of one is in another split than some row of the other. */
static bool apart(const ftext_near_prompt *a, const ftext_near_prompt *b) {
  uint64_t both = a->splits | b->splits;

  return a->splits != 0 && b->splits != 0 && (both & (both - 1)) != 0;
}

static ftext_status set_of(const ftext_near *near,
                           const ftext_near_prompt *prompt,
                           ftext_shingle_set *set) {
  return ftext_shingle_set_of(
      set, (ftext_text){near->text.bytes + prompt->start, prompt->length});
}

/* Compares two prompts exactly.  `own` is the set of the first, which is made
** when it is first needed. */
static ftext_status compare_two(ftext_near *near, double least,
                                ftext_near_prompt *prompt,
                                ftext_near_prompt *other,
                                ftext_shingle_set *own) {
  ftext_status status = FTEXT_OK;
  ftext_shingle_set set;
  double similarity;

  if (own->shingles == NULL) {
    status = set_of(near, prompt, own);
  }
  if (status == FTEXT_OK) {
    status = set_of(near, other, &set);
  }
  if (status != FTEXT_OK) {
    return status;
  }
  similarity = ftext_shingle_similarity(own, &set);
  ftext_shingle_set_free(&set);
  if (similarity >= least) {
    near->closest = similarity > near->closest ? similarity : near->closest;
    prompt->found = true;
    other->found = true;
  }
  return FTEXT_OK;
}

/* Compares the bucket's prompt at `at` with those around it. */
static ftext_status compare_one(ftext_near *near, double least, size_t start,
                                size_t end, size_t at) {
  ftext_near_prompt *prompt = &near->prompts[near->buckets[at].prompt];
  ftext_shingle_set own = {0};
  ftext_status status = FTEXT_OK;
  int compared = 0;
  size_t i;

  for (i = start; i < end && status == FTEXT_OK && !prompt->found &&
                  compared < MOST_COMPARED && prompt->compared < MOST_EXACTLY;
       i++) {
    ftext_near_prompt *other = &near->prompts[near->buckets[i].prompt];

    if (other != prompt && apart(prompt, other)) {
      compared++;
      if (may_resemble(prompt, other, least)) {
        prompt->compared++;
        status = compare_two(near, least, prompt, other, &own);
      }
    }
  }
  ftext_shingle_set_free(&own);
  return status;
}

/* A bucket whose prompts are all in one split has nothing to compare. */
static bool is_mixed(const ftext_near *near, size_t start, size_t end) {
  uint64_t splits = 0;
  size_t i;

  for (i = start; i < end; i++) {
    splits |= near->prompts[near->buckets[i].prompt].splits;
  }
  return end - start > 1 && (splits & (splits - 1)) != 0;
}

ftext_status ftext_near_compare(ftext_near *near, double similarity) {
  ftext_status status = FTEXT_OK;
  size_t start;
  size_t end;
  size_t at;
  bool mixed;

  if (near->bucket_count > 0) {
    qsort(near->buckets, near->bucket_count, sizeof near->buckets[0],
          by_bucket);
  }
  for (start = 0; start < near->bucket_count; start = end) {
    end = start + 1;
    while (end < near->bucket_count &&
           near->buckets[end].bucket == near->buckets[start].bucket) {
      end++;
    }
    mixed = is_mixed(near, start, end);
    for (at = start; mixed && at < end && status == FTEXT_OK; at++) {
      if (!near->prompts[near->buckets[at].prompt].found) {
        status = compare_one(near, similarity, start, end, at);
      }
    }
  }
  return status;
}
