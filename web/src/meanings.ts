/** What the words of the trade mean that a page cannot do without. */
const MEANINGS: Record<string, string> = {
  coverage:
    'How well the numbers of this country are watched: the chance that one of the sources fed to this machine would know of a bad number, by how far each is trusted and how fresh it is. 0 % means that silence says nothing.',
  log_odds:
    'How much each reason counts. Points above zero speak for fraud, those below against it; they add up, and the sum is a probability. About 0.7 points double the odds, 2.3 make them ten times as high.',
  new: 'First seen within the last week.',
  active: 'Seen lately: its silence is no longer than those after which numbers of its channel come back.',
  cooling_down:
    'Silent for longer than its channel’s numbers usually are before they come back, but at least one in four still does.',
  dormant: 'Silent for so long that fewer than one in four of its channel’s numbers come back.',
  reactivated: 'Back, within the last month, from a silence at which it had been dormant or retired.',
  retired:
    'Silent for so long that at most one in twenty of its channel’s numbers come back. It may belong to somebody else by now.',
  recycled: 'Back, long after it was given up, under another kind of evidence: it may have found another owner.',
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
