const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** How an element stands among others. */
export type Layout = 'inline' | 'item' | 'block' | 'paragraph' | 'row' | 'cell'

/** What opening an element closes first: any of `ends`, if it is found before one of `stops`. */
export type ImpliedEnd = { readonly ends: ReadonlySet<string>; readonly stops: ReadonlySet<string> }

/** What HTML says of an element by its name. */
export type ElementKind = {
  readonly layout: Layout
  readonly isVoid: boolean
  /** HTML 13.2.4.2, category special: an end tag of an ordinary element does not reach past them. */
  readonly isSpecial: boolean
  /** Closed by something else than its own end tag, it goes on in what follows (HTML 13.2.4.3). */
  readonly isFormatting: boolean
  /** What was left open inside of it does not go on outside. */
  readonly isMarker: boolean
  /** An end tag does not reach past these of the open elements. */
  readonly barrier: ReadonlySet<string> | null
  /** What opening it closes first, in order. */
  readonly impliedEnds: readonly ImpliedEnd[]
  /** Why its content is not shown; `''`: it is no text at all and not kept; null: it is shown. */
  readonly unseen: string | null
  /** Whether tags in it are none, and entities too. */
  readonly holds: 'markup' | 'text' | 'raw_text'
}

const VOID = set('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr')

const BLOCKS = set(
  'address article aside body caption center dd details dialog dir div dt fieldset figcaption figure footer form ' +
    'frameset header hgroup hr html legend li main menu nav optgroup option search section select summary table ' +
    'tbody tfoot thead',
)

/** Blocks with a blank line around them. */
const PARAGRAPHS = set('p h1 h2 h3 h4 h5 h6 blockquote dl ol ul pre listing xmp plaintext')

const UNSEEN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    script: '',
    style: '',
    iframe: '',
    noembed: '',
    noframes: '',
    title: 'title',
    template: 'template',
    noscript: 'noscript',
    comment: 'comment_element',
    datalist: 'not_rendered',
    audio: 'not_rendered',
    video: 'not_rendered',
    canvas: 'not_rendered',
    progress: 'not_rendered',
    meter: 'not_rendered',
    rp: 'not_rendered',
  }),
)

const RAW_TEXT = set('script style xmp iframe noembed noframes plaintext')
const ONLY_TEXT = set('title textarea')

const SPECIAL = set(
  'address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd ' +
    'details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header ' +
    'hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript ' +
    'object ol p param plaintext pre script search section select source style summary table tbody td template ' +
    'textarea tfoot th thead title tr track ul wbr xmp',
)

/** HTML 13.2.4.2, category formatting: their end tags close them wherever they stand. */
const FORMATTING = set('a b big code em font i nobr s small strike strong tt u')

const MARKERS = set('applet object marquee template td th caption')

/** An end tag of a special element does not reach past these (HTML 13.2.4.2, scope). */
const SCOPES = set('applet caption html table td th marquee object template')

/** Parts of a table close everything inside them but no other table; `</table>` itself meets its own name first. */
const TABLE_PARTS = set('table tbody thead tfoot tr td th caption body html')
const TABLE = set('table template html')

const CLOSES_P = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr li dd dt main menu nav ol p pre search section summary table ul xmp',
)

const P: ImpliedEnd = { ends: set('p'), stops: set('applet button caption html marquee object table td template th') }

const IMPLIED_ENDS: ReadonlyMap<string, ImpliedEnd> = new Map(
  Object.entries({
    li: { ends: set('li'), stops: set('ul ol menu dir table td th template html') },
    dd: { ends: set('dd dt'), stops: set('dl table td th template html') },
    dt: { ends: set('dd dt'), stops: set('dl table td th template html') },
    option: { ends: set('option'), stops: set('select datalist template html') },
    td: { ends: set('td th'), stops: TABLE },
    th: { ends: set('td th'), stops: TABLE },
    tr: { ends: set('tr'), stops: TABLE },
    tbody: { ends: set('tbody thead tfoot'), stops: TABLE },
    thead: { ends: set('tbody thead tfoot'), stops: TABLE },
    tfoot: { ends: set('tbody thead tfoot'), stops: TABLE },
    a: { ends: set('a'), stops: SCOPES },
    button: { ends: set('button'), stops: SCOPES },
  }),
)

const KINDS = new Map<string, ElementKind>()
const PLAIN = kindOf('span')
const NAMED = [VOID, BLOCKS, PARAGRAPHS, RAW_TEXT, ONLY_TEXT, SPECIAL, FORMATTING, SCOPES, TABLE_PARTS, CLOSES_P]
for (const names of [...NAMED, UNSEEN.keys(), IMPLIED_ENDS.keys()]) {
  for (const name of names) if (!KINDS.has(name)) KINDS.set(name, kindOf(name))
}

/** In: name, in small letters. */
export function elementKind(name: string): ElementKind {
  return KINDS.get(name) ?? PLAIN
}

function kindOf(name: string): ElementKind {
  const own = IMPLIED_ENDS.get(name)
  return {
    layout: layoutOf(name),
    isVoid: VOID.has(name),
    isSpecial: SPECIAL.has(name),
    isFormatting: FORMATTING.has(name),
    isMarker: MARKERS.has(name),
    barrier: FORMATTING.has(name) ? SCOPES : !SPECIAL.has(name) ? null : TABLE_PARTS.has(name) ? TABLE : SCOPES,
    impliedEnds: [...(CLOSES_P.has(name) ? [P] : []), ...(own ? [own] : [])],
    unseen: UNSEEN.get(name) ?? null,
    holds: RAW_TEXT.has(name) ? 'raw_text' : ONLY_TEXT.has(name) ? 'text' : 'markup',
  }
}

function layoutOf(name: string): Layout {
  if (name === 'td' || name === 'th') return 'cell'
  if (name === 'tr') return 'row'
  if (PARAGRAPHS.has(name)) return 'paragraph'
  return BLOCKS.has(name) ? 'block' : 'inline'
}
