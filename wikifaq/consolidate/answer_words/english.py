"""How answers go in English."""

from __future__ import annotations

from wikifaq.consolidate.answer_words.fields import language

ENGLISH = {
    "en": language(
        what="what, which",
        when="""when, how soon, by when, until when, since when, what date, what is the date,
        what's the deadline, what is the deadline, what time, which year, what year, timeline,
        deadline, at what point, how long until""",
        who="who, whom, whose, which team, which body, which group, which committee, by whom",
        amount="""how many, how much, how long, how often, how big, how large, how far, how
        old, how high, at what age, what percentage, what share, what is the number, what
        number, how tall, how wide, how expensive""",
        why="""why, what is the reason, what's the reason, what was the reason, for what
        reason, how come, what are the reasons, what is the rationale, what is the purpose""",
        how="""how, in what way, in which way, what should i do, what can i do, what can we
        do, what do i do, what steps, what are you doing, what is being done, what do you do""",
        where="where, which page, on which page, in which place",
        plain="""yes, no, yeah, yep, nope, absolutely, definitely, certainly not, of course
        not, of course, sure, not at all, not really, not yet, not at the moment, not at this,
        not currently, not now, not necessarily, never, exactly, correct, right now, in short
        yes, in short no, short answer, the short answer, the simple answer, the answer is,
        indeed, unfortunately no, unfortunately not, i don't think, i do not think, i think
        so, we don't think, partly, partially, in part, probably, maybe, both""",
        unknown="""don't know, do not know, not known, not yet, it depends, that depends,
        depends on, no decision, not decided, haven't decided, has not been decided, hasn't
        been decided, undecided, too early, hard to say, can't say, cannot say, not sure, no
        plans, no plan, no concrete, unclear, not clear, still open, no timeline, no date, no
        data, no figures, nothing has been settled, nothing is settled, nothing has been
        decided, nothing is decided, not settled, hasn't been settled, has not been settled,
        nobody knows, can't promise, cannot promise, up to the, remains to be, to be
        determined, to be decided, open question, don't have, do not have, not able to,
        haven't yet""",
        concluding="""to sum up, in short, in summary, in conclusion, to conclude, all in all,
        in brief, the short answer, the simple answer, the bottom line, bottom line,
        basically, ultimately, in the end, the answer is, my answer, essentially, overall,
        long story short, to summarize, to summarise, the main point, the main thing, the most
        important, what we do, what we are doing, what we did, what you can, the goal is, our
        goal, the aim is, the idea is, the purpose""",
        causing="""because, the law, by law, since we, since it, since they, since there,
        since you, since nobody, since no, stands in the way, stand in the way, keeps us from,
        keep us from, stops us, prevents us, holds us back, hold us back, the obstacle, so
        that, in order to, due to, owing to, the reason, reasons, that's why, as a result,
        therefore, to avoid, to make sure, to ensure, to prevent, so as to, in order, thanks
        to, given that, the purpose, the point of, caused by, based on""",
        timing="""today, tomorrow, tonight, week, weeks, month, months, year, years, quarter,
        day, days, hour, hours, spring, summer, autumn, fall, winter, soon, later, next,
        until, by the end of, within, after, before, already, fiscal, beginning of, end of,
        early, late, once, timeline, deadline, date, schedule, currently, in the coming, q1,
        q2, q3, q4, monday, tuesday, wednesday, thursday, friday, saturday, sunday""",
        ways="""page, pages, website, link, email, e-mail, write to, contact, form, sign up,
        apply, join, send, ask, talk page, report, meta, account, choose, create, register,
        get in touch, start with, start by, look at, open, you can, you need to, you should,
        please, go to, visit, subscribe, call, fill in, fill out, click, tool, process, step,
        we will, we are going to, we use, we try, we work, by""",
        planning="""from now on, in future, in the future, going forward, plan, plans,
        planning, planned, will, going to, intend, intention, hope to, want to, expect, aim,
        working on, work on, roadmap, next step, next steps, upcoming, not yet, no plans,
        considering, looking into, priority, goal, starting, considered""",
        lead_in="""i'm going to try, i am going to try, keep it short, keep it brief, keep
        this short, keep this brief, only have a minute, only have one minute, since this
        question, this question was, your question was, good question, great question,
        excellent question, important question, interesting question, fair question, tough
        question, hard question, big question, difficult question, complicated question,
        tricky question, complex question, nice question, really good, thank you for, thanks
        for, thank you very much, thank you so much, thank you, thanks, thanks a lot, many
        thanks, let me start, let me begin, let me try, let me first, let me see, let me find,
        let me say, let me explain, let me take, let me answer, let me just, let me think, let
        me go, let me give, let me share, let me add, let me read, let me pass, let me jump,
        let me hand, i'll start, i will start, i'll try, i will try, i can start, i can try, i
        can take, i'll take, i will take, i'll answer, i will answer, i'll begin, i begin
        with, i'll let, i will let, i'd like to start, i would like to start, i'd like to say,
        i would like to say, i'd like to begin, i'd like to thank, i want to thank, i would
        like to thank, i just want to say, i just wanted to, i want to say, i wanted to say,
        i'll hand, i will hand, hand over, hand it over, handing over, hand this, over to,
        pass it to, pass this, pass on to, i'll pass, turn it over, turn to, i'll give it,
        jump in, chime in, weigh in, can you hear, hear me, you're muted, are you there, am i
        audible, i hope that answers, hope this answers, does that answer, did that answer, i
        hope this helps, hope that helps, happy to answer, happy to take, happy to talk, happy
        to start, glad that somebody, glad you asked, glad to, i'm glad, i am glad, i
        appreciate, we appreciate, welcome, hello, hi everyone, hi all, hi everybody, good
        morning, good afternoon, good evening, nice to, as i said, as i mentioned, as has been
        said, as was said, as already said, i agree with, i would agree, i totally agree, i
        completely agree, agree with what, i echo, i want to echo, echo what, plus one, to add
        to, add to what, add something, i would add, i'd add, i can add, i can only add, i
        want to add, i'd just add, i would just add, just to add, i might add, i would also
        add, i'd also add, i'm sorry, i am sorry, my apologies, i apologise, i apologize,
        excuse me, sorry about, you asked, the question is, the question was, the question
        asks, question is whether, your question is, if i understand, if i understood, i
        understand the question, i think the question, read the question, i'll read, next
        question, anyone else, anybody else, anything else to add, would you like to, do you
        want to, would anyone like, over to you, go ahead, is a question, is a good point,
        that's a good point, good point, great point, this one is, that one is, i can speak
        to, i can speak for, i'll speak, i will speak, i can talk, i'll talk, my name is, i
        work as, i work on, i'm the, we hear this, we get this question, we get asked, people
        ask, i get asked, i've been asked, been asked this, everybody asks, everyone asks,
        somebody asks, maybe a bit of history, a bit of history, a bit of context, some
        context, a little context, for context, a little background, some background, i love
        this question, i like this question, love the question, a tough one, a hard one, a
        good one, an interesting one, hard one, can take this, take this one, right person to,
        better person, know better than, there are two parts, two parts to, there are several
        parts, many parts to, multiple parts, it is complicated, it's complicated, this is
        complicated, in two parts, honest with you, won't pretend, where do i begin, one
        second, just a second, one moment, just a moment, the short answer and then, favourite
        subject, favorite subject, favourite topic, i could talk, close to my heart, so nice
        to hear, great to hear, happy to hear, can't speak for, that is a topic, i will be
        short, i'll be short, i'll be brief, i will be brief, very briefly, i know that many,
        i'm not the right, not an expert, speaking as, i expected the question, i expected
        this question, i was expecting, just so that everyone, just so that everybody, just so
        that we, so that we all have, have to be careful here, i expected that, you're right,
        you are right, i stand corrected, don't be embarrassed, don't worry""",
        meta="""this question, that question, your question, these questions, your questions,
        the question is, the question was, question to, answer this, answer that, answer to
        this, answer to that, my answer, this call, the call, for clarity, mission is to,
        mission is, been asked, getting up to speed, up to speed, better than i, have to ask,
        need to ask, to follow up, get back to you, look that up, don't have that in front, in
        front of me, off the top of my head, someone who knows, somebody who knows, my
        colleague, my colleagues, was asked, asked me, asked about""",
        background="""you may have, you have seen, you will have, you will remember, you might
        have, when i, when we, when it was, back in, years ago, a few years, some years, many
        years ago, for years, for many years, for a long time, a long time ago, historically,
        in the past, used to, it started, this started, it all started, we started, at the
        time, at that time, originally, previously, until recently, traditionally, as you
        know, as you may know, as many of you, as some of you, many of you know, you may
        remember, you may know, some of you may, you all know, we all know, last year, two
        years ago, earlier this year, i remember, i was, i have been, i've been, i grew up, my
        first, before that, in general, generally, for most of, during the, people have,
        people often, i myself, for as long as, for the last, over the last, over the past, in
        recent years, in those days, once upon, i promised, i read, i've seen, i have seen, i
        used to, i come from""",
    ),
}
