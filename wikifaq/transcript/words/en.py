"""English."""

from __future__ import annotations

from wikifaq.transcript.words.fields import Words, listed, months, patterns, special

_ONE = "(another|one|#|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_SOME = f"({_ONE}|a few|a couple of|a couple|several|the next|the coming)"
_ABOUT = "(about |around |approximately |roughly |less than |maybe |perhaps |probably |just )?"
_TO = f"(( or | to |-){_ONE})?"
_UNIT = "(hour|day|week|fortnight|month|quarter|year)"
_UNITS = "(minutes|hours|days|weeks|fortnights|months|quarters|years|decades)"
_YEAR = "(week|weekend|month|quarter|year|fiscal year|financial year|calendar year|school year)"
_SEASON = "(spring|summer|autumn|fall|winter)"
_DAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_PART = "(end|beginning|start|middle|half|part|quarter)"
_BY = "(by|until|till|before|after|around|towards|toward|since)"
_WHEN = f"({_BY} |in |from |during )?(the )?({_PART} of |early |late |mid-|mid )?"
_TO_MONTH = "( of| to @| and @| or @|-@)?"
_ARE = "(am|is|are|we are|they are|i am|we're|they're|i'm|he's|she's|it's)"
_YET = "(also |still |now |currently |actively |already |just |really |definitely |all )?"
_NOT = """(not|no|nothing|nobody|isn't|aren't|wasn't|hasn't|haven't|don't|doesn't|didn't|can't)"""
_DONE = """(published|announced|released|launched|deployed|rolled out|posted|shared|finalized|
    finalised|scheduled|hired|introduced|enabled|migrated|completed)"""
_DO = """(publish|announce|release|launch|deploy|roll out|post|share|finalize|finalise|schedule|
    hire|introduce|enable|start|begin|hold|host|organize|organise|present|send out|follow up|
    get back|come back|report back|reach out|resume|complete)"""
