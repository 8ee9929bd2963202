const PARAGRAPHS = '<p>words</p>'.repeat(30)

/** Words that something moves or hides, and whether they are still seen: what is read here is what a browser shows. */
export const MOVED: readonly (readonly [claim: string, html: string, isSeen: boolean])[] = [
  [
    'words at the right edge of what is drawn out to the left',
    '<table align=right><td align=right width=300><p style="margin-left:-600px">8045550147</p></table>',
    true,
  ],
  [
    'words in the middle of what is drawn out far',
    '<center><p style="margin-left:-4000px">8045550147</p></center>',
    false,
  ],
  [
    'a line of its own width that is moved',
    '<p style="text-align:right;width:300px;margin-left:-600px">8045550147</p>',
    false,
  ],
  ['what is moved up from below a long text', `${PARAGRAPHS}<p style="margin-top:-600px">8045550147</p>`, true],
  ['what is moved up in it', `${PARAGRAPHS}<div style="position:relative;top:-600px"><p><b>8045550147</b></div>`, true],
  ['what is moved up above it', `${PARAGRAPHS}<div style="margin-top:-6000px"><p><b>8045550147</b></div>`, false],
  ['what is moved up at the beginning', '<p>words</p><p style="margin-top:-600px"><b>8045550147</b></p>', false],
  [
    'a rule of a list with a name nobody knows',
    '<style>.x,:foo(1){display:none}</style><p class=x>8045550147</p>',
    true,
  ],
  [
    'a rule of a list that forgives one',
    '<style>:is(.x,:foo(1)){display:none}</style><p class=x>8045550147</p>',
    false,
  ],
]
