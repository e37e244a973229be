#include "split/groups.h"

#include "base/json.h"
#include "split/repair.h"

#include <stdlib.h>
#include <string.h>

ftext_status ftext_groups_add(ftext_groups *groups, ftext_text key,
                              uint64_t place, ftext_group **group) {
  ftext_status status;
  uint32_t number;
  bool is_new;

  status = ftext_grow((void **)&groups->groups, &groups->capacity,
                      (size_t)groups->keys.count + 1, sizeof *groups->groups);
  if (status == FTEXT_OK) {
    status = ftext_names_add(&groups->keys, key, &number, &is_new);
  }
  if (status != FTEXT_OK) {
    return status;
  }
  *group = &groups->groups[number];
  if (is_new) {
    **group =
        (ftext_group){.place = place, .key = number, .known = FTEXT_NO_SPLIT};
  }
  return FTEXT_OK;
}

ftext_status ftext_groups_join(ftext_groups *groups, const ftext_group *group,
                               ftext_text label) {
  uint32_t pair[2] = {group->key, 0};
  ftext_text bytes = {(const uint8_t *)pair, sizeof pair};
  uint32_t number;
  bool is_new;
  ftext_status status =
      ftext_names_add(&groups->labels, label, &pair[1], &is_new);

  if (status != FTEXT_OK) {
    return status;
  }
  return ftext_names_add(&groups->pairs, bytes, &number, &is_new);
}

/* What a group or a class is sorted by. */
typedef struct sort_item {
  uint64_t number; /* a group's place, a class's count of groups */
  ftext_text name;
  uint32_t at; /* its number as it came */
} sort_item;

static int compare_items(const void *left, const void *right) {
  const sort_item *a = left;
  const sort_item *b = right;

  if (a->number != b->number) {
    return a->number < b->number ? -1 : 1;
  }
  return ftext_text_compare(a->name, b->name);
}

/* Memory for at least one number. */
static uint32_t *make_numbers(size_t count) {
  uint32_t *numbers = ftext_resize(NULL, (count + 1) * sizeof *numbers);

  if (numbers != NULL) {
    memset(numbers, 0, (count + 1) * sizeof *numbers);
  }
  return numbers;
}

static void read_pair(const ftext_groups *groups, uint32_t at,
                      uint32_t pair[2]) {
  memcpy(pair, ftext_names_at(&groups->pairs, at).bytes, 2 * sizeof *pair);
}

/* Sorts the groups.  new_number has one for every group as it came. */
static ftext_status sort_groups(ftext_groups *groups, uint32_t *new_number) {
  uint32_t count = groups->keys.count;
  sort_item *items = ftext_resize(NULL, (count + 1) * sizeof *items);
  ftext_group *sorted = ftext_resize(NULL, (count + 1) * sizeof *sorted);
  uint32_t i;

  for (i = 0; items != NULL && sorted != NULL && i < count; i++) {
    items[i] = (sort_item){groups->groups[i].place,
                           ftext_names_at(&groups->keys, i), i};
  }
  if (items == NULL || sorted == NULL) {
    ftext_release(items);
    ftext_release(sorted);
    return FTEXT_NO_MEMORY;
  }
  qsort(items, count, sizeof *items, compare_items);
  for (i = 0; i < count; i++) {
    sorted[i] = groups->groups[items[i].at];
    new_number[items[i].at] = i;
  }
  ftext_release(items);
  ftext_release(groups->groups);
  groups->groups = sorted;
  groups->capacity = count + 1;
  return FTEXT_OK;
}

static ftext_status sort_classes(const ftext_groups *groups,
                                 uint32_t *new_number) {
  uint32_t count = groups->labels.count;
  sort_item *items = ftext_resize(NULL, (count + 1) * sizeof *items);
  uint32_t pair[2];
  uint32_t i;

  if (items == NULL) {
    return FTEXT_NO_MEMORY;
  }
  for (i = 0; i < count; i++) {
    items[i] = (sort_item){0, ftext_names_at(&groups->labels, i), i};
  }
  for (i = 0; i < groups->pairs.count; i++) {
    read_pair(groups, i, pair);
    items[pair[1]].number++;
  }
  qsort(items, count, sizeof *items, compare_items);
  for (i = 0; i < count; i++) {
    new_number[items[i].at] = i;
  }
  ftext_release(items);
  return FTEXT_OK;
}

/* Turns counts into where each list starts. */
static void sum_up(uint32_t *start, uint32_t count) {
  uint32_t sum = 0;
  uint32_t i;

  for (i = 0; i <= count; i++) {
    uint32_t length = start[i];

    start[i] = sum;
    sum += length;
  }
}

