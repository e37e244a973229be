/*
** ftext_split_groups: an aggregate over the rows of all classes at once.
*/
#include "base/utf8.h"
#include "base/value.h"
#include "split/argument.h"
#include "split/groups.h"
#include "split/sql.h"
#include "split/unit.h"

typedef struct groups_state {
  ftext_rule rule;
  ftext_groups groups;
} groups_state;

/* Which split of the spec the value names, which is not NULL.  False when
** the running function has been failed. */
static bool read_known(sqlite3_context *context, const ftext_spec *spec,
                       sqlite3_value *value, uint32_t *known) {
  char quote[2][FTEXT_QUOTE_SIZE];
  ftext_text name;
  ftext_status status = ftext_value_text(value, &name);

  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
    return false;
  }
  for (*known = 0; *known < spec->count; ++*known) {
    if (ftext_text_equal(name, spec->names[*known])) {
      return true;
    }
  }
  ftext_error(context, "known split %s is not in the spec %s",
              ftext_quote(quote[0], name), ftext_quote(quote[1], spec->text));
  return false;
}

static bool set_known(sqlite3_context *context, const ftext_spec *spec,
                      ftext_group *group, ftext_text key,
                      sqlite3_value *value) {
  char quote[3][FTEXT_QUOTE_SIZE];
  uint32_t known;

  if (sqlite3_value_type(value) == SQLITE_NULL) {
    return true;
  }
  if (!read_known(context, spec, value, &known)) {
    return false;
  }
  if (group->known != FTEXT_NO_SPLIT && group->known != known) {
    ftext_error(context, "key %s is known in two splits, %s and %s",
                ftext_quote(quote[0], key),
                ftext_quote(quote[1], spec->names[group->known]),
                ftext_quote(quote[2], spec->names[known]));
    return false;
  }
  group->known = known;
  return true;
}

static void add_row(sqlite3_context *context, groups_state *state, int argc,
                    sqlite3_value **argv, ftext_text seed, ftext_text key,
                    const ftext_key *label) {
  ftext_group *group;
  ftext_status status =
      ftext_groups_add(&state->groups, key, ftext_place(seed, key), &group);

  if (status == FTEXT_OK && argc > 5 &&
      !set_known(context, state->rule.spec, group, key, argv[5])) {
    return;
  }
  if (status == FTEXT_OK && label != NULL) {
    status = ftext_groups_join(&state->groups, group, label->text);
  }
  if (status != FTEXT_OK) {
    ftext_error_status(context, status);
  }
}

static bool check_utf8(sqlite3_context *context, ftext_text key) {
  char quote[FTEXT_QUOTE_SIZE];

  if (ftext_utf8_valid_length(key.bytes, key.length) == key.length) {
    return true;
  }
  ftext_error(context, "key %s is broken UTF-8 (JSON cannot hold it)",
              ftext_quote(quote, key));
  return false;
}

void ftext_groups_step(sqlite3_context *context, int argc,
                       sqlite3_value **argv) {
  bool has_label = sqlite3_value_type(argv[1]) != SQLITE_NULL;
  groups_state *state;
  sqlite3_int64 least;
  ftext_key label;
  ftext_key seed;
  ftext_key key;

  if (!ftext_seed_argument(context, argc, argv, 4, &seed) ||
      !ftext_least_argument(context, argc, argv, 3, &least) ||
      sqlite3_value_type(argv[0]) == SQLITE_NULL ||
      sqlite3_value_type(argv[2]) == SQLITE_NULL ||
      !ftext_key_argument(context, argv[0], &key) ||
      !check_utf8(context, key.text) ||
      (has_label && !ftext_value_key(context, argv[1], "label", &label))) {
    return;
  }
  state = sqlite3_aggregate_context(context, (int)sizeof *state);
  if (state == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  if (ftext_rule_argument(context, &state->rule, argv[2], seed.text, least)) {
    add_row(context, state, argc, argv, seed.text, key.text,
            has_label ? &label : NULL);
  }
}

void ftext_groups_final(sqlite3_context *context) {
  groups_state *state = sqlite3_aggregate_context(context, 0);
  ftext_status status;
  ftext_buffer out;

  if (state == NULL) {
    return;
  }
  if (state->rule.spec != NULL) {
    ftext_buffer_init(&out,
                      ftext_length_limit(sqlite3_context_db_handle(context)));
    status = ftext_groups_assign(&state->groups, state->rule.spec,
                                 (uint64_t)state->rule.least);
    if (status == FTEXT_OK) {
      ftext_groups_write(&state->groups, state->rule.spec, &out);
    } else {
      out.status = status;
    }
    ftext_result_json(context, &out);
  }
  ftext_groups_free(&state->groups);
  ftext_rule_free(&state->rule);
}
