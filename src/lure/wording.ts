/**
 * The words that carry a lure's intent, in the languages it comes in. They are looked for in folded text in small
 * letters on one line: no accents, no look-alike letters. Every gap is bounded, so that no text makes them slow.
 * Source: callback-phishing rules of sublime-security/sublime-rules (MIT), translated; Talos 2025 and 2026.
 */
const WORDING = {
  not_you: {
    en: /\b(?:not you\?|(?:if )?(?:you|i) (?:did not|didn't|have not|haven't|do not|don't)\b.{0,25}\b(?:mak|made|plac|authori[sz]|recogni[sz]|request|order|initiat|purchas|attempt|perform|approv|b(?:uy|ought)\b|(?:want|wish) (?:this|to (?:continue|renew|keep|pay)))|(?:was|is|were|wasn't|isn't)(?: not|n't)? (?:you|done by you|made by you|placed by you|authori[sz]ed by you)\b|without your (?:consent|authori|permission|knowledge)|not (?:done|made|placed|authori[sz]ed|initiated) by you|don't want to (?:continue|renew)|unauthori[sz]ed (?:charge|payment|transaction|purchase|order))/,
    pt: /\b(?:nao (?:reconhec[ea]r?|autorizou|realizou|fez|solicitou|foi voce|tenha sido voce)|desconhece (?:esta|essa|a) )/,
    es: /\b(?:no (?:reconoce|reconozca|autorizo|ha autorizado|realizo|ha realizado|hizo|ha sido usted|fue usted|solicito))/,
    de: /\b(?:nicht (?:von ihnen|selbst) (?:veranlasst|getatigt|autorisiert|beauftragt)|nicht (?:veranlasst|autorisiert|getatigt|erkennen|kennen|bestellt)|sie (?:das|dies|es) nicht waren)/,
    fr: /\b(?:(?:vous )?n'(?:avez|etes|etiez) pas (?:effectue|autorise|demande|passe|a l'origine|l'auteur|reconnu)|ne reconnaissez pas)/,
    nl: /\b(?:niet (?:door u|zelf) (?:gedaan|geplaatst|uitgevoerd|aangevraagd)|(?:deze|dit) niet (?:herkent|heeft)|niet herkent|u dit niet (?:was|bent))/,
  },
  cancellation: {
    en: /\b(?:cancel(?:l?ation|l?ed|l?ing)?|refund|dispute|charge ?back|discontinue|(?:stop|reverse|void|avoid) (?:the|this|your|any|paying)\b.{0,20}(?:payment|charge|transaction|order|fee|renewal)?|opt out)\b/,
    pt: /\b(?:cancelar|cancelamento|reembolso|estorno|estornar|contestar|contestacao)\b/,
    es: /\b(?:cancelar|cancelacion|reembolso|anular|anulacion|disputar|devolucion)\b/,
    de: /\b(?:stornier|storno|kundig|ruckerstattung|erstattung|widerruf)/,
    fr: /\b(?:annuler|annulation|rembours|contester|opposition)/,
    nl: /\b(?:annuler|terugbetaling|terugbetalen|opzeggen|betwisten)/,
  },
  charge: {
    en: /\b(?:charged?|charges|debit(?:ed)?|deduct(?:ed|ion)|billed|bill to|payment|paid|purchas(?:e|ed)|transaction|invoice|receipt|order(?:ed)?|total|amount|withdrawn|transfer(?:red)?)\b/,
    pt: /\b(?:compra|cobranca|cobrad[ao]|debitad[ao]|debito|pagamento|fatura|pedido|transacao|transferencia|pix|valor)\b/,
    es: /\b(?:compra|cargo|cobro|cobrad[ao]|pago|factura|pedido|transaccion|transferencia|importe)\b/,
    de: /\b(?:rechnung|abbuchung|abgebucht|zahlung|bestellung|belastet|kauf|betrag|uberweisung|lastschrift|transaktion)/,
    fr: /\b(?:facture|paiement|prelevement|preleve|debite|achat|commande|montant|virement|transaction)/,
    nl: /\b(?:factuur|betaling|afschrijving|afgeschreven|bestelling|aankoop|bedrag|overboeking|transactie)/,
  },
  amount: {
    any: /(?:[$€£]|\b(?:us\$|r\$|usd|eur|gbp|brl|cad|aud))[ :]{0,2}\d[\d.,]{0,12}|\b\d[\d.,]{0,12} ?(?:[$€£]|(?:usd|eur|gbp|brl|euros?|dollars?|reais)\b)|\b(?:amount|total|price|charge|payment)\b.{0,12}\b\d{2,5}[.,]\d{2}\b/,
  },
  renewal: {
    en: /\b(?:(?:auto[- ]?)?renew(?:al|ed|s|ing)?|subscri(?:ption|bed)|membership|protection plan|(?:license|licence|activation|product) key|warranty|service plan|annual plan)\b/,
    pt: /\b(?:renovacao|renovad[ao]|assinatura|mensalidade|anuidade)\b/,
    es: /\b(?:renovacion|renovad[ao]|suscripcion|membresia|mensualidad)\b/,
    de: /\b(?:verlanger|abonnement|abo\b|mitgliedschaft|jahresbeitrag)/,
    fr: /\b(?:renouvel|abonnement|adhesion|cotisation)/,
    nl: /\b(?:verleng|abonnement|lidmaatschap|contributie)/,
  },
  reference: {
    en: /\b(?:order|invoice|receipt|transaction|membership|member|customer|client|tracking|subscription|ticket|case|reference|token|product|license|licence|activation|shipment|account|confirmation|registered|billing|ref) ?(?:id|no|num|number|key|code|nr|#)\b|#\d{4,}/,
    pt: /\b(?:pedido|fatura|protocolo|transacao|contrato) ?(?:n|no|num|numero|:)/,
    es: /\b(?:pedido|factura|transaccion|contrato|referencia) ?(?:n|no|num|numero|:)/,
    de: /\b(?:bestell|rechnungs|kunden|vertrags|transaktions|vorgangs)-?(?:nummer|nr|id)/,
    fr: /\b(?:commande|facture|transaction|reference|dossier|contrat) ?(?:n|no|num|numero|:)/,
    nl: /\b(?:bestel|factuur|klant|order|transactie|contract)-?(?:nummer|nr|id)/,
  },
  security_alert: {
    en: /\b(?:(?:unusual|suspicious|unauthori[sz]ed|unrecogni[sz]ed|recent|new|irregular|fraudulent)\b.{0,15}\b(?:sign(?:ed)?[- ]?in|log[- ]?in|activit|device|transaction|access|attempt|withdrawal|charge)|account\b.{0,40}\b(?:locked|suspended|limited|on hold|restricted|compromised|stopped|blocked|disabled|breach)|transfer\b.{0,30}\b(?:hold|approv|pending)|virus|trojan|malware|infected|hacked|security (?:alert|breach|incident|warning)|fr(?:au|ua)d alert)/,
    pt: /\b(?:(?:acesso|compra|transacao|movimentacao|atividade|login)\b.{0,20}\b(?:suspeit|nao reconhecid|incomum|bloquead)|conta\b.{0,30}\bbloquead|bloqueio|golpe|fraude)/,
    es: /\b(?:(?:acceso|compra|transaccion|actividad|inicio de sesion)\b.{0,20}\b(?:sospechos|no reconocid|inusual|bloquead)|cuenta\b.{0,30}\b(?:bloquead|suspendid)|fraude)/,
    de: /\b(?:(?:ungewohnlich|verdachtig|unbefugt|unberechtigt)\w{0,4}\b.{0,20}\b(?:anmeld|aktivitat|zugriff|transaktion|zahlung)|konto\b.{0,40}\b(?:gesperrt|eingeschrankt|blockiert)|betrug|virus)/,
    fr: /\b(?:(?:connexion|activite|transaction|operation|acces)\b.{0,20}\b(?:suspect|inhabituel|frauduleu|non autorise)|compte\b.{0,40}\b(?:bloque|suspendu|limite)|fraude|virus)/,
    nl: /\b(?:(?:verdachte|ongebruikelijke|onbevoegde)\b.{0,20}\b(?:inlog|activiteit|transactie|toegang)|rekening\b.{0,40}\bgeblokkeerd|fraude|virus)/,
  },
  held_back: {
    en: /\b(?:(?:package|parcel|shipment|delivery|item|order|funds?|benefits?|refund|payment)\b.{0,30}\b(?:on hold|held|pending|undeliver|could not be delivered|stopped|suspended)|(?:schedule|reschedule|release) (?:your |the )?(?:delivery|package|parcel|shipment)|customs (?:fee|duty|clearance)|legal action|arrest warrant|law ?suit)\b/,
    pt: /\b(?:(?:encomenda|entrega|objeto|pacote|valor)\b.{0,30}\b(?:retid[ao]|suspens[ao]|parad[ao]|pendente)|taxa de (?:importacao|liberacao)|acao judicial)/,
    es: /\b(?:(?:paquete|envio|entrega)\b.{0,30}\b(?:retenid[ao]|suspendid[ao]|pendiente)|tasas? de aduana|accion(?:es)? legal)/,
    de: /\b(?:(?:paket|sendung|lieferung)\b.{0,30}\b(?:angehalten|zuruckgehalten|nicht zugestellt|wartet)|zollgebuhr|rechtliche schritte|haftbefehl)/,
    fr: /\b(?:(?:colis|livraison|envoi)\b.{0,30}\b(?:retenu|bloque|suspendu|en attente)|frais de douane|poursuites)/,
    nl: /\b(?:(?:pakket|zending|levering)\b.{0,30}\b(?:vastgehouden|in de wacht|niet bezorgd)|douanekosten|juridische stappen)/,
  },
  entitlement: {
    en: /\b(?:(?:pre-?)?(?:approved|qualif(?:y|ied)|eligible|entitled|selected) (?:for|to)|loan forgiveness|debt relief|\d{2} ?% (?:off|discount|lower)|stimulus|grant of|reward points|gift card)\b/,
    pt: /\b(?:pre-?aprovad[ao]|voce (?:foi|tem direito)|pontos? (?:expira|a vencer|vence)|desconto de)/,
    es: /\b(?:pre-?aprobad[ao]|ha sido (?:seleccionad|elegid)|tiene derecho|descuento de)/,
    de: /\b(?:vorab genehmigt|sie wurden ausgewahlt|anspruch auf|rabatt)/,
    fr: /\b(?:pre-?approuve|vous avez ete (?:selectionne|choisi)|avez droit|remise de)/,
    nl: /\b(?:u bent (?:geselecteerd|uitgekozen)|recht op|korting)/,
  },
  urgency: {
    en: /\b(?:within (?:the )?(?:next )?\d{1,2} ?(?:-\d{1,2} )?(?:hours?|hrs?|days?|minutes)|immediate(?:ly)?|immediatly|urgent(?:ly)?|right away|as soon as possible|asap|(?:call|dial)(?: us)? (?:now|today)|before it is too late|24\/7|final notice|last reminder)\b/,
    pt: /\b(?:imediatamente|urgente|em ate \d{1,2} horas|o quanto antes|o mais rapido possivel)\b/,
    es: /\b(?:inmediatamente|urgente|en las proximas \d{1,2} horas|cuanto antes|lo antes posible)\b/,
    de: /\b(?:sofort|umgehend|dringend|innerhalb von \d{1,2} stunden|unverzuglich)/,
    fr: /\b(?:immediatement|urgent|sous \d{1,2} ?h|dans les \d{1,2} heures|au plus vite|sans delai)/,
    nl: /\b(?:onmiddellijk|dringend|binnen \d{1,2} uur|zo snel mogelijk|spoedig)/,
  },
  odd_english: {
    en: /\b(?:kindly|immediatly|fruad|recieve|do the needful|thankyou|ever yours|woo hoo|canceled by you|auto[- ]?debit(?:ed)?|as per our record|dear (?:valued )?(?:customer|client|user|member|subscriber|account holder)|hello (?:valued )?(?:customer|client|user)|hi (?:customer|user))\b/,
  },
  support_desk: {
    en: /\b(?:(?:customer|client|technical|tech|billing|phone|help|member|cancell?ation|refund|fraud|security|product)[- ](?:support|service|services|care|line|desk|team|department|helpline|hotline)|help ?(?:desk|line)|hot ?line|support (?:team|line|number|desk|center|centre)|toll[- ]?free|need (?:help|assistance))\b/,
    pt: /\b(?:central de atendimento|atendimento ao cliente|suporte|sac|ouvidoria)\b/,
    es: /\b(?:atencion al cliente|servicio al cliente|soporte|linea de ayuda)\b/,
    de: /\b(?:kundenservice|kundendienst|kundensupport|hotline|servicenummer|support-team)/,
    fr: /\b(?:service client|assistance|support technique|numero vert)/,
    nl: /\b(?:klantenservice|helpdesk|ondersteuningsteam|klantendienst)/,
  },
  link_led: {
    en: /\b(?:(?:click|tap|press) (?:here|below|on|the|this|to)|(?:log ?in|sign in) (?:here|now|below|at|via)|please (?:log|sign) in|(?:button|link)s? (?:below|above|provided|presented)|(?:following|this|secure|one-time|\w+ now|designated|aforementioned)\b.{0,12} (?:link|button)|(?:by|via|through) (?:this|the|our) (?:secure )?(?:link|portal)|(?:verify|update|confirm|review|activate|restore|unlock|claim|secure|withdraw|view|download|get started|start|continue|accept|buy|shop|order|learn more|find out|apply) now|(?:verify|update|confirm|restore|unlock|secure) your (?:account|wallet|identity|payment|information|details|card|email)|review and accept|scan the qr)\b/,
    pt: /\b(?:clique|acesse|acessar|toque no|link abaixo|botao abaixo|atualizar (?:agora|cadastro)|baixar|resgat)/,
    es: /\b(?:haga clic|haz clic|pulse (?:aqui|el)|acceda|siguiente enlace|este enlace|el boton)\b/,
    de: /\b(?:klicken|klick auf|loggen sie|melden sie sich|(?:folgenden?|diesen?|den|dem|untenstehenden?) (?:link|button)|schaltflache|jetzt (?:\w+en))\b/,
    fr: /\b(?:cliquez|connectez-vous|(?:ce|le) lien|lien suivant|(?:ce|le) bouton)\b/,
    nl: /\b(?:klik|inloggen|log in op|de knop|(?:de|deze|onderstaande) link|claim (?:nu|uw))\b/,
  },
  bookkeeping: {
    any: /\b(?:vat (?:no|nr|number|id|reg)|vat\/tin|gstin|gst (?:no|number)|iban|ust-?id|umsatzsteuer|steuernummer|handelsregister|siret|tva intra|btw-?(?:nummer|nr|id)|kvk|pan no|tax (?:id|registration)|company (?:no|number|registration)|irn)\b/,
  },
  asks_for_number: {
    en: /\b(?:send|give|provide|share|text|drop|forward|reply with|confirm)\b.{0,20}\byour\b.{0,25}\b(?:(?:cell|mobile|phone|telephone|whatsapp|contact)(?: phone)?(?: number| no)?|number)\b/,
    pt: /\b(?:envie|mande|informe|passe)\b.{0,20}\bseu\b.{0,15}\b(?:numero|telefone|celular|whatsapp)/,
    es: /\b(?:envie|mande|indique|comparta)\b.{0,20}\bsu\b.{0,15}\b(?:numero|telefono|movil|celular|whatsapp)/,
    de: /\b(?:senden|schicken|teilen)\b.{0,30}\bihre\b.{0,15}\b(?:nummer|handynummer|telefonnummer)/,
    fr: /\b(?:envoye[rz]|communique[rz]|donne[rz])\b.{0,20}\bvotre\b.{0,15}\b(?:numero|telephone|portable)/,
    nl: /\b(?:stuur|geef)\b.{0,20}\b(?:uw|je)\b.{0,15}\b(?:nummer|telefoonnummer|mobiele)/,
  },
} as const satisfies Record<string, Readonly<Record<string, RegExp>>>

export type Wording = keyof typeof WORDING

const NAMES = Object.keys(WORDING) as Wording[]

/** Which of the wordings a text has. In: folded text in small letters, on one line. */
export function wordingsIn(words: string): ReadonlySet<Wording> {
  return new Set(NAMES.filter((name) => Object.values<RegExp>(WORDING[name]).some((pattern) => pattern.test(words))))
}

/** Words of letters that promise a fortune for a fee. One alone may stand in honest mail; two or three do not. */
const FORTUNE =
  /\b(?:beneficiar(?:y|io)|next of kin|inheritance|heran[cç]a|heredero|herencia|erbschaft|heritage|nachlass|erfenis|compensation|unclaimed|fund release|\w{0,5}million(?:en)? (?:usd|dollars?|euros?|united)|m(?:illion)? ?usd|atm (?:visa |master)?card|consignment|barrister|diplomat(?:ic)?|mtcn|god bless|almighty|donat(?:e|ion)|doacao|donacion|spende|lottery|loteria|deceased|late (?:husband|father|client)|trust fund|business proposal|contract payment|foreign contractor|widow|cancer|orphan|western union|united nations|imf|fundo|investment project|confidential (?:business|transaction|proposal)|full name)\b/g

/** How many different such words there are. In: folded text in small letters, on one line. */
export function fortuneWords(words: string): number {
  return new Set(words.match(FORTUNE)).size
}
