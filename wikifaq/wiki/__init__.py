"""Pages in and pages out: the kinds of wiki behind one protocol."""
