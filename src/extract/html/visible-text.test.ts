import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOVED } from '../../../test/moved.ts'
import { visibleText } from './visible-text.ts'

/** What a reader sees of it. */
function seen(html: string): string {
  const { text, hidden } = visibleText(html)
  const first = hidden[0]?.start ?? text.length
  return text.slice(0, first).trimEnd()
}

const whyHidden = (html: string): string[] => visibleText(html).hidden.map(({ why }) => why)

const HIDDEN: readonly (readonly [claim: string, html: string, why: string])[] = [
  ['display: none', '<p style="display:none">804</p>', 'display'],
  ['display: none with !important', '<p style="DISPLAY: none !important">804</p>', 'display'],
  ['display: none behind a comment', '<p style="display:/* x */none">804</p>', 'display'],
  ['display: none behind an escape', '<p style="d\\69splay:none">804</p>', 'display'],
  ['visibility: hidden', '<p style="visibility:hidden">804</p>', 'visibility'],
  ['visibility: collapse', '<p style="visibility:collapse">804</p>', 'visibility'],
  ['the hidden attribute', '<p hidden>804</p>', 'hidden_attribute'],
  ['an opacity of 2 %', '<p style="opacity:.02">804</p>', 'opacity'],
  ['opacities that multiply', '<div style="opacity:.3"><p style="opacity:20%">804</p></div>', 'opacity'],
  ['a font of no size', '<p style="font-size:0">804</p>', 'font_size'],
  ['a font of one pixel', '<p style="font: bold 1px/2 Arial">804</p>', 'font_size'],
  ['a font that shrinks by nesting', '<p style="font-size:10%"><b style="font-size:0.1em">804</b></p>', 'font_size'],
  ['no height', '<div style="height:0;overflow:hidden">804</div>', 'zero_size'],
  ['a height of two pixels', '<div style="max-height:2px;overflow-y:hidden">804</div>', 'zero_size'],
  ['no width', '<div style="max-width:0;overflow:hidden">804</div>', 'zero_size'],
  ['white on white', '<p style="color:#FFF">804</p>', 'color'],
  ['nearly white on white', '<p style="color:rgb(253, 254, 254)">804</p>', 'color'],
  ['the colour of a coloured cell', '<td bgcolor="00b050"><font color="#00b050">804</font></td>', 'color'],
  ['white by name, in hsl', '<p style="background:black"><b style="color:hsl(0 0% 2%)">804</b></p>', 'color'],
  ['a transparent colour', '<p style="color:transparent">804</p>', 'transparent'],
  ['an almost transparent colour', '<p style="color:rgba(0,0,0,.01)">804</p>', 'transparent'],
  ['an indent off the screen', '<p style="text-indent:-9999px">804</p>', 'off_screen'],
  ['a place off the screen', '<p style="position:absolute;left:-9999px">804</p>', 'off_screen'],
  ['a margin off the screen', '<p style="margin:0 0 0 -9999px">804</p>', 'off_screen'],
  ['a transform off the screen', '<p style="transform:translateX(-9999px)">804</p>', 'off_screen'],
  ['a scale of nothing', '<p style="transform:scale(0)">804</p>', 'zero_size'],
  ['a clip of nothing', '<p style="position:absolute;clip:rect(0,0,0,0)">804</p>', 'clipped'],
  ['a clip path of nothing', '<p style="clip-path:inset(50%)">804</p>', 'clipped'],
  ['mso-hide', '<p style="mso-hide:all">804</p>', 'mso_hide'],
  ['a template', '<template>804</template>', 'template'],
  ['noscript', '<noscript>804</noscript>', 'noscript'],
  ['a comment element', '<comment>804</comment>', 'comment_element'],
  ['details that are shut', '<details>804</details>', 'details'],
  ['a title', '<title>804</title>', 'title'],
  ['a margin of ten thousands', '<p style="margin-top:30000px">804</p>', 'far_away'],
  ['a gap of ten thousands', 'Hello<div style="height:30000px"></div>804', 'far_away'],
  ['a thousand empty lines', `Hello${'<br>'.repeat(1000)}804`, 'far_away'],
]

