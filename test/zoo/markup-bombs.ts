import type { Bomb } from './bomb.ts'
import { htmlMail, mailWith } from './bomb.ts'

const many = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join('')

const BILLION_LAUGHS = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a0 "ha">${many(
  30,
  (at) => `<!ENTITY a${at + 1} "&a${at};&a${at};&a${at};&a${at};&a${at};&a${at};&a${at};&a${at};&a${at};&a${at};">`,
)}]><svg xmlns="http://www.w3.org/2000/svg"><text>&a30;</text></svg>`
const XXE = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="file:///etc/passwd" width="9" height="9"/><text>&x;</text></svg>`

/** Markup, style and calendars. */
export const MARKUP_BOMBS: readonly Bomb[] = [
  {
    name: '50 MB of HTML',
    mail: () => htmlMail('<p class="a b" style="color:red">x<b>y</b></p>'.repeat(1_150_000)),
    tells: ['text_too_large'],
    calls: true,
  },
  { name: 'HTML 100,000 deep', mail: () => htmlMail('<div>'.repeat(100_000)), tells: [], calls: true },
  { name: 'tables in tables', mail: () => htmlMail('<table><tr><td>'.repeat(50_000)), tells: [], calls: true },
  {
    name: 'tags that never close',
    mail: () => htmlMail('<a <b <!-- <![CDATA['.repeat(200_000)),
    tells: [],
    calls: true,
  },
  {
    name: 'a tag of a million attributes',
    mail: () => htmlMail(`<p ${'a=1 '.repeat(1_000_000)}>x`),
    tells: [],
    calls: true,
  },
  {
    name: 'entities without end',
    mail: () => htmlMail('&amp&#x38;&#56;&zwj;&#99999999;'.repeat(150_000)),
    tells: [],
    calls: true,
  },
  {
    name: 'closing tags without end',
    mail: () => htmlMail(`${'<b><i>'.repeat(30_000)}${'</p></i></b></a>'.repeat(100_000)}`),
    tells: [],
    calls: true,
  },
  {
    name: 'style sheets of 20,000 rules on 20,000 elements',
    mail: () =>
      htmlMail(
        `<style>${many(20_000, (at) => `.c${at} div p>b:not(.x),#i${at} *{color:red;display:none}`)}</style>${many(20_000, (at) => `<b class="c${at} c${at + 1}">x</b>`)}`,
      ),
    tells: [],
    calls: true,
  },
  {
    name: 'selectors that try every way up',
    mail: () =>
      htmlMail(
        `<style>${'div '.repeat(2_000)}p{color:red}${'* * * * * * * * * * * b{top:0}'.repeat(2_000)}</style>${'<div>'.repeat(2_000)}<p>${'<b>x</b>'.repeat(20_000)}`,
      ),
    tells: [],
    calls: true,
  },
  {
    name: 'elements with 10,000 classes',
    mail: () =>
      htmlMail(
        `<style>${many(5_000, (at) => `.c${at}{color:red}`)}</style>${`<b class="${many(10_000, (at) => `c${at} `)}">x</b>`.repeat(60)}`,
      ),
    tells: [],
    calls: true,
  },
  {
    name: 'style without end',
    mail: () => htmlMail(`<style>${'a{b:c;'.repeat(400_000)}</style>`),
    tells: [],
    calls: true,
  },
  {
    name: 'brackets in style',
    mail: () =>
      htmlMail(
        `<style>${'@media (((('.repeat(200_000)}${'calc('.repeat(200_000)}</style><p style="width:${'calc('.repeat(100_000)}">x`,
      ),
    tells: [],
    calls: true,
  },
  {
    name: 'hidden spans without end',
    mail: () => htmlMail('<i hidden>1</i>2'.repeat(150_000)),
    tells: [],
    calls: true,
  },
  {
    name: 'data URIs without end',
    mail: () => htmlMail('<img src="data:image/png;base64,AAAA">'.repeat(100_000)),
    tells: [],
    calls: true,
  },
  {
    name: 'an SVG of a billion laughs',
    mail: () => mailWith(['a.svg', 'image/svg+xml', BILLION_LAUGHS]),
    tells: [],
    calls: true,
  },
  { name: 'an SVG that reads files', mail: () => mailWith(['a.svg', 'image/svg+xml', XXE]), tells: [], calls: true },
  {
    name: 'an SVG as wide as the world',
    mail: () =>
      mailWith([
        'a.svg',
        'image/svg+xml',
        `<svg xmlns="http://www.w3.org/2000/svg" width="1000000000" height="1000000000">${'<g>'.repeat(20_000)}<text>8</text></svg>`,
      ]),
    tells: [],
    calls: true,
  },
  {
    name: 'an SVG that uses itself',
    mail: () =>
      mailWith([
        'a.svg',
        'image/svg+xml',
        `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99">${many(30, (at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`)}<use href="#g30"/><g id="g0"><use href="#g30"/></g></svg>`,
      ]),
    tells: [],
    calls: true,
  },
  {
    name: 'a calendar of 40 MB',
    mail: () =>
      mailWith([
        'a.ics',
        'text/calendar',
        `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\nSUMMARY:a\r\n b\r\nDESCRIPTION:c\\n\\,\r\nEND:VEVENT\r\n'.repeat(650_000)}`,
      ]),
    tells: ['text_too_large', 'part_limit'],
    calls: true,
  },
  {
    name: 'a calendar of one line folded a million times',
    mail: () => mailWith(['a.ics', 'text/calendar', `BEGIN:VCALENDAR\r\nSUMMARY:${'a\r\n '.repeat(1_000_000)}`]),
    tells: [],
    calls: true,
  },
  {
    name: 'a vCard of 200,000 numbers',
    mail: () =>
      mailWith([
        'a.vcf',
        'text/vcard',
        `BEGIN:VCARD\r\n${'TEL;TYPE=work:+1 206 547 1201\r\n'.repeat(200_000)}END:VCARD`,
      ]),
    tells: ['text_too_large', 'part_limit'],
    calls: true,
  },
]
