import { domainOf } from '../model/message.ts'
import type { Sender } from '../model/message.ts'
import { isFreeMail } from '../model/open-senders.ts'

/** Second-level names under which countries register: the name of the house stands one further left. */
const REGISTRY = new Set(['co', 'com', 'net', 'org', 'gov', 'edu', 'ac', 'or', 'ne'])
const MIN_NAME_LENGTH = 4

/**
 * Whether a mail speaks of the house it comes from, as genuine bills do: `orders@greenleafbooks.com` of Green Leaf Books.
 *
 * In:  text, folded. Addresses and links in it do not count: they name the domain without meaning to.
 */
export function speaksOfItself(sender: Sender, text: string): boolean {
  const domain = domainOf(sender)
  if (isFreeMail(domain)) return false
  const labels = domain.split('.')
  const name = (REGISTRY.has(labels.at(-2) ?? '') ? labels.at(-3) : labels.at(-2))?.replace(/[^a-z0-9]/g, '') ?? ''
  if (name.length < MIN_NAME_LENGTH) return name.length > 1 && saysWord(sender.name, name)
  const words = text.split(/\s+/).filter((word) => !/[@/]|\w\.\w/.test(word))
  return words
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .includes(name)
}

/** A short name is found in many words; it has to be one. */
function saysWord(text: string, name: string): boolean {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .includes(name)
}