const SEEN: readonly (readonly [claim: string, html: string])[] = [
  ['visible inside invisible', '<p style="visibility:hidden"><b style="visibility:visible">804</b></p>'],
  ['a size given back', '<td style="font-size:0"><span style="font-size:14px">804</span></td>'],
  ['an inline box, which has no height', '<span style="height:0;overflow:hidden">804</span>'],
  ['no height without a cut', '<div style="height:0">804</div>'],
  ['white on a dark cell', '<td bgcolor="#333"><font color="#fff">804</font></td>'],
  ['white on a picture', '<td style="background:url(x.png)"><font color="#fff">804</font></td>'],
  ['grey on white', '<p style="color:#aaa">804</p>'],
  ['a link, which is blue', '<div style="color:#fff"><a href="tel:804">804</a></div>'],
  ['details that stand open', '<details open>804</details>'],
  ['the summary of details', '<details><summary>804</summary></details>'],
  ['a line a little further down', `${'<br>'.repeat(20)}804`],
  ['rules for print', '<style media="print">p{display:none}</style><p>804</p>'],
  ['rules for telephones', '<style>@media (max-width:480px){p{display:none}}</style><p>804</p>'],
  ['rules for other classes', '<style>p.y, div p{display:none}</style><p class="x">804</p>'],
  ['rules of a list with a selector nobody knows', '<style>p,:foo(1){display:none}</style><p>804</p>'],
  ['rules in a comment', '<!--[if mso]><style>p{display:none}</style><![endif]--><p>804</p>'],
  ['a stronger rule', '<style>p{display:none}#a{display:block}</style><p id="a">804</p>'],
  [
    'an important rule against its attribute',
    '<style>p{display:block!important}</style><p style="display:none">804</p>',
  ],
  ['what follows a hidden element', '<p style="display:none">x<p>804'],
  ['what follows a hidden cell', '<table><tr><td style="display:none">x<td>804</table>'],
  ['the outer text of a crossed formatting tag', '<div><b style="display:none">x</div>y</b>804'],
]

const seenWithStyle = (style: string): string => seen(`<p style="${style}">804</p>`)
const HIDING_STYLES = [
  'width:0;height:0;overflow:hidden;display:inline-block',
  'opacity:calc(0*1)',
  'font-size:calc(0px)',
  'font-size:calc(16px - 16px)',
  'font-size:2px',
  'font-size:0.1em',
  'scale:0',
  'transform:scale(.01)',
  'transform:translate(-9999px)',
  'zoom:.01',
  'filter:opacity(0)',
  'clip-path:inset(100%)',
  'position:fixed;top:200vh',
  'position:absolute;inset:-9999px auto auto 0',
  'letter-spacing:-99px',
  'color:color(srgb 1 1 1)',
  'color:oklch(1 0 0)',
  'color:lab(100 0 0)',
  'color:color-mix(in srgb,#fff,#fff)',
  'color:var(--x,#fff)',
  'color:hwb(0 100% 0%)',
  'opacity:min(0,1)',
  'font-size:min(1px,16px)',
  'font-size:calc(20px * 0)',
  'position:relative;left:-900px;margin-left:100px',
  'position:absolute;right:20000px',
]
const SHOWING_STYLES = [
  'font-size:calc(14px + 1vw)',
  'font-size:clamp(14px,2vw,20px)',
  'letter-spacing:-.5px',
  'zoom:1',
  'scale:1',
  'transform:scale(1.2)',
  'filter:none',
  'opacity:inherit',
  'color:var(--text)',
  'color:var(--text,#333)',
  'position:fixed;top:0',
  'color:oklch(0 0 0)',
  'color:lab(0 0 0)',
  'color:hwb(0 0% 100%)',
  'color:color(srgb 0 0 0)',
  'color:oklch(.7 .2 30)',
  'color:light-dark(#000,#fff)',
  'color:#fff;background:oklch(0 0 0)',
  'opacity:calc(1)',
  'opacity:calc(var(--n,2) / 2)',
  'opacity:calc(sin(1))',
  'filter:opacity(calc(1))',
  'scale:calc(1)',
  'zoom:calc(1)',
  'transform:scale(.01) scale(100)',
  'transform:translate(-600px) translate(600px)',
  'font-size:max(1px,16px)',
  'font-size:calc(20px * 1)',
  'font-size:calc(1)',
  'font-size:calc(100vw - 1024px)',
  'position:relative;left:-500px;margin-left:500px',
  'position:absolute;left:50%;margin-left:-500px',
  'position:absolute;right:600px',
  'position:absolute;bottom:600px',
  'position:absolute;right:0;margin-left:-600px',
  'float:right;margin-left:-600px',
  'display:block;margin-left:-600px;text-align:right',
]

