#!/usr/bin/env bash
# typst: a report with Hindi and Arabic quotations is set in a mathematics face and a typewriter face, with no
# warning, and still passes export as accessible PDF.
#
# Expected: with no font for a script installed, a warning, or the refusal that the same export gives for Chinese.
# Seen: the built-in fonts are searched in turn. Devanagari letters are found in New Computer Modern Math and set
#   from there; Arabic ones in DejaVu Sans Mono. Export to PDF/UA-1 passes without a warning. Chinese, which no
#   built-in font has, is refused with a clear message.
# Why it matters: customers' words are the evidence of a CX report; "the export passed the accessibility standard"
#   is no proof that they are set in a face meant for reading, on a machine (or a build server) without system fonts.
# Version: typst 0.15.2 (Python binding), pypdf 7.1.1 to name the fonts. Upstream: https://github.com/typst/typst
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet typst==0.15.2 pypdf==7.1.1
env/bin/python - <<'PY'
import io
from pathlib import Path

import pypdf
import typst

HEAD = '#set document(title: "Voices")\n#set text(lang: "en")\n= Voices\nThe delivery was late.\n\n'
QUOTES = {"Hindi": "डिलीवरी देर से हुई।", "Arabic": "تأخر التسليم كثيرا", "Chinese": "配送太慢"}


def fonts(quote: str) -> set[str]:
    """The fonts of the accessible PDF of one page with the quotation; no warning may be given."""
    Path("page.typ").write_text(HEAD + quote + "\n", encoding="utf-8")
    pdf, warnings = typst.compile_with_warnings(
        "page.typ", format="pdf", pdf_standards="ua-1", ignore_system_fonts=True
    )
    assert not warnings, [warning.message for warning in warnings]
    resources = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"].values()
    return {font.get_object()["/BaseFont"].split("+")[1] for font in resources}


hindi, arabic = fonts(QUOTES["Hindi"]), fonts(QUOTES["Arabic"])
print("Hindi: ", sorted(hindi))
print("Arabic:", sorted(arabic))
assert any("Math" in name for name in hindi)
assert any("Mono" in name for name in arabic)
try:
    fonts(QUOTES["Chinese"])
except typst.TypstError as refusal:
    print("Chinese: refused,", refusal)
else:
    raise AssertionError("Chinese was set as well")
PY
