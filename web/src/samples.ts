/** Mails of ours to try, in public/samples. Their numbers are of the 555 exchange, where nobody is reached. */
export const SAMPLES = [
  {
    file: 'renewal.eml',
    title: 'A subscription nobody ordered',
    about: 'Letters for digits in the call-back number, and a stolen newsletter the reader never sees',
  },
  {
    file: 'invitation.eml',
    title: 'An invitation with a catch',
    about: 'The lure stands in a calendar file; a folded line cuts the number in two',
  },
  {
    file: 'invoice.eml',
    title: 'An invoice as PDF',
    about: 'The number to call stands only in the attachment, with letters for digits',
  },
  {
    file: 'mismatch.eml',
    title: 'A link that dials another number',
    about: 'What the page shows and what the telephone dials are not the same',
  },
  {
    file: 'genuine.eml',
    title: 'A genuine order',
    about: 'A signature, an order id and a tracking id that look like numbers',
  },
] as const
