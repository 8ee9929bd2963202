/**
 * The words that carry a lure's intent, in the languages it comes in. They are looked for in folded text in small
 * letters on one line: no accents, no look-alike letters. Every gap is bounded, so that no text makes them slow.
 * Source: callback-phishing rules of sublime-security/sublime-rules (MIT), translated; Talos 2025 and 2026.
 */
const WORDING = {
  not_you: {
    en: /\b(?:wasn't you|(?:was not|wasn't|is not|isn't|not) (?:y?ours?|urs|your (?:order|purchase|payment))\b|unrecogni[sz]ed\?|unfamiliar|(?:don't|do not|didn't|did not|can't|cannot) (?:remember|recall|recogni[sz]e|place|do|make)\b|if (?:this|that|it) (?:was|is)(?:n't| not)\b|no knowledge of|made in error|by mistake|if this is (?:an error|a mistake)|not you\?|(?:was|is)(?:n't| not)? (?:this|that|it) (?:not )?(?:you|a mistake)|did(?: you not|n't you) .{0,15}\b(?:mak|plac|authori[sz]|request|order)|(?:if )?(?:you|i) (?:did not|didn't|have not|haven't|do not|don't)\b.{0,25}\b(?:mak|made|plac|authori[sz]|recogni[sz]|request|order|initiat|purchas|attempt|perform|approv|b(?:uy|ought)\b|(?:want|wish) (?:this|to (?:continue|renew|keep|pay)))|(?:was|is|were|wasn't|isn't)(?: not|n't)? (?:you|done by you|made by you|placed by you|authori[sz]ed by you)\b|without your (?:consent|authori|permission|knowledge)|not (?:done|made|placed|authori[sz]ed|initiated) by you|don't want to (?:continue|renew)|unauthori[sz]ed (?:charge|payment|transaction|purchase|order|debit|withdrawal|transfer)|(?:if you|you) (?:do not|don't|disagree|dis-agree)(?: agree| approve| accept)?\b.{0,12}(?:agree|approve|accept|with this)|not (?:authori[sz]ed|approved|recogni[sz]ed|requested|ordered|familiar|expected)\?|(?:you )?never (?:ordered|asked|requested|authori[sz]ed|made|bought|placed|approved|signed))/,
    pt: /\b(?:nao concorda|nunca (?:pediu|fez|comprou|autorizou|solicitou|contratou)|(?:compra|operacao|transacao) indevida|foi voce\?|nao (?:foi|for) (?:voce|o senhor|a senhora|feit[ao])|se nao (?:foi|fez|reconhec|quiser|deseja)|nao (?:quiser|deseja|pretende) (?:continuar|renovar|manter)|nao foi (?:por )?si\b|nao partiu de|nao reconhec|nao (?:(?:tenha|foi|e|a|o) ){0,2}(?:reconhec|autoriz|realiz|fez\b|fizeram|feit[ao] por|solicit|efetu|contrat|sido (?:voce|o senhor|o titular)|voce\b)|desconhec[ea]|houve (?:um )?(?:engano|erro))/,
    es: /\b(?:no esta de acuerdo|nunca (?:pidio|hizo|compro|autorizo|solicito|contrato|ha (?:pedido|hecho|comprado|autorizado))|no (?:ha sido|fue|es) (?:usted|suy[ao]|l[ao] suy[ao])|(?:si|que) (?:usted )?no (?:ha sido|fue|lo hizo|la hizo)|no (?:ha sido|has sido) (?:usted|tu)|no (?:lo|la|los|las) reconoce|no es l[ao] suy[ao]|ajen[ao] a usted|no (?:quiere|desea) (?:continuar|renovar|seguir)|quiere anularl[ao]|no lo ha hecho usted|no fui yo|se trata de un error|es un error|no (?:(?:le|la|lo|ha|haya|han) ){0,2}(?:suena|recono[cz]|autoriz|realiz|hizo|hecho|solicit|orden|efectu|pidio|pedido|contrat|sido usted|fue usted))/,
    de: /\b(?:nie (?:bestellt|beauftragt|autorisiert|gekauft)|nicht einverstanden|nicht (?:beauftragt|veranlasst|erkannt|genehmigt)\?|nicht ihre? (?:bestellung|zahlung|kauf|einkauf)|sofern sie das nicht|falls sie (?:das|dies|diese\w?) .{0,40}nicht|(?:sie|ihnen) .{0,15}nicht (?:waren|bekannt|veranlasst)|haben sie (?:diese?|das|dies)\w* .{0,40}\bnicht\b|stammt nicht von ihnen|unbekannt\?|nicht (?:bestellt|autorisiert)\?|nichts (?:gekauft|bestellt)|ein (?:irrtum|versehen|fehler)|widersprechen sie|nicht (?:von ihnen|selbst)|nicht (?:von ihnen )?(?:veranlasst|autorisiert|getatigt|beauftragt|genehmigt|freigegeben|erkennen|kennen|bestellt|ausgefuhrt|durchgefuhrt|vorgenommen)|(?:er)?kennen sie .{0,40}\bnicht\b|(?:das|dies|es) waren (?:nicht sie|sie nicht)|waren (?:das |dies |es )?(?:nicht sie|sie (?:das |dies |es )?nicht)|sie (?:das|dies|es) nicht waren|mochten sie (?:das|dies) nicht|ohne ihr(?:e|en)? (?:zustimmung|wissen))/,
    fr: /\b(?:pas d'accord|pas (?:autorise|reconnu|commande|demande)e? ?\?|(?:ne vient|n'est|n'emane) pas de vous|pas (?:de )?vous \?|n'(?:est|etait) pas a (?:vous|votre)|n'en etes pas|pas a l'origine|ne (?:provient|correspond) pas|vous (?:souhaitez|voulez) (?:resilier|annuler)|s'agit d'une erreur|c'est une erreur|ne vous dit rien|n'(?:avez|etes|etiez) (?:pas|jamais) (?:vous-meme )?(?:effectue|autorise|demande|passe|fait|realise|valide|commande|souscrit|a l'origine|l'auteur|reconnu)|ne (?:le |la )?reconnaissez pas|ce n'(?:etait|est) pas vous|a votre insu|sans votre (?:accord|autorisation))/,
    nl: /\b(?:niet (?:mee )?eens|nooit (?:besteld|aangevraagd|gedaan|toegestaan|gekocht)|niet (?:goedgekeurd|toegestaan|gekocht)\?|niet (?:gegeven|van u|uw (?:bestelling|betaling))|(?:dit|dat) niet klopt|niet door (?:u|jou)|niet (?:zelf )?(?:uitgevoerd|gedaan|geplaatst)|niet (?:voor|uit) uw naam|onbekend\?|kent u (?:dit|deze)|niet (?:besteld|aangevraagd)\?|klopt (?:dit|dat) niet|berust dit op een (?:vergissing|fout)|is dit een (?:vergissing|fout)|kent u .{0,40}\bniet\b|niet (?:door u|zelf)|(?:was|bent|waren) u (?:dit|dat|het) niet|(?:dit|dat) was u niet|u dit niet (?:was|bent)|(?:heeft|hebt) u .{0,40}\bniet (?:zelf )?(?:gedaan|geplaatst|uitgevoerd|aangevraagd|besteld|goedgekeurd|gemaakt)|herken(?:t|de?)? .{0,30}\bniet\b|niet herken|wilt u (?:dit|dat) niet|zonder uw (?:toestemming|medeweten))/,
  },
  cancellation: {
    en: /\b(?:to (?:avoid|prevent)\b|appeal\b|objections?\b|undo\b|call (?:it|this) off|withdraw from|(?:stop|void|decline|reverse|block) (?:it|the|this|that|your)\b|prefer not to|wish to (?:stop|discontinue|cancel)|prevent (?:the|this)|before it(?:'s| is) (?:sent|released)|to (?:stop|decline|void) |(?:funds|amount|payment) (?:sent back|returned)|changed your mind|cancel(?:l?ation|l?ed|l?ing)?|refund|dispute|charge ?back|discontinue|(?:stop|reverse|void|avoid) (?:the|this|your|any|paying)\b.{0,20}(?:payment|charge|transaction|order|fee|renewal)?|opt out|money (?:back|returned))\b/,
    pt: /\b(?:para evitar|evite\b|desfaz(?:er|emos)?\b|impugn|devolvid[ao]|bloquear|impedir|anular\b|cancela\b|nao sera concluid|contestacao|suspender|devolvemos|dinheiro de volta|cancel(?:ar|e|amento|a-l[ao])\b|reembols|estorn|contest(?:ar|e|acao)\b|devolucao)/,
    es: /\b(?:(?:para|a fin de) evitar|evit(?:ar|e)l[ao]s?\b|alegaciones|rechazarl[ao]|retirarl[ao]|frenarl[ao]|devuelt[ao]|detenerl[ao]|congelarl[ao]|bloquearl[ao]|teléfono de bajas|telefono de bajas|cancelacion(?:es)?|anularl[ao]|devolvemos|devolveremos|cancel[ae]l[ao]|anul[ae]l[ao]|cancel(?:ar|e|acion)|reembols|anul(?:ar|e|acion)|disputar|devolucion|recuperar (?:su|el) dinero|dar(?:se)? de baja)/,
    de: /\b(?:zu (?:vermeiden|verhindern)|abzuwenden|einspruch|rucktritt|zurucktreten|zuruckzieh|sperren\b|zuruckgebucht|gestoppt werden|reklamation|stoppen\b|stoppen sie|erhalten sie (?:ihr|das) geld|geld .{0,20}zuruck|stornier|storno|kundig|(?:zu)?ruckerstatt|erstattung|erstatten|widerruf|ruckbuchung|ruckgangig|geld zuruck)/,
    fr: /\b(?:(?:pour|afin d.) ?eviter|rejet(?:er)?\b|suspendre|recredit|bloquer\b|resiliation|arreter\b|stopper\b|litiges?\b|retracter|rend(?:ons|rons) (?:l'|votre )argent|annulez-l[ae]|annul(?:er|ez|ation)|rembours|contest(?:er|ez|ation)|opposition|resili)/,
    nl: /\b(?:te (?:voorkomen|vermijden)|bezwaar|terugstort|ongedaan|intrekken|stopzetten|annuleren|blokkeren|tegenhouden|terugdraai|draaien .{0,10}terug|krijgt u (?:het|uw) (?:geld|bedrag)|annul(?:eer|er)|terug(?:beta|vra|stor|boek)|geld terug|opzeg|stopzet|betwist)/,
  },
  charge: {
    en: /\b(?:will be released|requests? \$|debit(?:ed|ing)?|taken (?:through|from)|on the card|distribution|charged?|charges|debit(?:ed)?|deduct(?:ed|ion)|billed|bill to|payment|paid|purchas(?:e|ed)|transaction|invoice|receipt|order(?:ed)?|total|amount|withdrawn|transfer(?:red)?)\b/,
    pt: /\b(?:voce enviou|foi pag[oa]|boleto|descont(?:ar|ad[ao])|lancad[ao]s?|compra|cobranca|cobrad[ao]|debitad[ao]|debito|pagamento|fatura|pedido|transacao|transferencia|pix|saque|valor)\b/,
    es: /\b(?:enviaste|ha(?:s|n)? enviado|has pagado|retir(?:ad[ao]|aremos)|compra|cargos?|cargad[ao]|cargar[ae]n?|cobros?|cobrad[ao]|cobrar[ae]n?|pago|factura|pedido|transaccion|transferencia|operacion|importe)\b/,
    de: /\b(?:ziehen wir|eingezogen|einziehen|rechnung|abbuch|abgebucht|buchen wir|zahlung|bezahlt|bestellung|belastet|kauf|einkauf|betrag|uberweisung|uberwiesen|auszahlung|lastschrift|transaktion|gesendet)/,
    fr: /\b(?:seront retires|a ete retire|avons retire|facture|paiement|prelev|debit|achat|commande|montant|virement|transaction|operation|vous avez envoye)/,
    nl: /\b(?:incass|factuur|betaling|betaald|afschrijving|afgeschreven|schrijven wij|belast|bestelling|aankoop|bedrag|overboeking|overschrijving|opname|transactie)/,
  },
  amount: {
    any: /(?:[$€£]|\b(?:us\$|r\$|usd|eur|gbp|brl|cad|aud))[ :]{0,2}\d[\d.,]{0,12}|\b\d[\d.,]{0,12} ?(?:[$€£]|(?:usd|eur|gbp|brl|euros?|dollars?|reais)\b)|\b(?:amount|total|price|charge|payment)\b.{0,12}\b\d{2,5}[.,]\d{2}\b/,
  },
  renewal: {
    en: /\b(?:membership|(?:yearly|annual|monthly) (?:plan|rate|subscription)|trial has ended|plan (?:with|was|has)|auto[- ]?(?:pay|debit)|free trial|trial period|(?:auto[- ]?)?renew(?:al|ed|s|ing)?|subscri(?:ption|bed)|membership|protection plan|(?:license|licence|activation|product) key|warranty|service plan|annual plan|extended your|has been extended)\b/,
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
    en: /\b(?:(?:computer|pc|device|mac|laptop|phone|system)\b.{0,25}\b(?:blocked|locked|at risk|compromised|slow)|(?:put|placed|is|are) .{0,8}(?:a|on) hold|(?:attempted|declined|queued|scheduled) .{0,20}(?:transfer|payment|withdrawal|distribution|purchase)|(?:transfer|payment|withdrawal|distribution|purchase|charge)\b.{0,60}\b(?:was|is|has been|have been|were) (?:attempted|declined|scheduled|queued|flagged)|accessed from|new (?:device|beneficiary|payee|external|bank account|login|sign)|remote server|seed phrase|(?:your|ur) (?:social security|ssn).{0,30}(?:used|suspended)|was (?:linked|added) to your|spyware|ransomware|malicious software|(?:data|files|money|account) (?:may be|are|is) at risk|(?:unusual|suspicious|unauthori[sz]ed|unrecogni[sz]ed|recent|new|irregular|fraudulent)\b.{0,15}\b(?:sign(?:ed)?[- ]?in|log[- ]?in|activit|device|transaction|access|attempt|withdrawal|charge)|account\b.{0,40}\b(?:locked|suspended|limited|on hold|restricted|compromised|stopped|blocked|disabled|breach)|(?:transfer|withdrawal)\b.{0,50}\b(?:hold|approv|pending|blocked)|virus|trojan|malware|infected|hacked|security (?:alert|breach|incident|warning)|fr(?:au|ua)d alert)/,
    pt: /\b(?:nov[oa] (?:telemovel|equipamento|acesso)|(?:pix|transferencia|emprestimo|saque|compra)\b.{0,25}\b(?:agendad|solicitad|programad|em andamento|em processamento)|(?:cpf|conta|cartao|cadastro)\b.{0,30}\b(?:suspens|irregular|bloquead|pendenc)|(?:aparelho|celular|dispositivo|motorola|iphone|galaxy)\b.{0,40}\b(?:cadastrad|vinculad|registrad|autorizad)|setor de contestacao|clonad[ao]|nov[oa] celular|software malicioso|em risco|virus|conta\b.{0,30}\blimitad|atividade suspeita|(?:acesso|compra|transacao|transferencia|movimentacao|atividade|login|pix)\b.{0,30}\b(?:suspeit|nao reconhecid|incomum|bloquead|pendente|em analise|retid)|bloqueamos|conta\b.{0,30}\bbloquead|nov[oa] (?:aparelho|dispositivo)|bloqueio|golpe|fraude)/,
    es: /\b(?:(?:transferencia|operacion|pago|bizum|cargo)\b.{0,30}\b(?:en curso|tramitando|programad|inmediata)|se esta tramitando|en riesgo|vinculad[ao] (?:un|a)|infectad|(?:se han?|hemos) (?:detectado|encontrado|vinculado)|virus|software malicioso|en (?:peligro|riesgo)|virus|limitad[ao]|actividad sospechosa|(?:acceso|compra|transaccion|operacion|transferencia|actividad|inicio de sesion)\b.{0,30}\b(?:sospechos|no reconocid|inusual|bloquead|retenid|pendiente)|(?:hemos )?(?:retenido|bloqueado) (?:una?|el|la) |dispositivo nuevo|nuevo dispositivo|cuenta\b.{0,30}\b(?:bloquead|suspendid)|fraude)/,
    de: /\b(?:(?:pc|computer|gerat|rechner)\b.{0,30}\b(?:gesperrt|infiziert|befallen|gefahrdet)|(?:iphone|gerat|handy|pushtan|tan)\b.{0,40}\b(?:freigeschaltet|registriert|hinterlegt|angemeldet)|wartet auf freigabe|(?:kauf|zahlung|uberweisung|buchung)\b.{0,30}\b(?:vorgemerkt|verdachtig|auffallig)|trojaner|zugang\b.{0,30}\bsperren|schadsoftware|in gefahr|verdachtige\w? aktivitat|(?:ungewohnlich|verdachtig|unbefugt|unberechtigt)\w{0,4}\b.{0,20}\b(?:anmeld|aktivitat|zugriff|transaktion|zahlung)|(?:uberweisung|auszahlung|zahlung|transaktion)\b.{0,40}\b(?:angehalten|gestoppt|zuruckgehalten|steht aus|blockiert)|neue[nms]? gerat|konto\b.{0,40}\b(?:gesperrt|eingeschrankt|blockiert)|betrug|virus)/,
    fr: /\b(?:carte\b.{0,25}\b(?:utilisee|servir|debitee)|nouvel? (?:acces|telephone)|logiciel (?:espion|malveillant)|(?:ordinateur|appareil|pc)\b.{0,30}\b(?:bloque|infecte|verrouille|expose)|mots de passe\b.{0,30}\bexposes|(?:virement|paiement|achat)\b.{0,40}\b(?:attente|cours|programme)|remboursement\b.{0,30}\bbloque|(?:nouveau|nouvel) (?:appareil|beneficiaire)|logiciel malveillant|en danger|activite suspecte|(?:connexion|activite|transaction|operation|acces|virement|paiement)\b.{0,30}\b(?:suspect|inhabituel|frauduleu|non autorise|suspendu|en attente|bloque|retenu)|nouvel appareil|compte\b.{0,40}\b(?:bloque|suspendu|limite)|fraude|virus)/,
    nl: /\b(?:nieuw (?:telefoon|toestel)|betaalverzoek|(?:computer|pc|apparaat|laptop)\b.{0,30}\b(?:besmet|geblokkeerd|geinfecteerd)|(?:betaalpas|pas|rekening|overboeking|betaling|opdracht)\b.{0,50}\b(?:aangevraagd|geblokkeerd|klaargezet|tegengehouden)|lopen gevaar|nieuwe (?:begunstigde|betaalpas|inlog)|schadelijke software|gevaar|beperkt|verdachte activiteit|(?:verdachte|ongebruikelijke|onbevoegde)\b.{0,20}\b(?:inlog|activiteit|transactie|toegang)|(?:overboeking|overschrijving|opname|betaling|transactie)\b.{0,40}\b(?:tegengehouden|staat klaar|in de wacht|geblokkeerd)|nieuw apparaat|rekening\b.{0,40}\bgeblokkeerd|fraude|virus)/,
  },
  held_back: {
    en: /\b(?:penalt(?:y|ies)\b|enforcement agents?|bailiffs?|in arrears|disconnection|unpaid (?:toll|crossing|fine|balance|bill|charge)|(?:payment|balance|account|invoice)\b.{0,20}\boverdue|will be (?:destroyed|forfeited|cut off|passed to)|summons|(?:power|service|electricity|line|account) (?:will be|is about to be|is being) (?:cut|disconnected|shut|closed|terminated)|(?:expires?|expiring) (?:today|tonight|soon|on|at)|(?:undeliver|not (?:be )?delivered|delivery (?:failed|attempt)|returned to sender|storage (?:fee|is charged)|address (?:is )?(?:incomplete|missing)|house number is missing)|(?:file|case|claim|application)\b.{0,25}\b(?:flagged|closed|dismiss)|deadline|warrant|enforcement action|(?:your )?trial (?:has )?ended|past due|(?:package|parcel|shipment|delivery|item|order|funds?|benefits?|refund|payment)\b.{0,30}\b(?:on hold|held|pending|undeliver|could not be delivered|stopped|suspended)|(?:schedule|reschedule|release) (?:your |the )?(?:delivery|package|parcel|shipment)|customs (?:fee|duty|clearance)|legal action|arrest warrant|law ?suit)\b/,
    pt: /\b(?:em atraso|inadimpl|protesto\b|penhora|corte (?:agendado|programado)|sera (?:destruid|cortad|suspens|devolvid)|(?:corte|suspensao) (?:de|do|no) (?:energia|fornecimento|luz)|expiram? (?:hoje|amanha)|(?:encomenda|objeto|pacote)\b.{0,40}\b(?:taxad|devolv|alfandega)|vencem? (?:hoje|amanha)|mandado|intimac|multa\b|pontos\b.{0,40}\bvenc|(?:encomenda|entrega|objeto|pacote|valor)\b.{0,30}\b(?:retid[ao]|suspens[ao]|parad[ao]|pendente)|taxa de (?:importacao|liberacao)|acao judicial)/,
    es: /\b(?:impag(?:o|os|ad[ao]s?)\b|sancion(?:es)?\b|recargo|corte (?:previsto|programado|inmediato)|sera (?:destruid|cortad|suspendid|devuelt)|citacion|corte de (?:suministro|luz)|suministro se interrump|caducan? (?:hoje|hoy|manana|el)|vencen? (?:hoy|manana)|(?:no hemos podido|imposible) entregar|(?:devuelve|devolvera) al remitente|embargo|expediente sancionador|orden de (?:arresto|detencion)|(?:paquete|envio|entrega)\b.{0,30}\b(?:retenid[ao]|suspendid[ao]|pendiente)|tasas? de aduana|accion(?:es)? legal)/,
    de: /\b(?:ruckstand|mahn(?:ung|verfahren)|bussgeld|sperrung\b|inkasso|wird .{0,40}(?:vernichtet|abgestellt|zuruckgesandt)|vorladung|(?:strom|anschluss|konto)\b.{0,25}\b(?:abgestellt|abgeschaltet|gesperrt)|lauft (?:heute|ab|bald)|verfall(?:t|en) (?:heute|am|morgen)|konnte nicht zugestellt|(?:beim|am) zoll|wartet auf|zur freigabe|geht .{0,20}zuruck|vollstreckung|pfandung|ermittlungsverfahren|(?:paket|sendung|lieferung)\b.{0,30}\b(?:angehalten|zuruckgehalten|nicht zugestellt|wartet)|zollgebuhr|rechtliche schritte|haftbefehl)/,
    fr: /\b(?:impayee?s?\b|amende|majoration|coupure|recouvrement|reste due|sera (?:detruit|coupe|suspendu|renvoye)|(?:electricite|ligne|compteur)\b.{0,20}\b(?:coupee?|suspendue?)|expire(?:nt)? (?:aujourd'hui|demain|dimanche|ce|bientot)|en attente des? frais|attend des frais|n'a pas (?:pu|ete) .{0,25}(?:livr|depos|vers|remis)|non livre|chez l'expediteur|mandat d'arret|procedure judiciaire|huissier|convocation|(?:colis|livraison|envoi)\b.{0,30}\b(?:retenu|bloque|suspendu|en attente)|frais de douane|poursuites)/,
    nl: /\b(?:achterstand|aanmaning|boete\b|incassobureau|afgesloten|wordt .{0,40}(?:vernietigd|afgesloten|teruggestuurd)|dagvaard|sluiten wij .{0,20}\baf\b|afsluiting|vervalt (?:vandaag|morgen|op)|dwangbevel|kon niet (?:worden )?bezorgd|niet (?:kunnen )?bezorgen|gaat .{0,15}retour|beslag|deurwaarder|dagvaarding|arrestatiebevel|(?:pakket|zending|levering)\b.{0,30}\b(?:vastgehouden|in de wacht|niet bezorgd)|douanekosten|juridische stappen)/,
  },
  entitlement: {
    en: /\b(?:(?:outstanding|unclaimed|pending) (?:compensation|refund|credit|payout|benefit|rebate)|compensation of|tax (?:refund|rebate)|overpa(?:id|yment)|(?:pre-?)?(?:approved|qualif(?:y|ied)|eligible|entitled|selected) (?:for|to)|loan forgiveness|debt relief|\d{2} ?% (?:off|discount|lower)|stimulus|grant of|reward points|loyalty discount|special discount|gift card)\b/,
    pt: /\b(?:restituicao|indenizacao|indemnizacao|valores? a receber|pre-?aprovad[ao]|voce (?:foi (?:selecionad|escolhid|contemplad)|tem direito)|pontos? (?:expira|a vencer|vence)|desconto de)/,
    es: /\b(?:indemnizacion|(?:devolucion|reembolso|abono) pendiente|pre-?aprobad[ao]|ha sido (?:seleccionad|elegid)|tiene derecho|descuento de)/,
    de: /\b(?:entschadigung|guthaben von|steuererstattung|vorab genehmigt|sie wurden ausgewahlt|anspruch auf|rabatt)/,
    fr: /\b(?:indemnisation|trop[- ]percu|remboursement en attente|pre-?approuve|vous avez ete (?:selectionne|choisi)|avez droit|remise de)/,
    nl: /\b(?:schadevergoeding|tegoed van|belastingteruggave|u bent (?:geselecteerd|uitgekozen)|recht op|korting)/,
  },
  urgency: {
    en: /\b(?:straight ?away|before (?:the )?(?:close of|end of)|(?:by|until|before) (?:midnight|tonight|today|tomorrow|sunday|the deadline)|tonight|today or|24x7|the deadline|without delay|in (?:some|a few) hours|in (?:the next )?\d{1,2} ?(?:hrs?|hours?|minutes)|before the end of|(?:soon|shortly)\b|within (?:the )?(?:next )?\d{1,2} ?(?:-\d{1,2} )?(?:hours?|hrs?|days?|minutes)|immediate(?:ly)?|immediatly|urgent(?:ly)?|right away|as soon as possible|asap|(?:call|dial)(?: us)? (?:now|today)|before it is too late|24\/7|final notice|last reminder)\b/,
    pt: /\b(?:em ate \d{1,3} (?:minutos|horas)|ate as \d{1,2}h|hoje (?:as|mesmo)|na hora\b|prazo final|24h\b|em \d{1,2} horas|imediatamente|urgente|(?:em ate|dentro de|voce tem) \d{1,2} ?h(?:oras)?|o quanto antes|o mais rapido possivel|(?:ligue|telefone|cancele) (?:ja|agora))\b/,
    es: /\b(?:(?:tiene|en los proximos|antes de) \d{1,3} (?:minutos|horas)|las 24 horas|pasadas \d|24h\b|hoy mismo|en \d{1,2} horas|dia y noche|inmediatamente|de inmediato|urgente|(?:las proximas|antes de|tiene|dentro de) \d{1,2} ?h(?:oras)?|cuanto antes|lo antes posible|(?:llame|llamenos) (?:ya|ahora))\b/,
    de: /\b(?:bis (?:heute|\d{1,2}(?::\d\d)? ?uhr|mitternacht)|24\/7|innerhalb (?:von )?\d|nach (?:drei|\d) tagen|24 ?h\b|in \d{1,2} stunden|tag und nacht|noch heute|sofort|umgehend|dringend|(?:innerhalb von|binnen|haben) \d{1,2} stunden|unverzuglich|rund um die uhr|(?:rufen sie )(?:jetzt|gleich))/,
    fr: /\b(?:avant demain|sans quoi|7j\/7|sous \d{1,2} heures|immediat|dans \d{1,2} heures|jour et nuit|aujourd'hui meme|immediatement|urgent|(?:sous|avez|dans les|d'ici) \d{1,2} ?h(?:eures)?\b|au plus vite|sans (?:delai|attendre|tarder)|24 ?h ?\/ ?24|appelez (?:vite|maintenant))/,
    nl: /\b(?:meteen\b|24 uur per dag|direct\b|vandaag\b|(?:voor|binnen) \d{1,2}(?:[.:]\d\d)? ?uur|over \d{1,2} uur|dag en nacht|vandaag nog|onmiddellijk|dringend|(?:binnen|heeft) \d{1,2} uur|zo snel mogelijk|spoedig|(?:bel|annuleer|stop) (?:\w+ )?(?:nu|direct|meteen))/,
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
    en: /\b(?:(?:fraud|claims?|resolution|protection|wallet|relief|billing|accounts?|cancellation|dispute|refunds?) (?:team|unit|desk|cent(?:er|re)|department|dept)|executives?\b|specialists?\b|technicians?\b|representatives?\b|(?:customer|client|technical|tech|billing|phone|help|member|cancell?ation|refund|fraud|security|product)[- ](?:support|service|services|care|line|desk|team|department|helpline|hotline)|help ?(?:desk|line)|hot ?line|support (?:team|line|number|desk|center|centre)|toll[- ]?free|need (?:help|assistance))\b/,
    pt: /\b(?:setor de|central\b|apoio (?:ao cliente)?|gerente|atendente|antifraude|(?:equipe|setor|departamento) (?:de |anti)\w+|central(?: de (?:atendimento|seguranca|relacionamento))?\b|atendimento|atendente|suporte|sac\b|ouvidoria|equipe de seguranca)/,
    es: /\b(?:gestor(?:es)?\b|departamento|operador(?:es)?\b|funcionario asignado|tecnicos?\b|cancelaciones|equipo (?:de |anti)\w+|atencion al cliente|servicio al cliente|soporte|linea de ayuda|departamento de (?:facturacion|seguridad|fraude|reembolsos)|agente)\b/,
    de: /\b(?:kauferschutz|sperrdienst|reklamationsstelle|technikers?\b|zollservice|serviceteam|kundenservice|kundendienst|kundensupport|kundenbetreuung|hotline|servicenummer|support-team|betrugsabteilung|sicherheits(?:team|abteilung)|buchhaltung)/,
    fr: /\b(?:technicien|cellule|centre de litiges|agent (?:reprend|du)|service (?:fraude|resiliation|client)|service (?:client|facturation|fraude|des? litiges)|assistance|support technique|numero vert|cellule fraude|conseiller)/,
    nl: /\b(?:medewerkers?\b|technicus|pasdienst|planner|fraudeafdeling|klantenservice|klantenservice|helpdesk|hulplijn|ondersteuningsteam|klantendienst|fraude(?:desk|afdeling|team))/,
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
  wares: {
    any: /\b(?:anti-?virus|virenschutz|internet security|total (?:protection|security)|(?:device|identity|web|pc|computer) protection|gerateschutz|protection des appareils|proteccion (?:del? )?(?:dispositivos?|equipo)|protecao (?:do|de) (?:dispositivos?|computador)|bitcoins?|btc|ethereum|usdt|crypto\w*|criptomoedas?|criptomonedas?|cryptovaluta|kryptowahrung\w*)\b/,
  },
  one_person: {
    en: /\b(?:call|ring|text|phone|e-?mail) me\b|\bgive me a (?:call|ring|shout)\b/,
    pt: /\bme (?:liga|ligue|chama|chame)\b|\blig(?:ue|a)[- ]me\b|\b(?:beijos?|abracos?|bjs)\b/,
    es: /\bllam[ae]me\b|\bun (?:beso|abrazo)\b/,
    de: /\bruf(?:en sie)? mich\b|\bbei mir melden\b|\bl(?:iebe |\.)?g(?:russe|russ)?[,!]/,
    fr: /\bappele?(?:le|z)[- ]moi\b|\bbi(?:ses|sous)\b/,
    nl: /\bbel (?:me|mij)\b|\bgroetjes\b/,
  },
  threat: {
    en: /\b(?:legal (?:action|enforcement|proceedings)|(?:arrest )?warrant|lawsuit|law ?suit|assigned officer|badge \d|county court|criminal (?:case|charges)|seizure of|garnish)/,
    pt: /\b(?:acao judicial|processo judicial|mandado de|intimacao|policia federal|divida ativa)/,
    es: /\b(?:embargo|expediente sancionador|orden de (?:arresto|detencion)|denuncia penal|juzgado)/,
    de: /\b(?:haftbefehl|vollstreckung|pfandung|ermittlungsverfahren|strafanzeige|geldwasche)/,
    fr: /\b(?:mandat d'arret|procedure judiciaire|poursuites (?:judiciaires|penales)|huissier|saisie)/,
    nl: /\b(?:arrestatiebevel|beslag(?:legging)?\b|deurwaarder|dagvaarding|strafrechtelijk)/,
  },
  infected_device: {
    en: /\b(?:(?:computer|pc|mac|device|laptop|phone|system|machine|printer|router|tablet|browser)\b.{0,60}\b(?:infected|blocked|locked|hacked|compromised|virus(?:es)?|trojan|malware|spyware)|(?:virus(?:es)?|trojan|malware|spyware|hackers?)\b.{0,60}\b(?:computer|pc|mac|device|laptop|phone|system|machine|files|photos)|(?:do not|don't) (?:shut|turn|switch|restart))/,
    pt: /\b(?:(?:computador|pc|aparelho|notebook|portatil|telemovel|impressora)\b.{0,60}\b(?:infec?tad|bloquead|virus|hacker)|(?:virus|malware|trojan)\b.{0,60}\b(?:computador|pc|aparelho|arquivos|ficheiros|fotos)|nao (?:o |a )?(?:desligue|reinicie))/,
    es: /\b(?:(?:computadora|ordenador|equipo|pc|impresora|portatil)\b.{0,60}\b(?:infec?tad|bloquead|riesgo|virus|peligro)|(?:virus|malware|troyano)\b.{0,60}\b(?:computadora|ordenador|equipo|pc|archivos|fotos)|no (?:apague|reinicie))/,
    de: /\b(?:(?:computer|pc|rechner|gerat|laptop|drucker|router)\b.{0,60}\b(?:infiziert|gesperrt|befallen|virus|schadsoftware|trojaner)|(?:virus|viren|schadsoftware|trojaner)\b.{0,60}\b(?:computer|pc|rechner|gerat|dateien)|schalten sie .{0,25}nicht (?:aus|ab))/,
    fr: /\b(?:(?:ordinateur|appareil|pc|imprimante|box)\b.{0,60}\b(?:infecte|bloque|verrouille|virus|pirat)|(?:virus|logiciel (?:espion|malveillant)|cheval de troie)\b.{0,60}\b(?:ordinateur|appareil|pc|fichiers)|n'eteignez pas)/,
    nl: /\b(?:(?:computer|pc|laptop|apparaat|printer|tablet)\b.{0,60}\b(?:besmet|geblokkeerd|geinfecteerd|virus|gehackt)|(?:virus|malware|schadelijke software)\b.{0,60}\b(?:computer|pc|laptop|apparaat|bestanden)|zet .{0,25}niet uit)/,
  },
  round_the_clock: {
    any: /\b(?:24 ?[x/] ?7|24 ?h(?:rs|ours)?\b|24 ?h ?\/ ?24|7 ?j ?\/ ?7|24 uur per dag|24 horas|rund um die uhr|jour et nuit|dag en nacht|round the clock|around the clock)/,
  },
  office_hours: {
    en: /\b(?:mon(?:day)?(?: ?- ?| to | through )fri(?:day)?|weekdays|(?:open|hours)\b.{0,20}\d{1,2} ?(?:am|a\.m\.)|\d{1,2}(?::\d\d)? ?(?:am|a\.m\.) ?(?:-|to|until) ?\d{1,2}(?::\d\d)? ?(?:pm|p\.m\.)|business (?:days|hours)|office hours)/,
    pt: /\b(?:segunda a (?:sexta|sabado)|dias uteis|horario comercial|das \d{1,2}h as \d{1,2}h)/,
    es: /\b(?:lunes a (?:viernes|sabado)|dias laborables|horario de (?:oficina|atencion)|de \d{1,2} a \d{1,2} ?h)/,
    de: /\b(?:montags? bis (?:freitag|samstag)s?|mo\.? ?(?:-|bis) ?(?:fr|sa)|werktags|an werktagen|offnungszeiten|sprechzeiten|von \d{1,2} bis \d{1,2} uhr)/,
    fr: /\b(?:du lundi au (?:vendredi|samedi)|jours ouvres|heures d'ouverture|de \d{1,2} ?h a \d{1,2} ?h)/,
    nl: /\b(?:maandag (?:t\/m|tot(?: en met)?) (?:vrijdag|zaterdag)|op werkdagen|openingstijden|van \d{1,2}(?:[.:]\d\d)? tot \d{1,2}(?:[.:]\d\d)? ?uur)/,
  },
  appointment: {
    en: /\b(?:appointment|reschedul|your (?:(?:booking|reservation)(?! (?:reference|number|code|id)\b)|stay|visit|table|check-?in)|check-?in|see you (?:on|at|then)|we look forward|dr\.? [a-z]+)\b/,
    pt: /\b(?:consulta (?:com|esta|marcada)|remarcar|agendamento|reserva|sua visita|dra?\.? [a-z]+|clinica|rematricula)\b/,
    es: /\b(?:su cita|cita (?:el|del)|reserva|dra?\.? [a-z]+|clinica|consulta medica)\b/,
    de: /\b(?:ihr(?:en)? termin|terminerinnerung|reservierung|praxis|sprechstunde|dr\. [a-z]+|wir freuen uns)\b/,
    fr: /\b(?:rendez-vous|votre reservation|cabinet|dr\.? [a-z]+|en cas d'empechement)\b/,
    nl: /\b(?:uw afspraak|je afspraak|afspraak (?:is|op)|reservering|praktijk|huisarts|tandarts)\b/,
  },
  own_account: {
    en: /\b(?:(?:in|open|use|via|through) (?:the|our|your|my) (?:\w+ )?(?:app|account|dashboard)|from (?:the|our|your) (?:\w+ )?(?:app|dashboard)|(?:on|at|via|visit) (?:the|our) (?:\w+ )?website|my account|mobile app|on gov\.uk|order details|reply to this (?:e-?mail|ticket|message)|by reply(?:ing)?|back of your card|sign in to)\b/,
    pt: /\b(?:no (?:app|aplicativo|site|internet banking)|pelo (?:app|aplicativo|site)|minha conta|meus pedidos|responda a? ?est[ea] e-?mail|area do cliente)\b/,
    es: /\b(?:en (?:la|tu|su) (?:app|aplicacion|area|cuenta|zona)|desde (?:la app|tu cuenta|mis compras|su area)|(?:en|a traves de|visite) (?:la|nuestra|su) (?:pagina )?web\b|mis (?:pedidos|compras)|mi cuenta|responda a este correo|caixabanknow|banca (?:online|digital|electronica))\b/,
    de: /\b(?:auf (?:der|unserer|ihrer) (?:webseite|website|internetseite|homepage)|in (?:der|ihrer|unserer) (?:\w+-)?app|in ihrem (?:\w*konto|kundenkonto|online-\w+)|im (?:kundenkonto|kundenportal|online-\w+|konto)|mein \w*konto|auf diese e-?mail antworten|in elster)\b/,
    fr: /\b(?:(?:dans|depuis|sur) (?:votre|l'|notre|mon) ?(?:espace|application|appli|compte|site)|mon compte|espace (?:client|personnel)|repondez a cet e-?mail)\b/,
    nl: /\b(?:op (?:de|onze) (?:website|site)|in (?:de|uw|je|onze) (?:app|\w*-?account|\w*omgeving)|via (?:de|onze|uw) (?:app|website)|mijn [a-z]+ (?:of|en)|mijn \w+|beantwoord deze)\b/,
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

/** What a lure is about: what is said of a number's surroundings, whose own words are looked for alone. */
const PRETEXT = [
  'not_you',
  'cancellation',
  'security_alert',
  'held_back',
  'entitlement',
  'renewal',
  'threat',
  'infected_device',
] as const

/** Whether a pretext is spoken of. In: folded text. */
export function isNearPretext(words: string): boolean {
  const plain = words.toLowerCase().replace(/\s+/g, ' ')
  return PRETEXT.some((name) => Object.values<RegExp>(WORDING[name]).some((pattern) => pattern.test(plain)))
}

/** Words of letters that promise a fortune for a fee; `isFortune` says how many of them make such a letter. */
const FORTUNE =
  /\b(?:beneficiar(?:y|io)|next of kin|inheritance|heran[cç]a|heredero|herencia|erbschaft|heritage|nachlass|erfenis|compensation|unclaimed|fund release|\w{0,5}million(?:en)? (?:usd|dollars?|euros?|united)|m(?:illion)? ?usd|atm (?:visa |master)?card|consignment|barrister|diplomat(?:ic)?|mtcn|god bless|almighty|donat(?:e|ion)|doacao|donacion|spende|lottery|loteria|deceased|late (?:husband|father|client)|trust fund|business proposal|contract payment|widow|cancer|orphan|western union|united nations|imf|investment project|confidential (?:business|transaction|proposal)|full name)\b/g

/** How many different such words there are. In: folded text in small letters, on one line. */
export function fortuneWords(words: string): number {
  return new Set(words.match(FORTUNE)).size
}
