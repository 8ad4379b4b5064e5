"""The content as HTML: for WeasyPrint with its print style sheet, for LibreOffice with what its HTML import knows."""

from html import escape

from content import grid_columns

PRINT = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-right { content: "— " counter(page) " —"; font-size: 14pt } }
@page landscape { size: A4 landscape; margin: 28mm 37mm 26mm 35mm }
body { font: 16pt/28.95pt "Liberation Serif", "FandolFang R", "Noto Serif SC"; text-align: justify; margin: 0 }
p { margin: 0; text-indent: 2em }
h1 { font: 22pt "Noto Serif SC"; font-weight: bold; text-align: center; break-before: page }
h2 { font: 16pt "Noto Sans SC"; margin: 0 } h3 { font: 16pt "LXGW WenKai"; margin: 0 }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font: 9pt "Liberation Serif", "Noto Serif SC" }
.wide { page: landscape; font-size: 7pt } thead { display: table-header-group }
th, td { border: 0.4pt solid; padding: 2pt; font-weight: normal; text-align: left } .n { text-align: right }
nav a { display: block; color: black; text-decoration: none }
nav a::after { content: leader(".") target-counter(attr(href), page) }
"""

OFFICE = """
@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm }
body { font-family: "FandolFang R"; font-size: 16pt; text-align: justify }
p { margin: 0; text-indent: 32pt } h1 { font-family: "Noto Serif SC"; font-size: 22pt; text-align: center }
h2 { font-family: "Noto Sans SC"; font-size: 16pt } h3 { font-family: "LXGW WenKai"; font-size: 16pt }
table { border-collapse: collapse } td p, th p { text-indent: 0; font-family: "Noto Serif SC"; font-size: 9pt }
"""


def write(blocks, style, contents):
    """The document; `contents` whether a list with page numbers is wanted."""
    title = escape("".join(block.text for block in blocks[:2]))
    headings = [block for block in blocks if block.kind == "heading"]
    text = [f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>{title}</title><style>{style}</style>\n']
    number = 0
    for block in blocks:
        if block.kind == "heading":
            number += 1
            text.append(f'<h{block.level} id="h{number}">{escape(block.text)}</h{block.level}>\n')
            if number == 1 and contents:
                entries = [(index + 1, entry.text) for index, entry in enumerate(headings) if entry.level < 3]
                links = "".join(f'<a href="#h{index}">{escape(words)}</a>' for index, words in entries[1:])
                text.append(f"<nav>{links}</nav>\n")
        elif block.kind == "paragraph":
            text.append(f"<p>{escape(block.text)}</p>\n")
        else:
            text.append(table(block))
    return "".join(text) + "</html>\n"


def table(block):
    """A table with its header rows apart, so that they are repeated."""
    columns = grid_columns(block.rows)
    widths = block.widths if len(block.widths) == columns else [1 / columns] * columns
    columns = "".join(f'<col style="width: {share * 100:.3f}%">' for share in widths)
    rows = ["<tr>" + "".join(map(cell_of, row)) + "</tr>\n" for row in block.rows]
    head = f"<thead>{''.join(rows[:block.head])}</thead>" if block.head else ""
    wide = ' class="wide"' if block.landscape else ""
    return f'<table border="1" cellspacing="0"{wide}>{columns}{head}<tbody>{"".join(rows[block.head:])}</tbody></table>\n'


def cell_of(cell):
    name = "th" if cell["column"] else "td"
    spans = "".join(
        f' {key}="{cell[of]}"' for key, of in (("colspan", "columns"), ("rowspan", "rows")) if cell[of] > 1
    )
    number = ' class="n" align="right"' if cell["number"] else ""
    return f"<{name}{spans}{number}>{escape(cell['text'])}</{name}>"
