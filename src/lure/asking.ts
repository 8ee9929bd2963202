import { fold } from './fold.ts'

/** What the words beside a number say it is for, the plainest first. */
export type Asking = 'demand' | 'support' | 'label' | 'messaging' | 'fax' | 'own' | 'template' | 'none'

/** So far to each side of a number its words are read, in characters. */
const BEFORE = 150
const AFTER = 60

/** Immediately before the number, or, for messaging, right after it. */
const FAX = /\b(?:tele)?fax(?:es)?\b[^\n\p{L}]{0,12}(?:(?:no|number|num|nr)\b)?[^\n\p{L}]{0,8}$/u
const OWN =
  /\b(?:your (?:registered |mobile |cell |phone |telephone )*(?:number|phone|mobile)(?: number)?(?: (?:is|ending(?: in| with)?|on file|we have))?|(?:o )?seu (?:numero|telefone|celular)(?: (?:e|cadastrado|de celular|de telefone))*|su (?:numero|telefono|movil)(?: (?:es|registrado|de telefono|movil))*|ihre (?:\w*nummer|mobilnummer)(?: (?:ist|lautet))?|votre (?:numero|portable|telephone)(?: (?:est|de telephone|enregistre))*|uw (?:\w*nummer|mobiele nummer)(?: is)?)[^\n\p{L}]{0,6}$/u
const MESSENGER = /\b(?:whats ?app|telegram|viber|wechat|signal|zalo|zap|wa\.me)\b/
const TEXT_ME = /\b(?:text|sms|imessage)(?: me| us| only)?(?: (?:message )?(?:to|at|on))?[^\n\p{L}]{0,6}$/u

/** `call or text`, `Tel/Fax`: a line for both is there to be called. */
const BOTH =
  /\b(?:call|dial|ring|(?:tele)?phone|tel|ligu?e|ligar|llame|llamar|telefono|telefone|anrufen|anruf|telefon|appelez|appel|telephone|bel|bellen|telefoon)\b[^\p{L}]{0,3}(?:(?:us|or|and|ou|o|y|e|oder|und|of|en|et|by|par|por|per)\b[^\p{L}]{1,3}){0,2}(?:text|sms|whats ?app|fax)\b|\b(?:text|sms|whats ?app|fax)\b[^\p{L}]{0,3}(?:(?:us|or|and|ou|o|y|e|oder|und|of|en|et|by)\b[^\p{L}]{1,3}){0,2}(?:call|phone|tel|ligue|llame|anrufen|anruf|appelez|appel|bel|bellen)\b/u

/** A text telephone for the deaf stands beside the voice line. */
const TEXT_TELEPHONE = /\btt[yd]\b.{0,12}$/
/** Dial-in numbers of a conference: said above the list of them. */
const CONFERENCE =
  /\b(?:one tap mobile|dial by your location|dial[- ]?in|join by (?:tele)?phone|(?:find (?:your|a) )?local numbers?|meeting id|phone conference|conference id)\b/g
