"""The FAQ on several pages: whatever holds of one page holds of all of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Any, NamedTuple

import pytest
from faqs import SPRING, SUMMER, TITLE, build
from hypothesis import given
from hypothesis import strategies as st
from people import KINDS, PERSON_WORD, STEPS, Desk, Edit, World, bare
from spread_pages import LARGE, SMALL, Pages, hour
from tries import tries

from wikifaq.config import parse
from wikifaq.errors import ConfigurationError
from wikifaq.page import spread_texts
from wikifaq.page.mark import marks
from wikifaq.page.segment import read_page
from wikifaq.page.subpage_title import numbered, subpage_title
from wikifaq.page.tombstone import Tombstones, tombstones
from wikifaq.publish.plan import plan

SOURCES = {"Hour 2023-03-01": SPRING, "Hour 2023-07-01": SUMMER}
TWELVE = hour("2023-03-01", range(12))
TEA, HOUSE = f"{TITLE}/Tea", f"{TITLE}/The tea house"


def spread(sources: dict[str, str] = TWELVE, size: int = SMALL) -> Pages:
    pages = Pages()
    pages.run(sources, size)
    assert pages.subpages()
    assert pages.wrong() == []
    return pages


def first(pages: Pages, title: str) -> str:
    return read_page(pages.texts[title], title).alive()[0]


def idle(pages: Pages, sources: dict[str, str] = TWELVE, size: int = SMALL, **options: Any) -> None:
    made = pages.plan(sources, size, **options)
    assert (made.outcome, made.reasons) == ("nothing", ())
    assert [each.title for each in made.own_pages if each.changed] == []


# There and back.


def test_a_page_too_large_goes_on_subpages_with_every_anchor_left() -> None:
    pages = spread()
    alone = Pages()
    alone.run(TWELVE, LARGE)
    ids = set(re.findall(r'<span id="([^"]*)"', alone.main))
    assert ids <= set(re.findall(r'<span id="([^"]*)"', pages.main))
    headings = re.findall(r"^=== (.*) ===$", alone.main, re.MULTILINE)
    assert all(f'<span id="{each.replace("&", "&#38;")}">' in pages.main for each in headings)
    assert sorted(pages.entries()) == sorted(alone.entries())
    idle(pages)


def test_a_small_page_has_no_subpages() -> None:
    pages = Pages()
    made = pages.run(TWELVE, LARGE)
    assert made.subpages == ()
    assert [each.title for each in made.steps] == [TITLE]
    assert "elsewhere" not in pages.main


def test_there_and_back_is_the_page_byte_for_byte() -> None:
    pages = Pages()
    pages.run(TWELVE, LARGE)
    before = pages.main
    pages.run(TWELVE, SMALL)
    titles = pages.subpages()
    assert pages.main != before
    pages.run(TWELVE, LARGE)
    assert pages.main == before
    for title in titles:
        assert pages.texts[title].startswith(f"#REDIRECT [[{TITLE}#faq-topic-")
    idle(pages, size=LARGE)
    pages.run(TWELVE, SMALL)  # and there again, on the same pages
    assert pages.subpages() == titles
    assert pages.wrong() == []


def test_with_very_many_entries_their_headings_are_no_anchors_on_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spread_texts, "MOST_BY_HEADING", 5)
    pages = Pages()
    pages.run(TWELVE, SMALL)
    headings = re.findall(r"^=== (.*) ===$", "".join(pages.texts.values()), re.MULTILINE)
    assert len(headings) == 12
    assert not any(f'<span id="{each}">' in pages.main for each in headings)
    assert all(f'<span id="faq-{key}">' in pages.main for key in pages.entries())
    idle(pages)


def test_between_the_sizes_it_stays_as_it_is() -> None:
    pages = Pages()
    pages.run(TWELVE, LARGE)
    size = len(pages.main.encode())
    idle(pages, size=size)
    idle(pages, size=int(size * 1.2))
    pages = spread(size=size - 1)
    idle(pages, size=int(size * 1.1))
    pages.run(TWELVE, int(size * 1.5))
    assert pages.subpages() == []


def test_a_subpage_too_large_gives_its_newer_entries_to_a_new_one() -> None:
    pages = spread(size=6300)
    assert TEA in pages.subpages()
    older = pages.entries()
    there = {key: pages.where(key) for key in older}
    more = {**TWELVE, **hour("2023-09-01", range(12, 40))}
    pages.run(more, 6300)
    assert pages.wrong() == []
    titles = [title for topic, title in tombstones(pages.main).elsewhere if topic == "tea"]
    assert titles[-1] == TEA
    assert len(titles) > 1
    assert all(len(pages.texts[each].encode()) <= 6300 for each in pages.subpages())
    assert all(pages.where(key) == there[key] for key in older)  # links to them stay right
    new = [key for key in pages.entries() if key not in older]
    assert {title for key in new for title in pages.where(key)} > {titles[0]}
    idle(pages, more, 6300)


def test_the_order_of_writing_never_takes_before_it_gives() -> None:
    pages = Pages()
    pages.run(TWELVE, LARGE)
    made = pages.plan(TWELVE, SMALL)
    assert [each.title for each in made.steps][-1] == TITLE
    pages.run(TWELVE, SMALL)
    made = pages.plan(TWELVE, LARGE)
    titles = [each.title for each in made.steps]
    assert titles[0] == titles[-1] == TITLE
    assert sorted(titles[1:-1]) == sorted(pages.subpages())


@pytest.mark.parametrize("person", [False, True])
def test_a_run_cut_off_between_any_two_edits_loses_and_doubles_nothing(*, person: bool) -> None:
    few = hour("2023-03-01", range(6))
    more = {**few, **hour("2023-09-01", range(6, 12))}
    one, two = Pages(), spread(few)
    one.run(few, LARGE)
    three = two.copy()
    three.settings = f"* topic: faq-{first(three, TEA)} = The tea house"
    three.settings += f"\n* topic: faq-{first(three, HOUSE)} = Tea"
    cases = [
        (one, few, SMALL),
        (two, few, LARGE),
        (spread(few), more, SMALL),
        (spread(more, 4000), few, 4000),
        (three, few, SMALL),
    ]
    for pages, sources, size in cases:
        if person:
            for title in pages.looked_at():
                pages.texts[title] = re.sub(
                    r"(Said of \d*[05]:)", r"\1 Indeed!", pages.texts[title]
                )
        whole = pages.copy()
        number = len(whole.run(sources, size, accept_loss=True).steps)
        assert whole.wrong() == []
        assert ("Indeed!" in "".join(whole.shown().values())) is person
        for cut_off in range(number):
            left = pages.copy()
            left.run(sources, size, cut_off=cut_off, accept_loss=True)
            left.run(sources, size, accept_loss=True)
            assert left.wrong() == []
            # Of an entry that people edited, the place may be the one that it had.
            shown = sorted(map(left.said, left.entries()))
            assert shown == sorted(map(whole.said, whole.entries())), cut_off
            assert person or left.shown() == whole.shown(), cut_off
            idle(left, sources, size, accept_loss=True)


# What people do.


def test_an_edited_entry_keeps_its_words_on_its_way_to_a_subpage_and_back() -> None:
    pages = Pages()
    pages.run(TWELVE, LARGE)
    pages.edit(TITLE, "Said of 5:", "Said well of 5:")
    pages.run(TWELVE, SMALL)
    assert [t for t in pages.subpages() if "Said well of 5:" in pages.texts[t]]
    pages.edit(TEA, "Said of 7:", "Said better of 7:") if "Said of 7:" in pages.texts[TEA] else None
    pages.run(TWELVE, LARGE)
    assert "Said well of 5:" in pages.main
    idle(pages, size=LARGE)


def test_an_entry_edited_on_a_subpage_is_merged_with_what_is_new() -> None:
    pages = spread()
    (title,) = [each for each in pages.subpages() if "Said of 3:" in pages.texts[each]]
    pages.edit(title, "Said of 3:", "Said well of 3:")
    (question,) = re.findall(r"\* (May I ask[^\n]*number 3ddd\?)", TWELVE["Hour 2023-03-01"])
    later = {**TWELVE, "Hour 2023-08-01": f"* {question}\n** Bo: It is new.\n"}
    pages.run(later, SMALL)
    (title,) = [each for each in pages.subpages() if "Said well of 3:" in pages.texts[each]]
    assert "It is new." in pages.texts[title]
    assert pages.wrong() == []
    idle(pages, later)


def test_an_entry_deleted_on_a_subpage_stays_away_and_leaves_no_line() -> None:
    pages = spread()
    key = first(pages, TEA)
    pages.edit(TEA, pages.section(key), "")
    made = pages.run(TWELVE, SMALL)
    assert key not in pages.entries()
    assert key in tombstones(pages.main).gone
    assert f"faq-{key}" not in pages.main
    assert [each.entry for each in made.changes if each.by_people] == [key]
    idle(pages)
    pages.run(TWELVE, LARGE)
    assert key not in pages.entries()


@pytest.mark.parametrize("to", [HOUSE, TITLE])
def test_an_entry_that_people_move_to_another_page_stays_there(to: str) -> None:
    pages = spread()
    key = first(pages, TEA)
    text = pages.section(key)
    pages.edit(TEA, text, "")
    if to == TITLE:
        pages.edit(TITLE, "<!-- wikifaq:elsewhere", f"{text}<!-- wikifaq:elsewhere")
    else:
        other = pages.section(first(pages, HOUSE))
        pages.edit(to, other, f"{text}{other}")
    pages.run(TWELVE, SMALL)
    assert pages.where(key) == [to]
    assert pages.wrong() == []
    assert not tombstones(pages.main).gone
    idle(pages)


@pytest.mark.parametrize("where", [TITLE, TEA])
def test_a_topic_renamed_on_either_page_is_renamed_on_both(where: str) -> None:
    pages = spread(size=6000)
    pages.edit(where, "== Tea ==", "== All about tea ==")
    pages.run(TWELVE, 6000)
    assert "== All about tea ==" in pages.main
    assert "== All about tea ==" in pages.texts[TEA]
    assert '<span id="Tea">' in pages.main
    assert TEA in pages.subpages()  # the title stays
    assert pages.wrong() == []
    idle(pages, size=6000)
    pages.run(TWELVE, LARGE)
    assert "== All about tea ==" in pages.main


def test_a_renamed_entry_is_found_by_both_names() -> None:
    pages = spread()
    key = first(pages, TEA)
    heading = read_page(pages.texts[TEA], TEA).holding()[key].heading
    pages.edit(TEA, f"=== {heading} ===", "=== A cup of what? ===")
    pages.run(TWELVE, SMALL)
    for name in (heading, "A cup of what?", f"faq-{key}"):
        assert f'<span id="{name}">' in pages.main
    assert f"[[{TEA}#faq-{key}|A cup of what?]]" in pages.main
    idle(pages)


def test_a_line_of_the_index_that_people_take_away_comes_back() -> None:
    pages = spread()
    key = first(pages, TEA)
    (line,) = re.findall(rf".*#faq-{key}\|.*\n", pages.main)
    pages.edit(TITLE, line, "")
    pages.run(TWELVE, SMALL)
    assert f'<span id="faq-{key}">' in pages.main
    assert key in pages.entries()
    assert pages.wrong() == []
    idle(pages)


def test_the_whole_of_a_stub_comes_back_without_its_entries_leaving() -> None:
    pages = spread()
    stub = next(s.text for s in read_page(pages.main, TITLE).segments if s.topic == "tea")
    pages.edit(TITLE, stub, "")
    pages.run(TWELVE, SMALL)
    assert stub in pages.main
    assert pages.wrong() == []
    idle(pages)


def test_what_people_write_into_a_stub_stays_there_and_comes_along() -> None:
    pages = spread()
    mark = next(s.text for s in read_page(pages.main, TITLE).segments if s.topic == "tea")
    line = mark.split("\n")[1]
    pages.edit(TITLE, line, f"{line}\n\nOurs, of tea.")
    key = first(pages, TEA)
    pages.edit(TITLE, f"#faq-{key}|", f"#faq-{key}|Best: ")
    more = {**TWELVE, **hour("2023-09-01", range(12, 16))}
    pages.run(more, SMALL)
    assert "Ours, of tea." in pages.main
    assert f"#faq-{key}|Best: " in pages.main
    assert pages.wrong() == []
    idle(pages, more)
    pages.run(more, LARGE)
    assert pages.main.count("Ours, of tea.") == 1
    assert pages.subpages() == []
    idle(pages, more, LARGE)


def test_what_people_write_between_goes_with_its_neighbours_and_stays_as_it_is() -> None:
    pages = Pages()
    pages.run(TWELVE, LARGE)
    page = read_page(pages.main, TITLE)
    key = page.alive()[2]
    text = page.holding()[key].text
    own = "=== Ours ===\nOur words.\n\n"
    pages.edit(TITLE, text, f"{text}{own}")
    before = pages.main
    pages.run(TWELVE, SMALL)
    (title,) = pages.where(key)
    assert f"{text}{own}" in pages.texts[title]
    idle(pages)
    pages.run(TWELVE, LARGE)
    assert pages.main == before


def test_outside_the_markers_nothing_changes_on_any_page() -> None:
    pages = spread()
    for number, title in enumerate(pages.looked_at()):
        pages.texts[title] = f"Above {number}.\n\n{pages.texts[title]}\n\nBelow {number}. "
    more = {**TWELVE, **hour("2023-09-01", range(12, 40))}
    titles = pages.looked_at()
    for sources, size in ((more, SMALL), (more, LARGE), (more, SMALL)):
        pages.run(sources, size)
        for number, title in enumerate(titles):
            assert pages.texts[title].startswith(f"Above {number}.\n\n")
            assert pages.texts[title].endswith(f"\n\nBelow {number}. ")
        assert pages.wrong() == []
        idle(pages, sources, size)


def test_a_lead_that_people_wrote_on_a_subpage_stays_when_its_entries_leave() -> None:
    pages = spread()
    pages.edit(TEA, "Questions about", "Our own words. Questions about")
    pages.run(TWELVE, SMALL)
    assert "Our own words." in pages.texts[TEA]
    idle(pages)
    pages.run(TWELVE, LARGE)
    assert "Our own words." in pages.texts[TEA]
    assert "The questions that stood here" in pages.texts[TEA]
    pages.run(TWELVE, SMALL)
    assert pages.texts[TEA].count("Our own words.") == 1
    assert "The questions that stood here" not in pages.texts[TEA]
    idle(pages)


def test_a_subpage_whose_entries_people_removed_is_left() -> None:
    pages = spread()
    title = pages.subpages()[-1]
    keys = read_page(pages.texts[title], title).alive()
    for key in keys:
        pages.edit(title, pages.section(key), "")
    pages.run(TWELVE, SMALL, accept_loss=True)
    assert title not in pages.subpages()
    assert pages.texts[title].startswith("#REDIRECT")
    assert not {*keys} & {*pages.entries()}
    idle(pages)


def test_a_copy_on_another_page_is_a_text_of_the_person_s() -> None:
    pages = spread()
    key = first(pages, TEA)
    text = pages.section(key)
    pages.edit(HOUSE, "<!-- wikifaq:of", f"{text}\n\n<!-- wikifaq:of")
    pages.run(TWELVE, SMALL)
    assert pages.where(key) == [TEA]
    assert [each for each in marks(pages.texts[HOUSE]) if each.id == key] == []
    assert text.split("\n")[-3] in pages.texts[HOUSE]
    idle(pages)


def test_a_hidden_entry_leaves_its_subpage_and_the_index() -> None:
    pages = spread()
    key = first(pages, TEA)
    pages.settings = f"* hide: faq-{key}"
    pages.run(TWELVE, SMALL)
    assert f"faq-{key}" not in pages.main.partition("<!-- wikifaq:hidden")[0]
    assert key not in pages.entries()
    idle(pages)


def test_a_wish_for_another_topic_moves_an_entry_with_its_words() -> None:
    pages = spread()
    key = first(pages, TEA)
    pages.edit(TEA, pages.section(key), pages.section(key).replace("Said of", "Well said of"))
    pages.settings = f"* topic: faq-{key} = The tea house"
    pages.run(TWELVE, SMALL)
    (title,) = pages.where(key)
    assert title.startswith(HOUSE)
    assert "Well said of" in pages.section(key)
    assert pages.wrong() == []
    idle(pages)


# What stops a run.


def refused(pages: Pages, **options: Any) -> str:
    made = pages.plan(TWELVE, SMALL, **options)
    assert made.outcome == "refuse"
    return "; ".join(made.reasons)


def test_a_subpage_that_was_deleted_stops_the_run_until_its_comment_is_taken_out() -> None:
    pages = spread()
    keys = read_page(pages.texts[TEA], TEA).alive()
    del pages.texts[TEA], pages.bots[TEA]
    said = refused(pages)
    assert TEA in said
    assert "restore it" in said
    pages.edit(TITLE, f"<!-- wikifaq:elsewhere tea {TEA} -->\n", "")
    del pages.bots[TITLE]
    pages.bots[TITLE] = pages.main  # as if it had never named it
    pages.run(TWELVE, SMALL)
    assert {*keys} <= {*pages.entries()}
    assert pages.wrong() == []


def test_a_subpage_without_markers_or_that_keeps_bots_out_stops_the_run() -> None:
    pages = spread()
    blank = pages.copy()
    blank.texts[TEA] = ""
    assert f"{TEA!r} has no markers" in refused(blank)
    closed = pages.copy()
    closed.texts[TEA] = "{{nobots}}\n" + closed.texts[TEA]
    assert f"{TEA!r} keeps bots out" in refused(closed)


def test_a_page_of_another_s_at_a_new_subpage_s_title_is_not_touched() -> None:
    pages = Pages()
    pages.run(TWELVE, LARGE)
    pages.texts[TEA] = "A page of ours."
    assert f"to go to {TEA!r}" in refused(pages)


def test_what_a_run_left_that_was_cut_off_is_not_taken_where_people_edited_it_since() -> None:
    pages = Pages()
    pages.run(TWELVE, LARGE)
    pages.run(TWELVE, SMALL, cut_off=1)
    (title,) = [each for each in pages.texts if each != TITLE]
    pages.edit(title, "Said of", "Well said of")
    assert "people have edited since" in refused(pages)


def test_a_moved_subpage_is_followed_and_its_comment_renewed() -> None:
    pages = spread()
    to = "Tea and more"
    pages.texts[to], pages.bots[to] = pages.texts[TEA], pages.bots.pop(TEA)
    pages.texts[TEA] = f"#REDIRECT [[{to}]]"
    pages.run(TWELVE, SMALL)
    assert to in pages.subpages()
    assert TEA not in pages.subpages()
    assert pages.texts[TEA] == f"#REDIRECT [[{to}]]"
    assert f"[[{to}#faq-" in pages.main
    assert pages.wrong() == []
    idle(pages)


def test_a_page_that_is_no_subpage_of_it_is_not_written_though_the_page_names_it() -> None:
    pages, others = spread(), Pages()
    others.run(SOURCES, LARGE)
    pages.texts["Other FAQ"] = pages.bots["Other FAQ"] = others.main
    pages.edit(
        TITLE,
        "<!-- wikifaq:elsewhere",
        "<!-- wikifaq:elsewhere x Other FAQ -->\n<!-- wikifaq:elsewhere",
    )
    assert "'Other FAQ', which" in refused(pages)


def test_when_the_page_itself_is_moved_its_subpages_go_with_it() -> None:
    pages = spread()
    for title in pages.subpages():
        for texts in (pages.texts, pages.bots):
            texts[title] = texts[title].replace(f"wikifaq:of {TITLE}", "wikifaq:of Old FAQ")
    pages.texts["Old FAQ"] = f"#REDIRECT [[{TITLE}]]"
    pages.run(TWELVE, SMALL)
    assert pages.wrong() == []
    idle(pages)


def test_a_comment_that_got_lost_comes_back() -> None:
    pages = spread()
    pages.texts[TITLE] = re.sub(r"<!-- wikifaq:elsewhere[^>]*-->\n*", "", pages.main)
    before = pages.entries()
    pages.run(TWELVE, SMALL)
    assert pages.wrong() == []
    assert len(pages.entries()) == 12
    assert not before
    idle(pages)


@pytest.mark.parametrize(
    ("sources", "most", "what"),
    [
        (hour("2023-03-01", range(3), words=1000), 4000, "a single entry alone"),
        (TWELVE, 2500, "the list of its entries alone"),
    ],
)
def test_too_large_for_any_page_is_told(
    monkeypatch: pytest.MonkeyPatch, sources: dict[str, str], most: int, what: str
) -> None:
    monkeypatch.setattr("wikifaq.publish.spreading.MOST", most)
    made = Pages().plan(sources, SMALL)
    assert made.outcome == "refuse"
    assert what in made.reasons[0]


# The titles, the comments, the configuration.


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Tea", "P/Tea"),
        ("Tea / [cups] & {more} #1", "P/Tea cups & more 1"),
        ("..", "P/t"),
        ("<>", "P/t"),
        ("100%25 of it", "P/100 25 of it"),
        ("a&lt;b", "P/a lt;b"),
        ("Taken", "P/Taken (t)"),
        ("é" * 200, "P/" + "é" * 124),
    ],
)
def test_a_subpage_s_title_holds_what_titles_can(heading: str, title: str) -> None:
    made = subpage_title("P", "t", heading, frozenset({"P/Taken"}))
    assert made == title
    assert len(numbered(made, frozenset()).encode()) <= 255


def test_the_comments_tell_topics_and_titles_in_their_order() -> None:
    stones = Tombstones(elsewhere=(("tea", "A: b/C -- d/2"), ("tea", "A: b/C -- d")), of="A: b")
    assert tombstones(str(stones)) == stones


@pytest.mark.parametrize("size", ["0", "-1", "3000000", "1500.5"])
def test_a_wrong_size_is_told(size: str) -> None:
    text = f'[sources]\ntitles = ["A"]\n[faq]\npage = "F"\npage_size = {size}\n'
    with pytest.raises(ConfigurationError, match="page_size is a whole number of bytes"):
        parse(text, "test")


# Whatever the sizes.


@tries(12)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 12), st.integers(1, 60), st.sampled_from((1500, 2500, 5000, LARGE))
        ),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_is_asked_and_however_large_pages_may_be(
    rounds: list[tuple[int, int, int]],
) -> None:
    pages, alone, sources, asked = Pages(), Pages(), dict[str, str](), 0
    for month, (count, words, size) in enumerate(rounds, 1):
        sources |= hour(f"2023-{month:02}-01", range(asked, asked + count), words)
        asked += count
        pages.run(sources, size)
        alone.run(sources, LARGE)
        assert pages.wrong() == []
        assert len(pages.entries()) == asked
        idle(pages, sources, size)
        for title in pages.subpages():
            page = read_page(pages.texts[title], title)
            assert len(page.alive()) == 1 or len(pages.texts[title].encode()) <= size
    pages.run(sources, LARGE)
    assert pages.main == alone.main


def test_the_same_plan_in_any_order_of_sources() -> None:
    made = replace(build(TWELVE), page_size=SMALL)
    one = plan(made, Pages().place())
    two = plan(replace(made, transcripts=made.transcripts[::-1]), Pages().place())
    assert [each.new for each in one.own_pages] == [each.new for each in two.own_pages]


# Whatever people do.


class Turn(NamedTuple):
    """What the sources do, how large pages may be, and what people do to which pages."""

    step: tuple[str, int]
    size: int
    edits: tuple[tuple[int, Edit], ...]


NUMBERS = st.integers(0, 999)
ON_PAGES = tuple(each for each in KINDS if not each.startswith("say ") and "tombstones" not in each)
TURNS = st.builds(
    Turn,
    st.tuples(st.sampled_from(STEPS), NUMBERS),
    st.sampled_from((2000, 4000, LARGE)),
    st.lists(
        st.tuples(NUMBERS, st.builds(Edit, st.sampled_from(ON_PAGES), NUMBERS, NUMBERS)), max_size=5
    ).map(tuple),
)


def words(pages: Pages) -> Counter[str]:
    """The words of people's in sight, with how often they stand there, links left out."""
    text = "\n".join(pages.texts.values())
    shown = "\n".join(
        line for line in text.split("\n") if "[[#" not in line and "#faq-" not in line
    )
    return Counter(PERSON_WORD.findall(bare(shown)))


@tries(15)
@given(st.integers(0, 10**6), st.lists(TURNS, min_size=1, max_size=4))
def test_whatever_people_do_on_any_page_their_words_stay(seed: int, turns: list[Turn]) -> None:
    world, pages, desk = World(seed), Pages(), Desk("")
    made = replace(build({}), transcripts=world.transcripts(), page_size=2000)
    pages.go(made)
    for turn in turns:
        world.step(*turn.step)
        for at, edit in turn.edits:
            title = pages.looked_at()[at % len(pages.looked_at())]
            if "wikifaq:" not in pages.texts[title].partition("-->")[2].partition("end -->")[0]:
                continue  # nothing stands at its end, by which the test could cut it
            desk.text = pages.texts[title]
            desk.edit(edit)
            pages.texts[title] = desk.text
        before = words(pages)
        now = replace(made, transcripts=world.transcripts(), page_size=turn.size)
        for _ in range(2):  # what lost its heading, or its mark, may settle after it was moved
            pages.go(replace(now, accept_loss=True))
            assert before.keys() <= words(pages).keys()
        assert [each for each in pages.wrong() if "twice on" not in each] == []
        again = plan(now, pages.place())
        assert (again.outcome, again.reasons, again.steps) == ("nothing", (), ())
