import { describe, expect, test } from 'vitest'
import { visibleText } from './visible-text.ts'

/** The words of a page that are seen, and those that are not. */
function read(html: string): { seen: string; unseen: string; why: string[] } {
  const { text, hidden } = visibleText(html)
  const unseen = hidden.map(({ start, end }) => text.slice(start, end)).join(' ')
  return { seen: text.slice(0, hidden[0]?.start ?? text.length).trim(), unseen, why: hidden.map(({ why }) => why) }
}

const NUMBER = '(804) 555-0147'
const block = (style: string): string => `Hello <div style="${style}">${NUMBER}</div>`

/** Each line of the catalogue's section on what is not seen, with the reason it is kept with. */
const UNSEEN: readonly (readonly [line: string, html: string, why: string])[] = [
  ['display:none', block('display:none'), 'display'],
  ['visibility:hidden', block('visibility:hidden'), 'visibility'],
  ['visibility:collapse', block('visibility:collapse'), 'visibility'],
  ['hidden attribute', `Hello <div hidden>${NUMBER}</div>`, 'hidden_attribute'],
  ['opacity near 0', block('opacity:.01'), 'opacity'],
  ['font-size 0', block('font-size:0'), 'font_size'],
  ['font-size 1px', block('font-size:1px'), 'font_size'],
  ['letters three pixels high', block('font-size:3px;color:#e9e9e9'), 'font_size'],
  ['max-height:0 with overflow hidden', block('max-height:0;overflow:hidden'), 'zero_size'],
  ['height:0 with overflow hidden', block('height:0px;overflow:hidden'), 'zero_size'],
  ['color equal to its background', block('color:#123456;background:#123456'), 'color'],
  ['color near its background', `<table bgcolor="#fefefe"><tr><td style="color:#fdfdfd">${NUMBER}</table>`, 'color'],
  ['transparent colors', block('color:rgba(10,20,30,0)'), 'transparent'],
  ['text-indent off screen', block('text-indent:-9999px'), 'off_screen'],
  ['absolute position off screen', block('position:absolute;top:-5000px'), 'off_screen'],
  ['clipped', block('position:absolute;clip:rect(1px,1px,1px,1px)'), 'clipped'],
  ['clipped by a path', block('clip-path:polygon(0 0,0 0,0 0)'), 'clipped'],
  ['pushed tens of thousands of pixels down', block('margin-top:25000px'), 'far_away'],
  ['pushed down by an empty table', `Hello <table><tr><td height="40000"></table>${NUMBER}`, 'far_away'],
  ['mso-hide:all', block('mso-hide:all'), 'mso_hide'],
  ['<template>', `Hello <template>${NUMBER}</template>`, 'template'],
  ['<noscript>', `Hello <noscript>${NUMBER}</noscript>`, 'noscript'],
  ['<comment>', `Hello <comment>${NUMBER}</comment>`, 'comment_element'],
  ['<title>', `<title>${NUMBER}</title>Hello`, 'title'],
  ['collapsed <details>', `Hello <details><summary>more</summary>${NUMBER}</details>`, 'details'],
  ['rules from <style> blocks by class', `<style>.x{display:none}</style><p class=x>${NUMBER}`, 'display'],
  ['rules from <style> blocks by id', `<style>#x{visibility:hidden}</style><p id=x>${NUMBER}`, 'visibility'],
  ['rules from <style> blocks by tag', `<style>blockquote{opacity:0}</style><blockquote>${NUMBER}`, 'opacity'],
  ['rules by attribute', `<style>[class^="pre"]{display:none}</style><p class=preheader>${NUMBER}`, 'display'],
  ['rules by place', `<style>td:nth-child(2){display:none}</style><table><td>1<td>${NUMBER}</table>`, 'display'],
  ['rules by elder siblings', `<style>h1 ~ p{display:none}</style><h1>a</h1><b>b</b><p>${NUMBER}`, 'display'],
  ['rules by what it is not', `<style>p:not(.x){display:none}</style><p>${NUMBER}`, 'display'],
  ['rules with variables', `<style>:root{--bg:#fff}p{color:var(--bg)}</style><p>${NUMBER}`, 'color'],
  ['a shorthand after its longhand', block('background-color:#000;background:#fff;color:#fff'), 'color'],
  ['a value that is none', block('display:none;display:nonsense'), 'display'],
  ['a formatting element that goes on', `<p><b style="display:none">x<p>${NUMBER}`, 'display'],
  ['dots for letters', block('-webkit-text-security:disc'), 'text_security'],
  ['letters moved into each other', block('letter-spacing:-1em'), 'letter_spacing'],
  ['a zoom in a zoom', `Hello <div style="zoom:.3">${block('zoom:.3')}</div>`, 'zero_size'],
  ['blurred letters', block('filter:blur(20px)'), 'filter'],
  ['the words of a picture that is shown', `Hello <img src="cid:a" alt="${NUMBER}">`, 'alt_text'],
]

