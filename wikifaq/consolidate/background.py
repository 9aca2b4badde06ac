"""Questions of no corpus in particular.

They stand beside a corpus where its words are counted and its vectors averaged, so that in a
small corpus, too, common words and the common direction of all questions are known for common.
"""

from __future__ import annotations

BACKGROUND = (
    "When will the results be published, and where can we read them?",
    "Who decides about this in the end?",
    "How can volunteers take part in the discussion?",
    "What are your plans for the coming year?",
    "Why was this decision made without asking the communities?",
    "How much money is there for this, and who can ask for it?",
    "Is there a page where we can follow the progress?",
    "What happens if a community does not agree with the policy?",
    "How do you make sure that small wikis are heard?",
    "Will there be a translation into other languages?",
    "Can you tell us more about the timeline of the project?",
    "What should I do when somebody harasses me?",
    "How many people work in your team?",
    "Do you have statistics about the cases of last year?",
    "Are there any plans to change the software?",
    "What is the role of the Foundation in this process?",
    "How are the members of the committee chosen?",
    "Does the Board support this proposal?",
    "What did you learn from the pilot?",
    "Which wikis will be the first?",
    "How long does it usually take until one gets an answer?",
    "What support is there for new editors?",
    "Could you explain the difference between the two roles?",
    "Is it allowed to do this on my own wiki?",
    "What has changed since the last conversation?",
    "How do you deal with conflicts of interest?",
    "Where can I report a problem?",
    "Should administrators be trained for this?",
    "What do you think about the recent discussion on the mailing list?",
    "Who can see the information that I give you?",
    "Why does it take so long?",
    "Will affiliates have to sign an agreement?",
    "What are the criteria, and who has set them?",
    "How will you measure whether it was a success?",
    "Is somebody working on the problem of vandalism?",
    "What is the difference between a policy and a guideline?",
    "How do I apply, and until when?",
    "What would you say to people who are worried about it?",
    "Do readers notice any of this?",
    "Can the community still comment on the draft?",
)
