"""python-docx making the notices of notices.json: `write_notices.py NOTICES FOLDER`."""

import json
import os
import sys

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor


def styled(paragraph, text, font, size, colour=None):
    run = paragraph.add_run(text)
    run.font.name = font
    run.font.size = Pt(size)
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    if colour:
        run.font.color.rgb = RGBColor(*colour)
    paragraph.paragraph_format.line_spacing = Pt(28.95)
    return run


def line(document, text, font="仿宋_GB2312", size=16, align=None, before=0, indent=0, colour=None):
    paragraph = document.add_paragraph()
    styled(paragraph, text, font, size, colour)
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.first_line_indent = Pt(indent)
    if align is not None:
        paragraph.alignment = align
    return paragraph


def bottom_border(paragraph, colour):
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", colour)):
        bottom.set(qn("w:" + name), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def page_number(paragraph):
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = paragraph.add_run()
        if kind:
            field = OxmlElement("w:fldChar")
            field.set(qn("w:fldCharType"), kind)
        else:
            field = OxmlElement("w:instrText")
            field.text = text
        run._r.append(field)


def make(notice, path):
    document = docx.Document()
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin = Mm(37), Mm(26)
    section.bottom_margin, section.left_margin = Mm(35), Mm(28)
    page_number(section.footer.paragraphs[0])
    page_number(section.even_page_footer.paragraphs[0])
    centre = WD_ALIGN_PARAGRAPH.CENTER
    line(document, notice["office"] + "文件", "方正小标宋简体", 36, centre, before=95, colour=(255, 0, 0))
    bottom_border(line(document, notice["number"], align=centre, before=58), "FF0000")
    line(document, notice["title"], "方正小标宋简体", 22, centre, before=58)
    line(document, notice["to"] + "：", before=29)
    for text in notice["paragraphs"]:
        line(document, text, indent=31.5)
    line(document, "整改清单", "黑体", 12, centre)
    table = document.add_table(rows=1, cols=len(notice["heads"]), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, notice["heads"]):
        styled(cell.paragraphs[0], text, "黑体", 12)
    for row in notice["rows"]:
        for cell, text in zip(table.add_row().cells, row):
            styled(cell.paragraphs[0], text, "仿宋_GB2312", 12)
    right = WD_ALIGN_PARAGRAPH.RIGHT
    line(document, notice["office"], align=right, before=58)
    line(document, notice["date"], align=right)
    colophon = document.add_table(rows=2, cols=1)
    styled(colophon.cell(0, 0).paragraphs[0], "抄送：" + notice["copies"] + "。", "仿宋_GB2312", 14)
    styled(colophon.cell(1, 0).paragraphs[0], notice["office"] + "\t" + notice["date"] + "印发", "仿宋_GB2312", 14)
    document.save(path)


def main():
    notices, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    with open(notices, encoding="utf-8") as file:
        for number, notice in enumerate(json.load(file), 1):
            make(notice, f"{folder}/{number}.docx")


main()