/** What a conference's own numbers have after them: the code to type, the country that the line is in. */
const DIAL_IN_SHAPE =
  /^(?:[ ,;]{0,3}\d{4,12}#|[,;]{1,3}\d{4,12}|[ -]{0,3}\(?(?:us|uk|usa|united (?:states|kingdom)|canada|germany|france|spain|brazil|netherlands|portugal|deutschland|frankreich|espana|brasil|nederland|pays-bas)\b|.{0,30}\b(?:pin|code|passcode|meeting id|conference id|konferenz-id)\b.{0,6}\d)/
/** Verbs of calling, in each language. */
const DEMAND = anyWord({
  en: '(?:to .{2,60}|please|just|simply|kindly|or|and|then|must|can|should|need to) (?:tele)?phone|get on the line|ask (?:for|our|the|to speak)|make a call|a quick call|phone call|calls? (?:are )?answered|answers? (?:day|your|at|around|24)|speaks? (?:to|with)|chat with|consult|bring it up with|raise (?:it|this) with|(?:arrange|settle|confirm|sort|collect|claim|stop|cancel|dispute) .{0,25}(?:by|over the) phone|hear from you|(?:call|ring) back|get (?:a )?hold of|over the phone|by (?:tele)?phone|on the phone|number above|(?:fix|handle|resolve) .{0,20}by phone|hotline of|call(?:ing)?|dial(?:ing)?|ring (?:us|our)|(?:tele)?phone (?:us|me|our)|give (?:us|me) a (?:call|ring)|reach(?: out)?|contact(?:ing)?|get(?:ting)? in touch|speak (?:to|with)|talk to|connect with|let us know|notify us|inform us|report (?:it|this)|picks? up|is the number to|waiting for you at|ring',
  pt: 'chame|nos chame|telefone (?:para|ao|a|agora|ja|imediatamente)|lig(?:ando|a|uem-nos|ue-nos)|ligacao|telefonando|contact(?:e|ar|ando)-?(?:nos)?|falando com|fal(?:a|em) (?:com|conosco|connosco)|procure|solicite pelo|peca (?:para falar|pelo)|nos (?:ligue|contate|avise)|avise|atendid[ao] (?:no|pelo)|converse com|retornando|dar retorno|por telefone|retorn(?:e|ar|o)|somente por telefone|disque|lig(?:ue|ar|uem)|telefon(?:e|ar) (?:para|ja|agora)|contat(?:e|ar)|entr(?:e|ar) em contato|fal(?:e|ar) com|disque|me liga|telefone abaixo|atende(?:mos)?|pelo telefone',
  es: 'llamada|telefonear|telefoneando|llamando al?|avisenos|avise|informe(?:nos)? (?:al|en|por)|dirijase|conversar? con|converse con|consulte (?:al|con|en)|solicit(?:e|ela|elo) (?:en|por|al)|reclam(?:e|ela|elo) (?:en|por|al)|(?:le|les) (?:espera|esperamos|escucha) en|hable (?:ya|ahora)|contactando|contacto con|ponerte en contacto|llama\\b|marca\\b|localice|pregunte por|devuelva la llamada|habland?o? con|lo atiende|le (?:atiende|confirmara) .{0,20}telefono|acuerdo con|llam(?:e|ar|enos|anos|eme|ame|ando)|mar(?:que|car)|comuni(?:quese|carse)|contact(?:e|enos|ar)|pong(?:ase|anse) en contacto|ponerse en contacto|habl(?:e|ar) con|atiende|atendemos|telefonee|(?:en|por) el telefono|por telefono',
  de: 'ruf(?:en|e)? .{0,20} ?an|anzurufen|telefonieren|geben sie .{0,40}bescheid|wahlen|kontaktier(?:e|t|en sie)|kontakt (?:auf|mit)|setzen sie sich|meldet? (?:euch|dich)|sprich|zuruckrufen|ruckmeldung|durchwahl|verlangen sie|fragen sie nach|vereinbaren sie|per telefon|nehmen sie kontakt|erreichen sie|einen anruf|klingeln sie|durchklingeln|griff zum horer|sprechen sie|rueckruf|ruckruf|lassen sie .{0,40}sperren|telefonisch|rufen sie|ruf(?:t)? (?:mich|uns)|anrufen|anruf|kontaktieren|erreich(?:en|t|bar)|wenden sie sich|telefonisch|melden sie sich|wahlen sie|sprechen sie|telefonische \\w+|fur sie da|am telefon',
  fr: 'prevene[rz]|prene[rz] contact|telephone[rz]?|par tel|demande[rz] (?:le|la|a parler|m)|entre[rz] en contact|un coup de fil|passe[rz] un appel|en appelant|en composant|en contactant|adresse[rz]-vous|informe[rz]-nous|signale[rz]|rappele[rz]|faites le|fixe[rz] .{0,30}au|reclame[rz]|discute[rz] avec|sollicite[rz]|formez le|telephonant|en telephonant|entendra|repond (?:jour|a)|reprend votre|appele(?:r|z|le)|appel|contacte[rz]|joigne[rz]|joindre|joignable|compose[rz]|telephone[rz]|(?:repond(?:ent|ons)?|ecoute) au|parle[rz] (?:a|avec)|a votre ecoute|par telephone|au telephone|vous attend au',
  nl: 'spreekt|gebeld|belletje|telefoneer|telefoontje|laat het (?:ons )?weten|meld (?:u|je|dit|het)|meldt u|vraag (?:naar|het|om)|bereikt? (?:u|ons|onze)|draait|toets|tref een|spreek (?:een|met)|overleg met|contacteren|te bellen|door te bellen|terugbellen|neem .{0,15}op met|raadpleeg|licht ons in|telefonisch|bespreek|staan .{0,25}klaar|bel(?:t|len)?|neemt? (?:\\w+ ){0,3}contact|contact op(?:nemen)?|contacteer|bereik(?:en|baar)|spreek|kiest? u|voor u klaar|telefonische?|draai',
})
const DEMAND_AFTER =
  /^[^\p{L}\n]{0,4}(?:\((?:toll[- ]?free|24\/7)\) ?)?(?:now|today|immediately|immediatly|right away|asap|to (?:cancel|dispute|stop|report|speak|talk|get|claim|confirm|decline|reverse|avoid|secure)|if you|within \d|and (?:quote|ask|say|give|have|press|mention)|e (?:informe|diga|peca)|[ey] (?:pregunte|indique|diga)|und (?:nennen|fragen|geben|verlangen)|et (?:demandez|indiquez|donnez)|en (?:vraag|vermeld|noem|geef)|for (?:cancel|refund|assist|help|support|any|more|immediate)|para (?:cancelar|contestar)|um zu|pour annuler|om te)/u
/** Whose line it is said to be. */
const SUPPORT = anyWord({
  en: '(?:our|a|the) (?:direct |phone |telephone )?line|support|help ?(?:line|desk)?|service|care|billing|hot ?line|toll[- ]?free|assist(?:ance)?|cancel\\w*|refund\\w*|dispute|fraud|security|questions|team|agents?|representatives?|specialists?|advis[eo]rs?',
  pt: 'nossa linha|suporte|atendimento|atendente|central|sac|ouvidoria|ajuda|duvidas?|equipe|consultor(?:es)?|especialistas?',
  es: 'nuestra linea|soporte|atencion|linea de ayuda|ayuda|departamento|agente|dudas?|equipo|asesor(?:es)?|especialistas?|personal',
  de: 'kundenservice|kundendienst|kundenbetreuung|hotline|\\w{4,16}abteilung|hilft ihnen|hilfe|fragen|mitarbeiter|berater',
  fr: 'notre (?:ligne|standard)|service \\w+|assistance|conseiller|cellule \\w+|aide|questions?',
  nl: 'onze \\w*lijn|klantenservice|klantendienst|hulplijn|helpdesk|fraude(?:desk|afdeling)|medewerkers?|hulp|vragen',
})
const LABEL =
  /(?:\b(?:tel(?:ephone|efono|efone|efoon|\.)?|phone|ph|mobile|cell|fone|fon|rufnummer|nummer|number|numero|no|call|contact)\b[^\p{L}\n]{0,6}|[☎☏✆📞📱🕿🖁🕻][^\p{L}\n]{0,4})$/u

/** What leads straight to a number in a sentence: by it one reaches whoever the sentence is about. */
const LEADS_TO =
  /(?:\b(?:at|on|al|en el|no|pelo|pelos?|para o|unter|au|op|via|naar|sous le|par le|through) (?:the |our |el |o |le |der |nummer |number |numero |telefono |telefone |telefon )*|[?!][)]?\s{0,3}(?:[\p{L}\p{N}/-]+[ :]+){0,6})[+(]{0,2}$/u

/** How a number's surroundings are read. */
export type Surroundings = {
  readonly from?: number
  readonly isFooter?: boolean
  readonly isWary?: boolean
  readonly read?: (text: string) => string
}

/** Ends of what is said in one breath. */
const BREAK = /[.!?] |[\n|•·;]/

/**
 * What the words around a number make of it. Words that ask for another number's call, before it in the text, do not
 * ask for this one's; nor does what stands about in a footer: there its own sentence must ask.
 *
 * In:  seen, the visible text of its part; start, end, where it stands; from, where the number before it ends, 0 for none;
 *      read, what makes plain words of a text; isWary, where words that only name a conference are not believed.
 */
export function askingAt(
  seen: string,
  start: number,
  end: number,
  { from = 0, isFooter = false, isWary = false, read = fold }: Surroundings = {},
): Asking {
  const wordsOf = (text: string): string => read(text).toLowerCase().replace(/\s+/g, ' ')
  const near = Math.max(0, start - BEFORE)
  const around = wordsOf(seen.slice(near, start))
  const isFirst = from <= near && !isFooter
  const before = isFirst ? around : wordsOf(sentence(seen.slice(Math.max(near, from), start)))
  const after = wordsOf(seen.slice(end, end + AFTER))
  const beside = before.slice(-60)
  if (TEXT_TELEPHONE.test(beside) && (!isWary || from > 0)) return 'template'
  if (isDialIn(around, after, isWary)) return 'template'
  const isOwn = OWN.test(beside)
  // A lure names the line it has asked to call as if it were the reader's own, or a meeting's.
  if (isWary && (isOwn || CONFERENCE.test(beside)) && DEMAND.test(around)) return 'demand'
  if (isOwn) return 'own'
  const label = wordsOf(/^[^.!?;\n]*/.exec(seen.slice(end, end + AFTER))?.[0] ?? '').slice(0, 24)
  const isForBoth = BOTH.test(beside) || BOTH.test(label)
  if (!isForBoth && FAX.test(beside)) return 'fax'
  if (!isForBoth && (MESSENGER.test(before.slice(-45)) || MESSENGER.test(label.slice(0, 20)))) return 'messaging'
  if (!isForBoth && TEXT_ME.test(beside)) return 'messaging'
  if (DEMAND.test(before) || DEMAND_AFTER.test(after)) return 'demand'
  if (SUPPORT.test(before) || LEADS_TO.test(before.slice(-60))) return 'support'
  return LABEL.test(beside) ? 'label' : 'none'
}

/** Whether it is a conference's number: no other words ask for its call after those that say so. */
function isDialIn(around: string, after: string, isWary: boolean): boolean {
  const said = [...around.matchAll(CONFERENCE)].at(-1)
  if (!said) return false
  const between = around.slice(said.index + said[0].length)
  return !DEMAND.test(between) && (!isWary || DIAL_IN_SHAPE.test(after))
}

/** The last sentence that says anything. */
export function sentence(text: string): string {
  return text.split(BREAK).findLast((words) => /\p{L}/u.test(words)) ?? ''
}

/** Whether a line is said to be a help line. In: folded text in small letters. */
export function saysWhoseLine(words: string): boolean {
  return SUPPORT.test(words)
}

function anyWord(byLanguage: Readonly<Record<string, string>>): RegExp {
  return new RegExp(`\\b(?:${Object.values(byLanguage).join('|')})\\b`)
}
