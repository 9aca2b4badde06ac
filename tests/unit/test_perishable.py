"""Wording that ages is found in each language, in linear time, and shown on the report page."""

from __future__ import annotations

import re
import timeit
from typing import TYPE_CHECKING

import pytest
from faqs import build, planned
from hypothesis import given, settings
from hypothesis import strategies as st

from wikifaq.consolidate.perishable import perishable
from wikifaq.page.render import question
from wikifaq.page.settings import read_settings
from wikifaq.publish.perishable_answers import unnoticed
from wikifaq.publish.plan import Place, Said, plan
from wikifaq.publish.plan_json import to_json
from wikifaq.publish.report import report
from wikifaq.transcript.language import languages_of
from wikifaq.transcript.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wikifaq.publish.plan import Plan
    from wikifaq.publish.side_page import SidePage
    from wikifaq.transcript.words import Words

ALL = tuple(LANGUAGES.values())

# Invented. What ages stands between angle brackets, all of it and nothing else.
AGING = {
    "en": (
        "The new kettle will arrive ⟨in about a week⟩.",
        "Come back ⟨in two weeks⟩ and ask the cook.",
        "The garden opens ⟨next month⟩.",
        "The roof is ⟨currently⟩ without tiles.",
        "The list of teas will be there ⟨soon⟩.",
        "⟨This year⟩ the harvest was poor.",
        "The vote ends ⟨by the end of June⟩.",
        "Bo tells you more ⟨later today⟩.",
        "⟨As of now⟩ there are nine cups.",
        "The ⟨upcoming⟩ fair has a stall for us.",
        "⟨We will publish⟩ the recipe on the board.",
        "The door is ⟨not yet⟩ painted.",
        "The bench has ⟨not been mended yet⟩.",
        "There is ⟨no date for it yet⟩.",
        "We ⟨haven’t found a baker yet⟩.",
        "⟨We are planning to⟩ plant a tree.",
        "⟨We hope to⟩ buy a second pot.",
        "⟨Right now⟩ the cellar is wet.",
        "⟨At the moment⟩ nobody sells milk.",
        "A new menu ⟨is coming⟩.",
        "The cook left ⟨three months ago⟩.",
        "We met the mayor ⟨last week⟩.",
        "⟨Recently⟩ the price went up.",
        "There will be more chairs in the ⟨next few months⟩.",
        "⟨So far⟩ forty people have signed.",
        "The stove ⟨is still being⟩ repaired.",
        "⟨We’re working on⟩ the second floor.",
        "The well is ⟨under construction⟩.",
        "The opening ⟨is scheduled for⟩ a Sunday.",
        "The winner is ⟨to be announced⟩.",
        "Tea costs two coins ⟨for the time being⟩.",
        "The notes ⟨will be published⟩ on the wall.",
        "We meet again ⟨next Tuesday⟩.",
        "The shop closes ⟨in Q3⟩.",
        "It closes ⟨in July⟩, said the baker.",
        "⟨Yesterday⟩ it rained on the terrace.",
        "It is better ⟨these days⟩.",
        "The lease runs out ⟨early next year⟩.",
        "The guests leave ⟨tomorrow⟩.",
        "We know it ⟨in the near future⟩, ⟨we expect to⟩ tell you then.",
        "There are ⟨no plans yet⟩ for ⟨this summer⟩.",
    ),
    "de": (
        "Der neue Kessel kommt ⟨in etwa einer Woche⟩.",
        "Das Dach ist ⟨derzeit⟩ undicht, und das Haus ist ⟨noch nicht⟩ offen.",
        "Die Wahl ist ⟨nächsten Monat⟩ im Saal.",
        "⟨Wir planen⟩ einen zweiten Ofen.",
        "Der Garten öffnet ⟨bis Ende Juni⟩ für alle.",
        "⟨Demnächst⟩ gibt es wieder Kuchen.",
        "Das haben wir ⟨vor drei Wochen⟩ beschlossen.",
        "⟨Wir werden die Liste veröffentlichen⟩, wenn sie fertig ist.",
    ),
    "fr": (
        "La nouvelle bouilloire arrive ⟨dans deux semaines⟩.",
        "Le toit est ⟨actuellement⟩ en mauvais état.",
        "La salle ouvre le ⟨mois prochain⟩ pour tous.",
        "Le four n'est ⟨pas encore⟩ là.",
        "⟨Nous prévoyons⟩ un second jardin.",
        "La liste ⟨sera publiée⟩ sur le mur, ⟨bientôt⟩ sans doute.",
        "Le vote finit ⟨d'ici la fin du mois⟩.",
        "Le cuisinier est parti ⟨il y a trois ans⟩.",
    ),
    "es": (
        "La tetera nueva llega ⟨dentro de dos semanas⟩.",
        "El tejado está ⟨actualmente⟩ roto.",
        "La sala abre el ⟨mes que viene⟩ para todos.",
        "El horno ⟨aún no⟩ ha llegado.",
        "⟨Tenemos previsto⟩ plantar un árbol.",
        "⟨Publicaremos⟩ la lista en la pared ⟨próximamente⟩.",
        "⟨Este año⟩ la cosecha fue mala.",
        "La votación termina ⟨a finales de junio⟩.",
    ),
    "it": (
        "Il nuovo bollitore arriva ⟨tra due settimane⟩.",
        "Il tetto è ⟨attualmente⟩ rotto.",
        "La sala apre il ⟨mese prossimo⟩ per tutti.",
        "Il forno ⟨non è ancora⟩ arrivato.",
        "⟨Stiamo lavorando⟩ al secondo piano.",
        "⟨Pubblicheremo⟩ la lista ⟨a breve⟩.",
        "Il cuoco è partito ⟨tre anni fa⟩.",
        "⟨Quest'anno⟩ il raccolto è stato scarso.",
    ),
    "pt": (
        "A chaleira nova chega ⟨daqui a duas semanas⟩.",
        "O telhado está ⟨atualmente⟩ partido.",
        "A sala abre no ⟨próximo mês⟩ para todos.",
        "O forno ⟨ainda não⟩ chegou.",
        "⟨Pretendemos⟩ plantar uma árvore.",
        "A lista ⟨será publicada⟩ na parede ⟨em breve⟩.",
        "O cozinheiro saiu ⟨há três anos⟩.",
        "⟨Neste momento⟩ não há leite.",
    ),
    "nl": (
        "De nieuwe ketel komt ⟨over twee weken⟩.",
        "Het dak is ⟨momenteel⟩ lek.",
        "De zaal gaat ⟨volgende maand⟩ open.",
        "De oven is er ⟨nog niet⟩.",
        "De lijst hangt er ⟨binnenkort⟩.",
        "De kok is ⟨drie jaar geleden⟩ vertrokken.",
        "⟨We werken aan⟩ de tweede verdieping.",
        "⟨Dit jaar⟩ was de oogst slecht.",
    ),
    "pl": (
        "Nowy czajnik będzie ⟨za dwa tygodnie⟩.",
        "Dach jest ⟨obecnie⟩ dziurawy.",
        "Sala będzie otwarta w ⟨przyszłym miesiącu⟩.",
        "Piec ⟨nie jest jeszcze⟩ gotowy.",
        "⟨Planujemy⟩ posadzić drzewo.",
        "Lista ⟨zostanie opublikowana⟩ ⟨wkrótce⟩.",
        "Kucharz odszedł ⟨trzy lata temu⟩.",
        "Herbata drożeje ⟨pod koniec roku⟩.",
    ),
    "ru": (
        "Новый чайник будет ⟨через две недели⟩.",
        "Крыша ⟨сейчас⟩ протекает.",
        "Зал откроется ⟨в следующем месяце⟩.",
        "Печь ⟨ещё не⟩ готова.",
        "⟨Мы планируем⟩ посадить дерево.",
        "Список ⟨будет опубликован⟩ ⟨в ближайшее время⟩.",
        "Повар ушёл ⟨три года назад⟩.",
        "Голосование кончится ⟨до конца июня⟩.",
    ),
    "uk": (
        "Новий чайник буде ⟨через два тижні⟩.",
        "Дах ⟨зараз⟩ протікає.",
        "Зала відкриється ⟨наступного місяця⟩.",
        "Піч ⟨ще не⟩ готова.",
        "⟨Ми плануємо⟩ посадити дерево.",
        "Список ⟨буде опубліковано⟩ ⟨незабаром⟩.",
        "Кухар пішов ⟨три роки тому⟩.",
        "Голосування скінчиться ⟨до кінця червня⟩.",
    ),
    "ar": (
        "تصل الغلاية الجديدة ⟨بعد أسبوعين⟩.",
        "السقف مكسور ⟨حاليًا⟩.",
        "تفتح القاعة ⟨الشهر القادم⟩ للجميع.",
        "⟨لم يكتمل بعد⟩ بناء الفرن.",
        "⟨سننشر⟩ القائمة على الجدار ⟨قريبًا⟩.",
        "البئر ⟨قيد الإنشاء⟩.",
        "كان الحصاد ضعيفا ⟨هذا العام⟩.",
    ),
    "hi": (
        "नई केतली ⟨दो हफ़्तों में⟩ आएगी।",
        "छत ⟨फ़िलहाल⟩ टूटी हुई है।",
        "कमरा ⟨अगले महीने⟩ खुलेगा।",
        "चूल्हा ⟨अभी तक⟩ तैयार नहीं है।",
        "सूची ⟨जल्द ही⟩ दीवार पर होगी।",
        "⟨इस साल⟩ फसल कम हुई।",
        "मतदान ⟨जून के अंत तक⟩ चलेगा।",
    ),
    "ja": (
        "新しいやかんは⟨来月⟩届きます。",
        "屋根は⟨現在⟩壊れています。",
        "窯は⟨まだ⟩ありません。",
        "木を植える⟨予定です⟩。",
        "井戸は⟨準備中⟩で、⟨近いうち⟩に開きます。",
        "料理人は⟨三年前⟩に辞めました。",
        "投票は⟨6月末まで⟩続きます。",
    ),
    "zh": (
        "新的水壶⟨两周后⟩到。",
        "屋顶⟨目前⟩坏了。",
        "大厅⟨下个月⟩开门。",
        "炉子⟨尚未⟩修好。",
        "我們⟨正在準備⟩一棵樹。",
        "名單⟨即將⟩貼在牆上。",
        "⟨今年⟩收成不好。",
        "投票到⟨6月底⟩结束。",
    ),
}

