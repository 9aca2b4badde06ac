"""English words that make the frame of a question and name nothing that it is about.

Two questions that share only these ("Suppose … decides against … and takes … away") may ask of
quite different things, however rare the words are in a corpus.
"""

from __future__ import annotations

FRAME_WORDS = frozenset(
    """
    able about above accept accepting according achieve across act action actually add adding after
    afterwards again against ago agree ahead all allow allowed almost alone along already also
    although always among amount announce announced another answer answered any anybody anyone
    anything anyway appear apply around ask asked asking aspect assume attend available aware away
    back bad based basic basically because become been before began begin beginning begun behind
    being believe belong below best better between beyond big bit both bring broad brought bunch
    call called came care carry case cause certain chance change changed check choose chosen clear
    clearly close come coming complete concerned concrete condition consider considered contain
    continue correct count couple course current currently day deal decide decided decision deep
    describe despite detail determine did differ difference different difficult direct do done down
    draw due during each early earlier easy effect effort either else encourage end enough ensure
    entire especially even ever every everybody everyone everything exact exactly example except
    exist expect expected explain extent fact fail fair fall far fast feel few figure final finally
    find first fit follow following former forward found free frequently from full further future
    gave general get getting give given giving go goal goes going gone good got great group grow
    guess half hand handle happen happened happening hard having head hear heard held help helpful
    hence her here high him his hold hope how however huge idea if imagine important improve
    inside instance instead intend interested into involve involved issue its itself join just keep
    kept kind knew know known lack large last late later lately latest learn least leave led left
    less let level like likely limit line list little live long longer look looking lose lot low
    made main mainly make making manage many matter maybe mean means meant measure meet mention
    merely might mind minute miss month more moreover most move much must myself name namely near
    nearly necessary need needed neither never nevertheless new next nice nobody none nor normal
    normally note nothing notice noticed now number obvious obviously occur off offer often ok okay
    old once one ones only open opinion opposite option or order ordinary other others otherwise
    ought our out outside over overall own part particular particularly pass past people per
    perhaps period person piece place plan planned planning point position possible possibly
    practice prefer prepare present pretty prevent previous previously probably problem proceed
    process produce proper properly propose provide provided public purpose put question quick
    quickly quite raise ran rather reach reached read ready real really reason reasonable receive
    received recent recently regard regarding related remain remember reply require required
    respect respond result return right role round rule run said same saw say saying second see
    seem seen sense send sending sent separate serious set several shall share short shortly show
    similar simple simply since single sit sitting situation small smaller so some somebody someone
    something sometimes somewhere soon sort sound speak specific spend stand start started state
    stay step still stop strike strong stuff such suddenly suggest sum suppose supposed sure take
    taken taking talk team tell term than thank thanks their them themselves then there these they
    thing think though thought three through throughout thus till time today together told tomorrow
    too took top total toward towards tried true try turn two type under understand understood
    undertake unless until up upon us use used useful user using usual usually various very via
    view wait want wanted way week well went whatever whenever where wherever whether which while
    whole whose why wide will win wish within without wonder word work working worse worth would
    wrong year yes yesterday yet you young yourself
    hasn't haven't hadn't
    """.split()
)
