/** Where anyone gets an address for nothing: the largest providers of each region. Source: their own sites, 2026. */
const FREE_MAIL = domains(`
  gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com aol.com
  icloud.com me.com mac.com mail.com fastmail.com proton.me protonmail.com tutanota.com zohomail.com
  gmx.com gmx.de gmx.net web.de t-online.de freenet.de outlook.de hotmail.de yahoo.de
  free.fr laposte.net orange.fr wanadoo.fr hotmail.fr outlook.fr yahoo.fr
  hotmail.co.uk yahoo.co.uk hotmail.es outlook.es yahoo.es libero.it ziggo.nl kpnmail.nl seznam.cz
  bol.com.br ig.com.br terra.com.br uol.com.br hotmail.com.br outlook.com.br yahoo.com.br
  126.com 163.com qq.com sina.com naver.com rediffmail.com yahoo.co.jp mail.ru yandex.com yandex.ru
`)

/**
 * Services that send what anyone writes into a note, a comment, an invoice, a form: their own mail, a stranger's words.
 * Source: callback-phishing and service-abuse rules of sublime-security/sublime-rules (MIT); the services' own sites.
 */
const OPEN_PLATFORMS = domains(`
  paypal.com paypal.co.uk zellepay.com venmo.com xoom.com intuit.com quickbooks.com stripe.com squareup.com square.com
  xero.com sumup.com freshbooks.com payoneer.com wise.com zoho.com zohoinvoice.com zohosign.com docusign.net
  docusign.com adobesign.com adobe.com echosign.com dropbox.com dropboxsign.com hellosign.com pandadoc.com xodo.com
  zoom.us zoom.com github.com gitlab.com atlassian.net yammer.com microsoft.com onmicrosoft.com amazonaws.com
  amazonses.com sendgrid.net ibm.com id.apple.com email.apple.com amazon.com calendly.com google.com shopify.com
  hubspot.com salesforce.com zendesk.com freshdesk.com facebookmail.com linkedin.com canva.com surveymonkey.com
  typeform.com jotform.com eventbrite.com trello.com asana.com monday.com evernote.com wetransfer.com ebay.com
  ebay.co.uk ebay.de paypal.com.mx paypal.com.br paypal.com.ar paypal.de paypal.fr paypal.es paypal.nl zohobooks.com
  zohomail.com zoho.eu zoho.in eversign.com signable.app signable.co.uk pandadoc.net getaccept.com dropboxmail.com
  atlassian.com powerbi.com microsoftonline.com sharepointonline.com teams.mail.microsoft office.com amazon.de
  amazon.fr amazon.es amazon.nl amazon.co.uk amazon.com.br googlegroups.com shopifyemail.com hubspotemail.net
  hubspotfree.net business.facebook.com metamail.com notion.so makenotion.com surveymonkeyuser.com settime.io
`)

/** No domain in the tables has more. */
const MOST_LABELS = 3

/** Whether anyone gets an address there for nothing. In: domain, in small letters. */
export function isFreeMail(domain: string): boolean {
  return isWithinAny(domain, FREE_MAIL)
}

/** Whether a service sends from there what anyone writes. In: domain, in small letters. */
export function isOpenPlatform(domain: string): boolean {
  return isWithinAny(domain, OPEN_PLATFORMS)
}

/** Whether anyone can send from there: that two mails came from it says nothing of their senders. */
export function isOpenSender(domain: string): boolean {
  return isFreeMail(domain) || isOpenPlatform(domain)
}

/** A domain stands for all below it. */
function isWithinAny(domain: string, listed: ReadonlySet<string>): boolean {
  const labels = domain.split('.').slice(-MOST_LABELS)
  return labels.some((_, from) => listed.has(labels.slice(from).join('.')))
}

function domains(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}
