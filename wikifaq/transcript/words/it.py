"""Italian."""

from __future__ import annotations

from wikifaq.transcript.words.fields import Words, listed, months, patterns, special

_SOME = "(#|due|tre|quattro|cinque|sei|otto|dieci|dodici|pochi|poche|alcuni|alcune|un paio di)"
_ABOUT = "(circa |meno di |più o meno |all'incirca )?"
_UNITS = "(ore|giorni|settimane|mesi|trimestri|anni)"
_ONE = "(una settimana|un mese|un anno|qualche (giorno|settimana|mese|anno))"
_YEAR = """(settimana|mese|anno|trimestre|primavera|estate|autunno|inverno|lunedì|martedì|
    mercoledì|giovedì|venerdì|sabato|domenica|@)"""
_PART = "(inizio|metà|fine)"
_DONE = """(pubblicato|pubblicata|pubblicati|pubblicate|annunciato|annunciata|annunciati|
    annunciate|lanciato|lanciata|disponibile|disponibili)"""

ITALIAN = Words(
    code="it",
    name="Italian",
    common=frozenset(
        listed("""
        di, e, il, la, che, in, un, è, per, non, del, una, si, della, con, da, sono, le, dei,
        al, come, nel, i, alla, delle, anche, ha, più, gli, se, lo, ma, dal, su, o, questo,
        nella, degli, essere, ho, ci, dalla, mi, sul, questa, cosa, quando, perché, ed, stato,
        può, solo, tutti, sulla, ai
        """)
    ),
    months=months("""
        gennaio gen, febbraio feb, marzo mar, aprile apr, maggio mag, giugno giu, luglio lug,
        agosto ago, settembre set sett, ottobre ott, novembre nov, dicembre dic
    """),
    question_marks=listed("domanda, d"),
    answer_marks=listed("risposta, risp, r"),
    comment_marks=listed("commento, c"),
    asking=listed("""
        vorrei sapere, mi piacerebbe sapere, mi chiedo,
        come, quando, dove, chi, cosa, che cosa, perché, perchè, quale, quali, qual, quanto,
        quanta, quanti, quante, a chi, a cosa, a che cosa, di chi, di cosa, di che cosa,
        da chi, da dove, da quando, da quanto, con chi, con cosa, con quale, con quali,
        in che, in che modo, in quale, in quali, in cosa, per chi, per quale, per quali,
        per quanto tempo, fino a quando, su cosa, su quale, che tipo, che differenza,
        che succede, che significa, che fare, com'è, com’è, cos'è, cos’è, dov'è, dov’è, posso,
        devo, è vero che, potrei, potreste
    """),
    titles_that_ask=listed("""
        non riesco, non posso, non trovo, non so, ho dimenticato, ho perso, ho un, ho una,
        ho trovato, voglio, vorrei, mi piacerebbe, la mia voce, il mio account, la mia pagina,
        la mia modifica, differenza tra, differenza fra, differenze tra, la differenza tra,
        è possibile, è necessario, è obbligatorio, è consentito, è permesso, si può,
        si possono, esiste, c'è, c’è, ci sono, ho bisogno
    """),
    follow_up=listed("""
        domanda aggiuntiva,
        domanda successiva, domanda di approfondimento, domanda correlata, ulteriore domanda,
        se no, se sì, se così, in tal caso, in questo caso, in caso contrario,
        in caso affermativo, in caso negativo, e se, altrimenti
    """),
    missing=listed("""
        domanda mancante, domanda assente, manca la domanda, senza domanda, nessuna domanda,
        domanda non indicata
    """),
    addressed=listed("per, domanda per, domanda a"),
    update=listed("aggiornamento, aggiornamenti, novità"),
    thanks=listed("""
        grazie, grazie mille, molte grazie, tante grazie, mille grazie
    """),
    please=listed("""
        per favore, per piacere, per cortesia, potresti, potreste, propongo, bisognerebbe,
        dovrebbe
    """),
    perishable=patterns(f"""
        (tra|fra) {_ABOUT}({_SOME} {_UNITS}|{_ONE}|poco|non molto),
        ({_SOME} {_UNITS}|{_ONE}|poco) fa, {_YEAR} (prossimo|prossima|scorso|scorsa|che viene),
        (prossimo|prossima|scorso|scorsa) {_YEAR},
        (prossimi|prossime|ultimi|ultime|scorsi|scorse) ({_SOME} )?{_UNITS},
        questo (mese|trimestre|autunno|inverno|fine settimana),
        questa (settimana|primavera|estate|mattina|sera), quest'(anno|estate|autunno|inverno),
        stasera, stamattina,
        entro ({_SOME} {_UNITS}|{_PART} @|@|la {_PART} (dell'anno|del mese|di @)|{_PART} anno),
        (a|verso|per) (l'|la )?{_PART} (di )?@, (a|in|da|fino a) @, attualmente, al momento,
        in questo momento, per ora, per il momento, finora, ad oggi, a oggi, a tutt'oggi, oggi,
        oggigiorno, domani, dopodomani, ieri, presto, prossimamente, a breve, recentemente,
        di recente, ultimamente, non ~ancora, ancora non,
        (è|sono) (ancora )?in (corso|fase|discussione|preparazione|lavorazione),
        in un (prossimo|vicino) futuro, nel prossimo futuro, stiamo (ancora )?(pianificando|
        lavorando|valutando|preparando|considerando|discutendo|cercando|sviluppando|pensando),
        abbiamo (in programma|intenzione), (prevediamo|speriamo|contiamo|progettiamo) di,
        intendiamo, (è|sono) (previsto|prevista|previsti|previste),
        (pubblicheremo|annunceremo|lanceremo|condivideremo|organizzeremo|inizieremo|presenteremo),
        (sarà|saranno|verrà|verranno) (presto )?{_DONE}
    """),
    lasting=patterns(f"""
        a (presto|domani|breve termine), troppo presto, (al )?più presto, presto o tardi,
        così presto, non ~ancora (una volta|più|oggi|un|una), non ~(e|ma|o) ancora,
        al momento (di|del|della|dell'|in cui|giusto|opportuno),
        (volte|ore|giorni) (tra|fra) {_SOME} {_UNITS}, (a |in |da |fino a |entro |(a|verso|per|
        entro) (l'|la )?{_PART} (di )?)?(# )?@( e @)? (del )?#, # @,
        (tra|fra) {_SOME} {_UNITS} (di|e), dall'oggi al domani
    """),
    led_by=listed("""
        moderazione, moderatore, condotto da, condotta da, moderato da, moderata da, guidato da,
        guidata da, organizzato da, organizzata da, presentato da, presentata da, tenuto da,
        tenuta da, a cura di
    """),
    answers=listed("risponde, rispose, rispondono, risposto, replica"),
    roles=frozenset(
        listed("""
        presidente, presidentessa, vicepresidente, vice, direttore, direttrice, responsabile,
        capo, coordinatore, coordinatrice, dirigente, generale, esecutivo, esecutiva,
        segretario, segretaria, consigliere, consigliera, legale, aggiunto, aggiunta,
        sostituto, specialista, squadra, team, moderatore, moderatrice, nostro, nostra, loro,
        il, la, i, le
        """)
    ),
    not_names=frozenset(
        listed("""
        d, r, c, q, domanda, domande, risposta, risposte, commento, commenti, nota, note, nb,
        ps, avviso, avvertenza, attenzione, importante, promemoria, esempio, esempi,
        riassunto, sintesi, conclusione, conclusioni, risultato, risultati, fonte, fonti,
        riferimento, riferimenti, collegamento, collegamenti, link, vedi, consiglio, consigli,
        suggerimento, suggerimenti, passo, passi, passaggio, parte, opzione, opzioni,
        problema, problemi, soluzione, soluzioni, motivo, motivi, ragione, ragioni, causa,
        contesto, spiegazione, definizione, dettaglio, dettagli, descrizione, precisazione,
        chiarimento, correzione, argomento, argomenti, oggetto, data, orario, luogo, durata,
        lingua, lingue, stato, versione, obiettivo, obiettivi, vantaggio, vantaggi,
        svantaggio, svantaggi, eccezione, eccezioni, requisito, requisiti, aggiornamento,
        aggiornamenti, primo, secondo, seconda, terzo, terza, infine, poi, dopo, quindi,
        dunque, inoltre, anche, tuttavia, però, perché, o, oppure, se, sì, no, non, adesso,
        qui, ecco, così, quando, dove, che, cosa, come, quale, quanto, per, con, tra, fra, in,
        questo, questa, questi, queste, quello, quella, un, una, uno, è, sono, grazie, ciao,
        salve, seguente, seguenti, modifica, altro, altra, ovvero, cioè, riepilogo
        """)
    ),
    user=frozenset(listed("utente")),
    user_talk=frozenset(listed("discussioni utente, discussione utente")),
    contributions=special("speciale, special", "contributi, contributiutente, edit, contributions"),
    talk_links=frozenset(
        listed("""
        discussioni, discussione, disc, disc., msg, scrivimi, parliamone, dimmi pure,
        rispondimi, contributi
        """)
    ),
    unsigned=frozenset(
        listed("""
        non firmato, nonfirmato, non firmata, nonfirmatoip, non firmato ip, senza firma,
        firma mancante, unsigned
        """)
    ),
    unseen_namespaces=frozenset(listed("categoria, file, immagine")),
    talk_titles=frozenset(
        listed("""
        discussione, discussioni, discussioni utente, discussioni wikipedia,
        discussioni progetto, discussioni file, discussioni immagine, discussioni mediawiki,
        discussioni template, discussioni aiuto, discussioni categoria, discussioni portale,
        discussioni modulo
        """)
    ),
    faq_titles=listed("""
        domande frequenti, domande più frequenti, domande ricorrenti, domande comuni,
        domande e risposte, faq
    """),
    closing_titles=frozenset(
        listed("""
        voci correlate, vedi anche, pagine correlate, argomenti correlati,
        collegamenti esterni, collegamenti, altri progetti, link esterni, link utili,
        riferimenti, note, bibliografia, fonti, contatti, contatto, contattaci, indice,
        sommario, contenuti, per approfondire, approfondimenti, ulteriori informazioni,
        maggiori informazioni, altre informazioni, risorse, archivio, archivi, navigazione,
        partecipanti, crediti, licenza, ringraziamenti, altro aiuto
        """)
    ),
)
