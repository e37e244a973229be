#include "split/places.h"

/* A link to a node: twice its index, plus 1 for a branch. */
#define LEAF_LINK(index)   ((index) << 1)
#define BRANCH_LINK(index) ((index) << 1 | 1)
#define IS_BRANCH(link)    (((link)&1) != 0)

/* As many leaves as a link can tell apart. */
enum { MOST_LEAVES = INT32_MAX };

struct ftext_place_leaf {
  uint64_t place; /* in a leaf given back: the next one of the free list */
  uint64_t times; /* how often the place was added */
};

struct ftext_place_branch {
  uint32_t child[2]; /* links; child[0] of one given back: the next one */
  uint32_t count;    /* leaves below */
  uint32_t bit;      /* the highest bit in which the leaves below differ */
};

static uint32_t side(uint64_t place, uint32_t bit) {
  return (uint32_t)(place >> bit & 1);
}

static uint32_t highest_bit(uint64_t number) {
  uint32_t bit = 0;

  while (number >>= 1) {
    bit++;
  }
  return bit;
}

static ftext_place_branch *branch_of(const ftext_places *places,
                                     uint32_t link) {
  return &places->branches[link >> 1];
}

static uint32_t leaves_below(const ftext_places *places, uint32_t link) {
  return IS_BRANCH(link) ? branch_of(places, link)->count : 1;
}

/* The leaf that has the place if any has. */
static ftext_place_leaf *nearest(const ftext_places *places, uint64_t place) {
  uint32_t link = places->root;

  while (IS_BRANCH(link)) {
    ftext_place_branch *branch = branch_of(places, link);

    link = branch->child[side(place, branch->bit)];
  }
  return &places->leaves[link >> 1];
}

static ftext_status make_room(ftext_places *places) {
  ftext_status status;

  if (places->leaf_used == MOST_LEAVES) {
    return FTEXT_NO_MEMORY;
  }
  status = ftext_grow((void **)&places->leaves, &places->leaf_capacity,
                      (size_t)places->leaf_used + 1, sizeof *places->leaves);
  if (status == FTEXT_OK) {
    status =
        ftext_grow((void **)&places->branches, &places->branch_capacity,
                   (size_t)places->branch_used + 1, sizeof *places->branches);
  }
  return status;
}

static uint32_t new_leaf(ftext_places *places, uint64_t place) {
  uint32_t index = places->leaf_used;

  if (places->leaf_free != 0) {
    index = places->leaf_free - 1;
    places->leaf_free = (uint32_t)places->leaves[index].place;
  } else {
    places->leaf_used++;
  }
  places->leaves[index] = (ftext_place_leaf){place, 1};
  places->count++;
  return LEAF_LINK(index);
}

static uint32_t new_branch(ftext_places *places) {
  uint32_t index = places->branch_used;

  if (places->branch_free != 0) {
    index = places->branch_free - 1;
    places->branch_free = places->branches[index].child[0];
  } else {
    places->branch_used++;
  }
  return BRANCH_LINK(index);
}

/* Puts a new leaf beside the nodes from which it first differs at `bit`. */
static void insert(ftext_places *places, uint64_t place, uint32_t bit) {
  uint32_t leaf = new_leaf(places, place);
  uint32_t branch = new_branch(places);
  uint32_t *link = &places->root;
  ftext_place_branch *inserted;

  while (IS_BRANCH(*link) && branch_of(places, *link)->bit > bit) {
    ftext_place_branch *passed = branch_of(places, *link);

    passed->count++;
    link = &passed->child[side(place, passed->bit)];
  }
  inserted = branch_of(places, branch);
  inserted->bit = bit;
  inserted->count = leaves_below(places, *link) + 1;
  inserted->child[side(place, bit)] = leaf;
  inserted->child[1 - side(place, bit)] = *link;
  *link = branch;
}

ftext_status ftext_places_add(ftext_places *places, uint64_t place) {
  ftext_status status;
  ftext_place_leaf *leaf;

  if (places->count > 0) {
    leaf = nearest(places, place);
    if (leaf->place == place) {
      leaf->times++;
      return FTEXT_OK;
    }
  }
  status = make_room(places);
  if (status != FTEXT_OK) {
    return status;
  }
  if (places->count == 0) {
    places->root = new_leaf(places, place);
    return FTEXT_OK;
  }
  insert(places, place, highest_bit(place ^ nearest(places, place)->place));
  return FTEXT_OK;
}

static void give_back(ftext_places *places, uint32_t leaf, uint32_t branch) {
  places->leaves[leaf >> 1].place = places->leaf_free;
  places->leaf_free = (leaf >> 1) + 1;
  if (IS_BRANCH(branch)) {
    branch_of(places, branch)->child[0] = places->branch_free;
    places->branch_free = (branch >> 1) + 1;
  }
}

/* Takes out the place's leaf and the branch above it. */
static void cut_out(ftext_places *places, uint64_t place) {
  uint32_t *above = &places->root; /* the link to the last branch */
  uint32_t *link = &places->root;
  uint32_t leaf;
  uint32_t branch;

  while (IS_BRANCH(*link)) {
    ftext_place_branch *passed = branch_of(places, *link);

    passed->count--;
    above = link;
    link = &passed->child[side(place, passed->bit)];
  }
  leaf = *link;
  branch = *above;
  if (IS_BRANCH(branch)) {
    ftext_place_branch *last = branch_of(places, branch);

    *above = last->child[1 - side(place, last->bit)];
  }
  give_back(places, leaf, branch);
  places->count--;
}

void ftext_places_remove(ftext_places *places, uint64_t place) {
  ftext_place_leaf *leaf;

  if (places->count == 0) {
    return;
  }
  leaf = nearest(places, place);
  if (leaf->place != place) {
    return;
  }
  if (leaf->times > 1) {
    leaf->times--;
  } else {
    cut_out(places, place);
  }
}

/* The leaves below a node share all bits above its own.  So the way down
** can follow the bound's bits until the node where it leaves the nearest
** leaf's path: all that is below there lies on one side of the bound. */
uint32_t ftext_places_below(const ftext_places *places, uint64_t bound) {
  uint32_t link = places->root;
  uint32_t below = 0;
  uint64_t difference;
  uint32_t bit;

  if (places->count == 0 || bound >> 52 != 0) {
    return places->count;
  }
  difference = bound ^ nearest(places, bound)->place;
  bit = highest_bit(difference);
  while (IS_BRANCH(link)) {
    const ftext_place_branch *branch = branch_of(places, link);

    if (difference != 0 && branch->bit < bit) {
      break;
    }
    if (side(bound, branch->bit) == 1) {
      below += leaves_below(places, branch->child[0]);
    }
    link = branch->child[side(bound, branch->bit)];
  }
  if (difference != 0 && side(bound, bit) == 1) {
    below += leaves_below(places, link);
  }
  return below;
}

uint64_t ftext_places_at(const ftext_places *places, uint32_t rank) {
  uint32_t link = places->root;

  while (IS_BRANCH(link)) {
    const ftext_place_branch *branch = branch_of(places, link);
    uint32_t lower = leaves_below(places, branch->child[0]);

    if (rank < lower) {
      link = branch->child[0];
    } else {
      rank -= lower;
      link = branch->child[1];
    }
  }
  return places->leaves[link >> 1].place;
}

void ftext_places_free(ftext_places *places) {
  ftext_release(places->leaves);
  ftext_release(places->branches);
  *places = (ftext_places){.count = 0};
}