/** What a reader does see, though it looks alike. */
const SEEN: readonly (readonly [claim: string, html: string])[] = [
  ['a hack for one old browser', block('display:block;display:none\\9')],
  ['rules for a dark screen', `<style>@media (prefers-color-scheme:dark){p{display:none}}</style><p>${NUMBER}`],
  ['rules for who lacks something', `<style>@supports not (display:grid){p{display:none}}</style><p>${NUMBER}`],
  ['a weaker rule that comes later', `<style>#a{display:block}.x{display:none}</style><p id=a class=x>${NUMBER}`],
  ['a height in a table, which only grows', `<table><tr><td style="height:0;overflow:hidden">${NUMBER}</table>`],
  ['a scale on a line, which has none', `<span style="transform:scale(0)">${NUMBER}</span>`],
  ['bgcolor where it paints nothing', `<body bgcolor=black><div bgcolor=white><font color=white>${NUMBER}`],
  ['a shadow under transparent letters', block('color:transparent;text-shadow:0 0 0 #000')],
  [
    'a background cut to the letters',
    block('color:transparent;background:linear-gradient(red,blue);-webkit-background-clip:text'),
  ],
  ['words of a picture that has to be fetched', `<img src="https://x.example/a.png" alt="${NUMBER}">`],
  ['letters moved apart again', `<div style="letter-spacing:-1em"><b style="letter-spacing:0">${NUMBER}</b></div>`],
  ['a zoom that is undone', `<div style="zoom:.1"><div style="zoom:10">${NUMBER}</div></div>`],
  [
    'a margin that the padding around it undoes',
    `<div style="padding-left:600px"><p style="margin-left:-600px">${NUMBER}</p></div>`,
  ],
  ['an input that is filled in', `<input type=text value="${NUMBER}">`],
  ['a button in a text of no size', `<div style="font-size:0"><button>${NUMBER}</button></div>`],
  ['the text of a drawing', `<svg width=200 height=40><text x=0 y=20>${NUMBER}</text></svg>`],
  ['what is made up for an object', `<object data="x.swf">${NUMBER}</object>`],
]

/** Disguises that markup makes. */
const JOINED: readonly (readonly [line: string, html: string, seen: string])[] = [
  ['digits split across tags', '<b>80</b><i>4</i><span></span>-5<font>55</font>', '804-555'],
  ['digits split across comments', '80<!-- x -->4-<!--[if mso]>9<![endif]-->55<!-- --!>5', '804-555'],
  ['digits split across table cells', '<table><tr><td>804<td>555<td>0147</table>', '804\t555\t0147'],
  ['digits split across <br>', '804<br>555', '804\n555'],
  ['digits split across <wbr> and soft hyphens', '80<wbr>4&shy;555', '804\u00AD555'],
  ['digits split across boxes in a line', '<div style="display:flex"><p>804</p><p>555</p></div>', '804 555'],
  ['HTML entities', '&#56;&#x30;&#52&nbsp;&#8203;555', '804\u00A0\u200B555'],
  ['entities that are none', '&#xZZ;804 &nosuch; &#', '&#xZZ;804 &nosuch; &#'],
  ['entities of the old code page', '804&#150;555', '804\u2013555'],
  ['CSS ::before', '<style>.n::before{content:"804-"}</style><b class=n>555</b>', '804-555'],
  [
    'CSS ::after with an attribute',
    '<style>.n:after{content:"-" attr(data-n)}</style><b class=n data-n=555>804</b>',
    '804-555',
  ],
  ['CSS ::before in escapes', '<style>.n::before{content:"\\38 \\30 4"}</style><b class=n></b>', '804'],
  [
    'digits in reverse order with direction: rtl',
    '<p style="direction:rtl;unicode-bidi:bidi-override">7410</p>',
    '\u202E7410\u202C',
  ],
  ['text-transform', '<p style="text-transform:uppercase">8o4-ssl</p>', '8O4-SSL'],
  ['white-space: pre', '<p style="white-space:pre">804\n555</p>', '804\n555'],
  ['white-space: pre-line', '<p style="white-space:pre-line">804  1\n555</p>', '804 1\n555'],
]

describe('not seen by the victim:', () => {
  test.each(UNSEEN)('%s', (_, html, why) => {
    expect(read(html)).toMatchObject({ unseen: expect.stringContaining(NUMBER), why: [why] })
    expect(read(html).seen).not.toContain(NUMBER)
  })
})

describe('seen by the victim:', () => {
  test.each(SEEN)('in spite of %s', (_, html) => {
    expect(read(html).seen).toContain(NUMBER)
  })
  test('what stands far below, behind a screen of nothing, which blank lines tell', () => {
    const { text, hidden } = visibleText(`Call 206<div style="height:900px"></div>${NUMBER}`)
    expect(hidden).toEqual([])
    expect(text).toMatch(/^Call 206\n{16}\(804\) 555-0147$/)
  })
})

describe('read as it stands there:', () => {
  test.each(JOINED)('%s', (_, html, seen) => {
    expect(read(html).seen).toBe(seen)
  })
})

test('a rule cannot make a page of every element', () => {
  const html = `<style>b::before{content:"${'8'.repeat(2_000)}"}</style>${'<b></b>'.repeat(10_000)}`
  expect(visibleText(html).text.length).toBeLessThanOrEqual(100_000)
})
