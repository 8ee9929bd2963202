import { describe, expect, test } from 'vitest'
import { mentionsOf, message, part } from '../../test/hand-made-message.ts'
import { loadReference } from '../collect/reference.ts'
import { judge } from './judge.ts'

const reference = await loadReference()
const NUMBER = '+1 808 201 7788'

/** What lures tell of, once in each language and in words of its own; # stands for the number. */
const PRETEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  English: {
    'a charge':
      'We have successfully drawn $318.40 from your checking account ending 2291 for yearly PC care. Disagree with the deduction? Ring the accounts office on # and have it put back.',
    'a refund':
      'A reimbursement of $512.00 could not be credited to you because your bank details are incomplete. Speak with our refunds officer: #.',
    'an order':
      "Thanks for shopping with us! Your MacBook Air ($1,299.00) ships tonight to Dallas, TX. If this purchase isn't known to you, get hold of us on # before dispatch.",
    'a login':
      "Somebody signed in to your mailbox from Lagos, Nigeria at 03:12. If that wasn't you, dial # and our security engineer will secure your profile.",
    'a device':
      'Our scan found 14 threats on your computer and outbound traffic to an unknown host. Do not use the machine for banking. Ring a certified engineer at #.',
    'a frozen account':
      'Your online profile has been frozen after several failed attempts. To get access again phone the verification desk on #.',
    'a debt':
      'This is the last notice before the file is handed to the magistrate. The outstanding sum of $742.18 must be settled. Contact the case officer on #.',
    'a parcel':
      'We tried to hand over your parcel today but the postcode was missing. It goes back to the depot tomorrow. Arrange another attempt by calling #.',
    'a supply cut off':
      'Your electricity supply is scheduled for disconnection this afternoon because the last bill bounced. Ring the billing line # to keep the power on.',
    'a loan':
      'Great news, you have been pre-selected for a $15,000 personal loan with no credit check. Funds can be in your account today. To accept the offer phone #.',
    'a withdrawal':
      'A withdrawal of 0.82 BTC to an external wallet has been initiated. It will complete in 30 minutes. To freeze it, talk to our wallet recovery team on #.',
    'a card':
      'A virtual card was issued in your name and $250 of it has been spent at Target. To block the card dial #.',
    'an insurance':
      'Your health cover lapses at midnight and you qualify for a subsidy of up to $6,400. Speak to a licensed agent: #.',
    'a journey':
      'Your flight DL 2231 has been called off. You are owed compensation of $650. Phone the claims desk on # to collect it.',
    'a trial': 'Your 30-day trial ran out and the premium tier was activated at $89.99 a month. To opt out ring #.',
  },
  Spanish: {
    'strange movements':
      'Hemos visto movimientos raros en su libreta. Confirme con nosotros que es usted llamando al #.',
    'unpaid customs': 'Le falta abonar 1,99 € de aduana para recibir su envío. Pague por teléfono en el #.',
    'a charge':
      'Se ha domiciliado en su cuenta un recibo de 289,90 € por mantenimiento informático anual. Si no está conforme, telefonee al # y le devolveremos el importe.',
    'a refund': 'No hemos podido ingresarle el reintegro de 214,50 €. Para recibirlo, hable con un gestor en el #.',
    'an order':
      'Su televisor Samsung de 899 € sale esta tarde de nuestro almacén. ¿No ha realizado esta compra? Avísenos en el # antes del envío.',
    'a login':
      'Alguien ha entrado en su correo desde Minsk a las 03:12. Si no era usted, contacte con seguridad en el #.',
    'a device':
      'Hemos hallado 14 amenazas en su ordenador y sus contraseñas están expuestas. No lo use para el banco y llame a un técnico: #.',
    'a frozen account': 'Su perfil ha quedado inhabilitado tras varios intentos fallidos. Para reactivarlo llame al #.',
    'a debt':
      'Último aviso: mantiene una deuda de 742,18 € que pasará a los tribunales. Para llegar a un arreglo póngase en contacto con el letrado en el #.',
    'a parcel':
      'El repartidor no encontró a nadie en su domicilio. Su paquete volverá al remitente mañana. Concierte otra entrega llamando al #.',
    'a supply cut off':
      'Por falta de pago, esta tarde se suspenderá la luz en su vivienda. Para impedirlo llame ya al #.',
    'a loan':
      '¡Enhorabuena! Le hemos concedido un préstamo de 15.000 € sin aval. El dinero puede estar hoy en su cuenta. Para aceptar llame al #.',
    'a withdrawal':
      'Se ha iniciado una retirada de 0,82 BTC hacia un monedero externo. Para paralizarla comuníquese con nosotros: #.',
    'a card':
      'Se emitió una tarjeta virtual a su nombre y ya se han gastado 250 € con ella. Para desactivarla marque el #.',
    'an insurance': 'Su póliza de salud se extingue hoy y tiene derecho a una ayuda de 400 €. Hable con un asesor: #.',
    'a journey':
      'Su vuelo IB 3421 ha sido anulado. Le corresponde una compensación de 400 €. Reclámela en el teléfono #.',
    'a trial': 'Su prueba ha terminado y se activó la cuota premium de 39,99 € al mes. Si no desea seguir, llame al #.',
  },
  Portuguese: {
    'strange movements':
      'Vimos movimentos estranhos na sua conta poupança. Confirme conosco que é você ligando para #.',
    'unpaid customs': 'Falta pagar R$ 19,90 de imposto para receber a sua compra. Pague por telefone: #.',
    'a charge':
      'Foi efetuado um lançamento de R$ 489,90 na sua conta referente à manutenção anual do computador. Caso não concorde, ligue no # e devolvemos o dinheiro.',
    'a refund': 'Não conseguimos creditar o ressarcimento de R$ 514,00. Para receber, fale com um atendente no #.',
    'an order':
      'Sua TV Samsung de R$ 3.899,00 sai hoje do nosso depósito. Não foi você quem comprou? Nos chame no # antes do despacho.',
    'a login': 'Alguém entrou no seu e-mail a partir de Minsk às 03:12. Se não era você, contacte a segurança pelo #.',
    'a device':
      'Encontramos 14 ameaças no seu computador e suas senhas estão expostas. Não acesse o banco e telefone para um técnico: #.',
    'a frozen account': 'Seu perfil foi desativado após várias tentativas falhas. Para reativar, disque #.',
    'a debt':
      'Último aviso: existe uma dívida de R$ 742,18 em seu nome que seguirá para o cartório. Para negociar fale com o advogado no #.',
    'a parcel':
      'O carteiro não encontrou ninguém em casa. A sua encomenda volta ao remetente amanhã. Combine outra entrega ligando para o #.',
    'a supply cut off':
      'Por falta de pagamento a luz da sua casa será desligada hoje à tarde. Para impedir, ligue para #.',
    'a loan': 'Parabéns! Seu empréstimo de R$ 15.000 foi liberado sem consulta ao SPC. Para aceitar ligue #.',
    'a withdrawal':
      'Foi iniciada uma retirada de 0,82 BTC para uma carteira externa. Para travar a operação, retorne para #.',
    'a card': 'Um cartão virtual foi emitido em seu nome e já gastaram R$ 1.250 com ele. Para desativá-lo, ligue no #.',
    'an insurance':
      'O seu plano de saúde termina hoje e você tem direito a um auxílio de R$ 400. Fale com um corretor: #.',
    'a journey':
      'O seu voo LA 3421 foi cancelado e você deve receber R$ 2.000 de compensação. Solicite pelo telefone #.',
    'a trial':
      'O seu teste terminou e o plano premium de R$ 39,99 por mês foi ativado. Se não quer continuar, ligue para #.',
  },
  German: {
    'strange movements':
      'Auf Ihrem Sparbuch gab es merkwürdige Bewegungen. Bestätigen Sie uns, dass Sie es sind, und rufen Sie # an.',
    'unpaid customs': 'Für Ihre Sendung fehlen 1,99 € Zoll. Zahlen Sie am Telefon: #.',
    'a charge':
      'Von Ihrem Girokonto wurden 289,90 € für die jährliche PC-Wartung eingezogen. Sind Sie damit nicht einverstanden, rufen Sie uns unter # an.',
    'a refund':
      'Ihre Gutschrift von 214,50 € konnte nicht überwiesen werden. Um sie zu erhalten, sprechen Sie mit unserem Sachbearbeiter: #.',
    'an order':
      'Ihr Samsung-Fernseher für 899 € verlässt heute Abend unser Lager. Sie haben nichts gekauft? Geben Sie uns vor dem Versand Bescheid: #.',
    'a login':
      'Jemand hat sich um 03:12 Uhr aus Minsk in Ihr Postfach eingeloggt. Wenn Sie das nicht waren, erreichen Sie unsere Sicherheit unter #.',
    'a device':
      'Auf Ihrem Rechner wurden 14 Bedrohungen gefunden, Ihre Passwörter liegen offen. Nutzen Sie ihn nicht fürs Banking und lassen Sie sich von einem Techniker helfen: #.',
    'a frozen account':
      'Ihr Profil wurde nach mehreren Fehlversuchen deaktiviert. Zur Freischaltung rufen Sie bitte # an.',
    'a debt':
      'Letzte Warnung: Die Forderung über 742,18 € wird dem Gericht übergeben. Für eine Einigung melden Sie sich beim Rechtsanwalt: #.',
    'a parcel':
      'Der Zusteller hat Sie nicht angetroffen. Ihr Paket geht morgen zurück an den Absender. Vereinbaren Sie eine neue Zustellung unter #.',
    'a supply cut off':
      'Wegen offener Rechnungen wird Ihnen heute Nachmittag der Strom abgeklemmt. Um das zu verhindern, rufen Sie # an.',
    'a loan': 'Glückwunsch! Ihr Kredit über 15.000 € ist ohne Schufa bewilligt. Zur Auszahlung wählen Sie #.',
    'a withdrawal':
      'Eine Abhebung von 0,82 BTC an eine fremde Wallet wurde gestartet. Zum Anhalten melden Sie sich unter #.',
    'a card':
      'Auf Ihren Namen wurde eine virtuelle Karte ausgestellt, 250 € wurden damit schon ausgegeben. Zum Sperren wählen Sie #.',
    'an insurance':
      'Ihre Krankenversicherung endet heute und Ihnen steht ein Zuschuss von 400 € zu. Sprechen Sie mit einem Berater: #.',
    'a journey': 'Ihr Flug LH 3421 wurde gestrichen. Ihnen stehen 400 € zu. Fordern Sie das Geld telefonisch an: #.',
    'a trial':
      'Ihre Testphase ist vorbei, der Premium-Tarif zu 39,99 € im Monat wurde aktiviert. Kein Interesse mehr? Rufen Sie #.',
  },
  French: {
    'strange movements':
      "Des mouvements étranges sont apparus sur votre livret. Confirmez-nous que c'est bien vous en appelant le #.",
    'unpaid customs': 'Il manque 1,99 € de douane pour recevoir votre envoi. Réglez par téléphone au #.',
    'a charge':
      "Une somme de 289,90 € vient d'être ponctionnée sur votre compte pour l'entretien annuel de votre PC. Si vous n'êtes pas d'accord, téléphonez au #.",
    'a refund':
      "Nous n'avons pas pu vous verser votre avoir de 214,50 €. Pour le toucher, parlez à un gestionnaire au #.",
    'an order':
      "Votre téléviseur Samsung à 899 € quitte notre entrepôt ce soir. Vous n'avez rien acheté ? Prévenez-nous au # avant l'expédition.",
    'a login':
      "Quelqu'un s'est connecté à votre messagerie depuis Minsk à 03h12. Si ce n'était pas vous, joignez la sécurité au #.",
    'a device':
      "14 menaces ont été trouvées sur votre ordinateur et vos mots de passe circulent. Ne l'utilisez plus pour la banque et faites-vous aider par un technicien : #.",
    'a frozen account': 'Votre profil a été désactivé après plusieurs essais manqués. Pour le rétablir composez le #.',
    'a debt':
      'Dernier avertissement : votre dette de 742,18 € part au tribunal. Pour trouver un arrangement, prenez contact avec le juriste au #.',
    'a parcel':
      "Le livreur ne vous a pas trouvé chez vous. Votre paquet repart demain chez l'expéditeur. Fixez un nouveau passage au #.",
    'a supply cut off':
      "Faute de paiement, le courant sera coupé chez vous cet après-midi. Pour l'empêcher, appelez le #.",
    'a loan':
      'Félicitations, votre prêt de 15 000 € est accordé sans justificatif. Pour recevoir les fonds, appelez le #.',
    'a withdrawal':
      'Un retrait de 0,82 BTC vers un portefeuille externe a été lancé. Pour le stopper, contactez-nous : #.',
    'a card':
      'Une carte virtuelle a été émise à votre nom et 250 € ont déjà été dépensés avec. Pour la désactiver, composez le #.',
    'an insurance':
      'Votre mutuelle prend fin ce soir et vous avez droit à une aide de 400 €. Parlez à un conseiller : #.',
    'a journey': 'Votre vol AF 3421 est supprimé. 400 € vous reviennent. Réclamez-les par téléphone au #.',
    'a trial':
      "Votre essai est terminé et la formule premium à 39,99 € par mois a démarré. Si vous n'en voulez plus, appelez le #.",
  },
  Dutch: {
    'strange movements': 'Er zijn vreemde bewegingen op uw spaarrekening gezien. Bevestig dat u het bent, bel #.',
    'unpaid customs': 'Voor uw zending ontbreekt € 1,99 douane. Betaal telefonisch: #.',
    'a charge':
      'Er is 289,90 euro van uw rekening gehaald voor jaarlijks pc-onderhoud. Bent u het hier niet mee eens, bel dan #.',
    'a refund':
      'Uw tegoed van € 214,50 kon niet worden overgemaakt. Om het te ontvangen, spreekt u met een medewerker op #.',
    'an order':
      'Uw Samsung-televisie van € 899 verlaat vanavond ons magazijn. Niets gekocht? Laat het ons weten vóór verzending: #.',
    'a login':
      'Iemand heeft om 03.12 uur vanuit Minsk ingelogd op uw mailbox. Was u dat niet, bereik onze beveiliging op #.',
    'a device':
      'Op uw computer zijn 14 bedreigingen gevonden en uw wachtwoorden liggen op straat. Gebruik hem niet om te bankieren en laat een monteur meekijken: #.',
    'a frozen account': 'Uw profiel is na meerdere mislukte pogingen uitgeschakeld. Voor herstel belt u #.',
    'a debt':
      'Laatste waarschuwing: uw schuld van € 742,18 gaat naar de rechter. Tref een regeling met de jurist via #.',
    'a parcel':
      'De bezorger trof u niet thuis. Uw pakje gaat morgen terug naar de afzender. Spreek een nieuw moment af op #.',
    'a supply cut off': 'Omdat u niet betaald heeft, halen wij vanmiddag de stroom eraf. Om dit te voorkomen belt u #.',
    'a loan': 'Gefeliciteerd! Uw lening van € 15.000 is zonder BKR-toets goedgekeurd. Om te aanvaarden belt u #.',
    'a withdrawal':
      'Er is een opname van 0,82 BTC naar een vreemde wallet gestart. Om die te stoppen neemt u contact op: #.',
    'a card':
      'Op uw naam is een virtuele kaart uitgegeven en daar is al € 250 mee uitgegeven. Om de kaart uit te zetten, bel #.',
    'an insurance': 'Uw zorgverzekering eindigt vandaag en u krijgt een toeslag van € 400. Spreek een adviseur: #.',
    'a journey': 'Uw vlucht KL 3421 gaat niet door. U krijgt € 400. Vraag het geld telefonisch aan: #.',
    'a trial':
      'Uw proefmaand is voorbij en het premiumpakket van € 39,99 per maand is ingegaan. Wilt u dit niet? Bel #.',
  },
}

