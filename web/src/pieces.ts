import type { MessagePart } from './api.ts'

type Mention = MessagePart['mentions'][number]
export type Piece = {
  readonly text: string
  readonly isHidden: boolean
  readonly why: string | null
  readonly mention: Mention | null
}

/** Cuts a part's text where something begins or ends, so that each piece is wholly hidden or seen, a number or not. */
export function piecesOf({ text, hidden, mentions }: Pick<MessagePart, 'text' | 'hidden' | 'mentions'>): Piece[] {
  const spans = [...hidden, ...mentions]
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((one, other) => one - other)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const covers = (span: { start: number; end: number }): boolean => span.start <= start && end <= span.end
    const cover = hidden.find(covers)
    return {
      text: text.slice(start, end),
      isHidden: cover !== undefined,
      why: cover?.why ?? null,
      mention: mentions.find(covers) ?? null,
    }
  })
}
