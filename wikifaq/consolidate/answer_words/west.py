"""How answers go in German, French, Spanish, Portuguese, Italian and Dutch."""

from __future__ import annotations

from wikifaq.consolidate.answer_words.fields import language

WEST = {
    "de": language(
        what="was, welche, welcher, welches, welchen",
        when="wann, bis wann, seit wann, ab wann, welches datum, zeitplan, frist, wie bald",
        who="wer, wen, wem, wessen, welches gremium, welches team, von wem",
        amount="""wie viele, wieviele, wie viel, wieviel, wie lange, wie oft, wie groß, wie
        hoch, wie weit, wie alt, ab welchem alter, welcher anteil""",
        why="warum, weshalb, wieso, aus welchem grund, wozu",
        how="""wie, auf welche weise, was kann ich tun, was muss ich tun, was tun sie, was
        macht ihr""",
        where="wo, wohin, woher, auf welcher seite",
        plain="""ja, nein, jein, doch, natürlich, selbstverständlich, auf jeden fall, auf
        keinen fall, noch nicht, derzeit nicht, im moment nicht, leider nein, leider nicht,
        genau, richtig, keineswegs, teilweise, vermutlich, kurz gesagt""",
        unknown="""wissen wir nicht, weiß ich nicht, weiss ich nicht, noch nicht, kommt darauf
        an, hängt davon ab, nicht entschieden, keine entscheidung, zu früh, schwer zu sagen,
        unklar, nicht klar, offen, keine pläne, kein datum, keine zahlen, nicht sicher""",
        concluding="""kurz gesagt, kurzum, zusammengefasst, zusammenfassend, insgesamt,
        letztlich, letzten endes, am ende, im grunde, die antwort ist, die kurze antwort, der
        grund, der hauptgrund, das ziel, unser ziel, das wichtigste, was wir tun""",
        causing="""weil, denn, da, damit, um zu, aufgrund, wegen, grund, gründe, deshalb,
        deswegen, daher, sodass, dank""",
        timing="""heute, morgen, woche, wochen, monat, monate, monaten, jahr, jahre, jahren,
        quartal, tag, tage, tagen, frühjahr, frühling, sommer, herbst, winter, bald, später,
        nächste, nächsten, nächstes, bis, ende, anfang, ab, montag, dienstag, mittwoch,
        donnerstag, freitag, samstag, sonntag, termin, zeitplan""",
        ways="""seite, webseite, link, e-mail, mail, schreiben sie, schreibt, kontakt,
        formular, antrag, anmelden, bewerben, melden, fragen, sie können, ihr könnt, man kann,
        sie müssen, bitte, wir werden, wir versuchen, wir arbeiten""",
        planning="""plan, pläne, planen, geplant, werden, wird, wollen, beabsichtigen,
        vorhaben, hoffen, ziel, arbeiten daran, nächster schritt, nächste schritte, noch
        nicht, vorgesehen""",
        lead_in="""gute frage, wichtige frage, schwierige frage, interessante frage, schöne
        frage, berechtigte frage, danke für, vielen dank, danke, herzlichen dank, lassen sie
        mich, lasst mich, ich fange an, ich beginne, ich versuche, ich übernehme, ich
        übergebe, ich gebe weiter, ich gebe ab, hören sie mich, hört ihr mich, ich hoffe das
        beantwortet, ich kann nur ergänzen, ich möchte ergänzen, ich darf ergänzen, darf
        vielleicht noch, ich würde ergänzen, wie gesagt, wie ich schon sagte, ich stimme zu,
        ich möchte sagen, ich möchte mich bedanken, ich wollte nur, ich will nur, gar nicht so
        einfach, nicht so einfach, nicht leicht zu beantworten, die frage ist, die frage war,
        sie haben gefragt, freut mich, guten abend, guten tag, guten morgen, hallo, möchtest
        du, möchten sie etwas, tut mir leid, entschuldigung, kann ich etwas sagen, kann ich
        beantworten, werde ich oft gefragt""",
        meta="""diese frage, ihre frage, eure frage, deine frage, die frage ist, meine
        antwort, mein kollege, meine kollegin, nachreichen, nachfragen""",
        background="""als ich, als wir, früher, vor jahren, vor einigen jahren, seit jahren,
        jahrelang, lange zeit, ursprünglich, damals, historisch, in der vergangenheit, wie sie
        wissen, wie ihr wisst, letztes jahr, im letzten jahr, ich war, ich habe, ich selbst,
        ich wohne, ich erinnere mich, im allgemeinen, dann kam, dann kamen""",
    ),
    "fr": language(
        what="que, qu'est, quel, quelle, quels, quelles, quoi",
        when="""quand, à quelle date, jusqu'à quand, depuis quand, quel délai, quelle date,
        calendrier""",
        who="qui, par qui, à qui, quelle équipe, quel comité, quel organe",
        amount="""combien, quel pourcentage, quelle proportion, à quel âge, à quelle
        fréquence, quelle taille""",
        why="pourquoi, pour quelle raison, pour quelles raisons",
        how="comment, de quelle manière, de quelle façon, que faire, que faites-vous, que dois-je",
        where="où, sur quelle page, à quel endroit",
        plain="""oui, non, si, bien sûr, absolument, tout à fait, pas du tout, pas encore, pas
        pour le moment, pas pour l'instant, certainement, en effet, exactement,
        malheureusement non, en partie, probablement, jamais""",
        unknown="""ne sait pas, ne savons pas, ne sais pas, pas encore, ça dépend, cela
        dépend, dépend de, pas décidé, aucune décision, trop tôt, difficile à dire, pas clair,
        pas certain, aucun projet, pas de date, pas de chiffres, reste à""",
        concluding="""en bref, en résumé, pour résumer, en conclusion, pour conclure, bref, au
        final, en fin de compte, la réponse est, la réponse courte, la raison principale,
        l'objectif, notre objectif, le but, l'essentiel, l'idée est, ce que nous faisons""",
        causing="""parce que, parce qu', car, puisque, afin de, afin que, pour que, en raison
        de, à cause de, grâce à, raison, raisons, c'est pourquoi, donc""",
        timing="""aujourd'hui, demain, semaine, semaines, mois, an, ans, année, années,
        trimestre, jour, jours, printemps, été, automne, hiver, bientôt, plus tard, prochain,
        prochaine, d'ici, jusqu'à, fin, début, à partir de, lundi, mardi, mercredi, jeudi,
        vendredi, samedi, dimanche, date, délai""",
        ways="""page, site, lien, e-mail, courriel, écrire à, écrivez, contacter, contactez,
        formulaire, inscrire, inscrivez, demander, demandez, envoyer, envoyez, vous pouvez, on
        peut, il faut, vous devez, nous allons, nous essayons, nous travaillons""",
        planning="""plan, projet, projets, prévu, prévue, prévoyons, allons, va, vont,
        envisageons, avons l'intention, espérons, objectif, travaillons, prochaine étape,
        prochaines étapes, pas encore""",
        lead_in="""bonne question, excellente question, question importante, question
        difficile, question intéressante, merci pour, merci de, merci beaucoup, merci,
        permettez-moi, laissez-moi, je commence, je vais commencer, je vais essayer, je peux
        répondre, je vais répondre, je passe la parole, je laisse la parole, passer la parole,
        vous m'entendez, j'espère avoir répondu, je voudrais ajouter, je veux ajouter,
        j'ajoute, j'ajouterais, je voudrais dire un mot, je voudrais dire, je voudrais juste,
        je suis d'accord avec, comme je l'ai dit, comme je disais, la question est, la
        question était, vous avez demandé, c'est une question, c'est compliqué, bonjour,
        bonsoir, je comprends très bien, je comprends que, désolé, désolée, je m'excuse,
        veux-tu, voulez-vous""",
        meta="""cette question, votre question, ta question, la question est, ma réponse, mon
        collègue, ma collègue, sous les yeux""",
        background="""quand je, quand nous, lorsque je, lorsque nous, autrefois, il y a des
        années, il y a quelques années, pendant des années, pendant, longtemps, à l'origine,
        historiquement, dans le passé, à l'époque, comme vous le savez, l'année dernière, je
        me souviens, j'étais, j'ai été, en général, au départ""",
    ),
    "es": language(
        what="qué, cuál, cuáles",
        when="cuándo, cuando, hasta cuándo, desde cuándo, en qué fecha, qué fecha, qué plazo",
        who="quién, quiénes, por quién, a quién, qué equipo, qué comité",
        amount="""cuántos, cuántas, cuánto, cuánta, con qué frecuencia, a qué edad, qué
        porcentaje, qué tamaño""",
        why="por qué, por que, cuál es la razón, cuál es el motivo, para qué",
        how="cómo, de qué manera, de qué forma, qué debo hacer, qué puedo hacer, qué hacen",
        where="dónde, adónde, de dónde, en qué página",
        plain="""sí, no, claro, por supuesto, desde luego, en absoluto, todavía no, aún no, de
        momento no, por ahora no, efectivamente, exacto, lamentablemente no, en parte,
        probablemente, nunca, ya""",
        unknown="""no sabemos, no lo sé, no se sabe, no sé, todavía no, aún no, depende, no se
        ha decidido, no hemos decidido, ninguna decisión, demasiado pronto, difícil decir, no
        está claro, no hay planes, no hay fecha, no tenemos datos, por decidir""",
        concluding="""en resumen, en pocas palabras, para resumir, en conclusión, para
        concluir, en definitiva, al final, en el fondo, la respuesta es, la respuesta corta,
        la razón principal, el objetivo, nuestro objetivo, lo más importante, lo que hacemos,
        la idea es""",
        causing="""porque, ya que, puesto que, debido a, para que, a causa de, gracias a,
        razón, razones, motivo, motivos, por eso, con el fin de, pues""",
        timing="""hoy, mañana, semana, semanas, mes, meses, año, años, trimestre, día, días,
        horas, primavera, verano, otoño, invierno, pronto, más tarde, próximo, próxima, hasta,
        finales, principios, a partir, dentro de, lunes, martes, miércoles, jueves, viernes,
        sábado, domingo, fecha, plazo""",
        ways="""página, sitio, enlace, correo, escribir, escriba, escribe, contactar,
        contacte, formulario, inscribirse, apuntarse, solicitar, enviar, envíe, puede, puedes,
        pueden, se puede, hay que, debe, vamos a, intentamos, trabajamos""",
        planning="""plan, planes, previsto, prevista, vamos a, va a, van a, tenemos la
        intención, esperamos, queremos, objetivo, trabajando, próximo paso, próximos pasos,
        todavía no, aún no""",
        lead_in="""buena pregunta, excelente pregunta, gran pregunta, pregunta importante,
        pregunta difícil, pregunta interesante, gracias por, muchas gracias, gracias, déjeme,
        déjenme, permítanme, permítame, empiezo, voy a empezar, voy a intentar, puedo
        responder, voy a responder, paso la palabra, le paso, me oyen, me escuchan, espero
        haber respondido, quiero añadir, quisiera añadir, me gustaría añadir, quiero agregar,
        quisiera agregar, quiero decir, estoy de acuerdo con, como dije, como decía, la
        pregunta es, la pregunta era, han preguntado, es una pregunta, es complicado, buenas
        tardes, buenos días, buenas noches, hola, lo siento, perdón, solo quería, ya sé que""",
        meta="""esta pregunta, su pregunta, tu pregunta, esa pregunta, la pregunta es, mi
        respuesta, mi colega, mi compañero, mi compañera""",
        background="""cuando yo, cuando empezamos, cuando llegué, antes, hace años, hace unos
        años, durante años, durante mucho tiempo, originalmente, históricamente, en el pasado,
        en aquel entonces, como saben, como sabéis, el año pasado, recuerdo, yo era, en
        general, al principio""",
    ),
    "pt": language(
        what="que, o que, qual, quais",
        when="quando, até quando, desde quando, em que data, qual a data, qual o prazo, que prazo",
        who="quem, por quem, a quem, que equipe, qual equipe, que comitê",
        amount="""quantos, quantas, quanto, quanta, com que frequência, com que idade, que
        percentagem, qual o tamanho""",
        why="por que, porque, porquê, por quê, qual a razão, qual o motivo, para quê",
        how="como, de que maneira, de que forma, o que devo fazer, o que posso fazer, o que fazem",
        where="onde, aonde, de onde, em que página",
        plain="""sim, não, claro, com certeza, de modo algum, de forma alguma, ainda não, por
        enquanto não, de momento não, exatamente, infelizmente não, em parte, provavelmente,
        nunca""",
        unknown="""não sabemos, não sei, não se sabe, ainda não, depende, não foi decidido,
        não decidimos, nenhuma decisão, muito cedo, cedo demais, difícil dizer, não está
        claro, não há planos, não há data, não temos dados, por decidir""",
        concluding="""em resumo, resumindo, em suma, em poucas palavras, em conclusão, para
        concluir, no fim, no fundo, a resposta é, a resposta curta, a principal razão, a razão
        principal, o objetivo, nosso objetivo, o mais importante, o que fazemos, a ideia é""",
        causing="""porque, pois, já que, uma vez que, devido a, para que, por causa, graças a,
        razão, razões, motivo, motivos, por isso, a fim de""",
        timing="""hoje, amanhã, semana, semanas, mês, meses, ano, anos, trimestre, dia, dias,
        primavera, verão, outono, inverno, logo, em breve, mais tarde, próximo, próxima, até,
        fim, final, início, a partir, dentro de, segunda-feira, terça-feira, quarta-feira,
        quinta-feira, sexta-feira, sábado, domingo, data, prazo""",
        ways="""página, site, link, e-mail, escrever, escreva, contactar, contate, formulário,
        inscrever, inscreva, pedir, enviar, envie, pode, podem, é preciso, deve, basta, vamos,
        tentamos, trabalhamos""",
        planning="""plano, planos, previsto, prevista, vamos, vai, vão, pretendemos,
        esperamos, queremos, objetivo, trabalhando, próximo passo, próximos passos, ainda não,
        planejamos""",
        lead_in="""boa pergunta, ótima pergunta, excelente pergunta, pergunta importante,
        pergunta difícil, pergunta interessante, obrigado pela, obrigada pela, obrigado por,
        obrigada por, obrigado, obrigada, muito obrigado, muito obrigada, deixe-me, deixem-me,
        permitam-me, eu começo, vou começar, vou tentar, posso responder, vou responder, passo
        a palavra, me ouvem, estão me ouvindo, espero ter respondido, quero acrescentar,
        queria acrescentar, gostaria de acrescentar, só queria, queria lembrar, quero dizer,
        concordo com, como disse, como eu disse, a pergunta é, a pergunta era, é uma pergunta,
        é complicado, boa tarde, bom dia, boa noite, olá, desculpe, desculpem""",
        meta="""esta pergunta, essa pergunta, sua pergunta, a pergunta é, minha resposta, meu
        colega, minha colega""",
        background="""quando eu, quando começamos, quando cheguei, antigamente, antes, há
        anos, há alguns anos, durante anos, durante muito tempo, originalmente,
        historicamente, no passado, naquela época, como sabem, como vocês sabem, no ano
        passado, lembro, eu era, eu também, em geral, no início, houve""",
    ),
    "it": language(
        what="cosa, che cosa, che, quale, quali",
        when="quando, fino a quando, da quando, entro quando, in che data, qual è la scadenza",
        who="chi, da chi, a chi, quale gruppo, quale comitato, quale organo",
        amount="""quanti, quante, quanto, quanta, ogni quanto, con che frequenza, a che età,
        che percentuale""",
        why="perché, per quale motivo, per quale ragione, come mai",
        how="come, in che modo, cosa devo fare, cosa posso fare, cosa fate, che cosa fate",
        where="dove, da dove, su quale pagina",
        plain="""sì, no, certo, certamente, assolutamente, naturalmente, per niente, non
        ancora, al momento no, per ora no, esatto, purtroppo no, in parte, probabilmente, mai""",
        unknown="""non sappiamo, non lo so, non so, non si sa, non ancora, dipende, non è
        stato deciso, non abbiamo deciso, nessuna decisione, troppo presto, difficile dire,
        non è chiaro, non ci sono piani, non c'è una data, non abbiamo dati""",
        concluding="""in breve, in sintesi, riassumendo, in conclusione, per concludere,
        insomma, alla fine, in fondo, la risposta è, la risposta breve, il motivo principale,
        la ragione principale, l'obiettivo, il nostro obiettivo, la cosa più importante,
        quello che facciamo, l'idea è""",
        causing="""perché, poiché, siccome, dato che, affinché, a causa di, per via, grazie a,
        ragione, ragioni, motivo, motivi, per questo, al fine di""",
        timing="""oggi, domani, settimana, settimane, mese, mesi, anno, anni, trimestre,
        giorno, giorni, primavera, estate, autunno, inverno, presto, più tardi, prossimo,
        prossima, entro, fine, inizio, a partire, fino, lunedì, martedì, mercoledì, giovedì,
        venerdì, sabato, domenica, data, scadenza""",
        ways="""pagina, sito, link, e-mail, mail, scrivere, scrivete, contattare, contattate,
        modulo, iscriversi, chiedere, inviare, inviate, potete, può, si può, bisogna, dovete,
        basta, cerchiamo, lavoriamo""",
        planning="""piano, piani, previsto, prevista, intendiamo, abbiamo intenzione,
        speriamo, vogliamo, obiettivo, lavorando, prossimo passo, prossimi passi, non ancora,
        verrà, sarà, saranno""",
        lead_in="""bella domanda, buona domanda, ottima domanda, domanda importante, domanda
        difficile, domanda interessante, grazie per, grazie della, grazie mille, grazie,
        lasciatemi, permettetemi, inizio io, comincio io, provo a, posso rispondere, rispondo
        io, passo la parola, mi sentite, spero di aver risposto, vorrei aggiungere, voglio
        aggiungere, aggiungo, aggiungerei, vorrei dire, volevo solo, sono d'accordo con, come
        dicevo, come ho detto, la domanda è, la domanda era, è una domanda, è complicato,
        buongiorno, buonasera, ciao a tutti, scusate, mi dispiace""",
        meta="""questa domanda, la sua domanda, la tua domanda, la domanda è, la mia risposta,
        il mio collega, la mia collega""",
        background="""quando io, quando sono, quando abbiamo, una volta, anni fa, qualche anno
        fa, per anni, per molto tempo, in origine, storicamente, in passato, allora, come
        sapete, l'anno scorso, ricordo, io ero, in generale, all'inizio, poi è""",
    ),
    "nl": language(
        what="wat, welke, welk",
        when="wanneer, tot wanneer, sinds wanneer, per wanneer, op welke datum, welke termijn",
        who="wie, door wie, aan wie, welk team, welke commissie, welk orgaan",
        amount="""hoeveel, hoe lang, hoe vaak, hoe groot, hoe hoog, hoe ver, hoe oud, vanaf
        welke leeftijd, welk percentage""",
        why="waarom, om welke reden, waartoe, waarvoor",
        how="hoe, op welke manier, wat moet ik doen, wat kan ik doen, wat doen jullie",
        where="waar, waarheen, waarvandaan, op welke pagina",
        plain="""ja, nee, natuurlijk, zeker, absoluut, helemaal niet, nog niet, op dit moment
        niet, voorlopig niet, inderdaad, precies, helaas niet, gedeeltelijk, waarschijnlijk,
        nooit""",
        unknown="""weten we niet, weten wij niet, weet ik niet, nog niet, hangt ervan af,
        hangt af van, niet besloten, geen besluit, te vroeg, moeilijk te zeggen, onduidelijk,
        niet duidelijk, geen plannen, geen datum, geen cijfers, niet zeker""",
        concluding="""kortom, in het kort, samengevat, samenvattend, al met al, uiteindelijk,
        in feite, het antwoord is, het korte antwoord, de belangrijkste reden, het doel, ons
        doel, het belangrijkste, wat we doen, het idee is""",
        causing="""omdat, want, doordat, aangezien, zodat, vanwege, wegens, dankzij, reden,
        redenen, daarom, om te""",
        timing="""vandaag, morgen, week, weken, maand, maanden, jaar, jaren, kwartaal, dag,
        dagen, voorjaar, lente, zomer, herfst, najaar, winter, binnenkort, later, volgende,
        tot, eind, begin, vanaf, binnen, maandag, dinsdag, woensdag, donderdag, vrijdag,
        zaterdag, zondag, datum, termijn""",
        ways="""pagina, website, link, e-mail, mail, schrijf, contact, formulier, aanmelden,
        aanvragen, sturen, stuur, vragen, je kunt, u kunt, jullie kunnen, men kan, je moet, u
        moet, graag, we gaan, we proberen, we werken""",
        planning="""plan, plannen, gepland, zullen, zal, gaan, gaat, willen, van plan, hopen,
        doel, werken aan, volgende stap, volgende stappen, nog niet, voornemens""",
        lead_in="""goede vraag, belangrijke vraag, moeilijke vraag, interessante vraag, mooie
        vraag, dank voor, bedankt voor, dank je wel, dank u wel, bedankt, dankjewel, laat me,
        laat mij, ik begin, ik zal beginnen, ik probeer, ik zal proberen, ik kan antwoorden,
        ik geef het woord, ik geef door, horen jullie mij, kunnen jullie mij, hopelijk
        beantwoordt, ik wil toevoegen, ik wil nog toevoegen, ik zou willen toevoegen, ik wil
        zeggen, ik wil alleen, ik ben het eens met, zoals gezegd, zoals ik zei, de vraag is,
        de vraag was, is een vraag, het is ingewikkeld, goedenavond, goedemiddag, goedemorgen,
        hallo, sorry, het spijt me""",
        meta="""deze vraag, uw vraag, jouw vraag, jullie vraag, de vraag is, mijn antwoord,
        mijn collega""",
        background="""toen ik, toen we, toen wij, vroeger, jaren geleden, een paar jaar
        geleden, jarenlang, lange tijd, oorspronkelijk, destijds, historisch, in het verleden,
        zoals u weet, zoals jullie weten, vorig jaar, ik herinner, ik was, ik ben, in het
        algemeen""",
    ),
}
