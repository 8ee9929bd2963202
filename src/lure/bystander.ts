import { saysWhoseLine } from './asking.ts'
import { isNearPretext } from './wording.ts'

/** Houses that a lure's reader has to do with and that are not the lure's, in the six languages, folded. */
const HOUSE = new RegExp(
  `\\b(?:${[
    '(?:our|the|your|my|head|local|main|post|town|leasing|school) office|hotel|hostel|guest ?house|front desk|reception|lobby|school|college|university|kindergarten|clinic|surgery|hospital|pharmacy|restaurant|venue|branch|shop|store|warehouse|library|church|embassy|landlord|airport|merchant|seller',
    'escritorio|hotel|pousada|recepcao|escola|colegio|faculdade|clinica|hospital|farmacia|restaurante|agencia da|loja|armazem|biblioteca|igreja|embaixada|vendedor',
    'oficina|hotel|hostal|recepcion|escuela|colegio|instituto|clinica|hospital|farmacia|restaurante|sucursal|tienda|almacen|biblioteca|iglesia|embajada|vendedor',
    'buro|hotel|pension|rezeption|empfang|schule|gymnasium|kindergarten|praxis|klinik|krankenhaus|apotheke|restaurant|filiale|laden|geschaft|lager|bibliothek|kirche|botschaft|verkaufer',
    'bureau|hotel|auberge|reception|accueil|ecole|college|lycee|clinique|hopital|pharmacie|restaurant|agence|magasin|boutique|entrepot|bibliotheque|eglise|ambassade|vendeur',
    'kantoor|hotel|receptie|school|praktijk|kliniek|ziekenhuis|apotheek|restaurant|filiaal|winkel|magazijn|bibliotheek|kerk|ambassade|verkoper',
  ].join('|')})\\b`,
)

/**
 * Whether a number is given as some house's own, such as a hotel's beside a lure, and not as the way to whom the lure
 * wants called.
 *
 * In:  sentence, what is said with the number in one breath, before and after it, folded.
 */
export function isBystander(sentence: string): boolean {
  const words = sentence.toLowerCase().replace(/\s+/g, ' ')
  return HOUSE.test(words) && !saysWhoseLine(words) && !isNearPretext(words)
}