_DOING = """(working|discussing|considering|waiting|looking|deciding|planning|developing|
    exploring|figuring|evaluating|finalizing|finalising|drafting|hiring|recruiting|building|
    testing|preparing|in progress|in the process|in discussion|in discussions|under|being|
    ongoing|pending|early days)"""

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
    perishable=patterns(f"""
        in {_ABOUT}{_SOME}{_TO} (more |short |working |business )?({_UNIT}|{_UNITS}),
        in (about|around|approximately|roughly|less than|maybe|perhaps) (a|an) {_UNIT},
        in {_ABOUT}(a|an) {_UNIT} or (so|two), in (a|an) {_UNIT}'s time,
        {_SOME}{_TO} ({_UNIT}|{_UNITS}) (from now|ago), (a|an) {_UNIT} ago,
        (early |late |later |mid-|mid |sometime )?(this|next|last) ({_YEAR}|{_SEASON}|{_DAY}|@),
        (this|next|last) {_PART} of the year, this (coming|past) (year|summer),
        the (coming|upcoming|past) {_YEAR}, current {_YEAR}, the coming {_SEASON},
        (next|coming|upcoming|last|past)( few| couple of| several| {_ONE})? {_UNITS},
        (next|last) {_ONE} {_UNIT}, the (past|last) decade, (week|month|year) after next,
        (this|tomorrow|yesterday) (morning|afternoon|evening), last night,
        (later|earlier) (today|tonight), (later|earlier) this {_YEAR},
        {_BY} (the |about |around )?({_PART} of (the |this |next |last )?({_YEAR}|{_SEASON}|@)|@),
        {_BY} (year-end|year's end|the new year), the {_PART} of @,
        (at|in|from|the) (the )?{_PART} of (this|next|last) ({_YEAR}|{_SEASON}),
        (in|during) (early |late |mid-|mid )?@, (early|late|mid) @, mid-@,
        (in|by|until|before|during|for|around) (q1|q2|q3|q4),
        (our|the|at) next (meeting|call|session|office hour|office hours|conversation|
            conversation hour|round|election|elections|release|update),
        today, tomorrow, tonight, yesterday, soon, soonish, shortly, momentarily, imminent,
        imminently, presently, currently, right now, at present, just now, as of (now|today|yet),
        for now, by now, until now, up to now, up until now, so far, thus far, to date, as yet,
        (at|for) the moment, at this (moment|time|point|stage), for the time being,
        these days, nowadays, any (day|time|minute|moment) now, recently, lately, of late,
        in recent {_UNITS}, upcoming, forthcoming, in due course, before long,
        in the (very )?near (future|term), in the (not too distant|foreseeable|immediate) future,
        {_ARE} {_YET}(planning|hoping|preparing|intending|aiming|about|scheduled|slated|planned) to,
        {_ARE} {_YET}(scheduled|slated|planned|due) (for|in|on), plans to, planning to,
        (i|we|they) (also |still |do |currently |certainly |really )?(plan|hope|intend|expect) to,
        {_ARE} {_YET}(working on|looking into|in talks), (is|are) coming( soon| up| out)?,
        coming (soon|up), (i|we|they)( will|'ll) (also |then |probably |definitely )?{_DO},
        will (also |then |probably )?be {_DONE}, {_ARE} {_YET}waiting (for|on|to), recent,
        {_ARE} {_YET}going to ({_DO}|look at|look into|work on|discuss),
        {_ARE} still {_DOING}, still {_DOING},
        (is|are) (currently |now |still |also )?being (developed|drafted|discussed|considered|
            planned|finalized|finalised|worked on|built|prepared|tested|investigated|evaluated),
        under (development|construction|consideration), in (the works|the pipeline),
        (is|are|still|currently|already|now) in (development|preparation|progress),
        in the process of, work in progress, under way, underway, stay tuned, watch this space,
        to be (announced|determined|decided|confirmed|scheduled), tba, tbd,
        yet to (be|come|decide|find|see), {_NOT} ~yet, (is|are) no longer
    """),
    lasting=(
        *patterns(f"""
            as soon, too soon, how soon, soon (after|as|enough), soon-to-be,
            shortly (after|afterwards|thereafter|before), not shortly,
            (of|per|every|each|any|one|some|many|most|these|those) next {_UNITS},
            (once|twice|times|every|time|only|first|days|hours|minutes|edits|people|pages|half|
                longest|biggest|largest|best|worst|fastest|done|finished|completed|written|made|
                built|solved|learned|read|grew|doubled) in
                {_ABOUT}(a |an |{_SOME} )({_UNIT}|{_UNITS}),
            in (a|an|{_SOME}) ({_UNIT}|{_UNITS}) (of|in which|when|where|with|like|that|or more),
            last ({_YEAR}|{_DAY}|{_SEASON}) (of|in) (a|an|the|each|every|@),
            (edit|edits|contributions|logins|active|inactive) (made |done )?(in|within|over|during)
                the (last|past) ({_ONE} )?({_UNITS}|{_UNIT}), the current {_YEAR} (of|when),
            (each|every|any|whole|entire|full|same) (current )?{_YEAR},
            (this|next|last|the|late|early|before|after) may, (in|by) march (of|with|through),
            {_WHEN}@{_TO_MONTH} (#|#st|#nd|#rd|#th), {_WHEN}# @, (this|last|next) @ #,
            (in|by|until|before|during|for|around) (q1|q2|q3|q4)( of| fy)? #,
            today's (world|society|internet|call|meeting|session|conversation|hour|topic|questions),
            (here|us|me|you|everyone|all|coming|come|came|speak|talk|attending|joining) today,
            to date (back|from|with|the|this), up to date, up-to-date, out of date,
            so far (as|away|apart|from|removed|behind|ahead|beyond|above|below|off|out),
            {_NOT} ~(and|but|or|nor) yet, {_NOT} ~yet (another|again|more),
            at this (time|stage|point) of,
            at the moment (of|when|that|in), within the next {_UNITS},
            (you're|you are|who is|who are|anyone|somebody is|people are|those|users are|that is)
                (also )?(planning|preparing|hoping|about|intending) to,
            (your|make|making|made) plans to,
            (you|who) plan to, (is|are) coming (from|to|in|back|with|at|across|together|along|of),
            coming up (with|to|against|on), (is|are) no longer than,
            (most|more) recent, recent (changes|edits|edit|revision|revisions|version|versions)
        """),
        *("@, #", "in @, #", "by @, #", "until @, #", "before @, #", "since @, #", "after @, #"),
        *(f"the {_PART} of @, #", f"{_BY} the {_PART} of @, #", "early @, #", "late @, #"),
    ),
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