/* Lists are read in order and each entry is put behind those that its own
** list has, so that the new lists come out ascending.  Filling a list moves
** its start to its end, which is the next one's start. */
static void turn_round(const uint32_t *start, const uint32_t *entries,
                       uint32_t count, uint32_t *other_start,
                       uint32_t *other_entries, uint32_t other_count) {
  uint32_t i;
  uint32_t j;

  for (i = 0; i < count; i++) {
    for (j = start[i]; j < start[i + 1]; j++) {
      other_entries[other_start[entries[j]]++] = i;
    }
  }
  memmove(other_start + 1, other_start, other_count * sizeof *other_start);
  other_start[0] = 0;
}

/* Groups first get their classes as they come; two turns put both kinds of
** lists in order. */
static void fill(const ftext_groups *groups, const uint32_t *new_group,
                 const uint32_t *new_class, ftext_incidence *incidence) {
  uint32_t pair[2];
  uint32_t i;

  for (i = 0; i < incidence->pair_count; i++) {
    read_pair(groups, i, pair);
    incidence->group_start[new_group[pair[0]]]++;
    incidence->class_start[new_class[pair[1]]]++;
  }
  sum_up(incidence->group_start, incidence->group_count);
  sum_up(incidence->class_start, incidence->class_count);
  for (i = 0; i < incidence->pair_count; i++) {
    read_pair(groups, i, pair);
    incidence->group_classes[incidence->group_start[new_group[pair[0]]]++] =
        new_class[pair[1]];
  }
  memmove(incidence->group_start + 1, incidence->group_start,
          incidence->group_count * sizeof *incidence->group_start);
  incidence->group_start[0] = 0;
  turn_round(incidence->group_start, incidence->group_classes,
             incidence->group_count, incidence->class_start,
             incidence->class_groups, incidence->class_count);
  turn_round(incidence->class_start, incidence->class_groups,
             incidence->class_count, incidence->group_start,
             incidence->group_classes, incidence->group_count);
}

static ftext_status make_incidence(ftext_groups *groups,
                                   ftext_incidence *incidence) {
  uint32_t *new_group = make_numbers(groups->keys.count);
  uint32_t *new_class = make_numbers(groups->labels.count);
  ftext_status status = FTEXT_NO_MEMORY;

  incidence->group_count = groups->keys.count;
  incidence->class_count = groups->labels.count;
  incidence->pair_count = groups->pairs.count;
  incidence->group_start = make_numbers(incidence->group_count);
  incidence->class_start = make_numbers(incidence->class_count);
  incidence->group_classes = make_numbers(incidence->pair_count);
  incidence->class_groups = make_numbers(incidence->pair_count);
  if (new_group != NULL && new_class != NULL &&
      incidence->group_start != NULL && incidence->class_start != NULL &&
      incidence->group_classes != NULL && incidence->class_groups != NULL) {
    status = sort_groups(groups, new_group);
  }
  if (status == FTEXT_OK) {
    status = sort_classes(groups, new_class);
  }
  if (status == FTEXT_OK) {
    fill(groups, new_group, new_class, incidence);
  }
  ftext_release(new_group);
  ftext_release(new_class);
  return status;
}

ftext_status ftext_groups_assign(ftext_groups *groups, const ftext_spec *spec,
                                 uint64_t least) {
  ftext_incidence incidence = {0};
  ftext_status status = make_incidence(groups, &incidence);

  if (status == FTEXT_OK) {
    status = ftext_repair(groups->groups, &incidence, spec, least);
  }
  ftext_release(incidence.group_start);
  ftext_release(incidence.class_start);
  ftext_release(incidence.group_classes);
  ftext_release(incidence.class_groups);
  return status;
}

void ftext_groups_write(const ftext_groups *groups, const ftext_spec *spec,
                        ftext_buffer *out) {
  uint32_t i;

  ftext_buffer_append_byte(out, '{');
  for (i = 0; i < groups->keys.count && out->status == FTEXT_OK; i++) {
    const ftext_group *group = &groups->groups[i];
    ftext_text key = ftext_names_at(&groups->keys, group->key);
    ftext_text name = spec->names[group->split];

    ftext_buffer_append_string(out, i > 0 ? "," : "");
    ftext_json_write(out, key.bytes, key.length);
    ftext_buffer_append_byte(out, ':');
    ftext_json_write(out, name.bytes, name.length);
  }
  ftext_buffer_append_byte(out, '}');
}

void ftext_groups_free(ftext_groups *groups) {
  ftext_names_free(&groups->keys);
  ftext_names_free(&groups->labels);
  ftext_names_free(&groups->pairs);
  ftext_release(groups->groups);
  memset(groups, 0, sizeof *groups);
}
