/*
** The nearest known name: what counts as near, what comes first, and what
** is never suggested.
*/
#include "base/nearest.h"

#include <stdio.h>
#include <string.h>

static int failed;

/* wanted: the name suggested, or "" for none. */
static void suggests(const char *name, const char *known, const char *wanted) {
  ftext_nearest nearest = ftext_nearest_word(ftext_text_of(name), known);
  char hint[FTEXT_HINT_SIZE];
  char whole[FTEXT_HINT_SIZE] = "";

  if (wanted[0] != '\0') {
    snprintf(whole, sizeof whole, "; did you mean '%s'?", wanted);
  }
  if (strcmp(ftext_nearest_hint(hint, &nearest), whole) != 0) {
    printf("'%s' among '%s': wanted '%s', got '%s'\n", name, known, whole,
           hint);
    failed = 1;
  }
}

static void one_slip_of_each_kind(void) {
  suggests("weighed", "macro, micro, weighted", "weighted");
  suggests("weightted", "macro, micro, weighted", "weighted");
  suggests("weighded", "macro, micro, weighted", "weighted");
  suggests("wieghted", "macro, micro, weighted", "weighted");
  suggests("mcaro", "macro, micro, weighted", "macro");
}

static void case_and_hyphens_are_no_slips(void) {
  suggests("NEAR-LEAK", "leak near_leak", "near_leak");
  suggests("near leak", "leak near_leak", "near_leak");
  suggests("Min-Per-Clas", "min_per_class max_tokens", "min_per_class");
  suggests("A", "b a", "a");
}

/* A third of the longer name, three at most. */
static void far_names_are_not_suggested(void) {
  suggests("abcdef", "abcdxy", "abcdxy");
  suggests("abcdef", "abcxyz", "");
  suggests("abcdefghijkl", "abcdefghixyz", "abcdefghixyz");
  suggests("abcdefghijklmnop", "abcdefghijklwxyz", "");
  suggests("gpt", "llama", "");
  suggests("", "a, b", "");
  suggests("anything", "", "");
}

/* Something of the shorter name must be left. */
static void short_names(void) {
  suggests("ab", "ax", "ax");
  suggests("a", "b", "");
  suggests("a", "ab", "");
  suggests("al", "none, all", "all");
}

static void another_version_is_no_slip(void) {
  suggests("gpt9", "gpt2", "");
  suggests("gpt-6", "gpt-4, gpt-5, gpt-4o", "");
  suggests("cl10k_base", "cl100k_base", "cl100k_base");
}

static void nearer_and_earlier_names_win(void) {
  suggests("leaks", "peaks, leak", "peaks");
  suggests("leaks", "leak, peaks", "leak");
  suggests("chats", "cats, hats, chat", "cats");
  suggests("openai-rfd", "openai-dpo, openai-rft", "openai-rft");
}

/* An abbreviation gives way to any name that is nearer. */
static void abbreviations(void) {
  suggests("cl100k", "r50k_base, cl100k_base", "cl100k_base");
  suggests("openai", "completion, openai-chat, openai-dpo", "openai-chat");
  suggests("openai", "openai-chat, openapi", "openapi");
  suggests("op", "op-chat-and-more", "");
  suggests("opena", "openai-chat", "");
}

/* Long names are near to none, whatever they are; nothing is written
** outside of anything. */
static void bounded(void) {
  char name[200];
  char known[200];
  size_t length;

  for (length = 1; length < sizeof name - 1; length++) {
    memset(name, 'x', length);
    name[length] = '\0';
    memcpy(known, name, length + 1);
    known[length - 1] = 'y';
    if (length > 1 && length <= 40) {
      suggests(name, known, known);
    } else if (length > 64) {
      suggests(name, known, "");
    }
  }
}

static void characters_count_not_bytes(void) {
  ftext_text broken = {(const uint8_t *)"l\xff\xff\xff"
                                        "el",
                       6};
  ftext_nearest nearest = ftext_nearest_word(broken, "label");
  char quoted[FTEXT_NEAREST_SIZE];

  suggests("\xC3\xBC"
           "ber",
           "\xC3\xB6"
           "ber",
           "\xC3\xB6"
           "ber");
  if (strcmp(ftext_nearest_quote(quoted, &nearest), "'l???el'") != 0) {
    printf("broken UTF-8: %s\n", quoted);
    failed = 1;
  }
  broken.bytes = (const uint8_t *)"lab\xffl";
  broken.length = 5;
  if (strcmp(ftext_quote_unknown(quoted, broken, "label"),
             "'lab?l'; did you mean 'label'?") != 0) {
    printf("broken UTF-8: %s\n", quoted);
    failed = 1;
  }
}

int main(void) {
  one_slip_of_each_kind();
  case_and_hyphens_are_no_slips();
  far_names_are_not_suggested();
  short_names();
  another_version_is_no_slip();
  nearer_and_earlier_names_win();
  abbreviations();
  bounded();
  characters_count_not_bytes();
  return failed;
}
