/* The compiled vocabularies as constant data, on cache lines of their own. */

.macro image name, file
  .balign 4096
  .globl \name
  .hidden \name
  .type \name, %object
\name:
  .incbin "\file"
  .size \name, . - \name
.endm

  .section .rodata, "a", %progbits
  image ftext_image_p50k, "p50k.image"
  image ftext_image_cl100k, "cl100k.image"
  image ftext_image_o200k, "o200k.image"
  image ftext_image_characters, "characters.image"

  .section .note.GNU-stack, "", %progbits
