#include "label/node.h"

ftext_status ftext_node_text(const ftext_json *json, uint32_t node,
                             ftext_buffer *buffer, ftext_text *text) {
  ftext_buffer_clear(buffer);
  switch (json->nodes[node].type) {
  case FTEXT_JSON_STRING:
    ftext_json_string(json, node, buffer);
    break;
  case FTEXT_JSON_NUMBER:
    ftext_json_copy(json, node, buffer);
    break;
  default:
    return FTEXT_INVALID;
  }
  *text = buffer->length == 0 ? ftext_text_of("")
                              : (ftext_text){buffer->bytes, buffer->length};
  return buffer->status;
}

const char *ftext_node_kind(const ftext_json *json, uint32_t node) {
  switch (json->nodes[node].type) {
  case FTEXT_JSON_NULL:
    return "null";
  case FTEXT_JSON_TRUE:
    return "true";
  case FTEXT_JSON_FALSE:
    return "false";
  case FTEXT_JSON_NUMBER:
    return "a number";
  case FTEXT_JSON_STRING:
    return "a string";
  case FTEXT_JSON_ARRAY:
    return "an array";
  case FTEXT_JSON_OBJECT:
    break;
  }
  return "an object";
}
