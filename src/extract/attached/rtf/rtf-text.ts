import { whyUnseen } from '../office/run-look.ts'
import type { RunLook } from '../office/run-look.ts'
import type { Page } from '../paper.ts'
import { Paper } from '../paper.ts'
import { codePageOf, decodeCodePage } from './code-pages.ts'
import { scanRtf } from './scan-rtf.ts'
import type { RtfEvents } from './scan-rtf.ts'
import { DESTINATIONS, READ_STARRED, WRITTEN } from './rtf-words.ts'
import type { Destination } from './rtf-words.ts'

/** isHtml: the text is HTML that was packed into RTF, to be read as such. pictures: as they stood in the text. */
export type RtfText = Page & { readonly isHtml: boolean; readonly pictures: readonly Uint8Array[] }

/** What holds within a group. */
type State = {
  destination: Destination
  look: RunLook
  /** How many letters stand for a Unicode one in old programs. */
  replaced: number
  codePage: number
  isForRtf: boolean
  /** Opened by the word: what is done where the group ends. */
  field: Field | null
  since: number | null
}

type Field = { instruction: string }

const DEEPEST = 500
const MOST_PICTURES = 100
const MOST_COLORS = 1_000
const LONGEST_INSTRUCTION = 2_000
/** In these words something may lie behind the letters. */
const FLOATING = /\\(?:shp|clcbpat|cbpat|background|viewbksp|shading|clshdng)\b/

/**
 * Reads what an RTF document shows; of Outlook's RTF that wraps HTML, the HTML.
 *
 * In:     most, UTF-16 code units; mostPictureBytes, of all pictures together.
 * Source: RTF 1.9.1; MS-OXRTFEX for HTML in RTF.
 */
export function rtfText(bytes: Uint8Array, most: number, mostPictureBytes: number): RtfText {
  const rtf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const reader = new RtfReader(rtf, most, mostPictureBytes)
  scanRtf(rtf, reader)
  return reader.end()
}

class RtfReader implements RtfEvents {
  readonly #rtf: string
  readonly #paper: Paper
  readonly #isOnWhite: boolean
  readonly #states: State[] = []
  readonly #fontPages = new Map<number, number>()
  readonly #colors: (string | null)[] = []
  readonly #pictures: Uint8Array[] = []
  #state: State
  #deeper = 0
  #isHtml = false
  #isStarred = false
  #ansiPage = 1252
  #font = 0
  #channels = [0, 0, 0]
  #isColorSet = false
  #skipLetters = 0
  #bytes: number[] = []
  #hex: string[] = []
  #pictureRoom: number

