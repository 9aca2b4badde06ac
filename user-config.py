"""Pywikibot's configuration for running from this folder; pywikibot executes it.

It holds no secret. The account's name (of a bot password: "User@suffix") comes from WIKIFAQ_USER,
and its password from the file that WIKIFAQ_PASSWORD_FILE names.
"""

import os

family = "meta"
mylang = "meta"

if os.environ.get("WIKIFAQ_USER"):
    usernames["*"]["*"] = os.environ["WIKIFAQ_USER"]

if os.environ.get("WIKIFAQ_PASSWORD_FILE"):
    password_file = os.path.abspath(os.environ["WIKIFAQ_PASSWORD_FILE"])
