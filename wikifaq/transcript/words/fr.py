"""French."""

from __future__ import annotations

from wikifaq.transcript.words.fields import Words, listed, months, patterns, special

_SOME = "(#|deux|trois|quatre|cinq|six|huit|dix|douze|quelques|plusieurs)"
_ABOUT = "(environ |à peu près |moins de |à peine |près de |au plus )?"
_UNITS = "(heures|jours|semaines|mois|trimestres|années|ans)"
_ONE = "(une semaine|une quinzaine|un mois|un an|une année)"
_DAY = "(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_SEASON = "(printemps|été|automne|hiver)"
_DO = "(publier|annoncer|lancer|partager|commencer|organiser|présenter|diffuser|mettre en place)"
_DONE = """(publié|publiée|publiés|publiées|annoncé|annoncée|annoncés|annoncées|lancé|lancée|
    lancés|lancées|diffusé|diffusée|disponible|disponibles)"""

FRENCH = Words(
    code="fr",
    name="French",
    common=frozenset(
        listed("""
        de, la, le, et, les, des, en, un, du, une, que, est, pour, qui, dans, par, plus, pas,
        au, sur, ne, se, ce, il, sont, avec, ou, son, aux, cette, mais, comme, être, sa, ses,
        ces, nous, vous, je, on, elle, ils, si, leur, tout, fait, été, ont, peut, même, sans,
        deux, très, votre, où
        """)
    ),
    months=months("""
        janvier janv jan, février fevrier févr fév fev, mars, avril avr, mai, juin,
        juillet juill juil, août aout, septembre sept, octobre oct, novembre nov,
        décembre decembre déc dec
    """),
    question_marks=listed("question, q"),
    answer_marks=listed("réponse, reponse, rép, r"),
    comment_marks=listed("commentaire, remarque, c"),
    asking=listed("""
        j'aimerais savoir, je voudrais savoir, je me demande,
        comment, pourquoi, quand, où, combien, quel, quelle, quels, quelles, quoi, qui,
        lequel, laquelle, lesquels, lesquelles, est-ce, est-ce que, qu'est-ce, qu'est-ce que,
        qu’est-ce, qu’est-ce que, qu'en est-il, qu’en est-il, que faire, que dois-je,
        que puis-je, que faut-il, que peut-on, que se passe, que signifie, que veut dire,
        que pensez-vous, que devient, que deviennent, à qui, à quoi, à quel, à quelle,
        de quoi, de quel, de quelle, en quoi, pour quoi, pour quelle, pour quelles, avec qui,
        dans quel, dans quelle, dans quels, sur quoi, sur quel, d'où, d’où, depuis quand,
        jusqu'à quand, peut-on, puis-je, peut-il, pouvez-vous, pourriez-vous, pouvons-nous,
        dois-je, doit-on, faut-il, y a-t-il, y aura-t-il, existe-t-il, est-il, est-elle,
        sont-ils, sont-elles, a-t-on, avez-vous, êtes-vous, allez-vous, savez-vous,
        pensez-vous, serait-il, sera-t-il, voulez-vous, ai-je, suis-je, va-t-on, que va-t
    """),
    titles_that_ask=listed("""
        que faire si, que faire en cas, je ne peux pas, je n'arrive pas, je n’arrive pas,
        je ne sais pas, je veux, je voudrais, je souhaite, j'ai, j’ai, j'aimerais, j’aimerais,
        mon article, ma page, mon compte, ma modification, différence entre,
        différences entre, la différence entre, raisons de
    """),
    follow_up=listed("""
        question complémentaire, question de suivi, question subsidiaire, question suivante,
        relance, si oui, sinon, si ce n'est pas le cas, si c'est le cas, et si, dans ce cas,
        dans l'affirmative, dans la négative
    """),
    missing=listed("""
        question manquante, question absente, sans question, pas de question,
        question non donnée, question non précisée
    """),
    addressed=listed("pour, question pour, question à"),
    update=listed("mise à jour, mises à jour, actualisation, màj, maj"),
    thanks=listed("""
        merci, merci beaucoup, un grand merci, mille mercis, tous mes remerciements
    """),
    please=listed("""
        s'il vous plaît, s'il te plaît, svp, stp, merci de, je propose, il faudrait, il faut,
        pourrais-tu, pourriez-vous
    """),
    perishable=patterns(f"""
        dans {_ABOUT}({_SOME} {_UNITS}|{_ONE}), il y a {_ABOUT}({_SOME} {_UNITS}|{_ONE}),
        il y a peu, (semaine|mois|trimestre|année|an|{_SEASON}|{_DAY}|@) (prochain|prochaine|
        dernier|dernière), (prochains|prochaines|derniers|dernières) {_UNITS},
        (cette|de l'|cette même) (semaine|année) en cours, cette (semaine|année),
        ce (mois|mois-ci|trimestre|printemps|soir|matin), cet (été|automne|hiver|après-midi),
        {_UNITS} à venir, d'ici (à )?({_SOME} {_UNITS}|{_ONE}|la fin (de l'année|du mois|
        de la semaine|du trimestre)|(la )?(fin|mi|début)( |-)@|peu|là|@),
        (avant|vers|à) la fin (de l'année|du mois|de @), (fin|début|mi)( |-)@,
        (en|depuis|jusqu'en|dès) @, actuellement, en ce moment, à ce jour, pour le moment,
        pour l'instant, à l'heure actuelle, à ce stade, jusqu'à présent, jusqu'ici, bientôt,
        prochainement, sous peu, récemment, dernièrement, ces derniers temps, ces jours-ci,
        aujourd'hui, demain, après-demain, hier, avant-hier, de nos jours, pas encore,
        toujours pas, dans un (avenir proche|proche avenir), dans un futur proche,
        (est|sont) (encore |toujours |actuellement )?en (cours|préparation|discussion|chantier),
        en cours (de |d')(développement|discussion|préparation|rédaction|traduction|réalisation|
        élaboration), (nous|ils|elles) (prévoyons|prévoient|comptons|envisageons|projetons),
        nous espérons (pouvoir|{_DO}), (est|sont) (prévu|prévue|prévus|prévues),
        (nous|on) (allons|va) (bientôt |aussi )?{_DO}, nous avons l'intention,
        (sera|seront) (bientôt )?{_DONE},
        nous travaillons (actuellement |encore |toujours )?(à|sur), nous sommes en train,
        nous (publierons|annoncerons|lancerons|partagerons|organiserons|commencerons|présenterons)
    """),
    lasting=patterns(f"""
        à (bientôt|demain), du jour au lendemain, pas encore une fois, trop tôt,
        cette (semaine|année)-là, ce (mois|matin|soir|jour)-là, (les|des) prochains jours du mois,
        (fois|jours|heures) dans ({_SOME} {_UNITS}|{_ONE}),
        dans ({_SOME} {_UNITS}|{_ONE}) (de|où|sur), (en |depuis |jusqu'en |dès |d'ici |
        (d'ici )?(la )?(fin |début |mi |mi-)|avant la fin de |à la fin de )?(# |
        #er )?@( et @| à @)? #, (#|#er) @, (chaque|toute|tous les) (semaine|mois|année|ans),
        dernière année d'
    """),
    led_by=listed("""
        animation, modération, animé par, animée par, dirigé par, dirigée par, mené par, menée
        par, organisé par, organisée par, présenté par, présentée par, modéré par, modérée par,
        accueilli par
    """),
    answers=listed("répond, répondit, répondent, répondu, réplique"),
    roles=frozenset(
        listed("""
        vice, président, présidente, vice-président, vice-présidente, directeur, directrice,
        responsable, chef, cheffe, général, générale, exécutif, exécutive, principal,
        principale, adjoint, adjointe, coordinateur, coordinatrice, coordonnateur,
        coordonnatrice, chargé, chargée, conseiller, conseillère, juridique, intérimaire,
        spécialiste, équipe, animateur, animatrice, notre, nos, leur, le, la, les
        """)
    ),
    not_names=frozenset(
        listed("""
        q, r, c, question, questions, réponse, réponses, reponse, commentaire, commentaires,
        remarque, remarques, note, notes, nota, nb, ps, attention, avertissement, important,
        rappel, exemple, exemples, résumé, synthèse, conclusion, résultat, résultats, source,
        sources, référence, références, lien, liens, voir, suite, astuce, astuces, conseil,
        conseils, étape, étapes, partie, option, options, problème, problèmes, solution,
        solutions, raison, raisons, cause, contexte, explication, explications, définition,
        détail, détails, description, précision, précisions, correction, complément, sujet,
        thème, date, heure, horaire, lieu, durée, langue, langues, statut, version, objectif,
        objectifs, avantage, avantages, inconvénient, inconvénients, exception, exceptions,
        condition, conditions, premièrement, deuxièmement, troisièmement, enfin, finalement,
        ensuite, puis, cependant, toutefois, mais, et, donc, ainsi, aussi, alors, bref, oui,
        non, ici, voici, voilà, sinon, quand, où, qui, que, quoi, comment, pourquoi, combien,
        ceci, cela, ce, cet, cette, ces, un, une, en, dans, pour, par, sur, avec, sans, selon,
        après, avant, actuellement, maintenant, modifier, mise, jour, màj, merci, bonjour,
        bonsoir, salut, suivant, suivante, suivants, suivantes
        """)
    ),
    user=frozenset(listed("utilisateur, utilisatrice")),
    user_talk=frozenset(listed("discussion utilisateur, discussion utilisatrice")),
    contributions=special("spécial, special", "contributions"),
    talk_links=frozenset(
        listed("""
        discuter, discussion, d, disc, disc., me parler, me contacter, m'écrire, parler,
        contributions
        """)
    ),
    unsigned=frozenset(
        listed("""
        non signé, non signe, non signée, non signé ip, pas signé, nonsigné,
        signature manquante, unsigned
        """)
    ),
    unseen_namespaces=frozenset(listed("catégorie, fichier, image")),
    talk_titles=frozenset(
        listed("""
        discussion, discuter, discussion utilisateur, discussion utilisatrice,
        discussion wikipédia, discussion projet, discussion fichier, discussion image,
        discussion mediawiki, discussion modèle, discussion aide, discussion catégorie,
        discussion portail, discussion module
        """)
    ),
    faq_titles=listed("""
        foire aux questions, questions fréquentes, questions fréquemment posées,
        questions courantes, questions-réponses, questions réponses, questions et réponses,
        faq
    """),
    closing_titles=frozenset(
        listed("""
        voir aussi, références, notes, notes et références, liens externes, liens,
        liens utiles, lien externe, liens internes, bibliographie, sources, contact, contacts,
        nous contacter, sommaire, table des matières, pour en savoir plus, en savoir plus,
        pour aller plus loin, plus d'informations, informations complémentaires, ressources,
        articles connexes, pages connexes, sujets connexes, aide complémentaire, annexes,
        archive, archives, navigation, participants, crédits, licence, remerciements,
        plus d'aide
        """)
    ),
)
