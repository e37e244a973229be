#include "text/components.h"

#include "base/json.h"

#include <string.h>

enum { LEAST_SLOTS = 64 };

void ftext_components_init(ftext_components *all, uint64_t seed) {
  *all = (ftext_components){.seed = seed};
  ftext_buffer_init(&all->names, SIZE_MAX);
}

void ftext_components_free(ftext_components *all) {
  ftext_release(all->ids);
  ftext_release(all->slots);
  ftext_buffer_free(&all->names);
  ftext_components_init(all, all->seed);
}

static ftext_text name_of(const ftext_components *all, size_t id) {
  if (all->ids[id].length == 0) {
    return ftext_text_of(""); /* there may be no names at all yet */
  }
  return (ftext_text){all->names.bytes + all->ids[id].start,
                      all->ids[id].length};
}

static uint64_t hash_of(const ftext_components *all, ftext_text name) {
  uint64_t hash = all->seed;
  size_t i;

  for (i = 0; i < name.length; i++) {
    hash = (hash ^ name.bytes[i]) * 0xBF58476D1CE4E5B9u;
    hash ^= hash >> 29;
  }
  return hash;
}

/* Where the name stands in the table, or the free slot where it would. */
static size_t slot_of(const ftext_components *all, ftext_text name,
                      uint64_t hash) {
  size_t slot = (size_t)hash & (all->slot_count - 1);

  while (all->slots[slot] != 0) {
    size_t id = all->slots[slot] - 1;

    if (all->ids[id].hash == hash && ftext_text_equal(name_of(all, id), name)) {
      break;
    }
    slot = (slot + 1) & (all->slot_count - 1);
  }
  return slot;
}

/* Keeps at least half of the slots free. */
static ftext_status make_slots(ftext_components *all) {
  size_t wanted = all->slot_count == 0 ? LEAST_SLOTS : 2 * all->slot_count;
  size_t *slots;
  size_t slot;
  size_t id;

  if (2 * (all->count + 1) <= all->slot_count) {
    return FTEXT_OK;
  }
  slots = ftext_resize(all->slots, wanted * sizeof *slots);
  if (slots == NULL) {
    return FTEXT_NO_MEMORY;
  }
  memset(slots, 0, wanted * sizeof *slots);
  all->slots = slots;
  all->slot_count = wanted;
  for (id = 0; id < all->count; id++) {
    slot = (size_t)all->ids[id].hash & (wanted - 1);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (wanted - 1);
    }
    slots[slot] = id + 1;
  }
  return FTEXT_OK;
}

ftext_status ftext_components_add_text(ftext_components *all, ftext_text text,
                                       size_t *id) {
  uint64_t hash = hash_of(all, text);
  void *array = all->ids;
  ftext_status status = make_slots(all);
  size_t slot;

  if (status != FTEXT_OK) {
    return status;
  }
  slot = slot_of(all, text, hash);
  if (all->slots[slot] != 0) {
    *id = all->slots[slot] - 1;
    return FTEXT_OK;
  }
  status = ftext_grow(&array, &all->capacity, all->count + 1, sizeof *all->ids);
  all->ids = array;
  ftext_buffer_append(&all->names, text.bytes, text.length);
  if (status != FTEXT_OK || all->names.status != FTEXT_OK) {
    return FTEXT_NO_MEMORY;
  }
  *id = all->count++;
  all->slots[slot] = all->count;
  all->ids[*id] = (ftext_component_id){.start = all->names.length - text.length,
                                       .length = text.length,
                                       .parent = *id,
                                       .hash = hash};
  return FTEXT_OK;
}

ftext_status ftext_components_add_integer(ftext_components *all,
                                          int64_t integer, size_t *id) {
  uint8_t digits[24];
  ftext_buffer name = {
      .bytes = digits, .capacity = sizeof digits, .limit = sizeof digits};
  ftext_status status;

  ftext_buffer_append_integer(&name, integer);
  status =
      ftext_components_add_text(all, (ftext_text){digits, name.length}, id);
  if (status == FTEXT_OK) {
    all->ids[*id].is_integer = true;
    all->ids[*id].integer = integer;
  }
  return status;
}

