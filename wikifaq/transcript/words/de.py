"""German."""

from __future__ import annotations

from wikifaq.transcript.words.fields import Words, listed, months, patterns, special

_SOME = "(#|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|ein paar|einigen|wenigen|mehreren)"
_ABOUT = """(etwa |ungefähr |rund |circa |ca |gut |knapp |spätestens |den nächsten |
    den kommenden )?"""
_UNITS = "(stunden|tagen|wochen|monaten|quartalen|jahren)"
_ONE = "(einer woche|einem monat|einem halben jahr|einem jahr)"
_NEXT = """(nächste|nächsten|nächster|nächstem|nächstes|kommende|kommenden|kommender|kommendem|
    kommendes|letzte|letzten|letzter|letztem|letztes|vergangene|vergangenen|vergangener|
    vergangenem|vergangenes|diese|diesen|dieser|diesem|dieses)"""
_YEAR = """(woche|wochenende|monat|monats|quartal|quartals|jahr|jahres|frühjahr|frühling|sommer|
    herbst|winter|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|@)"""
_PART = "(anfang|mitte|ende)"

GERMAN = Words(
    code="de",
    name="German",
    common=frozenset(
        listed("""
        der, die, und, das, den, von, zu, mit, sich, des, auf, für, ist, im, dem, nicht, ein,
        eine, als, auch, es, werden, aus, hat, dass, sie, nach, wird, bei, einer, um, sind,
        noch, wie, einem, über, einen, so, zum, haben, nur, oder, aber, vor, zur, bis, durch,
        wenn, kann, man, ich, wir, dann, diese, mehr
        """)
    ),
    months=months("""
        januar jänner jan, februar feber feb, märz mär mrz, april apr, mai, juni jun, juli jul,
        august aug, september sep sept, oktober okt, november nov, dezember dez
    """),
    question_marks=listed("frage, f"),
    answer_marks=listed("antwort, antw, a"),
    comment_marks=listed("kommentar, anmerkung, k"),
    asking=listed("""
        ich würde gern wissen, ich würde gerne wissen, ich wüsste gerne, ich wollte fragen,
        ich wüsste gern, ich möchte wissen, ich frage mich, mich würde interessieren,
        was, wann, wo, wer, wen, wem, wessen, wie, warum, weshalb, wieso, wozu, wofür, womit,
        woher, wohin, worin, woran, worum, wodurch, wovon, wobei, welche, welcher, welches,
        welchen, welchem, für wen, für was, an wen, mit wem, bei wem, von wem, auf welche,
        auf welcher, in welchem, in welcher, aus welchem, seit wann, bis wann, ab wann,
        gibt es, gab es, ist, sind, war, waren, wäre, wären, wird, werden, wurde, wurden,
        würde, würden, kann, kannst, können, könnt, könnte, könnten, darf, dürfen, muss,
        müssen, müsste, soll, sollen, sollte, sollten, hat, haben, habt, hatte, hätte, hast,
        bin, bist, geht
    """),
    titles_that_ask=listed("""
        was tun, was tun wenn, wie geht, wie kann ich, wie man, ich kann nicht, ich habe,
        ich möchte, ich will, ich finde, ich bekomme, mein artikel, meine bearbeitung,
        mein konto, mein benutzerkonto, unterschied zwischen, der unterschied zwischen,
        gründe für, darf ich
    """),
    follow_up=listed("""
        nachfrage, rückfrage, anschlussfrage, zusatzfrage, folgefrage, wenn nein, wenn nicht,
        wenn ja, falls nein, falls nicht, falls ja, und wenn, und falls, in diesem fall,
        in dem fall, dazu noch
    """),
    missing=listed("""
        kein fragetext, frage fehlt, ohne frage, frage nicht angegeben
    """),
    addressed=listed("für, an, frage an, frage für"),
    update=listed("""
        update, updates, aktualisierung, aktualisierungen, aktueller stand, nachtrag
    """),
    thanks=listed("""
        danke, vielen dank, herzlichen dank, dankeschön, besten dank
    """),
    please=listed("""
        bitte, könnte jemand, kann jemand, kannst du, könntest du, ich schlage vor, sollte,
        sollten, müsste
    """),
    perishable=patterns(f"""
        in {_ABOUT}{_SOME}( bis {_SOME})? {_UNITS}, in {_ABOUT}{_ONE},
        vor {_ABOUT}({_SOME} {_UNITS}|{_ONE}), {_PART} (des|der) (jahres|monats|woche|quartals),
        ({_PART} )?{_NEXT} {_YEAR}, (nächsten|kommenden|letzten|vergangenen) ({_SOME} )?(tage|
        tagen|wochen|monate|monaten|jahre|jahren|zeit), (im|bis|ab|seit) @, (bis )?{_PART} @,
        heute, morgen, übermorgen, gestern, vorgestern, heutzutage, bald, demnächst, in kürze,
        in bälde, kürzlich, neulich, vor kurzem, unlängst, derzeit, zurzeit, zur zeit, momentan,
        gegenwärtig, aktuell, im moment, im augenblick, zum jetzigen zeitpunkt, im laufenden jahr,
        zum gegenwärtigen zeitpunkt, noch nicht, noch (kein|keine|keinen), bislang, bisher,
        bis jetzt, vorerst, vorläufig, fürs erste, in naher zukunft, in absehbarer zeit,
        in arbeit, in vorbereitung, in planung, noch offen,
        (bevorstehende|bevorstehenden|bevorstehender|anstehende|anstehenden|anstehender),
        (wir|sie) (planen|beabsichtigen|hoffen|haben vor), (ist|sind) ~(geplant|vorgesehen),
        geplant (ist|sind),
        (wir|ich) (arbeiten|arbeite) (derzeit |gerade |noch |momentan )?(an|daran), (wir werden|
        ich werde) ~(veröffentlichen|bekanntgeben|bekannt geben|ankündigen|starten|vorstellen|
        einführen|mitteilen|freischalten|berichten), (steht|stehen) noch aus
    """),
    lasting=patterns(f"""
        (guten|am|jeden|der|den|eines|nächsten|frühen|gleichen|ganzen|schönen|zum|gegen) morgen,
        von heute auf morgen, so bald, zu bald, bis bald, bald (darauf|danach|nach),
        (nicht|immer|stets|mehr|hält|halten|bleibt|bleiben) aktuell,
        aktuell (halten|zu halten|gehalten), noch nicht einmal,
        (einmal|zweimal|dreimal|mal|stunden|tage) in {_SOME} {_UNITS},
        (im |bis |ab |seit |der |den |des |bis {_PART} |{_PART} )?(@|# @|@ bis @|@ und @) #, # @,
        in {_ABOUT}({_SOME} {_UNITS}|{_ONE}) (arbeit|mit|voller|voll|wieder),
        im (moment|augenblick) (der|des|als|wo), {_NEXT} {_YEAR} (#|der|des)
    """),
    led_by=listed("""
        geleitet von, moderiert von, unter der leitung von, gehalten von, veranstaltet von,
        durchgeführt von, moderation
    """),
    answers=listed("""
        antwortet, antwortete, antworten, erwidert, erwiderte, beantwortet
    """),
    roles=frozenset(
        listed("""
        präsident, präsidentin, vizepräsident, vizepräsidentin, direktor, direktorin, leiter,
        leiterin, leitung, vorsitzender, vorsitzende, vorstand, vorständin, geschäftsführer,
        geschäftsführerin, geschäftsführender, geschäftsführende, stellvertretender,
        stellvertretende, koordinator, koordinatorin, sprecher, sprecherin, referent,
        referentin, beauftragter, beauftragte, moderator, moderatorin, team, der, die, unser,
        unsere, unserem, unserer, ihrem, ihrer, chef, chefin
        """)
    ),
    not_names=frozenset(
        listed("""
        f, a, k, frage, fragen, antwort, antworten, kommentar, kommentare, anmerkung,
        anmerkungen, hinweis, hinweise, notiz, notizen, bemerkung, bemerkungen, nachtrag,
        update, aktualisierung, beispiel, beispiele, zusammenfassung, fazit, ergebnis,
        ergebnisse, quelle, quellen, siehe, link, links, warnung, achtung, vorsicht, wichtig,
        tipp, tipps, schritt, schritte, teil, problem, probleme, lösung, lösungen, gründe,
        hintergrund, kontext, erklärung, erläuterung, definition, bedeutung, übersicht, thema,
        themen, datum, uhrzeit, zeit, zeitraum, ort, dauer, sprache, sprachen, status,
        version, voraussetzung, voraussetzungen, ausnahme, ausnahmen, vorteil, vorteile,
        nachteil, nachteile, ziel, ziele, erstens, zweitens, drittens, zuerst, schließlich,
        abschließend, allerdings, jedoch, aber, und, oder, denn, also, außerdem, ferner,
        zudem, übrigens, ja, nein, nicht, auch, noch, nun, jetzt, dann, hier, dort, so, wenn,
        falls, weil, daher, deshalb, dazu, dabei, dies, dieser, diese, dieses, das, die, ein,
        eine, einer, in, auf, für, mit, bei, aus, nach, zu, zur, wie, was, wer, wo, wann,
        warum, kurzfassung, rückfrage, nachfrage, folgende, folgendes, folgender, danke,
        bitte, hallo, moin
        """)
    ),
    user=frozenset(listed("benutzer, benutzerin")),
    user_talk=frozenset(listed("benutzer diskussion, benutzerin diskussion, bd")),
    contributions=special("spezial, special", "beiträge, contributions"),
    talk_links=frozenset(listed("diskussion, disk, disk., diskutiere, d, beiträge")),
    unsigned=frozenset(
        listed("""
        nicht signiert, unsigniert, unsignierter beitrag, nichtsigniert, ohne signatur,
        unsigned
        """)
    ),
    unseen_namespaces=frozenset(listed("kategorie, datei, bild")),
    talk_titles=frozenset(
        listed("""
        diskussion, benutzer diskussion, benutzerin diskussion, wikipedia diskussion,
        projekt diskussion, datei diskussion, bild diskussion, mediawiki diskussion,
        vorlage diskussion, hilfe diskussion, kategorie diskussion, portal diskussion,
        modul diskussion
        """)
    ),
    faq_titles=listed("""
        häufig gestellte fragen, häufige fragen, oft gestellte fragen, fragen und antworten,
        fragen & antworten, häufig gefragt, faq
    """),
    closing_titles=frozenset(
        listed("""
        siehe auch, einzelnachweise, einzelnachweis, weblinks, links, fußnoten, anmerkungen,
        literatur, quellen, quelle, kontakt, ansprechpartner, inhalt, inhaltsverzeichnis,
        weiterführende links, weiterführende informationen, weitere informationen,
        weiterführendes, weitere hilfe, mehr informationen, referenzen, belege, archiv,
        archive, navigation, teilnehmer, teilnehmende, verwandte themen, verwandte seiten,
        nachweise, impressum, lizenz, danksagung
        """)
    ),
)
