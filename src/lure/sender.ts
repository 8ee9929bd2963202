import type { Sender } from '../model/message.ts'

/** Where anyone gets an address for nothing. Genuine bills do not come from there. */
const FREEMAIL = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com aol.com ' +
    'icloud.com me.com mac.com gmx.com gmx.de gmx.net web.de t-online.de freenet.de mail.com proton.me protonmail.com ' +
    'zohomail.com yandex.com yandex.ru mail.ru uol.com.br bol.com.br terra.com.br ig.com.br orange.fr wanadoo.fr ' +
    'free.fr laposte.net hotmail.fr yahoo.fr outlook.fr hotmail.co.uk yahoo.co.uk outlook.es hotmail.es yahoo.es ' +
    'outlook.de hotmail.de yahoo.de ziggo.nl kpnmail.nl outlook.com.br hotmail.com.br yahoo.com.br tutanota.com'
  ).split(' '),
)

/**
 * Services that send what anyone writes into a note, a comment, an invoice, a form: their own mail, a stranger's words.
 * Source: callback-phishing and service-abuse rules of sublime-security/sublime-rules (MIT).
 */
const OPEN_PLATFORMS = (
  'paypal.com paypal.co.uk zellepay.com venmo.com intuit.com quickbooks.com stripe.com squareup.com square.com xero.com ' +
  'sumup.com freshbooks.com payoneer.com wise.com zoho.com zohoinvoice.com zohosign.com docusign.net docusign.com ' +
  'adobesign.com adobe.com echosign.com dropbox.com dropboxsign.com hellosign.com pandadoc.com xodo.com zoom.us ' +
  'zoom.com github.com gitlab.com atlassian.net yammer.com microsoft.com amazonaws.com amazonses.com ibm.com ' +
  'id.apple.com email.apple.com amazon.com calendly.com google.com shopify.com hubspot.com facebookmail.com ' +
  'linkedin.com canva.com surveymonkey.com typeform.com jotform.com eventbrite.com trello.com asana.com monday.com ' +
  'onmicrosoft.com salesforce.com zendesk.com freshdesk.com evernote.com wetransfer.com'
).split(' ')

/** Second-level names under which countries register: the name of the house stands one further left. */
const REGISTRY = new Set(['co', 'com', 'net', 'org', 'gov', 'edu', 'ac', 'or', 'ne'])
const MIN_NAME_LENGTH = 4

export function domainOf({ address }: Sender): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

export function isWithin(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`)
}

export function isFreemail(sender: Sender): boolean {
  return FREEMAIL.has(domainOf(sender))
}

export function isOpenPlatform(sender: Sender): boolean {
  const domain = domainOf(sender)
  return OPEN_PLATFORMS.some((platform) => isWithin(domain, platform))
}

/**
 * Whether a mail speaks of the house it comes from, as genuine bills do: `orders@greenleafbooks.com` of Green Leaf Books.
 *
 * In:  text, folded. Addresses and links in it do not count: they name the domain without meaning to.
 */
export function speaksOfItself(sender: Sender, text: string): boolean {
  if (isFreemail(sender)) return false
  const labels = domainOf(sender).split('.')
  const name = (REGISTRY.has(labels.at(-2) ?? '') ? labels.at(-3) : labels.at(-2))?.replace(/[^a-z0-9]/g, '') ?? ''
  if (name.length < MIN_NAME_LENGTH) return false
  const words = text.split(/\s+/).filter((word) => !/[@/]|\w\.\w/.test(word))
  return words
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .includes(name)
}