const BY_RULE: readonly (readonly [claim: string, html: string])[] = [
  ['a tag', '<style>p{display:none}</style><p>804</p>'],
  ['a class', '<style>.a{display:none}</style><p class="b a">804</p>'],
  ['an id', '<style>#a{display:none}</style><p id="a">804</p>'],
  ['a descendant', '<style>table .a b{display:none}</style><table><tr class="a"><td><b>804</b></table>'],
  ['a child', '<style>div > p{display:none}</style><div><p>804</p></div>'],
  ['one of a list', '<style>h1, h2, .a{display:none}</style><p class="a">804</p>'],
  ['everything', '<style>*{opacity:0}</style><p>804</p>'],
  ['a rule for screens', '<style>@media screen{p{display:none}}</style><p>804</p>'],
  ['a rule after the text', '<p>804</p><style>p{display:none}</style>'],
  ['a style sheet in comment marks', '<style><!-- p{display:none} --></style><p>804</p>'],
]

describe('hidden from the reader, with the reason:', () => {
  test.each(HIDDEN)('%s', (_, html, why) => {
    expect(whyHidden(html)).toEqual([why])
    expect(seen(html)).not.toContain('804')
    expect(visibleText(html).text).toContain('804')
  })
  test.each(HIDING_STYLES)('by %s', (style) => {
    expect(seenWithStyle(style)).toBe('')
  })
  test.each(BY_RULE)('by a rule for %s', (_, html) => {
    expect(seen(html)).toBe('')
  })
  test('a span of a hidden text is where the text says it is', () => {
    const { text, hidden } = visibleText('Call us<i style="display:none">804 555</i><p style="opacity:0">206</p> now')
    expect(hidden.map(({ start, end }) => text.slice(start, end))).toEqual(['804 555', '206'])
  })
})

describe('seen by the reader:', () => {
  test.each(SHOWING_STYLES)('in spite of %s', (style) => {
    expect(seenWithStyle(style)).toBe('804')
  })
  test('letters that have their size again inside a size of nothing', () => {
    expect(seen('<div style="font-size:0"><p style="font-size:14px">804</p></div>')).toBe('804')
  })
  test.each(SEEN)('%s', (_, html) => {
    expect(seen(html)).toContain('804')
  })
})

describe('laid out as it is seen:', () => {
  test('digits are joined over tags, comments and hidden junk', () => {
    expect(seen('8<b>0</b>4<!-- x -->-<wbr>555<i style="display:none">99</i>-<font>01</font>47')).toBe('804-555-0147')
  })
  test('invisible junk that takes room leaves a gap', () => {
    expect(seen('804<i style="visibility:hidden">99</i>555')).toBe('804 555')
  })
  test('blocks, breaks and list items stand on lines of their own', () => {
    expect(seen('a<div>b</div>c<br>d<ul><li>e<li>f</ul>')).toBe('a\nb\nc\nd\n\ne\nf')
  })
  test('cells of a row stand beside each other, whatever is in them', () => {
    expect(seen('<table><tr><td><p>a</p><td><div>b</div></tr><tr><td>c</td></tr></table>')).toBe('a\tb\nc')
  })
  test('blocks made inline stand in the line', () => {
    expect(seen('<div style="display:inline">80</div><div style="display:inline">4</div>')).toBe('804')
  })
  test('white space collapses, but not where it is kept', () => {
    expect(seen('a \n  b<pre>c\n  d</pre>')).toBe('a b\n\nc\n  d')
  })
  test('entities are read', () => {
    expect(seen('&#56;&#x30;&#52;&nbsp;555&amp;')).toBe('804\u00A0555&')
  })
  test('an override turns its text around', () => {
    expect(seen('<bdo dir="rtl">7410-555</bdo>')).toBe('\u202E7410-555\u202C')
  })
  test('scripts and styles are no text', () => {
    expect(visibleText('<script>804</script><style>p{x:804}</style>a').text).toBe('a')
  })
})

