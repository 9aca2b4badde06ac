"""Questions that recur, on a real wiki: joined by meaning, parted by people, kept as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from runs import Operator, operator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_wiki import Client, Wiki

PAGE = "Recurrence/FAQ"
WAIT = "How long does it take until one gets a decision on a Rapid Fund application?"
AGAIN = "How long do I have to wait for the decision after I applied to the Rapid Fund?"
SITS = "Who sits in the regional committee that decides about the Rapid Fund?"
PAGES = {
    "Recurrence/2031-03-12": f"""* {WAIT}
** Ines: The regional committee meets on the first Monday of each month; a decision on an application takes six to eight weeks, and you are told by mail.
* Can CheckUsers still see addresses once temporary accounts are rolled out?
** Ines: Yes, those who have signed the confidentiality agreement can, and patrollers with enough edits.
""",
    "Recurrence/2032-05-06": f"""* {AGAIN}
** Ruben: It still takes about six to eight weeks, since the regional committee meets once a month; applicants are told by mail.
* {SITS}
** Ruben: Seven volunteers from the region, chosen every two years by the affiliates there.
""",
}


def configuration(*, engine: str = "semantic", more: str = "") -> str:
    return f'[sources]\nprefixes = ["Recurrence/20"]\n[faq]\npage = "{PAGE}"\nengine = "{engine}"\n{more}'


@pytest.fixture(scope="module")
def admin(mediawiki: Wiki) -> Client:
    return mediawiki.session(mediawiki.admin)


@pytest.fixture(scope="module")
def run(
    mediawiki: Wiki, admin: Client, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Operator]:
    for title, text in PAGES.items():
        admin.edit(title, text)
    made = operator(tmp_path_factory.mktemp("operator"), mediawiki)
    made.configure(configuration())
    yield made
    for title in [*PAGES, PAGE]:
        if admin.text(title) is not None:
            admin.delete(title)


def questions(text: str) -> list[str]:
    return re.findall(r"^=== (.*?) ===$", text, re.MULTILINE)


def test_one_entry_for_a_question_in_other_words(run: Operator, admin: Client) -> None:
    first = run.preview("--create")
    entries = [each for topic in first["faq"]["topics"] for each in topic["entries"]]
    (joined,) = (each for each in entries if len(each["members"]) > 1)
    ids = [member.partition("#")[2] for member in joined["members"]]
    assert len(entries) == 3
    assert {SITS} <= {each["question"] for each in entries}
    done = run("run", "--create")
    assert done.status == 0, done.said
    assert "all-MiniLM-L6-v2" in done.said, "it says which model it goes by"
    html = admin.html(PAGE)
    for key in ids:
        assert html.count(f'id="faq-{key}"') == 1, "each question's anchor leads to the entry"
    assert run("run").last == "Nothing to change; nothing was written."

    # By words alone the two would be two: but what stands, stands.
    run.configure(configuration(engine="words"))
    assert run("run").last == "Nothing to change; nothing was written."
    # So where there is no model: it goes by words, and says so.
    for model in ("nobody/nothing", "./no-such-model"):
        run.configure(configuration(more=f'model = "{model}"\n'))
        without = run("run", HF_HUB_OFFLINE="1")
        assert "by their words instead" in without.said
        assert model.removeprefix("./") in without.said
        assert without.last == "Nothing to change; nothing was written."

    # People part them, for good.
    run.configure(configuration(more=f'different = [["{ids[0]}", "faq-{ids[1]}"]]\n'))
    parted = run("run")
    assert parted.status == 0, parted.said
    text = admin.text(PAGE) or ""
    assert sorted(questions(text)) == sorted(
        [
            WAIT,
            AGAIN,
            SITS,
            "Can CheckUsers still see addresses once temporary accounts are rolled out?",
        ]
    )
    html = admin.html(PAGE)
    for key in ids:
        assert html.count(f'id="faq-{key}"') == 1
    assert run("run").last == "Nothing to change; nothing was written."
    pairs = {frozenset((each["a"], each["b"])) for each in run.preview()["suggestions"]}
    assert frozenset(ids) not in pairs, "what people decided is not asked again"

    # And make them one again, with a line.
    run.configure(configuration(more=f'same = [["{ids[0]}", "{ids[1]}"]]\n'))
    assert run("run").status == 0
    assert len(questions(admin.text(PAGE) or "")) == 3
    run.configure(configuration())
    assert run("run").last == "Nothing to change; nothing was written.", "the page remembers it"
