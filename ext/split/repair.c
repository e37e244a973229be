#include "split/repair.h"

#include "split/fit.h"
#include "split/unit.h"

#include <string.h>

enum {
  ROUNDS = 3,
  ATTEMPTS = 64,        /* orders in which chains are tried */
  LONGEST_DETOUR = 4,   /* moves of a chain that ends where nothing is won */
  LOOKS_PER_PAIR = 256, /* what the search may cost */
  LEAST_LOOKS = 1 << 22
};

typedef struct repair_state {
  ftext_group *groups;
  const ftext_incidence *incidence;
  const ftext_spec *spec;
  uint64_t least;
  uint32_t round;
  uint32_t standing[FTEXT_MOST_SPLITS];
  uint32_t *have;   /* groups of each class in each split */
  uint64_t lacking; /* groups that all classes lack in all splits together */
  uint64_t looks;   /* that are left */
  /* The chain: groups it moved, with the split they left, and the classes
  ** that wait, with the split they lost. */
  uint32_t *moved;
  uint32_t *left;
  uint32_t moved_count;
  uint32_t *waiting;
  uint32_t *lost;
  uint32_t waiting_count;
  uint32_t *turn; /* of each group: the last chain that moved it */
  uint32_t chain;
} repair_state;

static uint32_t *have_of(const repair_state *repair, uint32_t class,
                         uint32_t split) {
  return &repair->have[(size_t) class * repair->spec->count + split];
}

static uint32_t group_count_of(const repair_state *repair, uint32_t class) {
  const uint32_t *start = repair->incidence->class_start;

  return start[class + 1] - start[class];
}

/* How many of its groups the class must have in the split by this round. */
static uint32_t need_of(const repair_state *repair, uint32_t class,
                        uint32_t split) {
  uint32_t count = group_count_of(repair, class);
  uint32_t share = count / repair->spec->count;

  if (share == 0) {
    return repair->round > 0 && repair->standing[split] < count;
  }
  if (repair->round < 2) {
    return 1;
  }
  return repair->least < share ? (uint32_t)repair->least : share;
}

static bool is_needed(const repair_state *repair, uint32_t class,
                      uint32_t split) {
  uint32_t need = need_of(repair, class, split);

  return need > 0 && *have_of(repair, class, split) <= need;
}

/* How many classes need the group where it is; stops at `most`. */
static uint32_t count_needs(repair_state *repair, uint32_t group,
                            uint32_t most) {
  const ftext_incidence *incidence = repair->incidence;
  uint32_t end = incidence->group_start[group + 1];
  uint32_t needs = 0;
  uint32_t i;

  for (i = incidence->group_start[group]; i < end && needs < most; i++) {
    needs += is_needed(repair, incidence->group_classes[i],
                       repair->groups[group].split);
    repair->looks -= repair->looks > 0;
  }
  return needs;
}

static uint32_t lack_of(const repair_state *repair, uint32_t class,
                        uint32_t split) {
  uint32_t need = need_of(repair, class, split);
  uint32_t have = *have_of(repair, class, split);

  return need > have ? need - have : 0;
}

static bool is_lacking(const repair_state *repair, uint32_t class,
                       uint32_t split) {
  return lack_of(repair, class, split) > 0;
}

static void move(repair_state *repair, uint32_t group, uint32_t split) {
  const ftext_incidence *incidence = repair->incidence;
  uint32_t from = repair->groups[group].split;
  uint32_t end = incidence->group_start[group + 1];
  uint32_t i;

  for (i = incidence->group_start[group]; i < end; i++) {
    uint32_t class = incidence->group_classes[i];

    repair->lacking -=
        lack_of(repair, class, from) + lack_of(repair, class, split);
    --*have_of(repair, class, from);
    ++*have_of(repair, class, split);
    repair->lacking +=
        lack_of(repair, class, from) + lack_of(repair, class, split);
  }
  repair->groups[group].split = split;
}

static bool can_move(const repair_state *repair, uint32_t group,
                     uint32_t split) {
  return repair->groups[group].known == FTEXT_NO_SPLIT &&
         repair->groups[group].split != split;
}

/* How far the place is from the split's part of [0, 1). */
static uint64_t distance(const ftext_spec *spec, uint64_t place,
                         uint32_t split) {
  uint64_t low = split > 0 ? spec->cuts[split - 1] : 0;
  uint64_t high = spec->cuts[split];

  return place < low ? low - place : place < high ? 0 : place - high + 1;
}

