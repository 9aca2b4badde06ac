"""Dutch."""

from __future__ import annotations

from wikifaq.transcript.words.fields import Words, listed, months, patterns, special

_SOME = "(#|twee|drie|vier|vijf|zes|acht|tien|twaalf|enkele|een paar|een aantal)"
_ABOUT = "(ongeveer |circa |zo'n |minder dan |hooguit |naar verwachting )?"
_UNITS = "(uur|dagen|weken|maanden|kwartalen|jaar|jaren)"
_ONE = "(een week|een maand|een jaar|een half jaar)"
_YEAR = """(week|weekend|maand|kwartaal|jaar|lente|voorjaar|zomer|herfst|najaar|winter|maandag|
    dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|@)"""
_NEXT = "(volgende|volgend|komende|komend|aankomende|vorige|vorig|afgelopen|deze|dit)"
_PART = "(begin|midden|half|medio|eind)"

DUTCH = Words(
    code="nl",
    name="Dutch",
    common=frozenset(
        listed("""
        de, van, het, een, en, in, is, dat, op, te, zijn, met, voor, niet, aan, er, om, ook,
        als, dan, maar, bij, nog, uit, door, naar, heeft, tot, je, over, ze, wordt, werd, kan,
        deze, hij, of, worden, die, was, dit, wel, meer, geen, hebben, moet, kunnen, veel, al,
        waar, wat, hoe, zich, onder, jij
        """)
    ),
    months=months("""
        januari jan, februari feb, maart mrt maa, april apr, mei, juni jun, juli jul,
        augustus aug, september sep sept, oktober okt, november nov, december dec
    """),
    question_marks=listed("vraag, v"),
    answer_marks=listed("antwoord, antw, a"),
    comment_marks=listed("opmerking, commentaar, reactie, o"),
    asking=listed("""
        ik wil weten,
        ik zou graag willen weten, ik zou graag weten, ik wil graag weten, ik vraag me af,
        wat, wanneer, waar, wie, wiens, welke, welk, hoe, hoeveel, hoelang, waarom, waarvoor,
        waarmee, waarheen, waarvan, waaraan, waarin, waaruit, waartoe, vanwaar, aan wie,
        van wie, voor wie, met wie, bij wie, op welke, in welke, sinds wanneer, tot wanneer,
        vanaf wanneer, is, is er, is het, zijn er, zijn de, zijn we, zijn jullie, kan, kun,
        kunt, kunnen, kon, mag, mogen, moet, moeten, zal, zullen, zou, zouden, heeft, hebben,
        heb, hebt, was, waren, wordt, worden, werd, bestaat, bestaan, doet, doen, gaat, gaan,
        klopt het, wil, willen, weet, weten
    """),
    titles_that_ask=listed("""
        wat te doen, wat te doen als, wat als, hoe kan ik, hoe je, ik kan niet, ik kan geen,
        ik heb, ik wil, ik zou graag, ik vind, ik krijg, ik ben mijn, mijn artikel,
        mijn account, mijn pagina, mijn bewerking, verschil tussen, het verschil tussen,
        verschillen tussen
    """),
    follow_up=listed("""
        vervolgvraag, aanvullende vraag, zo niet, zo ja, indien niet, indien wel, indien ja,
        indien nee, als dat niet, als dat zo is, en als, en zo ja, in dat geval, aansluitend
    """),
    missing=listed("""
        geen vraag, vraag ontbreekt, ontbrekende vraag, zonder vraag, vraag niet vermeld
    """),
    addressed=listed("voor, aan, vraag voor, vraag aan"),
    update=listed("update, updates, bijgewerkt, actualisering, nieuws"),
    thanks=listed("""
        bedankt, dank, dank je, dank u, dankjewel, hartelijk dank, veel dank
    """),
    please=listed("""
        alsjeblieft, alstublieft, graag, zou iemand, kan iemand, kun je, ik stel voor, zou moeten
    """),
    perishable=patterns(f"""
        over {_ABOUT}({_SOME} {_UNITS}|{_ONE}), ({_SOME} {_UNITS}|{_ONE}) geleden,
        ({_PART} )?{_NEXT} {_YEAR},
        (komende|afgelopen|laatste) ({_SOME} )?(dagen|weken|maanden|jaren|tijd), {_PART} @,
        (voor |tegen )?het (begin|eind|einde) van (het|dit) (jaar|kwartaal),
        (in|vanaf|tot|sinds) @, momenteel, op dit moment, op dit ogenblik, thans, tegenwoordig,
        voorlopig, vooralsnog, tot nu toe, tot nog toe, tot op heden, tot dusver, tot dusverre,
        binnenkort, spoedig, straks, weldra, onlangs, recentelijk, vandaag, morgen, overmorgen,
        gisteren, eergisteren, vanavond, vanmiddag, nog niet, nog geen,
        nog steeds (bezig|in|niet|aan het|onder), in de nabije toekomst, op korte termijn,
        binnen afzienbare tijd, binnen enkele {_UNITS},
        (we|wij|ze) (zijn|hopen|plannen|verwachten) (ook |nog |nu )?(van plan|te|om), van plan,
        (we|wij|ik) (werken|werk) (momenteel |nog |nu |hard )?aan, in voorbereiding, in de maak,
        (is|zijn|nog|volop) in ontwikkeling, gepland (voor|in|op), (we|wij) zullen ~(publiceren|
        aankondigen|bekendmaken|delen|lanceren|starten|organiseren|presenteren),
        (zal|zullen) ~worden (gepubliceerd|aangekondigd|bekendgemaakt|gelanceerd)
    """),
    lasting=patterns(f"""
        (goede|goeie|elke|iedere|de|die) morgen, zo spoedig, te spoedig, tot straks,
        nog niet eens, (als|wanneer|wie|u|je|jij|jullie|iemand|mensen) ~van plan,
        (keer|uur|dagen) in {_SOME} {_UNITS}, over {_SOME} {_UNITS} (van|verspreid|verdeeld|heen),
        op dit moment van, (deze|dit) {_YEAR} (van|der),
        (in |vanaf |tot |sinds |{_PART} |{_NEXT} )?(# )?@( en @| tot @)? #, # @,
        (elk|ieder|heel) {_NEXT} {_YEAR}
    """),
    led_by=listed("""
        gespreksleider, geleid door, onder leiding van, gemodereerd door, georganiseerd door,
        gehouden door, gepresenteerd door
    """),
    answers=listed("""
        antwoordt, antwoordde, antwoorden, reageert, reageerde, beantwoordt
    """),
    roles=frozenset(
        listed("""
        president, vicepresident, voorzitter, vicevoorzitter, directeur, directrice, manager,
        hoofd, leider, leidster, coördinator, verantwoordelijke, medewerker, medewerkster,
        secretaris, penningmeester, plaatsvervangend, waarnemend, algemeen, uitvoerend,
        juridisch, adviseur, specialist, team, moderator, onze, ons, hun, haar, de, het
        """)
    ),
    not_names=frozenset(
        listed("""
        v, a, o, q, vraag, vragen, antwoord, antwoorden, opmerking, opmerkingen, commentaar,
        reactie, reacties, noot, noten, notitie, nb, ps, waarschuwing, belangrijk,
        herinnering, voorbeeld, voorbeelden, samenvatting, conclusie, conclusies, resultaat,
        resultaten, bron, bronnen, referentie, referenties, verwijzing, link, links,
        koppeling, zie, tip, tips, stap, stappen, deel, optie, opties, probleem, problemen,
        oplossing, oplossingen, reden, redenen, oorzaak, achtergrond, context, uitleg,
        toelichting, definitie, detail, details, beschrijving, verduidelijking, correctie,
        aanvulling, onderwerp, onderwerpen, datum, tijd, tijdstip, plaats, locatie, duur,
        taal, talen, status, versie, doel, doelen, voordeel, voordelen, nadeel, nadelen,
        uitzondering, uitzonderingen, voorwaarde, voorwaarden, vereiste, vereisten, update,
        updates, eerste, tweede, derde, tenslotte, daarna, dus, echter, maar, en, of, omdat,
        ook, bovendien, daarnaast, verder, kortom, kort, ja, nee, niet, nu, hier, daar, zo,
        als, indien, wanneer, waar, wie, wat, hoe, waarom, welke, dit, dat, deze, die, een,
        in, met, voor, bij, uit, naar, over, volgens, is, zijn, bedankt, hallo, groet,
        volgende, volgend, bewerken, ander, andere
        """)
    ),
    user=frozenset(listed("gebruiker")),
    user_talk=frozenset(listed("overleg gebruiker")),
    contributions=special("speciaal, special", "bijdragen, contributions"),
    talk_links=frozenset(listed("overleg, overlegpagina, bijdragen, reageer")),
    unsigned=frozenset(
        listed("""
        niet ondertekend, niet-ondertekend, nietondertekend, afz, afzender, afzenderip,
        unsigned
        """)
    ),
    unseen_namespaces=frozenset(listed("categorie, bestand, afbeelding")),
    talk_titles=frozenset(
        listed("""
        overleg, overleg gebruiker, overleg wikipedia, overleg project, overleg bestand,
        overleg afbeelding, overleg mediawiki, overleg sjabloon, overleg help,
        overleg categorie, overleg portaal, overleg module
        """)
    ),
    faq_titles=listed("""
        veelgestelde vragen, veel gestelde vragen, vaak gestelde vragen, vaakgestelde vragen,
        vragen en antwoorden, faq
    """),
    closing_titles=frozenset(
        listed("""
        zie ook, referenties, bronnen, bronnen en referenties, externe links, externe link,
        links, koppelingen, externe koppelingen, noten, voetnoten, literatuur, contact,
        contactgegevens, inhoud, inhoudsopgave, meer informatie, verdere informatie,
        aanvullende informatie, meer lezen, verder lezen, bronvermelding, hulpmiddelen,
        gerelateerde pagina's, gerelateerde artikelen, gerelateerde onderwerpen,
        verwante onderwerpen, archief, archieven, navigatie, deelnemers, licentie, dankwoord,
        meer hulp, verdere hulp
        """)
    ),
)
