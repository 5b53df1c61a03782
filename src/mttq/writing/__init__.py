"""Office files out: sheets to be filled in, comments on a user's own file, reports and reviews for print.

Sheets need the extra `excel` (XlsxWriter), documents the extra `word` (python-docx); comments need nothing.
"""

from mttq.writing._annotate import annotate
from mttq.writing._document import Document, document
from mttq.writing._forms import filled, template
from mttq.writing._review import review
from mttq.writing._spreadsheet import spreadsheet
from mttq.writing._word import word

__all__ = ["Document", "annotate", "document", "filled", "review", "spreadsheet", "template", "word"]
