"""Polish."""

from __future__ import annotations

from wikifaq.transcript.words.fields import Words, listed, months, patterns, special

_SOME = "(#|dwa|dwie|trzy|cztery|pięć|sześć|osiem|dziesięć|kilka|parę|kilkanaście)"
_ABOUT = "(około |jakieś |mniej więcej |niecałe |mniej niż )?"
_UNITS = "(godziny|godzin|dni|tygodnie|tygodni|miesiące|miesięcy|kwartały|lata|lat)"
_ONE = "(tydzień|miesiąc|kwartał|pół roku|rok)"
_IN_MONTH = """(styczniu|lutym|marcu|kwietniu|maju|czerwcu|lipcu|sierpniu|wrześniu|październiku|
    listopadzie|grudniu)"""
_IN_NEXT = "(przyszłym|tym|zeszłym|ubiegłym|bieżącym|nadchodzącym|obecnym)"
_OF_NEXT = "(przyszłego|tego|zeszłego|ubiegłego|bieżącego)"
_PART = "(na początku|w połowie|pod koniec|do końca|z końcem|do połowy)"
_DONE = """(opublikowany|opublikowana|opublikowane|ogłoszony|ogłoszona|ogłoszone|uruchomiony|
    uruchomiona|uruchomione|udostępniony|udostępniona|udostępnione|wdrożony|wdrożona|wdrożone)"""

