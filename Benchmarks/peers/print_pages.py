"""WeasyPrint itself on the same pages, in one process: `print_pages.py HTML-FOLDER FOLDER`."""

import os
import sys

import weasyprint
from weasyprint.text.fonts import FontConfiguration

pages, folder = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
fonts = FontConfiguration()
for name in sorted(os.listdir(pages)):
    weasyprint.HTML(f"{pages}/{name}").write_pdf(f"{folder}/{name}.pdf", font_config=fonts)