/* The class takes groups that nobody needs, from the nearest outwards. */
static void take_free(repair_state *repair, uint32_t class, uint32_t split) {
  const uint32_t *groups = repair->incidence->class_groups;
  uint32_t first = repair->incidence->class_start[class];
  uint32_t end = repair->incidence->class_start[class + 1];
  uint64_t low = split > 0 ? repair->spec->cuts[split - 1] : 0;
  uint32_t down = first;
  uint32_t up;

  while (down < end && repair->groups[groups[down]].place < low) {
    down++;
  }
  up = down;
  while ((up < end || down > first) && is_lacking(repair, class, split) &&
         repair->looks > 0) {
    bool is_up =
        down == first ||
        (up < end &&
         distance(repair->spec, repair->groups[groups[up]].place, split) <=
             distance(repair->spec, repair->groups[groups[down - 1]].place,
                      split));
    uint32_t group = is_up ? groups[up++] : groups[--down];

    repair->looks--;
    if (can_move(repair, group, split) && count_needs(repair, group, 1) == 0) {
      move(repair, group, split);
    }
  }
}

/* An order of the groups for each attempt: the first by distance, the others
** by a mixed number. */
static uint64_t preference(const repair_state *repair, uint32_t group,
                           uint32_t split, uint32_t attempt) {
  uint64_t place = repair->groups[group].place;

  if (attempt == 0) {
    return distance(repair->spec, place, split);
  }
  place = (place + attempt) * 0x9E3779B97F4A7C15u;
  place = (place ^ (place >> 32)) * 0xD6E8FEB86659FD93u;
  return place ^ (place >> 32);
}

/* The group of the class that the fewest classes need and that this chain
** has not moved; false where there is none. */
static bool find_group(repair_state *repair, uint32_t class, uint32_t split,
                       uint32_t attempt, uint32_t *found) {
  const ftext_incidence *incidence = repair->incidence;
  uint32_t end = incidence->class_start[class + 1];
  uint64_t best_preference = UINT64_MAX;
  uint32_t best = UINT32_MAX;
  uint32_t i;

  for (i = incidence->class_start[class]; i < end && repair->looks > 0; i++) {
    uint32_t group = incidence->class_groups[i];
    uint64_t wish = preference(repair, group, split, attempt);
    uint32_t needs;

    repair->looks--;
    if (!can_move(repair, group, split) ||
        repair->turn[group] == repair->chain) {
      continue;
    }
    needs = count_needs(repair, group, best);
    if (needs < best || (needs == best && wish < best_preference)) {
      best = needs;
      best_preference = wish;
      *found = group;
    }
  }
  return best < UINT32_MAX && repair->looks > 0;
}

/* Moves a group as part of a chain: who needed it has to wait. */
static void take(repair_state *repair, uint32_t group, uint32_t split) {
  const ftext_incidence *incidence = repair->incidence;
  uint32_t from = repair->groups[group].split;
  uint32_t i;

  for (i = incidence->group_start[group]; i < incidence->group_start[group + 1];
       i++) {
    if (is_needed(repair, incidence->group_classes[i], from)) {
      repair->waiting[repair->waiting_count] = incidence->group_classes[i];
      repair->lost[repair->waiting_count++] = from;
    }
  }
  repair->moved[repair->moved_count] = group;
  repair->left[repair->moved_count++] = from;
  repair->turn[group] = repair->chain;
  move(repair, group, split);
}

static void undo(repair_state *repair) {
  while (repair->moved_count > 0) {
    repair->moved_count--;
    move(repair, repair->moved[repair->moved_count],
         repair->left[repair->moved_count]);
  }
}

/* Whether the chain may end where it is.  In the first round it is enough
** that less is lacking than before; as little in another place will do too,
** which opens other ways, after a number of moves that goes with the
** attempt. */
static bool is_enough(const repair_state *repair, uint64_t lacking,
                      uint32_t attempt) {
  return repair->round == 0 &&
         (repair->lacking < lacking ||
          (repair->lacking == lacking && attempt > 0 &&
           repair->moved_count > (attempt - 1) % LONGEST_DETOUR));
}

/* One group more for the class in the split, and no class with fewer than
** it needs that had them.  No group moves twice in a chain, so that it ends.
** False when it failed, and then nothing has changed. */
static bool run_chain(repair_state *repair, uint32_t class, uint32_t split,
                      uint32_t attempt) {
  uint64_t lacking = repair->lacking;
  uint32_t group;

  repair->chain++;
  repair->moved_count = 0;
  repair->waiting[0] = class;
  repair->lost[0] = split;
  repair->waiting_count = 1;
  while (repair->waiting_count > 0 && !is_enough(repair, lacking, attempt)) {
    repair->waiting_count--;
    class = repair->waiting[repair->waiting_count];
    split = repair->lost[repair->waiting_count];
    if (!is_lacking(repair, class, split)) {
      continue;
    }
    if (!find_group(repair, class, split, attempt, &group)) {
      undo(repair);
      return false;
    }
    take(repair, group, split);
  }
  return true;
}

