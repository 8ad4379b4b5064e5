"""The content for XeLaTeX: ctex for Chinese, longtable for tables that go on, hyperref for contents and bookmarks."""

from content import grid_columns

SPECIAL = {character: "\\" + character for character in "#$%&_{}"} | {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}

PREAMBLE = r"""\documentclass[fontset=none,zihao=-4,a4paper,twoside]{ctexart}
\usepackage[top=37mm,bottom=35mm,inner=28mm,outer=26mm]{geometry}
\usepackage{longtable,multirow,array,pdflscape,fancyhdr}
\setmainfont[Path=FONTS/,BoldFont=LiberationSerif-Bold.ttf]{LiberationSerif-Regular.ttf}
\setCJKmainfont[Path=FONTS/,BoldFont=NotoSerifSC-Bold.ttf]{FandolFang-Regular.otf}
\newCJKfontfamily\songti[Path=FONTS/]{NotoSerifSC-Regular.otf}
\newCJKfontfamily\heiti[Path=FONTS/]{NotoSansSC-Medium.ttf}
\newCJKfontfamily\kaiti[Path=FONTS/]{LXGWWenKai-Light.ttf}
\newCJKfontfamily\titlefont[Path=FONTS/]{NotoSerifSC-Bold.ttf}
\ctexset{
  section={numbering=false,format=\centering\titlefont\zihao{2}},
  subsection={numbering=false,format=\heiti\zihao{3}},
  subsubsection={numbering=false,format=\kaiti\zihao{3}},
}
\setcounter{tocdepth}{2}
\pagestyle{fancy}\fancyhf{}\fancyfoot[LE,RO]{— \thepage\ —}\renewcommand\headrulewidth{0pt}
\setlength\parindent{2em}\setlength\tabcolsep{2pt}
\usepackage[bookmarks]{hyperref}
\begin{document}\zihao{3}
"""


def escaped(text):
    return "".join(SPECIAL.get(character, character) for character in text)


def write(blocks, fonts):
    """The document as LaTeX."""
    text = [PREAMBLE.replace("FONTS", str(fonts))]
    contents = False
    for block in blocks:
        if block.kind == "heading":
            if not contents:
                # The first heading is that of the contents.
                text.append("\\clearpage\\tableofcontents\n")
                contents = True
                continue
            if block.level == 1:
                text.append("\\clearpage\n")
            name = "sub" * (block.level - 1) + "section"
            text.append(f"\\{name}{{{escaped(block.text)}}}\n")
        elif block.kind == "paragraph":
            text.append(escaped(block.text) + "\n\n")
        else:
            body = table(block)
            text.append(f"\\begin{{landscape}}\n{body}\\end{{landscape}}\n" if block.landscape else body)
    return "".join(text) + "\\end{document}\n"


def table(block):
    """A longtable of fixed columns, its header repeated."""
    columns = grid_columns(block.rows)
    widths = block.widths if len(block.widths) == columns else [1 / columns] * columns
    length = lambda share: f"\\dimexpr{share:.4f}\\linewidth-4.4pt\\relax"
    alignment = "|".join(f"p{{{length(share)}}}" for share in widths)
    # Columns that a cell of an earlier row still covers.
    covered = [0] * columns
    rows = []
    for row in block.rows:
        cells, column = [], 0
        pending = list(row)
        while column < columns:
            if covered[column]:
                covered[column] -= 1
                cells.append("")
                column += 1
                continue
            if not pending:
                cells.append("")
                column += 1
                continue
            cell = pending.pop(0)
            words = escaped(cell["text"])
            if cell["rows"] > 1:
                words = f"\\multirow{{{cell['rows']}}}{{=}}{{{words}}}"
            if cell["number"]:
                words = "\\raggedleft\\arraybackslash " + words
            if cell["columns"] > 1:
                width = length(sum(widths[column:column + cell["columns"]]))
                words = f"\\multicolumn{{{cell['columns']}}}{{|p{{{width}}}|}}{{{words}}}"
            for index in range(column, min(columns, column + cell["columns"])):
                covered[index] = cell["rows"] - 1
            cells.append(words)
            column += cell["columns"]
        ruled = [index + 1 for index in range(columns) if not covered[index]]
        lines = "\\hline" if len(ruled) == columns else "".join(f"\\cline{{{index}-{index}}}" for index in ruled)
        rows.append(" & ".join(cells) + f" \\\\ {lines}\n")
    head = "".join(rows[:block.head])
    repeated = f"\\hline\n{head}\\endhead\n" if head else "\\hline\n"
    small = "\\footnotesize" if columns < 9 else "\\tiny"
    return f"{{{small}\\songti\\begin{{longtable}}{{|{alignment}|}}\n{repeated}{''.join(rows[block.head:])}\\end{{longtable}}}}\n"
