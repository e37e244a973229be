/*
** The compiled vocabularies as constant data, on pages of their own: in an
** object for ELF, for Mach-O (macOS, where C's names begin with _) or for
** COFF (Windows).
*/

#if defined(__APPLE__)
.macro image name, file
  .p2align 12
  .private_extern _\name
_\name:
  .incbin "\file"
.endm
  .section __TEXT,__const
#elif defined(_WIN32)
.macro image name, file
  .balign 4096
  .globl \name
\name:
  .incbin "\file"
.endm
  .section .rdata, "dr"
#else
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
#endif

  image ftext_image_p50k, "p50k.image"
  image ftext_image_cl100k, "cl100k.image"
  image ftext_image_o200k, "o200k.image"
  image ftext_image_characters, "characters.image"

#ifdef __ELF__
  .section .note.GNU-stack, "", %progbits
#endif
