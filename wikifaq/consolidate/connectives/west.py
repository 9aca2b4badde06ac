"""Connectives of English, German, French, Spanish, Portuguese, Italian and Dutch."""

from __future__ import annotations

from wikifaq.consolidate.connectives.fields import language

WEST = {
    "en": language(
        leaning="""and, or, nor, so, also, too, then, thus, hence, therefore, consequently,
        accordingly, additionally, moreover, furthermore, besides, likewise, similarly,
        instead, otherwise, meanwhile, plus, again, finally, lastly, next, second, secondly,
        third, thirdly, fourth, fifth, another, others, other, the other, the others, the
        second, the third, the latter, the former, the same, same, such, either way, either,
        neither, both of, in addition, in addition to that, in addition to this, as a result,
        as such, as well, as for, as to, because of that, because of this, for that, for this,
        for these, for those, for example, for instance, e.g, in that, in this, in these, in
        those, in such, in both, in other words, in either, in the same, in turn, in part
        because, on that, on this, on top of, at that, at this, with that, with this, with
        these, with those, to that, to this, to these, to do that, to do this, to add to,
        adding to, just to add, from that, from this, from there, by that, by this, by then,
        by doing so, by doing that, by doing this, after that, after this, afterwards, after
        which, before that, before this, since then, until then, from then, under this, under
        that, about that, about this, of these, of those, of them, one of them, one of these,
        one of those, some of them, some of these, some of those, most of them, most of these,
        many of them, many of these, all of them, all of these, all of this, all of that, all
        this, all that, each of them, each of these, none of them, none of these, both are,
        both were, any of these, part of that, part of this, which, whose, where this, where
        that, when this, when that, if so, if not, if that, if this, if they, if it, once
        that, once this, once it, once they, because, in which, hopefully that, hopefully
        this, specifically, namely, i.e, that way, this way, here again, more specifically,
        more precisely, that being, there again, even then, even more, even better, not only
        that, not just that, let alone, and then, equally, on a related note, related to that,
        following on, so far as that, only then, that's why, this is why, that is why, this
        means, that means, which means, as i said, as i mentioned, as mentioned, as we said,
        as you said, as he said, as she said, as they said, what this means, what that means,
        what i mean, i mean, when it, when they, the long one, if there is none, if there are
        none, if none, the reason for that, the reason for this, the rest""",
        turning="""but, however, yet, still, albeit, except, nevertheless, nonetheless,
        notwithstanding, conversely, contrarily, on the contrary, on the other hand, on the
        other side, at the same time, that said, that being said, having said that, having
        said this, with that said, this said, even so, all the same, then again, in contrast,
        by contrast, only if, only when, provided, apart from that, apart from this, except
        that, the exception, one exception, with one exception, there is one exception, there
        is an exception, there are exceptions, there's one exception, the only exception, the
        caveat, one caveat, a caveat, with the caveat, with one caveat, the one caveat, the
        only caveat, this does not mean, this doesn't mean, that does not mean, that doesn't
        mean, which doesn't mean, this is not to say, that is not to say, not that, rather,
        despite that, despite this, in spite of that, in spite of this, regardless of that,
        mind you, the catch is, the downside, at least not, just not, without that, without
        this, without it, without them""",
        limiting="""i wish, i understand that, i do understand, i do see, i do recognize, i do
        recognise, although, though, even though, unless, not always, not necessarily, not
        everyone, not everybody, not everything, not all of, in practice, in reality,
        unfortunately, sadly, regrettably, alas, admittedly, strictly speaking, to be precise,
        to be exact, the problem is, the trouble is, the difficulty is, the only problem, the
        one thing we can't, as long as, only those""",
        correcting="""correction, i have to correct, i need to correct, i must correct, i
        should correct, i want to correct, i would correct, i'd correct, let me correct, to
        correct, just to correct, sorry i have to correct, small correction, a small
        correction, one correction, a correction, i was wrong, i misspoke, i was mistaken,
        actually no, actually that, actually it, actually this, that's not quite, that is not
        quite, that's not right, that is not right, that's not correct, that is not correct,
        that's no longer, that is no longer, that was so until, that was true until, that was
        the case until, that used to be, that's the old, that was the old, not any more, not
        anymore, that's not the case, that is not the case, i'm afraid that's, things have
        changed, that has changed, that's changed, this has changed, that's out of date, hang
        on, i take that back, scratch that, let me rephrase, that came out wrong, i'd put it
        differently, i would put it differently, i disagree, i beg to differ, i have to
        disagree, i must disagree, i see it differently, that's not the whole, that isn't the
        whole, this is no longer, it's no longer, not quite, no that""",
        pronouns="""it, its, it's, it'll, it'd, they, them, their, they're, they'll, they've,
        this, that, that's, that'll, these, those, he, she, his, her, he's, she's, one is, one
        was, there we, there i, there they, here it, here they""",
        alone="""this year, this month, this week, this time, this summer, this winter, this
        autumn, this spring, this morning, this evening, this quarter, these days, those who,
        those of, those in, those with, those whose, those that, that depends, it depends, it
        takes, it took, it will take, it seems, it is too early, it's too early, it is not
        clear, it's not clear, it isn't clear, it is unclear, it's unclear, it makes sense to,
        it is up to, it's up to, both the, so far, so long as, so that, yet to, then-, still
        to, next year, next month, next week, next spring, next summer, next autumn, next
        winter, second-, both sides, such as, because we, because the, because there, because
        i, rather than, other people, other communities, so many, so much, so close, so
        little, so often, so few, so called, so-called, neither the, either the, either you,
        either a, provided by, again and again, besides the, instead of, at this point, at
        this time, at this moment, at this stage, in this year, in this month, on this page,
        one of those things, third parties, third-party, second-hand""",
        conceding="""some people, some members, some argue, critics say, in theory, in
        principle, on paper, of course, certainly, it is true that, it's true that, granted,
        originally, initially, at first, ideally, formally, officially, you might think, one
        might think, you could think, some say, some people say, some think, people say, at
        first glance, in an ideal world, there is a lot to be said for, the original plan, the
        plan was, the idea was, in the first plan, i used to, we had planned, we wanted to, we
        would have liked""",
        first="""first, firstly, first of all, one is, one reason, on the one hand, one thing
        is, for one, to begin with, for one thing, the first is, the first one, the first
        reason, number one""",
        announcing="""reasons, things, priorities, goals, principles, criteria, areas,
        categories, phases, roles, tasks, topics, themes, requirements, conditions,
        objectives, purposes, points, parts, aspects, ways, options, questions, steps,
        factors, sides, answers, issues, as follows, the following, examples, example, levels,
        problems, layers, kinds, types, groups, challenges, pieces, ideas, elements,
        components""",
    ),
    "de": language(
        leaning="""und, oder, auch, also, so, dann, danach, darauf, darum, deshalb, deswegen,
        daher, somit, folglich, außerdem, ausserdem, zudem, ferner, darüber hinaus, dazu,
        damit, dabei, dadurch, davon, davor, dafür, dagegen, daran, daraus, darin, ebenso,
        ebenfalls, gleichfalls, zweitens, drittens, schließlich, zuletzt, sonst, ansonsten,
        andernfalls, stattdessen, beispielsweise, zum beispiel, etwa so, das heißt, mit
        anderen worten, in diesem fall, in dem fall, aus diesem grund, bis dahin, seitdem,
        inzwischen, bis dorthin, dort, da, hier auch, solche, derselbe, dieselbe, dasselbe,
        letztere, erstere, beide, manche von, einige davon, die anderen, der andere, die
        andere, das andere, der zweite, die zweite, wie gesagt, weil, sodass, welche, wobei,
        nämlich, denn, genauso, eine weitere, ein weiterer, wenn ja, wenn nein, wenn nicht""",
        turning="""aber, jedoch, doch, allerdings, dennoch, trotzdem, wobei, andererseits, auf
        der anderen seite, gleichzeitig, hingegen, dagegen, es sei denn, außer, ausser,
        ausgenommen, nur wenn, nur dass, vorausgesetzt, immerhin, freilich, nichtsdestotrotz,
        nichtsdestoweniger, im gegenteil, eine ausnahme, die ausnahme, mit einer ausnahme, das
        heißt nicht, das bedeutet nicht, bloß""",
        limiting="""obwohl, obgleich, sofern, leider, nicht immer, nicht alle, in der praxis,
        in wirklichkeit, solange""",
        correcting="""korrektur, ich muss das korrigieren, ich
        muss korrigieren, das stimmt nicht, das ist nicht richtig, da habe ich mich, ich habe
        mich geirrt, ich habe mich vertan, das ist nicht mehr, nicht ganz, entschuldigung das""",
        pronouns="""er, es, dies, dieser, diese, dieses, diesen, diesem, ihm, ihr, ihre,
        ihren, ihrem, sein, seine, seinen, deren, dessen, jene, jener, jenes, denen, das ist,
        das sind, das war, das waren, das wird, das würde, das gilt, das heißt, das hat, das
        haben, das kann, das können, das geht, das hängt, das soll, das macht, das machen, das
        bedeutet, das führt, das liegt, das muss, das gibt, das betrifft, das hilft, das
        kommt, das steht, sie ist, sie war, sie wird, sie hat, sie gilt, sie kann, sie soll,
        sie waren, die sind, die haben, die werden, die waren, der ist, der hat, der wird""",
        alone="""es gibt, es hängt davon ab, es kommt darauf an, das kommt darauf an, es
        dauert, es ist möglich, es ist nicht möglich, es ist schwer, es ist wichtig, dieses
        jahr, diese woche, diesen monat, diesen sommer, diesen winter, in diesem jahr, das
        hängt davon ab, das ist noch nicht, so lange, solange, da wir, da es, da die, da der,
        da das, ihr könnt, ihr dürft, ihr müsst, ihr seid, ihr habt""",
        conceding="""im prinzip, theoretisch, in der theorie, auf dem papier, natürlich,
        sicher, gewiss, eigentlich, ursprünglich, anfangs, zunächst, idealerweise, zwar, es
        stimmt, früher, man könnte meinen""",
        first="""erstens, zum einen, einerseits, zuerst, als erstes, der erste grund, auf der
        einen seite, zunächst einmal""",
        announcing="""gründe, dinge, punkte, teile, seiten, möglichkeiten, fragen, schritte,
        aspekte, folgendes, folgende, beispiele, probleme, wege, antworten, arten, gruppen""",
    ),
    "fr": language(
        leaning="""et, ou, donc, alors, aussi, ainsi, puis, ensuite, enfin, finalement, de
        plus, en plus, en outre, par ailleurs, d'ailleurs, également, de même, par conséquent,
        c'est pourquoi, c'est pour cela, c'est pour ça, pour cela, pour cette raison, dans ce
        cas, par exemple, autrement dit, sinon, autrement, deuxièmement, troisièmement,
        d'autres, un autre, une autre, les autres, l'autre, le second, la seconde, le
        deuxième, ce dernier, cette dernière, ces derniers, certains d'entre, parce que,
        puisque, car, comme je l'ai dit, comme je disais, c'est-à-dire, depuis lors,
        jusque-là, d'ici là, après cela, avec cela, tel, telle, tels, telles, lesquels, si
        oui, si non, dont, y compris""",
        turning="""mais, cependant, toutefois, pourtant, néanmoins, or, sauf, excepté, à moins
        que, à moins de, en revanche, par contre, d'un autre côté, d'autre part, en même
        temps, cela dit, ceci dit, malgré cela, au contraire, à l'inverse, seulement si, à
        condition, il y a une exception, une exception, cela ne veut pas dire, ça ne veut pas
        dire, encore faut-il, il n'empêche, tout de même, quand même""",
        limiting="""bien que, quoique, pas toujours, pas tous, en pratique, en réalité,
        malheureusement, tant que""",
        correcting="""correction, je dois corriger, je voudrais corriger, je corrige, je me
        suis trompé, je me suis trompée, ce n'est pas exact, ce n'est plus, pas tout à fait,
        c'est inexact, je ne suis pas d'accord, en fait non""",
        pronouns="""il, elle, ils, elles, ce, cela, ça, ceci, c'est, c'était, cet, cette, ces,
        celui-ci, celle-ci, ceux-ci, celui-là, celle-là, son, sa, ses, leur, leurs, le leur""",
        alone="""il y a, il n'y a pas, il n'y a, il faut, il faudra, il est possible, il n'est
        pas possible, il est important, il est difficile, il est trop tôt, cela dépend, ça
        dépend, il existe, il s'agit, cette année, ce mois, cette semaine, cet été, cet hiver,
        ceux qui, celles qui, celui qui, or not, aussi longtemps""",
        conceding="""en théorie, en principe, sur le papier, bien sûr, certes, il est vrai, à
        l'origine, au départ, au début, idéalement, on pourrait croire, autrefois""",
        first="""premièrement, d'abord, tout d'abord, d'une part, d'un côté, en premier lieu,
        la première raison""",
        announcing="""raisons, choses, points, parties, aspects, façons, options, questions,
        étapes, suivants, suivantes, suivant, exemples, problèmes, réponses, types, groupes""",
    ),
    "es": language(
        leaning="""y, e, o, así que, así, también, además, entonces, luego, después, por
        tanto, por lo tanto, por eso, por ello, por esto, por esa razón, por consiguiente, en
        consecuencia, asimismo, igualmente, del mismo modo, finalmente, por último, en segundo
        lugar, segundo, tercero, otro, otra, otros, otras, el otro, la otra, los otros, en ese
        caso, en este caso, en tal caso, por ejemplo, es decir, o sea, de lo contrario, en
        cambio, mientras tanto, tal, tales, el mismo, lo mismo, ambos, estos últimos, porque,
        ya que, como dije, como decía, desde entonces, hasta entonces, con eso, con esto, para
        eso, para ello, la segunda, el segundo, si es así, si no, cuyo, cual""",
        turning="""pero, sin embargo, no obstante, aun así, ahora bien, salvo, excepto, a
        menos que, a no ser que, por otro lado, por otra parte, al mismo tiempo, dicho esto,
        dicho eso, a pesar de, al contrario, por el contrario, en cambio, solo si, sólo si,
        hay una excepción, una excepción, eso no significa, esto no significa, eso no quiere
        decir, eso sí""",
        limiting="""aunque, siempre que, siempre y cuando, no siempre, no todos, en la
        práctica, en realidad, lamentablemente, desgraciadamente, por desgracia""",
        correcting="""corrección, tengo que corregir, debo corregir, quiero corregir, corrijo,
        me equivoqué, me he equivocado, eso no es, ya no es, no exactamente, no es así, no
        estoy de acuerdo""",
        pronouns="""él, ella, ellos, ellas, ello, eso, esto, esos, esas, estos, estas, ese,
        esa, este, esta, aquel, aquella, su, sus, lo, les, le""",
        alone="""este año, este mes, este verano, este invierno, esta semana, esta primavera,
        este otoño, los que, las que, lo que, depende, eso depende, esta tarde, lo primero""",
        conceding="""en teoría, en principio, sobre el papel, por supuesto, claro que, es
        verdad que, es cierto que, originalmente, al principio, idealmente, inicialmente""",
        first="primero, en primer lugar, por un lado, por una parte, ante todo, la primera razón",
        announcing="""razones, cosas, puntos, partes, aspectos, formas, maneras, opciones,
        preguntas, pasos, siguiente, siguientes, ejemplos, problemas, respuestas, tipos,
        grupos""",
    ),
    "pt": language(
        leaning="""e, ou, então, também, além disso, além do mais, depois, em seguida,
        portanto, por isso, por esse motivo, por essa razão, assim, desse modo, dessa forma,
        igualmente, do mesmo modo, finalmente, por fim, por último, em segundo lugar, segundo,
        terceiro, outro, outra, outros, outras, o outro, a outra, nesse caso, neste caso, por
        exemplo, ou seja, isto é, caso contrário, senão, em vez disso, enquanto isso, tal,
        tais, o mesmo, ambos, porque, já que, pois, como disse, como eu disse, desde então,
        até lá, com isso, para isso, nisso, disso, aí, daí, o segundo, a segunda, se sim, se
        não, cujo""",
        turning="""mas, porém, contudo, todavia, entretanto, no entanto, ainda assim, mesmo
        assim, exceto, salvo, a menos que, a não ser que, por outro lado, ao mesmo tempo, dito
        isso, dito isto, apesar disso, apesar de, pelo contrário, ao contrário, só se, somente
        se, apenas se, há uma exceção, uma exceção, isso não significa, isso não quer dizer""",
        limiting="""embora, desde que, nem sempre, nem todos, na prática, na realidade,
        infelizmente""",
        correcting="""correção, tenho de corrigir, tenho que corrigir, preciso corrigir, quero
        corrigir, corrijo, enganei-me, eu me enganei, me enganei, isso não é, já não é, não
        exatamente, não é bem assim, não concordo, discordo""",
        pronouns="""ele, ela, eles, elas, isso, isto, aquilo, esse, essa, esses, essas, este,
        esta, estes, estas, aquele, aquela, seu, sua, seus, suas, dele, dela""",
        alone="""este ano, este mês, este verão, este inverno, esta semana, esta primavera,
        esse ano, essa semana, depende, isso depende, aqueles que""",
        conceding="""em teoria, em princípio, no papel, claro que, é verdade que, é certo que,
        originalmente, inicialmente, no início, a princípio, idealmente, antigamente""",
        first="primeiro, em primeiro lugar, por um lado, antes de mais, a primeira razão",
        announcing="""razões, coisas, pontos, partes, aspectos, aspetos, formas, maneiras,
        opções, perguntas, passos, seguinte, seguintes, exemplos, problemas, respostas, tipos,
        grupos""",
    ),
    "it": language(
        leaning="""e, ed, o, oppure, quindi, allora, anche, inoltre, poi, dopo, perciò,
        pertanto, così, dunque, di conseguenza, per questo, per questo motivo, per cui,
        ugualmente, allo stesso modo, infine, in secondo luogo, secondo, terzo, un altro,
        un'altra, altri, altre, l'altro, l'altra, gli altri, in questo caso, in quel caso, in
        tal caso, ad esempio, per esempio, cioè, ossia, altrimenti, invece, nel frattempo,
        tale, tali, lo stesso, entrambi, quest'ultimo, quest'ultima, perché, poiché, siccome,
        come dicevo, come ho detto, da allora, fino ad allora, con questo, a questo, il
        secondo, la seconda, se sì, se no, di solito si""",
        turning="""ma, però, tuttavia, eppure, comunque, tranne, eccetto, salvo, a meno che,
        d'altra parte, d'altro canto, dall'altra parte, allo stesso tempo, detto questo, detto
        ciò, ciononostante, al contrario, solo se, purché, a condizione che, c'è un'eccezione,
        un'eccezione, ciò non significa, questo non significa, questo non vuol dire""",
        limiting="""sebbene, benché, anche se, nonostante, non sempre, non tutti, in pratica,
        in realtà, purtroppo""",
        correcting="""correzione, devo correggere, vorrei correggere, correggo, mi sono
        sbagliato, mi sono sbagliata, non è esatto, non è più, non esattamente, non è così,
        non sono d'accordo""",
        pronouns="""esso, essa, essi, esse, lui, lei, loro, ciò, questo, questa, questi,
        queste, quello, quella, quelli, quelle, suo, sua, suoi, sue, ne""",
        alone="""quest'anno, questo mese, questa settimana, questa estate, questa primavera,
        questo autunno, questo inverno, dipende, quelli che, quello che, così tanto""",
        conceding="""in teoria, in linea di principio, sulla carta, certo, certamente, è vero
        che, originariamente, all'inizio, inizialmente, idealmente""",
        first="""primo, in primo luogo, prima di tutto, innanzitutto, da un lato, da una
        parte, la prima ragione""",
        announcing="""ragioni, motivi, cose, punti, parti, aspetti, modi, opzioni, domande,
        passi, seguente, seguenti, esempi, problemi, risposte, tipi, gruppi""",
    ),
    "nl": language(
        leaning="""en, of, ook, dus, dan, daarna, vervolgens, daarom, daardoor, daarmee,
        daarbij, daarvoor, daarop, daarvan, daarin, hierdoor, hiervoor, hiermee, bovendien,
        daarnaast, verder, eveneens, ten tweede, ten derde, tot slot, ten slotte, anders, in
        plaats daarvan, bijvoorbeeld, met andere woorden, dat wil zeggen, in dat geval, in dit
        geval, om die reden, tot die tijd, sindsdien, intussen, ondertussen, daar, zulke,
        zo'n, dezelfde, hetzelfde, laatstgenoemde, beide, een ander, een andere, de andere, de
        anderen, de tweede, zoals gezegd, omdat, want, zodat, zo ja, zo nee, zo niet""",
        turning="""maar, echter, toch, evenwel, niettemin, desondanks, aan de andere kant,
        anderzijds, tegelijkertijd, daarentegen, tenzij, behalve, uitgezonderd, alleen als,
        mits, op voorwaarde, dat gezegd hebbende, integendeel, er is één uitzondering, er is
        een uitzondering, een uitzondering, dat betekent niet""",
        limiting="""hoewel, ofschoon, tenzij, niet altijd, niet alle, in de praktijk, in
        werkelijkheid, helaas""",
        correcting="""correctie, ik moet corrigeren, ik moet dat corrigeren, ik heb me
        vergist, dat klopt niet, dat is niet juist, dat is niet meer, niet helemaal, ik ben
        het niet eens, daar ben ik het niet""",
        pronouns="""hij, zij, ze, het is, het was, het wordt, het heeft, het gaat, het kan,
        het geldt, dit, dat, deze, die, hem, haar, hun, diens""",
        alone="""het duurt, het hangt ervan af, dat hangt ervan af, het is mogelijk, het is
        niet mogelijk, het is belangrijk, het is moeilijk, dit jaar, deze week, deze maand,
        deze zomer, deze winter, dit voorjaar, die mensen die""",
        conceding="""in theorie, in principe, op papier, natuurlijk, zeker, oorspronkelijk,
        aanvankelijk, eerst, idealiter, weliswaar, het is waar dat, vroeger""",
        first="""ten eerste, enerzijds, aan de ene kant, allereerst, om te beginnen, de eerste
        reden""",
        announcing="""redenen, dingen, punten, delen, aspecten, manieren, opties, vragen,
        stappen, volgende, voorbeelden, problemen, antwoorden, soorten, groepen""",
    ),
}
