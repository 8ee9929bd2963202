/** What the words of the trade mean that a page cannot do without. */
const MEANINGS: Record<string, string> = {
  coverage:
    'How well the numbers of this country are watched: the chance that one of the sources fed to this machine would know of a bad number, by how far each is trusted and how fresh it is. 0 % means that silence says nothing.',
  log_odds:
    'How much each reason counts. Points above zero speak for fraud, those below against it; they add up, and the sum is a probability. About 0.7 points double the odds, 2.3 make them ten times as high.',
  new: 'First seen within the last week.',
  active: 'Seen within the last 30 days.',
  cooling_down: 'Silent for 30 days or more: numbers are often rested before they are used again.',
  dormant: 'Silent for 90 days or more.',
  reactivated: 'Back after a silence of 30 days or more.',
  retired: 'Silent for a year or more. It may belong to somebody else by now.',
  disputed: 'A genuine line of an organisation that was also seen rented out: look before you act.',
  owner_controlled: 'In the hands of the organisation or person it is assigned to.',
  pool_controlled: 'One of many in a rack of modems or a shop of numbers: whoever pays uses it.',
  intercepted_victim:
    'A victim’s: its text messages leak to somebody else. Trust no code sent to it, and do not punish the person.',
  spoofed_only: 'Only copied or faked by others. Its owner has done nothing.',
}

export function meaningOf(code: string): string | undefined {
  return Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined
}
