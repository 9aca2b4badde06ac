"""Headings of entries: short enough, nothing but the question's own words, and its question."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tries import tries

from wikifaq.page.headline import CUT, LONGEST, headline

SENTENCES = st.lists(
    st.builds(
        lambda words, end: " ".join(words) + end,
        st.lists(
            st.sampled_from(
                "why is the tea so hot and who made it Supercalifragilistic , because (or) not "
                "“for me” can you unless Ada Lovelace 12 e.g. this that".split()
            ),
            min_size=1,
            max_size=25,
        ),
        st.sampled_from(".?!？…"),
    ),
    min_size=1,
    max_size=5,
).map(" ".join)
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *'()[“”"「」，。？¿',
                *(". ", "? ", "؟ ", "। ", "...", "\n\n", "\n* ", "\u00a0", "\u3000"),
                *("e\u0301", "👩🏽\u200d💻", "茶は熱い", "x" * 60),
                *("What is ", "can you ", "because ", "that ", "I would like to know "),
            ]
        ),
        st.text(max_size=12),
    ),
    max_size=60,
).map("".join)


def bare(heading: str) -> str:
    return heading.removeprefix(f"{CUT} ").removesuffix(f" {CUT}")


@tries(200)
@given(SENTENCES)
def test_a_heading_is_consecutive_words_of_the_question(question: str) -> None:
    made = headline(question)
    assert len(made) <= LONGEST
    if len(question) <= LONGEST:
        assert made == question
        return
    words, kept = (re.findall(r"\w[\w.]*", each) for each in (question, bare(made)))
    starts = [n for n in range(len(words)) if words[n : n + len(kept)] == kept]
    assert starts
    assert made.startswith(f"{CUT} ") or 0 in starts
    assert made.endswith(f" {CUT}") or len(words) - len(kept) in starts


@tries(300)
@given(PIECES)
@example("茶" * 200)
@example("e\u0301" * 100)
@example("。" * 200)
@example("( " * 100)
@example("x，" * 80)
def test_any_text_has_a_heading_of_its_own_signs(question: str) -> None:
    made = headline(question)
    text = " ".join(question.split())
    assert len(made) <= LONGEST
    assert made == headline(question)
    if len(text) <= LONGEST:
        assert made == text
        return
    assert bare(made)
    assert bare(made) in text
    assert headline(made) == made


@tries(200)
@given(SENTENCES)
def test_a_heading_holds_a_question_mark_where_a_question_fits(question: str) -> None:
    # Whole sentences of this kind are told by their ends alone, outside of brackets and quotations.
    if re.search(r"[(“]|e\.g\.", question) or len(question) <= LONGEST:
        return
    asked = [each for each in re.findall(r"[^.?!？…]+[.?!？…]", question) if each[-1] in "?？"]
    if asked and all(len(each) <= LONGEST - 2 * len(f"{CUT} ") for each in asked):
        assert re.search("[?？]", headline(question))


@pytest.mark.parametrize(
    "question",
    [
        "Why?",
        "The ferry has stopped. When will it run again?",
        "For Petra - is the kiln on?",
        "x" * LONGEST,
        "",
    ],
)
def test_a_short_question_is_its_own_heading(question: str) -> None:
    assert headline(question) == question


CASES = [
    (
        "I have been mentoring newcomers at our library for three years now and I would love to do more. Where do I sign up as a trainer? Is there a list of workshops?",
        "[…] Where do I sign up as a trainer? Is there a list of workshops?",
    ),
    (
        "Last spring the garden committee closed two of the five allotments behind the old mill because of the flooding that nobody had foreseen. What are the plans around that?",
        "[…] the old mill because of the flooding that nobody had foreseen. What are the plans around that?",
    ),
    (
        "The ferry stopped running in May. Is this true? If it is, how are islanders supposed to reach the clinic during the winter months when the road is closed?",
        "The ferry stopped running in May. Is this true? […]",
    ),
    (
        "With regard to the closing of the northern reading room, bearing in mind that the building is listed, could you tell us who decided on it, when the books will be moved, and what happens to the staff?",
        "[…] could you tell us who decided on it, when the books will be moved, and what happens to the staff?",
    ),
    (
        "Can the tea house publish a list of all suppliers, with prices, so that guests can see where their money goes, and do you plan to keep it up to date every month?",
        "Can the tea house publish a list of all suppliers, with prices, so that guests can see where their money goes […]",
    ),
    (
        "Will members keep their voting rights if they move abroad, provided that they have paid their fees for the whole year and have been members for at least two years?",
        "Will members keep their voting rights if they move abroad, provided that they have paid their fees […]",
    ),
    (
        "Is a volunteer allowed to open the archive alone at night without a member of staff present unless the alarm has been set by the caretaker of the building beforehand?",
        "Is a volunteer allowed to open the archive alone at night without a member of staff present unless the alarm […]",
    ),
    (
        "hi all, quick one from me: does anyone know if the pottery kiln is gonna be fixed before the summer fair, or should we book the one in town like last year?",
        "[…] does anyone know if the pottery kiln is gonna be fixed before the summer fair […]",
    ),
    (
        "so i asked this in the last meeting. nobody really answered. when will the new lockers be installed in the basement of the swimming hall? also who pays?",
        "[…] when will the new lockers be installed in the basement of the swimming hall? also who pays?",
    ),
    (
        "For Miriam - the council has recently published new guidance on noise. Does the music school have an opinion on this guidance, and will it be followed in the evening courses?",
        "[…] Does the music school have an opinion on this guidance, and will it be followed in the evening courses?",
    ),
    (
        "Thank you for the wonderful evening. We all enjoyed the concert, and the children are still singing. It would be lovely to have one like it again next year, perhaps outdoors.",
        "[…] We all enjoyed the concert, and the children are still singing. […]",
    ),
    (
        'The annual report says that "donations have doubled (mostly from small donors) and the reserve is full". Why, then, was the heating fund cut by a third for this winter and the next?',
        "[…] Why, then, was the heating fund cut by a third for this winter and the next?",
    ),
    (
        "Some of us feel that the newsletter has become rather long; others would like more of it. How do you decide what goes into it? Who edits it? Could readers vote?",
        "[…] the newsletter has become rather long; others would like more of it. How do you decide what goes into it? […]",
    ),
    (
        "What is the difference between an ordinary member, a supporting member and an honorary member (apart from the fee), and which of them may speak and vote at the general assembly in autumn?",
        "What is the difference between an ordinary member, a supporting member and an honorary member (apart from the fee) […]",
    ),
    (
        "How will the new booking system treat people who have no smartphone, no computer and no wish to get either, given that the counter is open on two mornings only?",
        "How will the new booking system treat people who have no smartphone, no computer and no wish to get either […]",
    ),
    (
        "According to the minutes of the meeting in March, the board of the Harbour Museum wanted to talk to the Ministry of Culture and Sport. Has that happened?",
        "[…] the board of the Harbour Museum wanted to talk to the Ministry of Culture and Sport. Has that happened?",
    ),
    (
        "We heard that the swimming hall closes. Why? And until when? And where should the schools of the whole district go in the meantime for their lessons?",
        "We heard that the swimming hall closes. Why? And until when? […]",
    ),
    (
        "As somebody who repairs bicycles in her spare time, and who has seen how many of them are thrown away, I wonder why the recycling yard does not let us take parts.",
        "[…] I wonder why the recycling yard does not let us take parts.",
    ),
    (
        "I am curious whether the orchard association has ever considered lending its cider press to schools in the region during the weeks when it stands idle in the barn.",
        "I am curious whether the orchard association has ever considered lending its cider press to schools in the region […]",
    ),
    (
        "Two questions: (1) when does the night bus start running again after the roadworks, and (2) will the old monthly tickets that we bought in January be valid on it?",
        "Two questions: (1) when does the night bus start running again after the roadworks […]",
    ),
    (
        "Why does the museum need my date of birth, my address and the number of my passport in order to lend me an audio guide for the duration of one single afternoon?",
        "Why does the museum need my date of birth, my address and the number of my passport […]",
    ),
    (
        "If a beekeeper loses a colony through no fault of their own – say, because a neighbour sprayed – does the association's insurance pay, and how long does that take?",
        "[…] does the association's insurance pay, and how long does that take?",
    ),
    (
        "The rules changed. Everybody knows that. What nobody has told us so far is what happens to the applications that were handed in under the old rules before the first of June?",
        "[…] What nobody has told us so far is what happens to the applications that were handed in under the old rules […]",
    ),
    (
        "It has been said, and I quote, “the library will never be closed on Sundays”. Now there is a sign at the door. What is going on and who made this decision without asking anybody?",
        "[…] Now there is a sign at the door. What is going on and who made this decision without asking anybody?",
    ),
    (
        "Since the allotment holders were promised a water meter of their own two years ago and nothing has been done about it ever since, when can they expect one?",
        "[…] a water meter of their own two years ago and nothing has been done about it ever since, when can they expect one?",
    ),
    (
        "Should the club go on paying for the minibus? My own view is that it stands around most of the time and that we would be better off renting one when we need it.",
        "Should the club go on paying for the minibus? […]",
    ),
    (
        "¿Qué pasa con los socios que no pudieron votar el año pasado? Muchos de nosotros estábamos de viaje y nadie nos avisó de que la votación se adelantaba una semana.",
        "¿Qué pasa con los socios que no pudieron votar el año pasado? […]",
    ),
    (
        "Im Herbst wurde angekündigt, dass die Bücherei umzieht, und viele von uns haben sich darauf eingestellt. Seitdem haben wir nichts mehr gehört. Wann wird der neue Standort bekannt gegeben?",
        "[…] Wann wird der neue Standort bekannt gegeben?",
    ),
    (
        "En ce qui concerne la rénovation du théâtre, qui dure depuis trois ans déjà, pouvez-vous nous dire quand les répétitions reprendront dans la grande salle du premier étage?",
        "[…] pouvez-vous nous dire quand les répétitions reprendront dans la grande salle du premier étage?",
    ),
    (
        "图书馆去年说要在周末延长开放时间，可是到现在还没有任何消息，很多住在附近的学生都在等待。请问什么时候开始实行新的开放时间？另外，儿童阅览室会不会也在晚上开放，让下班以后的家长可以带孩子来？我们都很期待。谢谢你们的工作，也希望能够早日得到答复。",
        "[…] 请问什么时候开始实行新的开放时间？另外，儿童阅览室会不会也在晚上开放，让下班以后的家长可以带孩子来？ […]",
    ),
    (
        "図書館は昨年、週末の開館時間を延長すると発表しましたが、その後何の連絡もありません。近くに住む学生たちはずっと待っています。新しい開館時間はいつから始まりますか？また、子ども閲覧室も夜に開く予定はありますか？仕事帰りの親が子どもを連れて来られるようにしてほしいです。どうぞよろしくお願いします。",
        "[…] 新しい開館時間はいつから始まりますか？また、子ども閲覧室も夜に開く予定はありますか？ […]",
    ),
    (
        "أعلنت المكتبة في العام الماضي أنها ستمدد ساعات العمل في عطلة نهاية الأسبوع، لكننا لم نسمع شيئا بعد ذلك. متى ستبدأ ساعات العمل الجديدة؟ وهل ستفتح غرفة الأطفال في المساء أيضا؟",
        "[…] متى ستبدأ ساعات العمل الجديدة؟ وهل ستفتح غرفة الأطفال في المساء أيضا؟",
    ),
    (
        "पुस्तकालय ने पिछले साल कहा था कि सप्ताहांत में समय बढ़ाया जाएगा, पर अब तक कोई सूचना नहीं आई है। नया समय कब से लागू होगा? क्या बच्चों का कमरा भी शाम को खुलेगा?",
        "[…] नया समय कब से लागू होगा? क्या बच्चों का कमरा भी शाम को खुलेगा?",
    ),
    (
        "Is it planned to translate the visitors' guide into more languages than the four that we have now, since most of the guests who come by ship in summer read none of them?",
        "Is it planned to translate the visitors' guide into more languages than the four that we have now […]",
    ),
    (
        "Concerning parking: the new signs say one thing, the website another and the attendants a third. Which of the three is right, and who pays back the fines?",
        "[…] Which of the three is right, and who pays back the fines?",
    ),
    (
        "Whom may I ask about the lost property office? I left an umbrella, a red scarf and a bag with my daughter's sports shoes in the tram on the way to the stadium on Sunday.",
        "Whom may I ask about the lost property office? […]",
    ),
    (
        "Would you please explain how the jury chooses the winners of the photo contest, because many of us who took part this year could not understand the choice at all?",
        "Would you please explain how the jury chooses the winners of the photo contest […]",
    ),
    (
        "Have you thought about what you will do with the money that is left over from the summer festival (some say it is more than four thousand), or has that been decided already?",
        "Have you thought about what you will do with the money that is left over from the summer festival […]",
    ),
    (
        "Petra, we met at the harvest fair and you told me about the seed library. Which vegetables can I borrow seeds of, and when do I have to give them back?",
        "[…] Which vegetables can I borrow seeds of, and when do I have to give them back?",
    ),
    (
        "In view of what happened at the regatta in July, when two boats collided although both skippers had passed the test, will the sailing club change how it examines its skippers?",
        "[…] will the sailing club change how it examines its skippers?",
    ),
    (
        "Is it true, as the radio said on Monday, that the bakery in the old station will close at the end of the year unless somebody takes over the lease before Christmas?",
        "Is it true, as the radio said on Monday, that the bakery in the old station will close at the end of the year […]",
    ),
    (
        "How many of the benches along the river (there used to be about thirty) are going to be repaired this year, how many will be taken away, and who decides which is which?",
        "How many of the benches along the river (there used to be about thirty) are going to be repaired this year […]",
    ),
    (
        "What is being done so that visitors who use a wheelchair, a walking frame or a pram can reach the exhibition on the second floor while the lift is out of order?",
        "What is being done so that visitors who use a wheelchair, a walking frame or a pram can reach the exhibition […]",
    ),
    (
        "Does the association not pay for repairs that are needed because of the storm in February, or have the forms that we sent in simply not been looked at so far?",
        "Does the association not pay for repairs that are needed because of the storm in February […]",
    ),
]


@pytest.mark.parametrize(("question", "heading"), CASES)
def test_a_long_question_is_shortened_to_what_it_asks(question: str, heading: str) -> None:
    assert headline(question) == heading


def test_a_question_that_leans_takes_along_what_it_leans_on() -> None:
    before = "The council wants to sell the boathouse."
    rest = " We are forty rowers, and most of us have been there since they were children." * 2
    assert headline(f"{before} What does the club think about this?{rest}") == (
        f"{before} What does the club think about this? {CUT}"
    )
    assert headline(f"{before} How much does the club pay for its boats in winter?{rest}") == (
        f"{CUT} How much does the club pay for its boats in winter? {CUT}"
    )


def test_a_second_question_is_taken_where_the_first_says_nothing() -> None:
    told = (
        "I have read everything that the rowing club has put on its pages since last autumn, twice"
    )
    assert headline(f"{told}. Why? Does the club still rent out the small boats on Sundays?") == (
        f"{CUT} Does the club still rent out the small boats on Sundays?"
    )


@pytest.mark.parametrize("condition", ["unless", "except when", "if", "without"])
def test_a_condition_is_kept_before_a_comma_is(condition: str) -> None:
    question = (
        f"Do the rowers of the town, the old and the young, pay for the boathouse {condition} they "
        "have paid before, given that it belongs to the council and to the harbour, as it always has?"
    )
    assert f"{condition} they have paid before {CUT}" in headline(question)


@pytest.mark.parametrize("name", ["Board of Trustees", "Ada Lovelace", "Ministry of Culture"])
def test_a_name_is_not_parted(name: str) -> None:
    for filler in range(60, 110):
        question = f"What did {'o' * (filler - 30)} say in the letter to the {name} in the summer?"
        made = headline(f"{question} {'It was long, and nobody has read it to its end. ' * 2}")
        assert name in made or not any(f"{part} {CUT}" in made for part in name.split())


@pytest.mark.parametrize(("left", "right"), ["()", "“”", "[]", '""', "「」"])
def test_no_bracket_is_left_open(left: str, right: str) -> None:
    for filler in range(1, 30):
        question = (
            f"How does the harbour {'very ' * filler}slowly {left}and with all the ships that lie in "
            f"it, from March to May{right} get its new lights, who pays for them, and why so late?"
        )
        made = bare(headline(question))
        assert (left in made) == (right in made) or left == right
        assert made.count(left) == made.count(right) or (left == right and not made.count(left) % 2)


@pytest.mark.parametrize("sign", ["e\u0301", "👩\u200d🚀", "👋🏽", "क\u0940"])
def test_no_sign_is_parted(sign: str) -> None:
    for before in range(3):
        made = bare(headline("x" * before + sign * 200))
        assert made == "x" * before + sign * made.count(sign)


def test_line_breaks_part_sentences() -> None:
    listed = "Three questions about the orchard and its press, from all of us in the valley"
    question = (
        f"{listed}\n\nWhen does the press run in autumn?\n\n{'Thank you all so much for it. ' * 3}"
    )
    assert headline(question) == f"{CUT} When does the press run in autumn? {CUT}"
