/** What a group is for. `skip`: nobody sees what stands in it. */
export type Destination = 'text' | 'skip' | 'fonts' | 'colors' | 'instruction' | 'picture' | 'tag'

/** What control words begin. Source: RTF 1.9.1. */
export const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  colortbl: 'colors',
  fldinst: 'instruction',
  pict: 'picture',
  htmltag: 'tag',
  mhtmltag: 'skip',
  ...Object.fromEntries(
    (
      'stylesheet info nonshppict sp listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata ' +
      'colorschememapping datastore latentstyles pnseclvl pn listtext objdata objclass objname filetbl private template ' +
      'bkmkstart bkmkend atnid atnauthor atntime atnref atrfstart atrfend xe tc rxe fldtype datafield formfield ' +
      'falt panose pgptbl mmathPr docvar userprops wgrffmtfilter'
    )
      .split(' ')
      .map((name) => [name, 'skip']),
  ),
}
/** Marked as unknown to old programs, and read all the same. */
export const READ_STARRED = new Set([
  'fldinst',
  'htmltag',
  'shpinst',
  'shppict',
  'shptxt',
  'footnote',
  'annotation',
  'bkmkstart',
])

/** What control words write. */
export const WRITTEN: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  column: '\n',
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
  nestrow: '\n',
  '~': '\u00A0',
  _: '-',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
}