  constructor(rtf: string, most: number, mostPictureBytes: number) {
    this.#rtf = rtf
    this.#paper = new Paper(most)
    this.#isOnWhite = !FLOATING.test(rtf)
    this.#pictureRoom = mostPictureBytes
    this.#state = {
      destination: 'text',
      look: {},
      replaced: 1,
      codePage: 1252,
      isForRtf: false,
      field: null,
      since: null,
    }
  }

  get isDone(): boolean {
    return this.#paper.isFull
  }

  openGroup(): void {
    this.#flush()
    this.#isStarred = false
    if (this.#states.length === DEEPEST) this.#deeper++
    else {
      this.#states.push(this.#state)
      this.#state = { ...this.#state, since: null }
    }
  }

  closeGroup(): void {
    this.#flush()
    if (this.#deeper > 0) {
      this.#deeper--
      return
    }
    const { destination, field, since } = this.#state
    const outer = this.#states.pop()
    if (!outer) return
    if (destination === 'picture' && outer.destination !== 'picture') this.#endPicture()
    if (since !== null && field)
      this.#paper.link(/^\s*HYPERLINK\s+"?([^"\s]+)/i.exec(field.instruction)?.[1] ?? '', since)
    this.#state = outer
  }

  word(name: string, value: number | null): void {
    if (name === 'u' && value !== null) return this.#unicode(value)
    this.#flush()
    if (name === '*') {
      this.#isStarred = true
      return
    }
    const isStarred = this.#isStarred
    this.#isStarred = false
    const destination = DESTINATIONS[name] ?? (isStarred && !READ_STARRED.has(name) ? 'skip' : undefined)
    if (destination !== undefined) {
      if (this.#state.destination !== 'skip') this.#state.destination = destination
      return
    }
    const written = WRITTEN[name]
    if (written !== undefined) this.#write(written)
    else this.#setting(name, value)
  }

  #setting(name: string, value: number | null): void {
    const state = this.#state
    const isOn = value !== 0
    switch (name) {
      case 'fromhtml':
        this.#isHtml = true
        break
      case 'htmlrtf':
        state.isForRtf = isOn
        break
      case 'uc':
        state.replaced = Math.min(10, Math.max(0, value ?? 1))
        break
      case 'ansicpg':
        this.#ansiPage = state.codePage = value ?? 1252
        break
      case 'f':
        this.#font = value ?? 0
        if (state.destination !== 'fonts') state.codePage = this.#fontPages.get(this.#font) ?? this.#ansiPage
        break
      case 'fcharset':
      case 'cpg':
        if (state.destination === 'fonts') {
          const page = name === 'cpg' ? value : codePageOf(value ?? 0)
          if (page !== null) this.#fontPages.set(this.#font, page)
        }
        break
      case 'red':
      case 'green':
      case 'blue':
        this.#channels[['red', 'green', 'blue'].indexOf(name)] = Math.min(255, Math.max(0, value ?? 0))
        this.#isColorSet = true
        break
      case 'field':
        state.field = { instruction: '' }
        break
      case 'fldrslt':
        state.since = this.#paper.length
        break
      case 'plain':
        state.look = {}
        break
      default:
        state.look = this.#looked(name, value, state.look)
    }
  }

  #looked(name: string, value: number | null, look: RunLook): RunLook {
    switch (name) {
      case 'v':
      case 'deleted':
        return { ...look, isHidden: value !== 0 }
      case 'fs':
        return { ...look, size: (value ?? 24) / 2 }
      case 'cf': {
        const { color: _, ...rest } = look
        const color = this.#colors[value ?? 0]
        return color ? { ...rest, color } : rest
      }
      case 'cb':
      case 'chcbpat':
      case 'highlight': {
        const fill = this.#colors[value ?? 0]
        return fill ? { ...look, fill } : look
      }
      default:
        return look
    }
  }

  byte(byte: number): void {
    if (this.#skipLetters > 0) this.#skipLetters--
    else if (this.#isShown) this.#bytes.push(byte)
  }

  text(text: string): void {
    const shown = text.slice(this.#skipLetters)
    this.#skipLetters = Math.max(0, this.#skipLetters - text.length)
    const { destination, field } = this.#state
    if (destination === 'colors') this.#colorsEnd(text)
    else if (destination === 'picture') {
      if (this.#pictureRoom > 0) this.#hex.push(text)
      this.#pictureRoom -= text.length / 2
    } else if (destination === 'instruction') {
      if (field && field.instruction.length < LONGEST_INSTRUCTION) field.instruction += text
    } else if (!this.#isShown) return
    else if (this.#bytes.length === 0 && isAscii(shown)) this.#write(shown)
    else for (const letter of Buffer.from(shown, 'latin1')) this.#bytes.push(letter)
  }

  binary(start: number, end: number): void {
    if (this.#state.destination !== 'picture' || this.#pictures.length === MOST_PICTURES) return
    this.#pictureRoom -= end - start
    if (this.#pictureRoom > 0) this.#pictures.push(Buffer.from(this.#rtf.slice(start, end), 'latin1'))
  }

  end(): RtfText {
    this.#flush()
    return { ...this.#paper.end(), isHtml: this.#isHtml, pictures: this.#pictures }
  }

  get #isShown(): boolean {
    const { destination, isForRtf } = this.#state
    return destination === 'tag' || (destination === 'text' && !(this.#isHtml && isForRtf))
  }

  #unicode(value: number): void {
    this.#flush()
    if (this.#isShown) this.#write(String.fromCharCode(value & 0xffff))
    this.#skipLetters = this.#state.replaced
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    const text = decodeCodePage(Uint8Array.from(this.#bytes), this.#state.codePage)
    this.#bytes = []
    this.#write(text)
  }

  #write(text: string): void {
    this.#skipLetters = 0
    if (!this.#isShown) return
    this.#paper.write(text, this.#isHtml ? null : whyUnseen(this.#state.look, this.#isOnWhite))
  }

  #colorsEnd(text: string): void {
    for (const mark of text) {
      if (mark !== ';' || this.#colors.length === MOST_COLORS) continue
      const color = this.#channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')
      this.#colors.push(this.#isColorSet ? color : null)
      this.#channels = [0, 0, 0]
      this.#isColorSet = false
    }
  }

  #endPicture(): void {
    const picture = Buffer.from(this.#hex.join('').replace(/[^\da-f]/gi, ''), 'hex')
    this.#hex = []
    if (picture.length > 0 && this.#pictures.length < MOST_PICTURES) this.#pictures.push(picture)
  }
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}