/** What houses write of the same matters, with their number. */
const HOUSES: Readonly<Record<string, readonly string[]>> = {
  English: [
    "Dear Sam, Bella's booster is due. Her insurance policy number is on file. Please call us on # to arrange it.",
    'Your statement is ready. We will collect £48.20 by direct debit on 3 May. If anything looks wrong to you, ring our billing line on #.',
    'We tried to deliver your parcel today but nobody was in. It is back at our depot. Choose another day or call #.',
    'Your reservation for two nights is confirmed. Free cancellation until Friday. For any change phone reception on #.',
    'Planned works: your electricity will be interrupted on Tuesday between 9 and 11 am. Questions? Call our service line: #.',
    'Term fees of $320 are outstanding. If you have already paid, please ignore this. The bursar can be reached at #.',
    'Your 14-day trial ends on Friday. After that your card will be charged $12.00 a month. To cancel, go to settings, or call #.',
    'We sent you a new card. It will arrive within 5 days. Your old card stays active until you use the new one. Questions: #.',
    'Your appointment was cancelled because the dentist is ill. Please call # for a new one.',
  ],
  Spanish: [
    'Su coche está listo. El importe de la reparación es de 312,40 €. Puede pasar hoy hasta las 19 h. Si tiene dudas llame al #.',
    'El repartidor no encontró a nadie en su domicilio. Puede recoger su paquete en la tienda o llamar al # para otra entrega.',
    'Trabajos programados: el martes se interrumpirá la luz en su calle de 9 a 11. Para más información llame al #.',
    'Le recordamos que la cuota de abril de 45 € se cargará en su cuenta el día 5. Si desea darse de baja avísenos en el #.',
    'Su reserva está confirmada. Puede cancelar sin coste hasta el viernes. Recepción: #.',
    'Su pedido de 89,90 € sale hoy de nuestro almacén. Si no está en casa mañana, llame al #.',
    'La beca comedor ha sido concedida. Para cualquier consulta hable con secretaría en el #.',
  ],
  Portuguese: [
    'Seu carro está pronto. O valor do conserto é R$ 812,00. Pode buscar hoje até as 18h. Dúvidas, ligue para #.',
    'O estafeta não encontrou ninguém em casa. Pode levantar a encomenda na loja ou ligar para # para nova entrega.',
    'Manutenção programada: a energia será interrompida na terça das 9h às 11h. Informações pelo telefone #.',
    'Lembramos que a mensalidade de abril, R$ 245,00, vence hoje. Se já pagou, desconsidere. Secretaria: #.',
    'Sua reserva está confirmada. O cancelamento é gratuito até sexta. Para alterar ligue para #.',
    'O seu pedido de R$ 189,90 sai hoje. Se não estiver em casa amanhã, avise-nos pelo #.',
  ],
  German: [
    'Ihr Wagen ist fertig. Die Rechnung beträgt 312,40 €. Sie können ihn heute bis 18 Uhr abholen. Fragen? Rufen Sie uns an: #.',
    'Unser Zusteller hat Sie nicht angetroffen. Ihr Paket liegt in der Filiale. Eine neue Zustellung vereinbaren Sie unter #.',
    'Wegen Bauarbeiten wird der Strom am Dienstag von 9 bis 11 Uhr unterbrochen. Bei Fragen wählen Sie #.',
    'Der Jahresbeitrag von 45 € wird am 5. April eingezogen. Wer kündigen möchte, meldet sich bei der Geschäftsstelle: #.',
    'Ihre Buchung ist bestätigt, Stornierung bis Freitag kostenlos. Rezeption: #.',
    'Ihre Bestellung über 89,90 € verlässt heute unser Lager. Sind Sie morgen nicht zu Hause, rufen Sie bitte # an.',
    'Zahlungserinnerung: Die Rechnung 4711 über 89,90 € ist noch offen. Falls Sie schon gezahlt haben, ist dieses Schreiben gegenstandslos. Buchhaltung: #.',
  ],
  French: [
    "Votre voiture est prête. La facture s'élève à 312,40 €. Vous pouvez passer ce soir jusqu'à 19 h. Une question ? Appelez le #.",
    'Le livreur ne vous a pas trouvé chez vous. Votre paquet vous attend au point relais, ou appelez le # pour un nouveau passage.',
    'Travaux : le courant sera interrompu mardi de 9 h à 11 h. Pour tout renseignement, appelez le #.',
    'La cotisation annuelle de 45 € sera prélevée le 5 avril. Pour résilier, prévenez le secrétariat au #.',
    "Votre séjour est confirmé. Annulation gratuite jusqu'à vendredi. Réception : #.",
    "Votre commande de 89,90 € quitte notre entrepôt aujourd'hui. Si vous êtes absent demain, prévenez-nous au #.",
  ],
  Dutch: [
    'Uw auto is klaar. De rekening bedraagt € 312,40. U kunt hem vandaag tot 18 uur ophalen. Vragen? Bel #.',
    'Onze bezorger trof u niet thuis. Uw pakket ligt in de winkel. Voor een nieuw moment belt u #.',
    'Wegens werkzaamheden wordt de stroom dinsdag van 9 tot 11 uur onderbroken. Vragen? Bel ons op #.',
    'De contributie van € 45 wordt op 5 april afgeschreven. Wilt u opzeggen, laat het ons weten op #.',
    'Uw boeking is bevestigd. Gratis annuleren tot vrijdag. Receptie: #.',
    'Uw bestelling van € 89,90 verlaat vandaag ons magazijn. Bent u morgen niet thuis, bel dan #.',
  ],
}

