#include "record/target.h"

#include "record/targets.h"

#include <stdio.h>
#include <string.h>

static const ftext_target *const tables[] = {
    ftext_openai_targets,       ftext_azure_targets,   ftext_together_targets,
    ftext_fireworks_targets,    ftext_mistral_targets, ftext_bedrock_targets,
    ftext_gemini_targets,       ftext_cohere_targets,  ftext_trl_targets,
    ftext_llamafactory_targets, ftext_axolotl_targets,
};

/* The narrower shape before the wider one.  Targets that share a shape are
** read alike, so that one of them stands for all. */
static const char detection[] =
    "bedrock-converse gemini-rft gemini openai-dpo "
    "sharegpt-preference sharegpt alpaca-preference alpaca "
    "axolotl-context-qa axolotl-segments axolotl-tokens cohere-rerank "
    "mistral-classifier-text mistral-classifier-messages cohere-classify "
    "mistral-finetune-interactions mistral-finetune-system bedrock-claude "
    "cohere-chat openai-rft openai-chat "
    "trl-preference-chat trl-preference trl-implicit-preference-chat "
    "trl-implicit-preference trl-unpaired-chat trl-unpaired trl-stepwise "
    "trl-prompt-completion-chat completion trl-prompt-chat trl-prompt "
    "trl-text";

const ftext_target *ftext_target_at(size_t position) {
  const ftext_target *target;
  size_t i;

  for (i = 0; i < sizeof tables / sizeof tables[0]; i++) {
    for (target = tables[i]; target->name != NULL; target++) {
      if (position-- == 0) {
        return target;
      }
    }
  }
  return NULL;
}

static const ftext_target *find(const char *name, size_t length) {
  const ftext_target *target;
  size_t i;

  for (i = 0; (target = ftext_target_at(i)) != NULL; i++) {
    if (strlen(target->name) == length &&
        memcmp(target->name, name, length) == 0) {
      return target;
    }
  }
  return NULL;
}

const ftext_target *ftext_target_find(ftext_text name) {
  return find((const char *)name.bytes, name.length);
}

/* The target named by the word at a position, or NULL behind the last. */
static const ftext_target *word_at(const char *names, size_t position) {
  while (position-- > 0) {
    names += strcspn(names, " ");
    if (*names == '\0') {
      return NULL;
    }
    names++;
  }
  return find(names, strcspn(names, " "));
}

/* The member at a position, or NULL behind the last; a target without
** members is its own only one. */
static const ftext_target *member_at(const ftext_target *target,
                                     size_t position) {
  if (target->members == NULL) {
    return position == 0 ? target : NULL;
  }
  return word_at(target->members, position);
}

static bool is_of(const ftext_target *target, const ftext_json *json,
                  ftext_status *status) {
  return json->nodes[0].type == FTEXT_JSON_OBJECT &&
         ftext_rules_apply(target->when, json, NULL, NULL, status) == 0;
}

const ftext_target *ftext_target_choose(const ftext_target *target,
                                        const ftext_json *json,
                                        ftext_status *status) {
  const ftext_target *member;
  size_t i;

  *status = FTEXT_OK;
  for (i = 0; (member = member_at(target, i)) != NULL; i++) {
    if (target->members == NULL || is_of(member, json, status) ||
        *status != FTEXT_OK) {
      return member;
    }
  }
  return NULL;
}

const ftext_target *ftext_target_detect(const ftext_json *json,
                                        ftext_status *status) {
  const ftext_target *target;
  size_t i;

  *status = FTEXT_OK;
  for (i = 0; (target = word_at(detection, i)) != NULL; i++) {
    if (is_of(target, json, status) || *status != FTEXT_OK) {
      return target;
    }
  }
  return NULL;
}

uint64_t ftext_target_tokens(const ftext_target *target, ftext_text model) {
  const ftext_model_limit *limit = target->models;
  uint64_t tokens = target->max_tokens;
  size_t longest = 0;
  size_t length;

  if (model.length > 3 && memcmp(model.bytes, "ft:", 3) == 0) {
    model.bytes += 3;
    model.length -= 3;
  }
  for (; limit != NULL && limit->model != NULL; limit++) {
    length = strlen(limit->model);
    if (length > longest && length <= model.length &&
        memcmp(model.bytes, limit->model, length) == 0) {
      longest = length;
      tokens = limit->tokens;
    }
  }
  return tokens;
}

const char *ftext_unknown_target(char out[FTEXT_UNKNOWN_TARGET_SIZE],
                                 ftext_text name) {
  ftext_nearest nearest = ftext_nearest_to(name);
  const ftext_target *target;
  char quoted[FTEXT_NEAREST_SIZE];
  size_t i;

  for (i = 0; (target = ftext_target_at(i)) != NULL; i++) {
    ftext_nearest_try(&nearest, ftext_text_of(target->name));
  }
  snprintf(out, FTEXT_UNKNOWN_TARGET_SIZE,
           "unknown target %s (known: those in ftext_targets)",
           ftext_nearest_quote(quoted, &nearest));
  return out;
}