/* Chains for all that is lacking, class by class. */
static void run_chains(repair_state *repair, uint32_t attempt) {
  uint32_t class;
  uint32_t split;
  uint64_t lacking;

  for (class = 0; class < repair->incidence->class_count; class ++) {
    for (split = 0; split < repair->spec->count; split++) {
      do {
        lacking = repair->lacking;
      } while (is_lacking(repair, class, split) &&
               run_chain(repair, class, split, attempt) &&
               repair->lacking < lacking);
    }
  }
}

static void count_lacking(repair_state *repair) {
  uint32_t class;
  uint32_t split;

  repair->lacking = 0;
  for (class = 0; class < repair->incidence->class_count; class ++) {
    for (split = 0; split < repair->spec->count; split++) {
      repair->lacking += lack_of(repair, class, split);
    }
  }
}

static void run_round(repair_state *repair) {
  uint32_t attempt;
  uint32_t class;
  uint32_t split;

  count_lacking(repair);
  for (class = 0; class < repair->incidence->class_count; class ++) {
    for (split = 0; split < repair->spec->count; split++) {
      take_free(repair, class, split);
    }
  }
  for (attempt = 0;
       attempt < ATTEMPTS && repair->lacking > 0 && repair->looks > 0;
       attempt++) {
    run_chains(repair, attempt);
  }
}

/* Sends back what nobody needs where it is; true when there was any. */
static bool send_back(repair_state *repair) {
  bool any = false;
  uint32_t group;

  for (group = 0; group < repair->incidence->group_count; group++) {
    uint32_t split = ftext_spec_find(repair->spec, repair->groups[group].place);

    repair->looks -= repair->looks > 0;
    if (can_move(repair, group, split) && count_needs(repair, group, 1) == 0) {
      move(repair, group, split);
      any = true;
    }
  }
  return any;
}

static void start(repair_state *repair) {
  const ftext_incidence *incidence = repair->incidence;
  uint32_t group;
  uint32_t i;

  for (i = 0; i < repair->spec->count; i++) {
    repair->standing[i] = ftext_fit_standing(repair->spec, i);
  }
  for (group = 0; group < incidence->group_count; group++) {
    ftext_group *at = &repair->groups[group];

    at->split = at->known != FTEXT_NO_SPLIT
                    ? at->known
                    : ftext_spec_find(repair->spec, at->place);
    for (i = incidence->group_start[group];
         i < incidence->group_start[group + 1]; i++) {
      ++*have_of(repair, incidence->group_classes[i], at->split);
    }
  }
}

/* Memory for at least one number, all 0. */
static uint32_t *make_numbers(size_t count, size_t times) {
  uint32_t *numbers;

  if (count >= SIZE_MAX / sizeof *numbers / times) {
    return NULL;
  }
  numbers = ftext_resize(NULL, (count * times + 1) * sizeof *numbers);
  if (numbers != NULL) {
    memset(numbers, 0, (count * times + 1) * sizeof *numbers);
  }
  return numbers;
}

ftext_status ftext_repair(ftext_group *groups, const ftext_incidence *incidence,
                          const ftext_spec *spec, uint64_t least) {
  repair_state repair = {
      .groups = groups, .incidence = incidence, .spec = spec, .least = least};
  ftext_status status = FTEXT_NO_MEMORY;

  repair.looks = LEAST_LOOKS + (uint64_t)LOOKS_PER_PAIR * incidence->pair_count;
  repair.have = make_numbers(incidence->class_count, spec->count);
  repair.moved = make_numbers(incidence->group_count, 1);
  repair.left = make_numbers(incidence->group_count, 1);
  repair.turn = make_numbers(incidence->group_count, 1);
  repair.waiting = make_numbers(incidence->pair_count, 1);
  repair.lost = make_numbers(incidence->pair_count, 1);
  if (repair.have != NULL && repair.moved != NULL && repair.left != NULL &&
      repair.turn != NULL && repair.waiting != NULL && repair.lost != NULL) {
    start(&repair);
    for (repair.round = 0; repair.round < ROUNDS; repair.round++) {
      run_round(&repair);
    }
    repair.round = ROUNDS - 1;
    while (send_back(&repair) && repair.looks > 0) {
    }
    status = FTEXT_OK;
  }
  ftext_release(repair.have);
  ftext_release(repair.moved);
  ftext_release(repair.left);
  ftext_release(repair.turn);
  ftext_release(repair.waiting);
  ftext_release(repair.lost);
  return status;
}
