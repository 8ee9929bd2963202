import { numberFromDigits } from '../model/phone-number.ts'
import type { PhoneNumber, Region } from '../model/phone-number.ts'

/**
 * Ranges of real numbering plans that validators accept and nobody answers: a simulated number must not be a person's.
 *
 * prefixes: digits after the plus; each is filled up to `length` digits. thousands: which thousand-blocks of it to use.
 * groups:   how the national digits are written in the region.
 */
type Plan = {
  readonly region: Region
  readonly prefixes: readonly string[]
  readonly length: number
  readonly thousands?: readonly number[]
  readonly groups: readonly number[]
  readonly trunk: string
}

const US_AREAS =
  '201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 ' +
  '254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 ' +
  '325 330 331 334 336 337 339 346 347 351 352 360 361 385 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 ' +
  '419 423 424 425 430 432 434 435 440 442 443 458 469 470 475 478 479 480 484 501 502 503 504 505 507 508 509 510 512 ' +
  '513 515 516 517 518 520 530 531 534 539 540 541 551 559 561 562 563 567 570 571 573 574 575 580 585 586 601 602 603 ' +
  '605 606 607 608 609 610 612 614 615 616 617 618 619 620 623 626 630 631 636 641 646 650 651 657 660 661 662 667 669 ' +
  '678 681 682 701 702 703 704 706 707 708 712 713 714 715 716 717 718 719 720 724 727 731 732 734 737 740 747 754 757 ' +
  '760 762 763 765 769 770 772 773 774 775 779 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815 816 817 818 ' +
  '828 830 831 832 843 845 847 848 850 856 857 858 859 860 862 863 864 865 870 872 878 901 903 904 906 907 908 909 910 ' +
  '912 913 914 915 916 917 918 919 920 925 928 929 930 931 936 937 938 940 941 947 949 951 952 954 956 970 971 972 973 ' +
  '978 979 980 984 985 989'
const CA_AREAS =
  '204 226 236 249 250 289 306 343 365 403 416 418 431 437 438 450 506 514 519 579 581 587 604 613 639 647 705 709 778 ' +
  '780 807 819 825 867 873 902 905'
const BR_AREAS =
  '11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 47 48 51 53 54 55 61 62 63 64'

const each = (areas: string, before: string, after: string): string[] =>
  areas.split(' ').map((area) => `${before}${area}${after}`)

/** Without 0 and 1: there are the fictional 555-01xx, which software may leave out, and directory assistance, 555-1212. */
const LINES_OF_555 = [2, 3, 4, 5, 6, 7, 8, 9]

/**
 * Sources. Exchange 555 of the North American plan: its lines were given back and no more are handed out (INC 555 NXX
 * sunset, 2016); the toll-free 555 exchanges hold few. 071 and 072 in Britain: "Protected" with Ofcom, open to nobody.
 * 90 in Brazil: below the first subscriber digits Anatel opened. 0150 7, 078, 06 32 and 632: no operator in Google's
 * metadata. 01 97 and 07 96: given to
 * nobody in ARCEP's list; its numbers for film (01 99 00 and others) would be known as such.
 */
export const PLANS = {
  US: {
    region: 'US',
    prefixes: each(US_AREAS, '1', '555'),
    length: 11,
    thousands: LINES_OF_555,
    groups: [3, 3, 4],
    trunk: '',
  },
  CA: {
    region: 'CA',
    prefixes: each(CA_AREAS, '1', '555'),
    length: 11,
    thousands: LINES_OF_555,
    groups: [3, 3, 4],
    trunk: '',
  },
  US_TOLL_FREE: {
    region: 'US',
    prefixes: each('800 833 844 855 866 877 888', '1', '555'),
    length: 11,
    thousands: LINES_OF_555,
    groups: [3, 3, 4],
    trunk: '',
  },
  GB: { region: 'GB', prefixes: ['4472'], length: 12, groups: [4, 6], trunk: '0' },
  BR: { region: 'BR', prefixes: each(BR_AREAS, '55', '90'), length: 13, groups: [2, 5, 4], trunk: '' },
  DE: { region: 'DE', prefixes: ['491507'], length: 13, groups: [4, 7], trunk: '0' },
  FR: { region: 'FR', prefixes: ['33197', '33796'], length: 11, groups: [1, 2, 2, 2, 2], trunk: '0' },
  ES: { region: 'ES', prefixes: ['3478'], length: 11, groups: [3, 3, 3], trunk: '' },
  NL: { region: 'NL', prefixes: ['31632'], length: 11, groups: [1, 4, 4], trunk: '0' },
} as const satisfies Record<string, Plan>

export type PlanName = keyof typeof PLANS

const BLOCK = 1_000

/** Thousand-blocks in a plan. */
export function blocksIn(name: PlanName): number {
  const plan: Plan = PLANS[name]
  return plan.prefixes.length * blocksOfPrefix(plan)
}

/**
 * The number at an offset of a thousand-block. Blocks next to each other in the count lie far apart in the plan.
 *
 * In:  block, 0 ≤ block < blocksIn(name); offset, 0–999.
 */
export function numberAt(name: PlanName, block: number, offset: number): PhoneNumber {
  const plan: Plan = PLANS[name]
  const scattered = scatter(block, blocksIn(name))
  const prefix = plan.prefixes[scattered % plan.prefixes.length] ?? ''
  const within = Math.floor(scattered / plan.prefixes.length)
  const thousand = plan.thousands?.[within] ?? within
  return numberFromDigits(prefix + String(thousand * BLOCK + offset).padStart(plan.length - prefix.length, '0'))
}

function blocksOfPrefix(plan: Plan): number {
  return plan.thousands?.length ?? 10 ** (plan.length - (plan.prefixes[0]?.length ?? 0)) / BLOCK
}

/** Where the count begins, so that the first block is not all zeros. */
const START = 0.37

/** Multiplying by what shares no factor with the size visits every block once. */
function scatter(block: number, blocks: number): number {
  let factor = Math.floor(blocks * 0.618) | 1
  while (commonFactor(factor, blocks) !== 1) factor += 2
  return (block * factor + Math.floor(blocks * START)) % blocks
}

function commonFactor(a: number, b: number): number {
  return b === 0 ? a : commonFactor(b, a % b)
}