LASTING = {
    "en": (
        "At the end of the day it is the cook who decides.",
        "This time the soup was better.",
        "Now, this is how tea is made.",
        "For a long time nobody knew the recipe.",
        "We meet every month, and every Tuesday in winter.",
        "You learn this in a week of training.",
        "The house was built in June 2021.",
        "The vote was held on 5 June 2021.",
        "Write to us as soon as possible.",
        "As soon as the water boils, pour it.",
        "Ask for milk before it is too soon.",
        "Shortly after the fire the roof was mended.",
        "The first rule is to be kind.",
        "Yet another cup was broken.",
        "It is not cheap, yet it is good.",
        "The list is up to date.",
        "Anybody who is planning to visit should write.",
        "If you are planning to come, bring a cup.",
        "The question is coming from the kitchen.",
        "They came up with a plan in the end.",
        "Each next cup tastes better.",
        "You may enter twice in a year.",
        "The members have two weeks to answer.",
        "Votes count for three years.",
        "The kettle is switched off after ten minutes.",
        "A member may be away for a month.",
        "In the beginning there was only one house.",
        "On the next day the guests left.",
        "The last page of the book is blank.",
        "The future of the garden is in your hands.",
        "The cook is present in the kitchen.",
        "We present the menu at noon.",
        "The current of the river is strong.",
        "In March 2020, and in May, 2019, it was closed.",
        "Between the end of July 2018 and early August 2018 it was open.",
        "Who was here at the moment of the fire?",
        "The march of the guests may begin at any time.",
        "It took so many years that nobody counts.",
        "That may be so; the same goes for cups.",
        "People came from near and far, by day and by night.",
        "What makes tea good is the water.",
    ),
    "de": (
        "Am Ende des Tages entscheidet der Koch.",
        "Das Haus wurde im Juni 2021 gebaut.",
        "Wir treffen uns jeden Monat im Garten.",
        "Diesmal war die Suppe besser.",
        "Guten Morgen, sagt der Koch jeden Tag.",
        "Am nächsten Morgen war das Dach wieder dicht.",
        "Sobald das Wasser kocht, gieß es auf.",
        "Die Mitglieder haben zwei Wochen Zeit.",
    ),
    "fr": (
        "En fin de compte, c'est le cuisinier qui décide.",
        "La maison a été construite en juin 2021.",
        "Nous nous voyons tous les mois au jardin.",
        "Cette fois la soupe était meilleure.",
        "Les membres ont deux semaines pour répondre.",
        "Le toit fut refait du jour au lendemain.",
        "Merci, et à bientôt dans le jardin.",
    ),
    "es": (
        "Al final del día decide el cocinero.",
        "La casa se construyó en junio de 2021.",
        "Nos vemos todos los meses en el jardín.",
        "Esta vez la sopa estaba mejor.",
        "Abrimos por la mañana y cerramos de noche.",
        "No es caro y aún así es bueno.",
        "Tan pronto como hierva el agua, apágala.",
        "Los socios tienen dos semanas para responder.",
    ),
    "it": (
        "Alla fine della giornata decide il cuoco.",
        "La casa fu costruita a giugno 2021.",
        "Ci vediamo tutti i mesi in giardino.",
        "Questa volta la zuppa era migliore.",
        "I soci hanno due settimane per rispondere.",
        "Al momento della chiusura si spegne il fuoco.",
    ),
    "pt": (
        "No fim das contas é o cozinheiro que decide.",
        "A casa foi construída em junho de 2021.",
        "Encontramo-nos todos os meses no jardim.",
        "Desta vez a sopa estava melhor.",
        "Os sócios têm duas semanas para responder.",
        "No momento em que a água ferve, apague o fogo.",
    ),
    "nl": (
        "Aan het eind van de dag beslist de kok.",
        "Het huis werd gebouwd in juni 2021.",
        "We zien elkaar elke maand in de tuin.",
        "Deze keer was de soep beter.",
        "De leden hebben twee weken om te antwoorden.",
        "Als je van plan bent te komen, neem een kopje mee.",
    ),
    "pl": (
        "Na koniec dnia decyduje kucharz.",
        "Dom zbudowano w czerwcu 2021 roku.",
        "Spotykamy się co miesiąc w ogrodzie.",
        "Tym razem zupa była lepsza.",
        "Członkowie mają dwa tygodnie na odpowiedź.",
        "Wkrótce po pożarze dach był nowy.",
    ),
    "ru": (
        "В конце концов решает повар.",
        "Дом построили в июне 2021 года.",
        "Мы встречаемся каждый месяц в саду.",
        "На этот раз суп был лучше.",
        "У членов есть две недели на ответ.",
        "Вскоре после пожара крыша была новой.",
    ),
    "uk": (
        "Зрештою вирішує кухар.",
        "Будинок збудували у червні 2021 року.",
        "Ми зустрічаємося щомісяця в саду.",
        "Цього разу суп був кращий.",
        "Члени мають два тижні на відповідь.",
        "Незабаром після пожежі дах був новий.",
    ),
    "ar": (
        "في نهاية المطاف يقرر الطباخ.",
        "بني البيت في يونيو 2021.",
        "نلتقي كل شهر في الحديقة.",
        "هذه المرة كان الحساء أفضل.",
        "البيت قريبا من النهر.",
        "لم يتغير السعر منذ عام 2010.",
        "للأعضاء مهلة كافية للرد.",
    ),
    "hi": (
        "अंत में रसोइया ही तय करता है।",
        "घर जून 2021 में बना था।",
        "हम हर महीने बगीचे में मिलते हैं।",
        "इस बार सूप अच्छा था।",
        "कृपया जल्द से जल्द उत्तर दें।",
        "चाय की कला पानी में है।",
        "लोकल पानी अच्छा था।",
    ),
    "ja": (
        "結局は料理人が決めます。",
        "家は2021年6月末に建てられました。",
        "毎月庭で会います。",
        "今回のスープはおいしかったです。",
        "会員は二週間待ちます。",
        "2021年前半は雨が多かった。",
        "お湯が沸いたら火を止めます。",
    ),
    "zh": (
        "最后由厨师决定。",
        "房子建于2021年6月底。",
        "我们每个月在花园见面。",
        "这次的汤更好。",
        "会员有两周时间回答。",
        "2021年后茶价没有变。",
        "水開了就關火。",
    ),
}


