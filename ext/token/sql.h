/* The SQL faces of family token; ext/token/family.c registers them. */
#ifndef FTEXT_TOKEN_SQL_H
#define FTEXT_TOKEN_SQL_H

#include "base/table.h"
#include "base/text.h"

ftext_call ftext_token_count_sql;
ftext_call ftext_first_token_sql;
ftext_call ftext_first_token_id_sql;
ftext_call ftext_encode_sql;
ftext_call ftext_decode_sql;
ftext_call ftext_truncate_sql;
ftext_call ftext_encoding_sql;
ftext_call ftext_chat_token_count_sql;

/* A token's bytes as the result: TEXT, or a BLOB where they are not whole
** UTF-8. */
void ftext_result_token(sqlite3_context *context, ftext_text bytes);

extern const ftext_table ftext_tokens_table;
extern const ftext_table ftext_chunks_table;
extern const ftext_table ftext_encodings_table;
extern const ftext_table ftext_models_table;

#endif
