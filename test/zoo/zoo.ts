import type { Bomb } from './bomb.ts'
import { DOCUMENT_BOMBS } from './document-bombs.ts'
import { MAIL_BOMBS } from './mail-bombs.ts'
import { MARKUP_BOMBS } from './markup-bombs.ts'
import { PICTURE_BOMBS } from './picture-bombs.ts'

/** Every mail here is built to break its reader, and none may. */
export const ZOO: readonly Bomb[] = [...MAIL_BOMBS, ...MARKUP_BOMBS, ...PICTURE_BOMBS, ...DOCUMENT_BOMBS]
