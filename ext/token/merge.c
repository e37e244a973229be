#include "token/merge.h"

/* Parts lie in a list over the positions of their first bytes.  A part that
** was merged into the one before it has rank GONE. */
typedef struct ftext_merge_part {
  uint32_t id;
  uint32_t rank; /* of the pair with the next part */
  uint32_t before;
  uint32_t next;
} ftext_merge_part;

#define LAST UINT32_MAX
#define GONE (FTEXT_NONE - 1)

/* The heap's keys order by rank, then from left to right.  A key is stale
** when the pair at its position has another rank by now. */
static uint64_t heap_key(uint32_t rank, uint32_t position) {
  return (uint64_t)rank << 32 | position;
}

static void sift_down(uint64_t *heap, size_t count, size_t at) {
  uint64_t key = heap[at];
  size_t child;

  while ((child = 2 * at + 1) < count) {
    if (child + 1 < count && heap[child + 1] < heap[child]) {
      child++;
    }
    if (heap[child] >= key) {
      break;
    }
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = key;
}

static void heap_add(uint64_t *heap, size_t *count, uint64_t key) {
  size_t at = (*count)++;

  while (at > 0 && heap[(at - 1) / 2] > key) {
    heap[at] = heap[(at - 1) / 2];
    at = (at - 1) / 2;
  }
  heap[at] = key;
}

static uint64_t heap_take(uint64_t *heap, size_t *count) {
  uint64_t lowest_key = heap[0];

  heap[0] = heap[--*count];
  sift_down(heap, *count, 0);
  return lowest_key;
}

/* Room for n parts, and for the keys: n - 1 at first, two for each merge. */
static ftext_status reserve(ftext_merge_scratch *scratch, size_t length) {
  void *parts = scratch->parts;
  void *heap = scratch->heap;
  void *ids = scratch->ids;
  ftext_status status;

  status = ftext_grow(&parts, &scratch->part_capacity, length,
                      sizeof *scratch->parts);
  scratch->parts = parts;
  if (status == FTEXT_OK) {
    status = ftext_grow(&heap, &scratch->heap_capacity, 3 * length,
                        sizeof *scratch->heap);
    scratch->heap = heap;
  }
  if (status == FTEXT_OK) {
    status =
        ftext_grow(&ids, &scratch->id_capacity, length, sizeof *scratch->ids);
    scratch->ids = ids;
  }
  return status;
}

/* The token of the two bytes at `text`, or FTEXT_NONE. */
static uint32_t joined(const ftext_vocabulary *words, const uint8_t *text) {
  uint32_t id = words->joined[text[0] << 8 | text[1]];

  return id < words->limit ? id : FTEXT_NONE;
}

static size_t begin(const ftext_vocabulary *words, const uint8_t *text,
                    size_t length, ftext_merge_scratch *scratch) {
  size_t count = 0;
  size_t i;

  for (i = 0; i < length; i++) {
    scratch->parts[i] = (ftext_merge_part){
        .id = words->byte[text[i]],
        .rank = i + 1 < length ? joined(words, text + i) : FTEXT_NONE,
        .before = (uint32_t)i - 1,
        .next = i + 1 < length ? (uint32_t)i + 1 : LAST,
    };
    if (scratch->parts[i].rank != FTEXT_NONE) {
      scratch->heap[count++] = heap_key(scratch->parts[i].rank, (uint32_t)i);
    }
  }
  for (i = count / 2; i-- > 0;) {
    sift_down(scratch->heap, count, i);
  }
  return count;
}

/* Looks up the pair that begins at `at` again. */
static void rank_again(const ftext_vocabulary *words,
                       ftext_merge_scratch *scratch, size_t *keys,
                       uint32_t at) {
  ftext_merge_part *part = &scratch->parts[at];

  part->rank = part->next == LAST
                   ? FTEXT_NONE
                   : ftext_vocabulary_merge(words, part->id,
                                            scratch->parts[part->next].id);
  if (part->rank != FTEXT_NONE) {
    heap_add(scratch->heap, keys, heap_key(part->rank, at));
  }
}

ftext_status ftext_merge_many(const ftext_vocabulary *words,
                              const uint8_t *text, size_t length,
                              ftext_merge_scratch *scratch, size_t *count) {
  ftext_status status = reserve(scratch, length);
  ftext_merge_part *parts = scratch->parts;
  uint64_t key;
  uint32_t at;
  uint32_t next;
  size_t keys;

  *count = 0;
  if (status != FTEXT_OK) {
    return status;
  }
  keys = begin(words, text, length, scratch);
  while (keys > 0) {
    key = heap_take(scratch->heap, &keys);
    at = (uint32_t)key;
    if (parts[at].rank != key >> 32) {
      continue;
    }
    next = parts[at].next;
    parts[at].id = parts[at].rank;
    parts[at].next = parts[next].next;
    parts[next].rank = GONE;
    if (parts[at].next != LAST) {
      parts[parts[at].next].before = at;
    }
    rank_again(words, scratch, &keys, at);
    if (at > 0) {
      rank_again(words, scratch, &keys, parts[at].before);
    }
  }
  for (at = 0; at != LAST; at = parts[at].next) {
    scratch->ids[(*count)++] = parts[at].id;
  }
  return FTEXT_OK;
}

void ftext_merge_scratch_free(ftext_merge_scratch *scratch) {
  ftext_release(scratch->parts);
  ftext_release(scratch->heap);
  ftext_release(scratch->ids);
  *scratch = (ftext_merge_scratch){0};
}