const judged = (from: { name: string; address: string }, words: string) => {
  const mail = message([part('body', words.replace('#', NUMBER))], from, 'Notice')
  return judge(mail, mentionsOf(mail, NUMBER), reference)
}

describe.each(Object.entries(PRETEXTS))('in %s', (_, pretexts) => {
  test.each(Object.entries(pretexts))('%s from a free address is a lure', (_family, words) => {
    const from = { name: 'Account Notice', address: 'jane.roe4471@gmail.com' }
    expect(judged(from, words)).toMatchObject({ callbackPhishing: true, roles: ['callback'] })
  })

  test.each(['an order', 'a login', 'a withdrawal'])(
    '%s whose only way out is the call is one from anywhere',
    (family) => {
      const from = { name: 'Brimfold', address: 'no-reply@quarvel.example' }
      const { callbackPhishing, signals } = judged(from, pretexts[family] ?? '')
      expect(callbackPhishing).toBe(true)
      expect(signals.map(({ code }) => code)).toContain('pretext.way_out')
    },
  )
})

describe.each(Object.entries(HOUSES))('what a house writes in %s of the same', (_, mails) => {
  test.each(mails)('is no lure: %s', (words) => {
    const from = { name: 'Brimfold', address: 'no-reply@tavonline.example' }
    expect(judged(from, words).callbackPhishing).toBe(false)
  })
})
