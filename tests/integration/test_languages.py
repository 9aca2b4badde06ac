"""A page in another language, on a wiki in that language: its words, its direction, its second run."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
import requests
from local_wiki import LocalWiki, Unavailable
from runs import Operator, operator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_wiki import Client

PAGE = "أسئلة شائعة"
CONFIGURATION = f"""
[sources]
prefixes = ["جلسة حوار/"]
[faq]
page = "{PAGE}"
language = "ar"
[review]
settings = "{{page}}/إعدادات"
report = "{{page}}/تقرير"
[[topics]]
id = "lamp"
title = "المصباح"
keywords = ["المصباح"]
"""
SPRING = """== الأسئلة ==
* متى تُفتح المنارة للزوار؟
** ليلى: كل يوم من التاسعة صباحًا حتى الخامسة مساءً.
* من يصلح المصباح إذا تعطل؟
** سامي: حارس المنارة، وتدفع الجمعية 100% من ثمن القطع.
"""
AUTUMN = """== الأسئلة ==
* متى تُفتح المنارة للزوار؟
** ليلى: في الشتاء حتى الثالثة عصرًا.
* Who pays for the paint?
** Ana: The club does, every spring.
"""


@pytest.fixture(scope="module")
def wiki() -> Iterator[LocalWiki]:
    made = LocalWiki(language="ar")
    try:
        made.start()
    except Unavailable as problem:
        if os.environ.get("CI") == "true":
            pytest.fail(f"No wiki to test with. {problem}", pytrace=False)
        pytest.skip(f"No wiki to test with. {problem}")
    yield made
    made.stop()


@pytest.fixture(scope="module")
def admin(wiki: LocalWiki) -> Client:
    return wiki.session(wiki.admin)


@pytest.fixture(scope="module")
def bot(wiki: LocalWiki, admin: Client, tmp_path_factory: pytest.TempPathFactory) -> Operator:
    admin.edit("جلسة حوار/2024-03-05", SPRING)
    admin.edit("جلسة حوار/2024-09-10", AUTUMN)
    made = operator(tmp_path_factory.mktemp("operator"), wiki)
    made.configure(CONFIGURATION)
    done = made("run", "--create")
    assert done.status == 0, done.said
    assert "Note: there are no words" not in done.said
    return made


@pytest.mark.usefixtures("bot")
def test_a_page_on_an_arabic_wiki_speaks_arabic_and_is_read_from_the_right(
    wiki: LocalWiki, admin: Client
) -> None:
    text = admin.text(PAGE)
    assert text
    assert "تضم هذه الصفحة الأسئلة التي طُرحت في جلستي حوار" in text
    assert "طُرح في جلستي حوار" in text
    assert "10 سبتمبر 2024" in text
    assert "== أسئلة أخرى ==" in text
    (summary,) = (each["comment"] for each in admin.revisions(PAGE))
    assert summary == "أسئلة شائعة من جلستي حوار: أُضيفت 3 أسئلة"
    shown = requests.get(f"{wiki.base}/index.php", {"title": PAGE}, timeout=60).text
    assert re.search(r'<html[^>]* dir="rtl" lang="ar"|<html[^>]* lang="ar" dir="rtl"', shown)


@pytest.mark.usefixtures("bot")
def test_english_text_on_it_is_read_from_the_left(admin: Client) -> None:
    shown = admin.html(PAGE)
    assert re.search(r'<div dir="ltr">\s*<p>The club does, every spring\.\s*</p>\s*</div>', shown)
    assert '<bdi dir="ltr">Who pays for the paint?</bdi>' in shown
    assert 'id="Who_pays_for_the_paint?"' in shown  # the heading's own anchor stays
    assert not re.search(r'dir="ltr">[^<]*[ء-ي]', shown)


@pytest.mark.usefixtures("bot")
def test_the_pages_beside_it_speak_arabic_too(admin: Client) -> None:
    settings, report = admin.text(f"{PAGE}/إعدادات"), admin.text(f"{PAGE}/تقرير")
    assert settings
    assert "يدمج المدخلات في مدخل واحد" in settings
    assert '<bdi dir="ltr"><code>* merge: faq-a, faq-b</code></bdi>' in settings
    assert report
    assert "ما يتركه البوت" in report


def test_a_second_run_reads_the_page_back_and_writes_nothing(bot: Operator, admin: Client) -> None:
    pages = (PAGE, f"{PAGE}/إعدادات", f"{PAGE}/تقرير")
    before = {title: admin.text(title) for title in pages}
    done = bot("run")
    assert done.status == 0, done.said
    assert "nothing was written" in done.last
    assert {title: admin.text(title) for title in pages} == before


def test_people_s_edits_of_it_stay_and_the_settings_page_counts(
    wiki: LocalWiki, bot: Operator, admin: Client
) -> None:
    text = admin.text(PAGE) or ""
    editor = wiki.session(wiki.editor)
    editor.edit(
        PAGE, text.replace("Who pays for the paint?</bdi> ===", "Who pays for paint?</bdi> ===")
    )
    found = re.search(
        r'<span id="(faq-\w+)">(?:<span[^>]*>)*<!--[^>]*-->(?:</span>)*[^\n]*سامي', text
    )
    assert found
    admin.edit(f"{PAGE}/إعدادات", f"{admin.text(f'{PAGE}/إعدادات')}\n* outdated: {found[1]}\n")
    done = bot("run")
    assert done.status == 0, done.said
    after = admin.text(PAGE) or ""
    assert "Who pays for paint?</bdi> ===" in after
    assert "وسم محررو هذه الصفحة هذا المدخل بأنه قديم." in after
    comment = str(admin.revisions(PAGE)[0]["comment"])
    assert "حُدِّث مدخلان" in comment  # the renamed one keeps its former heading as an anchor
    assert "|الإعدادات]]" in comment
