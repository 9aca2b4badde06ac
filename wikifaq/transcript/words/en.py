"""English."""

from __future__ import annotations

from wikifaq.transcript.words.fields import Words, listed, months, special

ENGLISH = Words(
    code="en",
    name="English",
    common=frozenset(
        listed("""
        the, of, and, to, in, is, you, that, it, he, was, for, on, are, as, with, his, they,
        at, be, this, have, from, or, had, by, not, but, what, all, were, we, when, your, can,
        there, an, each, which, do, how, their, if, will, about, many, then, them, would,
        these, has, our, been, more, should, does
        """)
    ),
    months=months("""
        january jan, february feb, march mar, april apr, may, june jun, july jul, august aug,
        september sep sept, october oct, november nov, december dec
    """),
    question_marks=listed("question, q"),
    answer_marks=listed("answer, response, reply, a"),
    comment_marks=listed("comment, c"),
    asking=listed("""
        i want to ask,
        i would like to know, i'd like to know, i wonder, i was wondering, i want to know,
        what, when, where, which, who, whom, whose, why, how, is, are, was, were, do, does,
        did, can, could, will, would, should, shall, has, have, had, may, might, am, to whom,
        any, isn't, aren't
    """),
    asking_after_comma=True,
    titles_that_ask=listed("""
        how to, how do i, how can i, what to do, what if, where to, where do i, when to,
        who to, why do, can i, do i need, is it possible, i can't, i cannot, i could not,
        i couldn't, i don't, i forgot, i lost, i want to, i would like to, i need to, i get,
        i have a, i am not, my account, my edit, my article, my page, difference between,
        the difference between, reasons for
    """),
    follow_up=listed("""
        follow up, follow-up, followup, if not, if so, if yes, if no, and if, in that case
    """),
    missing=listed("no question text, question missing, question not given"),
    addressed=listed("for, question for, to"),
    update=listed("update, updates"),
    thanks=listed("thank you, thanks, many thanks"),
    please=listed("""
        please, could you, could someone, can someone, can anyone, i suggest, i propose, should
        be, needs to be, need to be, would be good to
    """),
    led_by=listed("moderated by, moderator, facilitated by, host, led by, hosted by"),
    answers=listed("answers, answered, replies, replied, responds, responded"),
    roles=frozenset(
        listed("""
        vice, president, director, manager, head, lead, chief, officer, executive, senior,
        general, counsel, its, the, our, their, chair, coordinator, interim, deputy,
        specialist, team
        """)
    ),
    not_names=frozenset(
        listed("""
        q, a, c, question, questions, answer, answers, comment, comments, reply, replies,
        response, responses, note, notes, nb, ps, update, updates, edit, example, examples,
        another, context, summary, follow, source, sources, link, links, see, resources,
        first, second, third, fourth, fifth, finally, lastly, however, remember, important,
        background, disclaimer, reminder, warning, caution, attention, tip, tips, hint, step,
        steps, part, option, options, problem, solution, workaround, reason, reasons, result,
        results, conclusion, definition, details, description, clarification, correction,
        addendum, topic, subject, date, time, location, place, duration, language, status,
        version, http, https, yes, no, ok, okay, so, and, but, or, for, in, on, at, by, of,
        to, from, with, without, as, if, when, where, what, who, why, how, then, now, here,
        there, the, this, that, these, those, it, is, are, one, two, three, short, long, also,
        still, again, next, otherwise, therefore, instead, alternatively, additionally,
        furthermore, basically, actually, generally, personally, following, i.e, e.g, please,
        thanks, hello, hi
        """)
    ),
    user=frozenset(listed("user")),
    user_talk=frozenset(listed("user talk")),
    contributions=special("special", "contributions, contribs"),
    talk_links=frozenset(listed("talk, talk page, discuss, discussion, t, contribs")),
    unsigned=frozenset(
        listed("""
        unsigned, unsigned2, unsigned3, unsignedip, unsignedip2, unsigned ip, unsigned2ip,
        unsign, unsig, unsigned-ip, nosign, nosig, not signed, preceding unsigned, undated,
        xsign, tilde
        """)
    ),
    unseen_namespaces=frozenset(listed("category, cat, file, image")),
    talk_titles=frozenset(
        listed("""
        talk, user talk, project talk, file talk, image talk, mediawiki talk, template talk,
        help talk, category talk, module talk, portal talk, draft talk, wikipedia talk
        """)
    ),
    faq_titles=listed("""
        faq, faqs, frequently asked questions, frequently asked question, common questions,
        questions and answers, question and answer, q&a, q & a
    """),
    closing_titles=frozenset(
        listed("""
        see also, references, reference, external links, notes, footnotes, further reading,
        sources, source, contact, contacts, contact us, contact information, contents,
        table of contents, links, useful links, related links, related pages,
        related articles, related topics, more information, further information,
        additional information, additional resources, resources, bibliography, citations,
        attribution, credits, license, licence, acknowledgements, acknowledgments, navigation,
        archive, archives, attendees, participants, feedback, notes and references, see,
        further help, more help
        """)
    ),
)
