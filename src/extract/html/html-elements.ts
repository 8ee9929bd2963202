const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

export const VOID = set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
)

/** They stand on lines of their own. */
export const BLOCKS = set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre ' +
    'section select summary table tbody tfoot thead tr ul',
)

/** Blocks with a blank line around them. */
export const PARAGRAPHS = set('p h1 h2 h3 h4 h5 h6 blockquote dl ol ul pre')

export const CELLS = set('td th')

/** Their content is not shown, and why; `''`: it is no text at all and not kept. */
export const UNSEEN: ReadonlyMap<string, string> = new Map(
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
  }),
)

/** HTML 13.2.4.2, category special: an end tag of an ordinary element does not reach past them. */
export const SPECIAL = set(
  'address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd ' +
    'details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header ' +
    'hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript ' +
    'object ol p param plaintext pre script search section select source style summary table tbody td template ' +
    'textarea tfoot th thead title tr track ul wbr xmp',
)

/** HTML 13.2.4.2, category formatting: their end tags close them wherever they stand. */
export const FORMATTING = set('a b big code em font i nobr s small strike strong tt u')

/** An end tag of a special element does not reach past these (HTML 13.2.4.2, scope). */
export const SCOPES = set('applet caption html table td th marquee object template')

const CLOSES_P = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr li dd dt main menu nav ol p pre search section summary table ul xmp',
)

/** What opening an element closes first: any of `ends`, if it is found before one of `stops`. */
type ImpliedEnd = { readonly ends: ReadonlySet<string>; readonly stops: ReadonlySet<string> }

const P: ImpliedEnd = { ends: set('p'), stops: set('applet button caption html marquee object table td template th') }
const TABLE = set('table template html')

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
  }),
)

/** What opening this element closes first, in order. */
export function impliedEnds(name: string): readonly ImpliedEnd[] {
  const own = IMPLIED_ENDS.get(name)
  const p = CLOSES_P.has(name) ? [P] : []
  return own ? [...p, own] : p
}
