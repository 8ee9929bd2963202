import { fill } from '../../src/simulate/phrases.ts'
import { escapeHtml } from '../../src/simulate/write-html.ts'
import { htmlOf, seenIn, textOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { drawNumber } from './numbers.ts'
import type { Vehicle } from './vehicle.ts'

/** The words of quite another mail, for the text part nobody sees. */
const OTHER_MAIL =
  'Hello! Thank you for joining our gardening letter. This week: how to prune roses, and where to see the first snowdrops. ' +
  'Our office is open on weekdays, {number}.'

/** A sentence that says nothing of a number where the number is elsewhere. */
const withoutNumber = ({ paragraphs }: Draft): string[] => paragraphs.filter((one) => !one.includes('{number}'))

/** Numbers in the body, the headers and behind links. */
export const BODY_VEHICLES: Readonly<Record<string, Vehicle>> = {
  text: { where: 'body', able: 'characters', count: 22, write: (draft) => ({ text: textOf(draft).join('\n\n') }) },
  html: {
    where: 'body',
    able: 'html',
    count: 18,
    write: (draft) => ({ text: textOf(draft).join('\n\n'), html: htmlOf(draft) }),
  },
  html_only: { where: 'body', able: 'html', count: 30, write: (draft) => ({ html: htmlOf(draft) }) },
  other_text: {
    where: 'body',
    able: 'html',
    count: 5,
    write(draft) {
      const { e164, national } = drawNumber('US', draft.chance.fork('other'))
      return { text: fill(OTHER_MAIL, { number: national }), html: htmlOf(draft), hidden: [e164] }
    },
  },
  subject: {
    where: 'subject',
    able: 'characters',
    count: 6,
    write: (draft) => ({
      text: withoutNumber(draft).join('\n\n'),
      subject: `${draft.subject} ${draft.chance.pick(['-', '|', '☎', ''])} ${draft.shown.raw.replace(/\s/g, ' ')}`,
      seen: seenIn({ ...draft, official: null }, 'subject'),
    }),
  },
  sender_name: {
    where: 'from',
    able: 'characters',
    count: 5,
    write: (draft) => ({
      text: withoutNumber(draft).join('\n\n'),
      fromName: `${draft.letter.from} ${draft.shown.raw.replace(/\s/g, ' ')}`,
      seen: seenIn({ ...draft, official: null }, 'from'),
    }),
  },
  tel_link: linked('tel:', (number) => number),
  tel_percent: linked('tel:', (number) => number.replace(/\+/g, '%2B').replace(/(\d{3})$/, '%2D$1')),
  tel_bidi: linked('tel:', (number) => `%E2%80%AA${number}%E2%80%AC`),
  tel_spaced: linked('TEL:', (number) => ` ${number.replace(/(\d{4})$/, ' ($1)')}`),
  callto: linked('callto:', (number) => number),
  facetime: linked('facetime-audio:', (number) => number),
  tel_differs: {
    where: 'body',
    able: 'plain',
    count: 4,
    write(draft) {
      const dialled = drawNumber('US_FREE', draft.chance.fork('dialled'))
      const html = htmlOf(draft, `<a href="tel:${dialled.e164}">${draft.shown.html}</a>`)
      const behind = { e164: dialled.e164, raw: dialled.e164, where: 'tel_link', role: 'callback', obf: [] }
      return { html, seen: [...seenIn(draft, 'body'), behind] }
    },
  },
  sms: messenger((digits) => `sms:+${digits}?body=START`),
  wa_me: messenger((digits) => `https://wa.me/${digits}?text=Hi`),
  whatsapp_api: messenger((digits) => `https://api.whatsapp.com/send/?phone=%2B${digits}&text&type=phone_number`),
  whatsapp_scheme: messenger((digits) => `whatsapp://send?phone=${digits}`),
}

function linked(scheme: string, write: (number: string) => string): Vehicle {
  return {
    where: 'tel_link',
    able: 'plain',
    count: 2,
    write: (draft) => ({
      html: htmlOf(draft, `<a href="${scheme}${write(draft.shown.number.e164)}">${LINK_WORDS[draft.language]}</a>`),
    }),
  }
}

function messenger(address: (digits: string) => string): Vehicle {
  return {
    where: 'tel_link',
    able: 'plain',
    count: 2,
    asks: 'message',
    write: (draft) => {
      const href = escapeHtml(address(draft.shown.number.e164.slice(1)))
      return { html: htmlOf(draft, `<a href="${href}">${LINK_WORDS[draft.language]}</a>`) }
    },
  }
}

const LINK_WORDS = {
  en: 'tap here',
  pt: 'toque aqui',
  de: 'hier tippen',
  es: 'pulse aquí',
  fr: 'touchez ici',
  nl: 'tik hier',
} as const