POLISH = Words(
    code="pl",
    name="Polish",
    common=frozenset(
        listed("""
        i, w, na, nie, z, się, do, to, że, jest, o, a, jak, za, od, po, ale, dla, czy, tak,
        ma, przez, może, tym, co, przy, tego, są, być, oraz, także, lub, jego, jej, już,
        został, była, był, tylko, które, który, która, ze, jako, można, ich, też, jeśli, nad,
        ten, pod, tej, gdy, bardzo, więc, jeszcze, mnie
        """)
    ),
    months=months("""
        styczeń stycznia sty, luty lutego lut, marzec marca mar, kwiecień kwietnia kwi,
        maj maja, czerwiec czerwca cze, lipiec lipca lip, sierpień sierpnia sie,
        wrzesień września wrz, październik października paź, listopad listopada lis,
        grudzień grudnia gru
    """),
    question_marks=listed("pytanie, pyt, p"),
    answer_marks=listed("odpowiedź, odp, o"),
    comment_marks=listed("komentarz, k"),
    asking=listed("""
        chcielibyśmy wiedzieć, chciałbym się dowiedzieć, chciałabym się dowiedzieć,
        chciałbym wiedzieć, chciałabym wiedzieć, zastanawiam się, ciekawi mnie,
        czy, jak, co, gdzie, kiedy, kto, kogo, komu, kim, o kim, z kim, do kogo, dla kogo,
        czyj, czyja, czyje, dlaczego, czemu, po co, ile, ilu, skąd, dokąd, którędy, który,
        która, które, którzy, którego, której, którym, których, jaki, jaka, jakie, jakich,
        jakim, jaką, jakimi, jakiego, jakiej, w jaki sposób, w jakim, w jakiej, w jakich,
        na jaki, na jakiej, na jakich, z jakich, z jakiego, z jakiej, do jakiego, do jakich,
        po jakim, od kiedy, do kiedy, na czym, w czym, o czym, z czego, od czego, do czego,
        za co, na co, czego, czym, czyż, czyżby, co robić, co zrobić
    """),
    titles_that_ask=listed("""
        co zrobić gdy, co zrobić jeśli, co robić gdy, nie mogę, nie potrafię, nie wiem,
        nie działa, zapomniałem, zapomniałam, chcę, chciałbym, chciałabym, mam, potrzebuję,
        mój artykuł, moje hasło, moje konto, moja edycja, moja strona, różnica między,
        różnice między, różnica pomiędzy
    """),
    follow_up=listed("""
        jeśli nie, jeżeli nie,
        pytanie uzupełniające, pytanie dodatkowe, dodatkowe pytanie, jeśli tak, jeżeli tak,
        a jeśli, a jeżeli, i jeśli, w takim razie, w tym przypadku, w takim przypadku,
        w przeciwnym razie
    """),
    missing=listed("""
        brak pytania, brak treści pytania, bez pytania, nie podano pytania
    """),
    addressed=listed("do, dla, pytanie do, pytanie dla"),
    update=listed("aktualizacja, aktualizacje, uaktualnienie, nowości"),
    thanks=listed(
        "dziękuję, dziękujemy, dzięki, wielkie dzięki, bardzo dziękuję, serdecznie dziękuję"
    ),
    please=listed("""
        proszę, prosimy, prośba, proponuję, należy, trzeba, powinno, powinien
    """),
    perishable=patterns(f"""
        za {_ABOUT}({_SOME} {_UNITS}|{_ONE}), ({_SOME} {_UNITS}|{_ONE}) temu, za chwilę,
        {_IN_NEXT} (tygodniu|miesiącu|kwartale|roku),
        {_OF_NEXT} (tygodnia|miesiąca|kwartału|roku|lata),
        (tej|zeszłej|przyszłej) (wiosny|jesieni|zimy),
        (najbliższych|ostatnich|nadchodzących) (dniach|tygodniach|miesiącach|latach),
        (najbliższe|ostatnie|nadchodzące) ({_SOME} )?{_UNITS},
        w (najbliższej|niedalekiej) przyszłości, w najbliższym czasie, w ostatnim czasie,
        {_PART} (@|roku|miesiąca|tygodnia|kwartału|{_OF_NEXT} roku), (w|we) {_IN_MONTH},
        (do|od) @, obecnie, aktualnie, w tej chwili, w chwili obecnej, w tym momencie, na razie,
        póki co, jak dotąd, do tej pory, dotychczas, do dziś, dziś, dzisiaj, jutro, pojutrze,
        wczoraj, wkrótce, niebawem, niedługo, niedawno, ostatnio, jeszcze nie, nie ~jeszcze,
        (wciąż|nadal|ciągle) (trwa|trwają|pracujemy|czekamy|szukamy), planujemy, zamierzamy,
        mamy (nadzieję|zamiar|w planach), pracujemy (obecnie |teraz |wciąż |nadal )?nad,
        (jest|są) (planowany|planowana|planowane|zaplanowany|zaplanowana|zaplanowane),
        w przygotowaniu, w trakcie (opracowywania|prac|przygotowań|tworzenia|realizacji),
        (opublikujemy|ogłosimy|uruchomimy|udostępnimy|zorganizujemy|rozpoczniemy|przedstawimy),
        (zostanie|zostaną|będzie|będą) (wkrótce )?{_DONE}
    """),
    lasting=patterns(f"""
        wkrótce (po|potem), niedługo (po|potem), niedługo przed,
        nie ~jeszcze (raz|bardziej|jeden|inny|więcej|lepiej), nie ~(i|ale|oraz|lub|a) jeszcze,
        (w |we |do |od |{_PART} )?(# )?(@|{_IN_MONTH}) #, # @, (z|na|do) dziś na jutro, do jutra,
        w tej chwili (gdy|kiedy), (raz|razy) w {_IN_NEXT} (tygodniu|roku), za {_ONE} (pracy|od),
        każdego {_OF_NEXT} roku, (na|pod) (początku|koniec) każdego roku
    """),
    led_by=listed("""
        prowadzący, prowadząca, prowadzi, poprowadzi, prowadzone przez, prowadzony przez,
        prowadzona przez, moderowane przez, moderowany przez, moderator, moderatorka,
        organizowane przez, pod kierunkiem
    """),
    answers=listed("""
        odpowiada, odpowiedział, odpowiedziała, odpowiadają, odpowiedzieli
    """),
    roles=frozenset(
        listed("""
        prezes, prezeska, wiceprezes, wiceprezeska, prezydent, dyrektor, dyrektorka,
        kierownik, kierowniczka, szef, szefowa, przewodniczący, przewodnicząca, zastępca,
        zastępczyni, menedżer, menedżerka, koordynator, koordynatorka, specjalista,
        specjalistka, starszy, starsza, główny, główna, generalny, generalna, wykonawczy,
        wykonawcza, prawny, doradca, sekretarz, sekretarka, moderator, moderatorka, zespół,
        nasz, nasza, ich
        """)
    ),
    not_names=frozenset(
        listed("""
        p, o, k, q, pytanie, pytania, odpowiedź, odpowiedzi, komentarz, komentarze, uwaga,
        uwagi, notatka, notatki, przypis, przypisy, nb, ps, ostrzeżenie, ważne, przypomnienie,
        przykład, przykłady, np, podsumowanie, streszczenie, wniosek, wnioski, wynik, wyniki,
        źródło, źródła, link, linki, odnośnik, odnośniki, zobacz, patrz, wskazówka, wskazówki,
        porada, porady, krok, kroki, część, opcja, opcje, problem, problemy, rozwiązanie,
        rozwiązania, powód, powody, przyczyna, przyczyny, kontekst, tło, wyjaśnienie,
        wyjaśnienia, definicja, szczegóły, opis, doprecyzowanie, sprostowanie, poprawka,
        uzupełnienie, temat, tematy, data, czas, godzina, miejsce, język, języki, stan,
        status, wersja, cel, cele, zalety, wady, wyjątek, wyjątki, warunek, warunki,
        wymagania, aktualizacja, aktualizacje, edycja, pierwsze, drugie, trzecie, najpierw,
        następnie, potem, wreszcie, dalej, także, też, również, jednak, ale, i, a, lub, albo,
        oraz, jeśli, jeżeli, ponieważ, dlatego, więc, zatem, ponadto, poza, krótko, tak, nie,
        już, teraz, tutaj, kiedy, gdy, gdzie, kto, co, jak, jaki, dlaczego, ile, czy, ten, w,
        dla, z, ze, od, przy, u, przed, następujące, następujący, dziękuję, dzięki, cześć,
        witam, witaj, inny, inna, inne, inaczej, plik, strona, trwania
        """)
    ),
    user=frozenset(listed("użytkownik, użytkowniczka, wikipedysta, wikipedystka")),
    user_talk=frozenset(
        listed("""
        dyskusja użytkownika, dyskusja użytkowniczki, dyskusja wikipedysty,
        dyskusja wikipedystki
        """)
    ),
    contributions=special("specjalna, special", "wkład, contributions"),
    talk_links=frozenset(
        listed("""
        dyskusja, dysk, dysk., odpowiedz, porozmawiaj, napisz, wkład, edycje
        """)
    ),
    unsigned=frozenset(
        listed("""
        niepodpisany, niepodpisane, niepodpisana, nie podpisano, brak podpisu, unsigned
        """)
    ),
    unseen_namespaces=frozenset(listed("kategoria, plik, grafika")),
    talk_titles=frozenset(
        listed("""
        dyskusja, dyskusja użytkownika, dyskusja użytkowniczki, dyskusja wikipedysty,
        dyskusja wikipedystki, dyskusja wikipedii, dyskusja projektu, dyskusja pliku,
        dyskusja grafiki, dyskusja mediawiki, dyskusja szablonu, dyskusja pomocy,
        dyskusja kategorii, dyskusja portalu, dyskusja modułu
        """)
    ),
    faq_titles=listed("""
        najczęściej zadawane pytania, często zadawane pytania, częste pytania,
        najczęstsze pytania, pytania i odpowiedzi, faq
    """),
    closing_titles=frozenset(
        listed("""
        zobacz też, zobacz także, zobacz również, przypisy, linki zewnętrzne, linki,
        odnośniki, przydatne linki, uwagi, uwagi i przypisy, bibliografia, literatura, źródła,
        kontakt, skontaktuj się z nami, spis treści, więcej informacji, dodatkowe informacje,
        dalsze informacje, dalsza lektura, zasoby, powiązane strony, powiązane artykuły,
        powiązane tematy, strony powiązane, archiwum, archiwa, nawigacja, uczestnicy,
        licencja, podziękowania, dalsza pomoc
        """)
    ),
)