def phrases(text: str, languages: tuple[Words, ...]) -> list[str]:
    return [text[start:end] for start, end in perishable(text, languages)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_wording_that_ages_is_found_to_the_letter(code: str) -> None:
    assert len(AGING[code]) >= (40 if code == "en" else 6)
    for marked in AGING[code]:
        text = re.sub("[⟨⟩]", "", marked)
        expected = re.findall("⟨(.*?)⟩", marked)
        assert expected
        assert phrases(text, (LANGUAGES[code],)) == expected, text
        assert phrases(text, languages_of(text)) == expected, text


@pytest.mark.parametrize("code", LANGUAGES)
def test_wording_that_lasts_is_left_alone(code: str) -> None:
    assert len(LASTING[code]) >= (40 if code == "en" else 6)
    for text in LASTING[code]:
        assert phrases(text, (LANGUAGES[code],)) == [], text
        assert phrases(text, languages_of(text)) == [], text


@pytest.mark.parametrize("words", ALL, ids=lambda words: words.code)
def test_each_phrase_by_itself_can_be_a_pattern(words: Words) -> None:
    for phrase in (*words.perishable, *words.lasting):
        assert phrase.count("(") == phrase.count(")"), phrase
        assert not re.search(r" \([^()]*\)\?$|^\([^()]*\)\? ", phrase), phrase
        assert not re.search(r"\*|\+|\[|\{|\\|\.|\^|\$", phrase), phrase


# What is true of any text

_PIECES = st.sampled_from(
    sorted(
        {
            word
            for sentences in (*AGING.values(), *LASTING.values())
            for sentence in sentences
            for word in re.sub("[⟨⟩]", "", sentence).split()
        }
        | {" ", "\n", "\n\n", "  ", "\u00a0", "1", "2021", "not", "yet", "in", "the", ".", ",", "’"}
    )
)
_TEXTS = st.one_of(
    st.lists(_PIECES, max_size=40).map(" ".join),
    st.lists(_PIECES, max_size=40).map("".join),
    st.text(max_size=200),
)


@given(text=_TEXTS, languages=st.sampled_from([*((words,) for words in ALL), ALL, ()]))
@settings(max_examples=150)
def test_spans_are_in_order_and_within_the_text(text: str, languages: tuple[Words, ...]) -> None:
    at = 0
    for start, end in perishable(text, languages):
        assert at <= start < end <= len(text)
        phrase = text[start:end]
        assert phrase == phrase.strip()
        assert "\n" not in phrase
        at = end
    if not languages:
        assert at == 0


@pytest.mark.parametrize(
    "piece",
    [
        "not ",
        "in about ",
        "not a b c d ",
        "no\u00a0",
        "in ",
        "                ",
        "1",
        "1 ",
        "by the end of the ",
        "we will also ",
        "wir werden das ",
        "is still ",
        "2021年",
        "来",
        "in 2 or 3 ",
        "في ",
        "अ",
        "-–’",
        "x" * 31,
    ],
)
def test_time_grows_linearly_with_hostile_texts(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (4_000, 32_000))

    def seconds(text: str) -> float:
        return min(timeit.repeat(lambda: perishable(text, ALL), number=1, repeat=3))

    seconds(short)
    assert seconds(long) < 3 * 8 * seconds(short) + 0.01


# What people see of it

HOURS = {
    "Hour 2023-03-01": """* When does the house open?
** Ana: Currently at nine, but next month at eight.
* Who mends the roof of the house?
** Bo is working on it right now, and currently so is Ana; soon it is done. More is coming soon.
* Is the tea hot?
** Yes, very.
* What will be on the menu?
** We will publish it.
""",
    "Hour 2024-02-02": """* When does the house open?
** At eight.
""",
    "Hour 2022-02-02": """* How much milk goes into a cup of tea?
** Two spoons for the time being.
""",
}


def reported(made: Plan) -> SidePage:
    built = build(HOURS)
    return report(
        made,
        Place("Tea FAQ", None, create=True, said=Said("Tea FAQ/Settings")),
        title="Tea FAQ/Report",
        current=None,
        transcripts=built.transcripts,
        templates=built.templates,
        links=built.links,
        editors={},
    )


def listed(made: Plan) -> list[str]:
    """The report's lines about wording that may have aged."""
    _, found, rest = reported(made).new.partition("== Wording that may have aged ==\n")
    return (
        [line for line in rest.partition("\n\n")[0].splitlines() if line[:1] == "*"]
        if found
        else []
    )


def ids(made: Plan) -> Mapping[str, str]:
    assert made.faq is not None
    return {question(entry): entry.id for entry in made.faq.entries}


def test_the_report_lists_them_the_oldest_first_with_the_line_for_each() -> None:
    made = planned(HOURS)
    known = ids(made)
    milk, roof, menu = (
        known[each]
        for each in (
            "How much milk goes into a cup of tea?",
            "Who mends the roof of the house?",
            "What will be on the menu?",
        )
    )
    lines = listed(made)
    assert [re.findall(r"outdated: faq-(\w+)<", line) for line in lines] == [[milk], [roof], [menu]]
    assert f"* [[Tea FAQ#faq-{milk}|How much milk goes into a cup of tea?]] (" in lines[0]
    assert lines[0].endswith(f"<q>for the time being</q>: <code>* outdated: faq-{milk}</code>")
    assert re.findall("<q>(.*?)</q>", lines[1]) == ["is working on", "right now", "currently"]
    assert "wording that may have aged (3)" in reported(made).summary


def test_only_the_answer_that_is_shown_first_counts() -> None:
    opens = "When does the house open?"
    newest = planned(HOURS)
    assert ids(newest)[opens] not in {each.entry for each in unnoticed(newest)}
    earlier = planned({title: text for title, text in HOURS.items() if "2024" not in title})
    (found,) = [each for each in unnoticed(earlier) if each.entry == ids(earlier)[opens]]
    assert found.phrases == ("Currently", "next month")


def test_entries_that_people_edited_are_not_listed() -> None:
    first = planned(HOURS)
    edited = first.new.replace("Two spoons", "Three spoons")
    assert edited != first.new
    again = planned(HOURS, edited, first.new)
    assert len(listed(again)) == len(listed(first)) - 1
    assert "spoons" not in "".join(listed(again))


def test_entries_that_people_marked_as_outdated_are_not_listed() -> None:
    menu = ids(planned(HOURS))["What will be on the menu?"]
    said = Said("Tea FAQ/Settings", settings=read_settings(f"* outdated: faq-{menu}"))
    made = plan(build(HOURS), Place("Tea FAQ", None, create=True, said=said))
    assert len(listed(made)) == 2
    assert f"outdated: faq-{menu}" not in "".join(listed(made))


def test_the_report_does_not_change_by_itself() -> None:
    made = planned(HOURS)
    assert reported(made).new == reported(planned(HOURS)).new


def test_at_most_twenty_are_listed() -> None:
    hours = {
        f"Hour 2023-03-{day:02}": f"* Why is cup {name} broken?\n** Bo mends it next month.\n"
        for day, name in enumerate("abcdefghijklmnopqrstuvwxyz", 1)
    }
    made = planned(hours)
    assert len([*unnoticed(made)]) > 20
    assert len(listed(made)) == 20


def test_the_preview_gives_the_phrases_of_each_entry() -> None:
    made = planned(HOURS)
    given_phrases = {
        entry["question"]: entry["perishable"]
        for topic in to_json(made)["faq"]["topics"]
        for entry in topic["entries"]
    }
    assert given_phrases == {
        "When does the house open?": [],
        "Who mends the roof of the house?": [
            *("is working on", "right now", "currently", "soon", "is coming soon"),
        ],
        "Is the tea hot?": [],
        "What will be on the menu?": ["We will publish"],
        "How much milk goes into a cup of tea?": ["for the time being"],
    }
