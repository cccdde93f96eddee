"""A Superset for one trial on this machine: its database is a file in SUPERSET_HOME, and no other site may ask it."""

# No forgery to fear: it lives for minutes, and its password is told to nobody.
WTF_CSRF_ENABLED = False
TALISMAN_ENABLED = False
