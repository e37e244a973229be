#include "base/names.h"

#include "base/sha256.h"

#include <string.h>

struct ftext_name {
  uint64_t hash;
  size_t start; /* in the buffer */
  size_t length;
};

static uint64_t hash_of(ftext_text text) {
  ftext_sha256 state;
  uint8_t digest[FTEXT_SHA256_SIZE];
  uint64_t hash;

  ftext_sha256_init(&state);
  ftext_sha256_update(&state, text.bytes, text.length);
  ftext_sha256_final(&state, digest);
  memcpy(&hash, digest, sizeof hash);
  return hash;
}

/* The slot that has the text, or the free one where it would go. */
static size_t slot_of(const ftext_names *names, ftext_text text,
                      uint64_t hash) {
  size_t slot = (size_t)hash & (names->slot_count - 1);

  while (names->slots[slot] != 0) {
    uint32_t number = names->slots[slot] - 1;

    if (names->names[number].hash == hash &&
        ftext_text_equal(ftext_names_at(names, number), text)) {
      break;
    }
    slot = (slot + 1) & (names->slot_count - 1);
  }
  return slot;
}

static ftext_status more_slots(ftext_names *names) {
  size_t count = names->slot_count == 0 ? 64 : names->slot_count * 2;
  uint32_t *slots;
  uint32_t i;

  if (count > SIZE_MAX / sizeof *slots) {
    return FTEXT_NO_MEMORY;
  }
  slots = ftext_resize(NULL, count * sizeof *slots);
  if (slots == NULL) {
    return FTEXT_NO_MEMORY;
  }
  memset(slots, 0, count * sizeof *slots);
  for (i = 0; i < names->count; i++) {
    size_t slot = (size_t)names->names[i].hash & (count - 1);

    while (slots[slot] != 0) {
      slot = (slot + 1) & (count - 1);
    }
    slots[slot] = i + 1;
  }
  ftext_release(names->slots);
  names->slots = slots;
  names->slot_count = count;
  return FTEXT_OK;
}

static ftext_status make_room(ftext_names *names) {
  ftext_status status = FTEXT_OK;

  if (names->count >= UINT32_MAX - 1) {
    return FTEXT_NO_MEMORY;
  }
  if (((size_t)names->count + 1) * 2 > names->slot_count) {
    status = more_slots(names);
  }
  if (status != FTEXT_OK) {
    return status;
  }
  return ftext_grow((void **)&names->names, &names->capacity,
                    (size_t)names->count + 1, sizeof *names->names);
}

ftext_status ftext_names_add(ftext_names *names, ftext_text text,
                             uint32_t *number, bool *is_new) {
  ftext_status status = make_room(names);
  uint64_t hash = hash_of(text);
  size_t slot;

  if (status != FTEXT_OK) {
    return status;
  }
  slot = slot_of(names, text, hash);
  *is_new = names->slots[slot] == 0;
  if (*is_new) {
    if (names->count == 0) {
      ftext_buffer_init(&names->bytes, SIZE_MAX);
    }
    names->names[names->count] =
        (ftext_name){hash, names->bytes.length, text.length};
    ftext_buffer_append(&names->bytes, text.bytes, text.length);
    if (names->bytes.status != FTEXT_OK) {
      return names->bytes.status;
    }
    names->slots[slot] = ++names->count;
  }
  *number = names->slots[slot] - 1;
  return FTEXT_OK;
}

bool ftext_names_find(const ftext_names *names, ftext_text text,
                      uint32_t *number) {
  size_t slot;

  if (names->count == 0) {
    return false;
  }
  slot = slot_of(names, text, hash_of(text));
  if (names->slots[slot] == 0) {
    return false;
  }
  *number = names->slots[slot] - 1;
  return true;
}

ftext_text ftext_names_at(const ftext_names *names, uint32_t number) {
  const ftext_name *name = &names->names[number];

  if (name->length == 0) {
    return ftext_text_of("");
  }
  return (ftext_text){names->bytes.bytes + name->start, name->length};
}

void ftext_names_free(ftext_names *names) {
  ftext_buffer_free(&names->bytes);
  ftext_release(names->names);
  ftext_release(names->slots);
  memset(names, 0, sizeof *names);
}