/* Halves the path on the way, which keeps all paths short. */
static size_t root_of(ftext_components *all, size_t id) {
  ftext_component_id *ids = all->ids;

  while (ids[id].parent != id) {
    ids[id].parent = ids[ids[id].parent].parent;
    id = ids[id].parent;
  }
  return id;
}

/* The older id becomes the root.  Halving alone bounds the cost of m joins
** of n ids by m log n, whatever becomes the root. */
void ftext_components_join(ftext_components *all, size_t a, size_t b) {
  size_t root_a = root_of(all, a);
  size_t root_b = root_of(all, b);

  if (root_a < root_b) {
    all->ids[root_b].parent = root_a;
  } else {
    all->ids[root_a].parent = root_b;
  }
}

static bool is_before(const ftext_components *all, size_t a, size_t b) {
  const ftext_component_id *left = &all->ids[a];
  const ftext_component_id *right = &all->ids[b];

  if (left->is_integer != right->is_integer) {
    return left->is_integer;
  }
  if (left->is_integer) {
    return left->integer < right->integer;
  }
  return ftext_text_compare(name_of(all, a), name_of(all, b)) < 0;
}

/* Lets the item at `at` sink to its place in a heap, the last id on top. */
static void sink(const ftext_components *all, size_t *heap, size_t at,
                 size_t count) {
  size_t item = heap[at];
  size_t child;

  while ((child = 2 * at + 1) < count) {
    if (child + 1 < count && is_before(all, heap[child], heap[child + 1])) {
      child++;
    }
    if (!is_before(all, item, heap[child])) {
      break;
    }
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = item;
}

/* The ids in order, or NULL without memory. */
static size_t *sorted_ids(const ftext_components *all) {
  size_t *order = ftext_resize(NULL, all->count * sizeof *order);
  size_t first;
  size_t i;

  if (order == NULL) {
    return NULL;
  }
  for (i = 0; i < all->count; i++) {
    order[i] = i;
  }
  for (i = all->count / 2; i > 0; i--) {
    sink(all, order, i - 1, all->count);
  }
  for (i = all->count; i > 1; i--) {
    first = order[0];
    order[0] = order[i - 1];
    order[i - 1] = first;
    sink(all, order, 0, i - 1);
  }
  return order;
}

static void write_id(const ftext_components *all, size_t id,
                     ftext_buffer *out) {
  ftext_text name = name_of(all, id);

  if (all->ids[id].is_integer) {
    ftext_buffer_append(out, name.bytes, name.length);
  } else {
    ftext_json_write(out, name.bytes, name.length);
  }
}

/* In the order of the ids, the first of a component that comes along is its
** smallest: `smallest` holds it, plus 1, for each root. */
static void write_members(ftext_components *all, const size_t *order,
                          size_t *smallest, ftext_buffer *out) {
  ftext_text name;
  size_t root;
  size_t i;

  for (i = 0; i < all->count && out->status == FTEXT_OK; i++) {
    root = root_of(all, order[i]);
    if (smallest[root] == 0) {
      smallest[root] = order[i] + 1;
    }
    ftext_buffer_append_string(out, i > 0 ? "," : "");
    name = name_of(all, order[i]);
    ftext_json_write(out, name.bytes, name.length);
    ftext_buffer_append_byte(out, ':');
    write_id(all, smallest[root] - 1, out);
  }
}

void ftext_components_write(ftext_components *all, ftext_buffer *out) {
  size_t *order = NULL;
  size_t *smallest = NULL;

  ftext_buffer_append_byte(out, '{');
  if (all->count > 0) {
    order = sorted_ids(all);
    smallest = ftext_resize(NULL, all->count * sizeof *smallest);
    if (order == NULL || smallest == NULL) {
      out->status = FTEXT_NO_MEMORY;
    } else {
      memset(smallest, 0, all->count * sizeof *smallest);
      write_members(all, order, smallest, out);
    }
  }
  ftext_buffer_append_byte(out, '}');
  ftext_release(order);
  ftext_release(smallest);
}
