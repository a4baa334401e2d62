"""How long what people write may be, in characters: as the tables keep it, and as forms and files are told.

SQLite would keep more, PostgreSQL fails: so whoever takes words from outside refuses what is longer, with a sentence.
"""

LONGEST_NAME = 200  # of a person, a customer, a store or a team
LONGEST_EMAIL = 320  # 64 before the @ and 255 behind it
LONGEST_LINE = 40  # a telephone number as people write it, with an extension
LONGEST_REFERENCE = 200
LONGEST_SOURCE = 200
LONGEST_TITLE = 200
LONGEST_FILE_NAME = 400
