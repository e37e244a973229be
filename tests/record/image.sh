#!/bin/bash
# An image may have 10 MiB, and not four base64 digits more.
set -u

validate() { # DIGITS
  $SQLITE3 -batch -cmd ".load $FTEXT" :memory: "
    SELECT json_extract(ftext_validate(json_object('messages', json_array(
      json_object('role', 'user', 'content', json_array(json_object(
        'type', 'image_url', 'image_url', json_object('url',
          'data:image/png;base64,' || printf('%.*c', $1, 'A'))))),
      json('{\"role\":\"assistant\",
             \"content\":[{\"type\":\"text\",\"text\":\"b\"}]}'))),
      'together-chat'), '\$[0].message')"
}
[ "$(validate 13981012)" = "" ] &&
  [ "$(validate 13981016)" = "the image has more than 10485760 bytes" ]