describe('links', () => {
  test('are seen where something in them is, and their words are kept', () => {
    const { links } = visibleText(
      '<a href="tel:+18045550147">Call +1 <b>888</b> 555 0100</a><a href="tel:+18045550148"><i hidden>x</i></a><a href="sms:555"><img src="x"></a>',
    )
    expect(links).toEqual([
      { number: '+18045550147', opens: 'call', isVisible: true, shows: 'Call +1 888 555 0100' },
      { number: '+18045550148', opens: 'call', isVisible: false, shows: '' },
      { number: '555', opens: 'message', isVisible: true, shows: '' },
    ])
  })
  test('of an image map are read', () => {
    expect(visibleText('<map><area href="https://wa.me/15550147123"></map>').links).toEqual([
      { number: '+15550147123', opens: 'message', isVisible: true, shows: '' },
    ])
  })
})

describe('pictures', () => {
  const { text, pictures } = visibleText(
    'Call <img src="cid:a@b" alt="Norton" width="600" height=80>now<p style="display:none">x<img src="DATA:image/png;base64,AA">' +
      '</p><img src="https://t.example/o.gif" width=1 height=1>',
  )
  test('are told with where they come from, what they are called, how large they are and whether they are seen', () => {
    expect(pictures).toMatchObject([
      { src: 'cid:a@b', alt: 'Norton', width: 600, height: 80, isVisible: true },
      { src: 'DATA:image/png;base64,AA', alt: '', width: null, height: null, isVisible: false },
      { src: 'https://t.example/o.gif', alt: '', width: 1, height: 1, isVisible: false },
    ])
  })
  test('stand somewhere in the text', () => {
    expect(pictures.map(({ at }) => text.slice(0, at).trim())).toEqual(['Call', 'Call now\n\nNorton\n\nx', 'Call now'])
  })
  test('are told up to a thousand', () => {
    expect(visibleText('<img>'.repeat(3_000)).pictures).toHaveLength(1_000)
  })
})

describe('hostile HTML', () => {
  test('nested a hundred thousand deep is read to the end', () => {
    const html = `${'<div><b>'.repeat(100_000)}804${'</i></div>'.repeat(100_000)}555`
    expect(seen(html).replaceAll('\n', '')).toBe('804555')
  })
  test('with a rule for each of very many elements is read to the end', () => {
    const rules = Array.from({ length: 20_000 }, (_, index) => `.a .b${index} .a{color:red}`).join('')
    expect(seen(`<style>${rules}</style>${'<p class="a">x'.repeat(20_000)}<p>804`)).toContain('804')
  })
  test('with a selector of tens of thousands of classes is read to the end', () => {
    const classes = Array.from({ length: 60_000 }, (_, index) => `a${index}`).join(' ')
    const html = `<style>${'.z'.repeat(60_000)}{display:none}</style><p class="${classes} z">804</p>`
    expect(visibleText(html)).toMatchObject({ text: '804', hidden: [{ why: 'display' }] })
  })
  test('with unclosed comments, quotes and rules is read to its end', () => {
    expect(seen(`a<style>${'/*'.repeat(50_000)}</style>b<p style="x:'${'('.repeat(50_000)}">c`)).toBe(
      'a\n\nb\n\nc'.replace('a\n\nb', 'ab'),
    )
  })
  test('of any kind gives spans inside its text, in order', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<i hidden>',
      '</i>',
      '<td>',
      '<table>',
      '</table>',
      '804',
      ' ',
      '<br>',
      '<details>',
      '&#8;',
      '<b style="opacity:0">',
      '</b>',
      '<style>p{display:none}</style>',
      '<!--',
      '-->',
      '<svg/>',
      '<',
      '"',
      '</div>',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const { text, hidden } = visibleText(parts.join(''))
        let last = 0
        for (const { start, end } of hidden) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

test.each(MOVED)('%s is told from what is gone', (_claim, html, isSeen) => {
  const { text, hidden } = visibleText(html)
  const at = text.indexOf('8045550147')
  expect(hidden.some(({ start, end }) => start <= at && at < end)).toBe(!isSeen)
})
