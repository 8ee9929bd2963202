import { scanXml } from './scan-xml.ts'

/** The strings of a workbook, by their index in it. In: most, UTF-16 code units of all together. */
export function readSharedStrings(xml: string, most: number): readonly string[] {
  const strings: string[] = []
  let text: string | null = null
  let isText = false
  let isSpoken = false
  let left = most
  scanXml(xml, {
    get isDone() {
      return left <= 0
    },
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') isText = !isSpoken
      // How East Asian words are spoken, in small letters above them.
      else if (name === 'rPh') isSpoken = true
    },
    close(name) {
      if (name === 'si') {
        strings.push(text ?? '')
        text = null
      } else if (name === 't') isText = false
      else if (name === 'rPh') isSpoken = false
    },
    text(piece) {
      if (!isText || text === null) return
      text += piece
      left -= piece.length
    },
  })
  return strings
}
