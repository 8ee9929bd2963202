/**
 * The words that carry a lure's intent, in the languages it comes in. They are looked for in folded text in small
 * letters on one line: no accents, no look-alike letters. Every gap is bounded, so that no text makes them slow.
 * Source: callback-phishing rules of sublime-security/sublime-rules (MIT), translated; Talos 2025 and 2026.
 */
const WORDING = {
  not_you: {
    en: /\b(?:made in error|by mistake|if this is (?:an error|a mistake)|not you\?|(?:was|is)(?:n't| not)? (?:this|that|it) (?:not )?(?:you|a mistake)|did(?: you not|n't you) .{0,15}\b(?:mak|plac|authori[sz]|request|order)|(?:if )?(?:you|i) (?:did not|didn't|have not|haven't|do not|don't)\b.{0,25}\b(?:mak|made|plac|authori[sz]|recogni[sz]|request|order|initiat|purchas|attempt|perform|approv|b(?:uy|ought)\b|(?:want|wish) (?:this|to (?:continue|renew|keep|pay)))|(?:was|is|were|wasn't|isn't)(?: not|n't)? (?:you|done by you|made by you|placed by you|authori[sz]ed by you)\b|without your (?:consent|authori|permission|knowledge)|not (?:done|made|placed|authori[sz]ed|initiated) by you|don't want to (?:continue|renew)|unauthori[sz]ed (?:charge|payment|transaction|purchase|order))/,
    pt: /\b(?:nao (?:(?:tenha|foi|e|a|o) ){0,2}(?:reconhec|autoriz|realiz|fez\b|fizeram|feit[ao] por|solicit|efetu|contrat|sido (?:voce|o senhor|o titular)|voce\b)|desconhec[ea]|houve (?:um )?(?:engano|erro))/,
    es: /\b(?:no lo ha hecho usted|no fui yo|se trata de un error|es un error|no (?:(?:le|la|lo|ha|haya|han) ){0,2}(?:suena|recono[cz]|autoriz|realiz|hizo|hecho|solicit|orden|efectu|pidio|pedido|contrat|sido usted|fue usted))/,
    de: /\b(?:nicht (?:bestellt|autorisiert)\?|nichts (?:gekauft|bestellt)|ein (?:irrtum|versehen|fehler)|widersprechen sie|nicht (?:von ihnen|selbst)|nicht (?:von ihnen )?(?:veranlasst|autorisiert|getatigt|beauftragt|genehmigt|freigegeben|erkennen|kennen|bestellt|ausgefuhrt|durchgefuhrt|vorgenommen)|(?:er)?kennen sie .{0,40}\bnicht\b|(?:das|dies|es) waren (?:nicht sie|sie nicht)|waren (?:das |dies |es )?(?:nicht sie|sie (?:das |dies |es )?nicht)|sie (?:das|dies|es) nicht waren|mochten sie (?:das|dies) nicht|ohne ihr(?:e|en)? (?:zustimmung|wissen))/,
    fr: /\b(?:s'agit d'une erreur|c'est une erreur|ne vous dit rien|n'(?:avez|etes|etiez) (?:pas|jamais) (?:vous-meme )?(?:effectue|autorise|demande|passe|fait|realise|valide|commande|souscrit|a l'origine|l'auteur|reconnu)|ne (?:le |la )?reconnaissez pas|ce n'(?:etait|est) pas vous|a votre insu|sans votre (?:accord|autorisation))/,
    nl: /\b(?:niet (?:besteld|aangevraagd)\?|klopt (?:dit|dat) niet|berust dit op een (?:vergissing|fout)|is dit een (?:vergissing|fout)|kent u .{0,40}\bniet\b|niet (?:door u|zelf)|(?:was|bent|waren) u (?:dit|dat|het) niet|(?:dit|dat) was u niet|u dit niet (?:was|bent)|(?:heeft|hebt) u .{0,40}\bniet (?:zelf )?(?:gedaan|geplaatst|uitgevoerd|aangevraagd|besteld|goedgekeurd|gemaakt)|herken(?:t|de?)? .{0,30}\bniet\b|niet herken|wilt u (?:dit|dat) niet|zonder uw (?:toestemming|medeweten))/,
  },
  cancellation: {
    en: /\b(?:(?:funds|amount|payment) (?:sent back|returned)|changed your mind|cancel(?:l?ation|l?ed|l?ing)?|refund|dispute|charge ?back|discontinue|(?:stop|reverse|void|avoid) (?:the|this|your|any|paying)\b.{0,20}(?:payment|charge|transaction|order|fee|renewal)?|opt out|money (?:back|returned))\b/,
    pt: /\b(?:devolvemos|dinheiro de volta|cancel(?:ar|e|amento|a-l[ao])\b|reembols|estorn|contest(?:ar|e|acao)\b|devolucao)/,
    es: /\b(?:devolvemos|devolveremos|cancel[ae]l[ao]|anul[ae]l[ao]|cancel(?:ar|e|acion)|reembols|anul(?:ar|e|acion)|disputar|devolucion|recuperar (?:su|el) dinero|dar(?:se)? de baja)/,
    de: /\b(?:stoppen sie|erhalten sie (?:ihr|das) geld|geld .{0,20}zuruck|stornier|storno|kundig|(?:zu)?ruckerstatt|erstattung|erstatten|widerruf|ruckbuchung|ruckgangig|geld zuruck)/,
    fr: /\b(?:retracter|rend(?:ons|rons) (?:l'|votre )argent|annulez-l[ae]|annul(?:er|ez|ation)|rembours|contest(?:er|ez|ation)|opposition|resili)/,
    nl: /\b(?:terugdraai|draaien .{0,10}terug|krijgt u (?:het|uw) (?:geld|bedrag)|annul(?:eer|er)|terug(?:beta|vra|stor|boek)|geld terug|opzeg|stopzet|betwist)/,
  },
  charge: {
    en: /\b(?:charged?|charges|debit(?:ed)?|deduct(?:ed|ion)|billed|bill to|payment|paid|purchas(?:e|ed)|transaction|invoice|receipt|order(?:ed)?|total|amount|withdrawn|transfer(?:red)?)\b/,
    pt: /\b(?:descont(?:ar|ad[ao])|lancad[ao]s?|compra|cobranca|cobrad[ao]|debitad[ao]|debito|pagamento|fatura|pedido|transacao|transferencia|pix|saque|valor)\b/,
    es: /\b(?:retir(?:ad[ao]|aremos)|compra|cargos?|cargad[ao]|cargar[ae]n?|cobros?|cobrad[ao]|cobrar[ae]n?|pago|factura|pedido|transaccion|transferencia|operacion|importe)\b/,
    de: /\b(?:ziehen wir|eingezogen|einziehen|rechnung|abbuch|abgebucht|buchen wir|zahlung|bezahlt|bestellung|belastet|kauf|einkauf|betrag|uberweisung|uberwiesen|auszahlung|lastschrift|transaktion|gesendet)/,
    fr: /\b(?:seront retires|a ete retire|avons retire|facture|paiement|prelev|debit|achat|commande|montant|virement|transaction|operation|vous avez envoye)/,
    nl: /\b(?:incass|factuur|betaling|betaald|afschrijving|afgeschreven|schrijven wij|belast|bestelling|aankoop|bedrag|overboeking|overschrijving|opname|transactie)/,
  },
  amount: {
    any: /(?:[$€£]|\b(?:us\$|r\$|usd|eur|gbp|brl|cad|aud))[ :]{0,2}\d[\d.,]{0,12}|\b\d[\d.,]{0,12} ?(?:[$€£]|(?:usd|eur|gbp|brl|euros?|dollars?|reais)\b)|\b(?:amount|total|price|charge|payment)\b.{0,12}\b\d{2,5}[.,]\d{2}\b/,
  },
  renewal: {
    en: /\b(?:free trial|trial period|(?:auto[- ]?)?renew(?:al|ed|s|ing)?|subscri(?:ption|bed)|membership|protection plan|(?:license|licence|activation|product) key|warranty|service plan|annual plan|extended your|has been extended)\b/,
    pt: /\b(?:periodo de teste|teste gratis|estendid[ao]|renovacao|renovad[ao]|assinatura|mensalidade|anuidade|licenca)\b/,
    es: /\b(?:prueba gratuita|periodo de prueba|ampliad[ao]|renovacion|renovad[ao]|renovara|suscripcion|membresia|mensualidad|licencia)\b/,
    de: /\b(?:testzeitraum|probezeitraum|probeabo|verlanger|abonnement|abo\b|mitgliedschaft|jahresbeitrag|lizenz)/,
    fr: /\b(?:periode d'essai|essai gratuit|renouvel|abonnement|adhesion|cotisation|licence|prolonge)/,
    nl: /\b(?:proefperiode|proefabonnement|verleng|abonnement|lidmaatschap|contributie|licentie)/,
  },
  reference: {
    en: /\b(?:order|invoice|receipt|transaction|membership|member|customer|client|tracking|subscription|ticket|case|reference|token|product|license|licence|activation|shipment|account|confirmation|registered|billing|ref) ?(?:id|no|num|number|key|code|nr|#)\b|#\d{4,}/,
    pt: /\b(?:pedido|fatura|nota fiscal|protocolo|transacao|contrato|caso)(?: (?:n|no|num|numero|nummer|nr))?[ .:#]{1,3}[a-z0-9-]{0,12}\d/,
    es: /\b(?:pedido|factura|transaccion|contrato|referencia|caso|expediente)(?: (?:n|no|num|numero|nummer|nr))?[ .:#]{1,3}[a-z0-9-]{0,12}\d/,
    de: /\b(?:(?:bestell|rechnungs|kunden|vertrags|transaktions|vorgangs|auftrags)-?(?:nummer|nr|id)\b|(?:bestellung|rechnung|vorgang|auftrag|vertrag|fall)(?: (?:n|no|num|numero|nummer|nr))?[ .:#]{1,3}[a-z0-9-]{0,12}\d)/,
    fr: /\b(?:commande|facture|transaction|reference|dossier|contrat)(?: (?:n|no|num|numero|nummer|nr))?[ .:#]{1,3}[a-z0-9-]{0,12}\d/,
    nl: /\b(?:(?:bestel|factuur|klant|order|transactie|contract|dossier)-?(?:nummer|nr|id)\b|(?:bestelling|factuur|order|dossier|transactie|contract)(?: (?:n|no|num|numero|nummer|nr))?[ .:#]{1,3}[a-z0-9-]{0,12}\d)/,
  },
  security_alert: {
    en: /\b(?:malicious software|(?:data|files|money|account) (?:may be|are|is) at risk|(?:unusual|suspicious|unauthori[sz]ed|unrecogni[sz]ed|recent|new|irregular|fraudulent)\b.{0,15}\b(?:sign(?:ed)?[- ]?in|log[- ]?in|activit|device|transaction|access|attempt|withdrawal|charge)|account\b.{0,40}\b(?:locked|suspended|limited|on hold|restricted|compromised|stopped|blocked|disabled|breach)|(?:transfer|withdrawal)\b.{0,50}\b(?:hold|approv|pending|blocked)|virus|trojan|malware|infected|hacked|security (?:alert|breach|incident|warning)|fr(?:au|ua)d alert)/,
    pt: /\b(?:nov[oa] celular|software malicioso|em risco|virus|conta\b.{0,30}\blimitad|atividade suspeita|(?:acesso|compra|transacao|transferencia|movimentacao|atividade|login|pix)\b.{0,30}\b(?:suspeit|nao reconhecid|incomum|bloquead|pendente|em analise|retid)|bloqueamos|conta\b.{0,30}\bbloquead|nov[oa] (?:aparelho|dispositivo)|bloqueio|golpe|fraude)/,
    es: /\b(?:software malicioso|en (?:peligro|riesgo)|virus|limitad[ao]|actividad sospechosa|(?:acceso|compra|transaccion|operacion|transferencia|actividad|inicio de sesion)\b.{0,30}\b(?:sospechos|no reconocid|inusual|bloquead|retenid|pendiente)|(?:hemos )?(?:retenido|bloqueado) (?:una?|el|la) |dispositivo nuevo|nuevo dispositivo|cuenta\b.{0,30}\b(?:bloquead|suspendid)|fraude)/,
    de: /\b(?:schadsoftware|in gefahr|verdachtige\w? aktivitat|(?:ungewohnlich|verdachtig|unbefugt|unberechtigt)\w{0,4}\b.{0,20}\b(?:anmeld|aktivitat|zugriff|transaktion|zahlung)|(?:uberweisung|auszahlung|zahlung|transaktion)\b.{0,40}\b(?:angehalten|gestoppt|zuruckgehalten|steht aus|blockiert)|neue[nms]? gerat|konto\b.{0,40}\b(?:gesperrt|eingeschrankt|blockiert)|betrug|virus)/,
    fr: /\b(?:logiciel malveillant|en danger|activite suspecte|(?:connexion|activite|transaction|operation|acces|virement|paiement)\b.{0,30}\b(?:suspect|inhabituel|frauduleu|non autorise|suspendu|en attente|bloque|retenu)|nouvel appareil|compte\b.{0,40}\b(?:bloque|suspendu|limite)|fraude|virus)/,
    nl: /\b(?:schadelijke software|gevaar|beperkt|verdachte activiteit|(?:verdachte|ongebruikelijke|onbevoegde)\b.{0,20}\b(?:inlog|activiteit|transactie|toegang)|(?:overboeking|overschrijving|opname|betaling|transactie)\b.{0,40}\b(?:tegengehouden|staat klaar|in de wacht|geblokkeerd)|nieuw apparaat|rekening\b.{0,40}\bgeblokkeerd|fraude|virus)/,
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
    en: /\b(?:(?:pre-?)?(?:approved|qualif(?:y|ied)|eligible|entitled|selected) (?:for|to)|loan forgiveness|debt relief|\d{2} ?% (?:off|discount|lower)|stimulus|grant of|reward points|loyalty discount|special discount|gift card)\b/,
    pt: /\b(?:pre-?aprovad[ao]|voce (?:foi (?:selecionad|escolhid|contemplad)|tem direito)|pontos? (?:expira|a vencer|vence)|desconto de)/,
    es: /\b(?:pre-?aprobad[ao]|ha sido (?:seleccionad|elegid)|tiene derecho|descuento de)/,
    de: /\b(?:vorab genehmigt|sie wurden ausgewahlt|anspruch auf|rabatt)/,
    fr: /\b(?:pre-?approuve|vous avez ete (?:selectionne|choisi)|avez droit|remise de)/,
    nl: /\b(?:u bent (?:geselecteerd|uitgekozen)|recht op|korting)/,
  },
  urgency: {
    en: /\b(?:within (?:the )?(?:next )?\d{1,2} ?(?:-\d{1,2} )?(?:hours?|hrs?|days?|minutes)|immediate(?:ly)?|immediatly|urgent(?:ly)?|right away|as soon as possible|asap|(?:call|dial)(?: us)? (?:now|today)|before it is too late|24\/7|final notice|last reminder)\b/,
    pt: /\b(?:em \d{1,2} horas|imediatamente|urgente|(?:em ate|dentro de|voce tem) \d{1,2} ?h(?:oras)?|o quanto antes|o mais rapido possivel|(?:ligue|telefone|cancele) (?:ja|agora))\b/,
    es: /\b(?:en \d{1,2} horas|dia y noche|inmediatamente|de inmediato|urgente|(?:las proximas|antes de|tiene|dentro de) \d{1,2} ?h(?:oras)?|cuanto antes|lo antes posible|(?:llame|llamenos) (?:ya|ahora))\b/,
    de: /\b(?:in \d{1,2} stunden|tag und nacht|noch heute|sofort|umgehend|dringend|(?:innerhalb von|binnen|haben) \d{1,2} stunden|unverzuglich|rund um die uhr|(?:rufen sie )(?:jetzt|gleich))/,
    fr: /\b(?:dans \d{1,2} heures|jour et nuit|aujourd'hui meme|immediatement|urgent|(?:sous|avez|dans les|d'ici) \d{1,2} ?h(?:eures)?\b|au plus vite|sans (?:delai|attendre|tarder)|24 ?h ?\/ ?24|appelez (?:vite|maintenant))/,
    nl: /\b(?:over \d{1,2} uur|dag en nacht|vandaag nog|onmiddellijk|dringend|(?:binnen|heeft) \d{1,2} uur|zo snel mogelijk|spoedig|(?:bel|annuleer|stop) (?:\w+ )?(?:nu|direct|meteen))/,
  },
  odd: {
    en: /\b(?:kindly|immediatly|fruad|recieve|do the needful|thankyou|canceled by you|auto[- ]?debit(?:ed)?|as per our record|dear (?:valued )?(?:customer|client|user|member|subscriber|account holder)|hello (?:valued )?(?:customer|client|user)|hi (?:customer|user))\b/,
    pt: /\b(?:prezad[ao]|car[ao]|estimad[ao])(?:\(a\))? (?:cliente|usuario)\b/,
    es: /\bestimad[ao](?:\/a)? (?:cliente|usuario)\b/,
    de: /\bsehr geehrter? (?:kunde|nutzer|kontoinhaber)\b/,
    fr: /\bch(?:er|ere) (?:client|utilisateur)/,
    nl: /\b(?:geachte|beste) (?:klant|gebruiker)\b/,
  },
  support_desk: {
    en: /\b(?:(?:customer|client|technical|tech|billing|phone|help|member|cancell?ation|refund|fraud|security|product)[- ](?:support|service|services|care|line|desk|team|department|helpline|hotline)|help ?(?:desk|line)|hot ?line|support (?:team|line|number|desk|center|centre)|toll[- ]?free|need (?:help|assistance))\b/,
    pt: /\b(?:(?:equipe|setor|departamento) (?:de |anti)\w+|central(?: de (?:atendimento|seguranca|relacionamento))?\b|atendimento|atendente|suporte|sac\b|ouvidoria|equipe de seguranca)/,
    es: /\b(?:equipo (?:de |anti)\w+|atencion al cliente|servicio al cliente|soporte|linea de ayuda|departamento de (?:facturacion|seguridad|fraude|reembolsos)|agente)\b/,
    de: /\b(?:kundenservice|kundendienst|kundensupport|kundenbetreuung|hotline|servicenummer|support-team|betrugsabteilung|sicherheits(?:team|abteilung)|buchhaltung)/,
    fr: /\b(?:service (?:client|facturation|fraude|des? litiges)|assistance|support technique|numero vert|cellule fraude|conseiller)/,
    nl: /\b(?:klantenservice|helpdesk|hulplijn|ondersteuningsteam|klantendienst|fraude(?:desk|afdeling|team))/,
  },
  link_led: {
    en: /\b(?:(?:click|tap|press) (?:here|below|on|the|this|to)|(?:log ?in|sign in) (?:here|now|below|at|via)|please (?:log|sign) in|(?:button|link)s? (?:below|above|provided)|(?:following|this|secure)\b.{0,12} (?:link|button)|(?:by|via|through) (?:this|the|our) (?:secure )?(?:link|portal)|(?:verify|update|confirm|review|activate|restore|unlock|claim|secure|withdraw|view|download|get started|start|continue|accept|buy|shop|order|learn more|find out|apply) now|(?:verify|update|confirm|restore|unlock|secure) your (?:account|wallet|identity|payment|information|details|card|email)|scan the qr)\b/,
    pt: /\b(?:clique|acesse|acessar|toque no|link abaixo|botao abaixo|atualizar (?:agora|cadastro)|baixar|resgat\w{1,4} (?:agora|aqui))/,
    es: /\b(?:haga clic|haz clic|pulse (?:aqui|el)|acceda|siguiente enlace|este enlace|el boton)\b/,
    de: /\b(?:klicken|klick auf|loggen sie|melden sie sich (?:hier|jetzt|in ihrem|bei ihrem|mit ihr)|(?:folgenden?|diesen?|den|dem|untenstehenden?) (?:link|button)|schaltflache|jetzt (?:anmelden|einloggen|bestatigen|aktualisieren|prufen|verifizieren|ansehen|bezahlen|kaufen|bestellen|herunterladen|starten|aktivieren|freischalten|sichern|buchen))\b/,
    fr: /\b(?:cliquez|connectez-vous|(?:ce|le) lien|lien suivant|(?:ce|le) bouton)\b/,
    nl: /\b(?:klik|inloggen|log in op|de knop|(?:de|deze|onderstaande) link|claim (?:nu|uw))\b/,
  },
  bookkeeping: {
    any: /\b(?:vat (?:no|nr|number|id|reg)|vat\/tin|gstin|gst (?:no|number)|iban|ust-?id|umsatzsteuer|steuernummer|handelsregister|siret|tva intra|btw-?(?:nummer|nr|id)|kvk|pan no|tax (?:id|registration)|company (?:no|number|registration)|irn)\b/,
  },
  one_person: {
    en: /\b(?:call|ring|text|phone|e-?mail) me\b|\bgive me a (?:call|ring|shout)\b/,
    pt: /\bme (?:liga|ligue|chama|chame)\b|\blig(?:ue|a)[- ]me\b|\b(?:beijos?|abracos?|bjs)\b/,
    es: /\bllam[ae]me\b|\bun (?:beso|abrazo)\b/,
    de: /\bruf(?:en sie)? mich\b|\bbei mir melden\b|\bl(?:iebe |\.)?g(?:russe|russ)?[,!]/,
    fr: /\bappele?(?:le|z)[- ]moi\b|\bbi(?:ses|sous)\b/,
    nl: /\bbel (?:me|mij)\b|\bgroetjes\b/,
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

/** Words of letters that promise a fortune for a fee; `isFortune` says how many of them make such a letter. */
const FORTUNE =
  /\b(?:beneficiar(?:y|io)|next of kin|inheritance|heran[cç]a|heredero|herencia|erbschaft|heritage|nachlass|erfenis|compensation|unclaimed|fund release|\w{0,5}million(?:en)? (?:usd|dollars?|euros?|united)|m(?:illion)? ?usd|atm (?:visa |master)?card|consignment|barrister|diplomat(?:ic)?|mtcn|god bless|almighty|donat(?:e|ion)|doacao|donacion|spende|lottery|loteria|deceased|late (?:husband|father|client)|trust fund|business proposal|contract payment|widow|cancer|orphan|western union|united nations|imf|investment project|confidential (?:business|transaction|proposal)|full name)\b/g

/** How many different such words there are. In: folded text in small letters, on one line. */
export function fortuneWords(words: string): number {
  return new Set(words.match(FORTUNE)).size
}
