/*
** Model names: which encoding a model uses, and how much it can hold.
**
** Source of the names and prefixes: tiktoken 0.14.0, tiktoken/model.py; in
** addition names that it does not resolve or resolves wrongly (fine-tuned
** gpt-4.1, o4-mini, gpt-5 and the four legacy bases).  A name is read in
** lower case; "ft:" and what follows the base model are stripped, and so is
** ":ft-" and what follows it; then it must be a known name, or begin with a
** known prefix, the longest first.
*/
#ifndef FTEXT_TOKEN_MODEL_H
#define FTEXT_TOKEN_MODEL_H

#include "base/text.h"

typedef struct ftext_model {
  const char *name;
  const char *encoding;
  uint32_t context; /* tokens of prompt and answer together; 0: not known */
  bool prefix;      /* stands for all names that begin with it */
} ftext_model;

/* The models in the order of ftext_models; NULL behind the last. */
const ftext_model *ftext_model_at(size_t position);

/* The name of the model's encoding, or NULL. */
const char *ftext_model_encoding(ftext_text name);

#endif
