/** Names of pseudo-classes and pseudo-elements that browsers know. Source: Selectors 4, CSS Pseudo-Elements 4, HTML. */
const KNOWN = new Set(
  (
    'active any-link autofill blank buffering checked current default defined dir disabled empty enabled first-child ' +
    'first-of-type focus focus-visible focus-within fullscreen future has has-slotted host host-context hover ' +
    'in-range indeterminate invalid is lang last-child last-of-type link local-link matches modal muted not nth-child ' +
    'nth-col nth-last-child nth-last-of-type nth-of-type only-child only-of-type open optional out-of-range past ' +
    'paused picture-in-picture placeholder-shown playing popover-open read-only read-write required root scope ' +
    'seeking stalled state target target-within user-invalid user-valid valid visited volume-locked where ' +
    'after backdrop before cue details-content file-selector-button first-letter first-line grammar-error highlight ' +
    'marker part placeholder selection slotted spelling-error target-text view-transition'
  ).split(' '),
)

const PSEUDO = /::?(-?[a-z][\w-]*)/gi
/** What may hold a colon and is no pseudo; and lists that forgive what is in them. */
const QUOTED = /:(?:is|where)\((?:[^()]|\([^()]{0,200}\)){0,400}\)|\[[^\]]{0,400}\]|"[^"]{0,400}"|'[^']{0,400}'|\\./g

/**
 * Whether browsers read a list of selectors at all: one name in it that they do not know, and the whole rule is void.
 * Source: Selectors 4, §3.9. Prefixed names are those of some browser, and taken for known.
 */
export function isListKnown(selectors: string): boolean {
  const plain = selectors.replace(QUOTED, '')
  return [...plain.matchAll(PSEUDO)].every(([, name = '']) => name.startsWith('-') || KNOWN.has(name.toLowerCase()))
}
