"""The content of a PDF made by gongkai, from its tags: headings, paragraphs and tables in order."""

import json
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Node:
    """An element of the structure tree, or a text (then without kind)."""

    kind: str = ""
    text: str = ""
    attributes: dict = field(default_factory=dict)
    children: list = field(default_factory=list)

    def words(self):
        """All text below."""
        return self.text + "".join(child.words() for child in self.children)

    def find(self, kind):
        for child in self.children:
            if child.kind == kind:
                yield child
            else:
                yield from child.find(kind)


@dataclass
class Block:
    """heading (level, text), paragraph (text) or table (rows of cells, widths, landscape)."""

    kind: str
    text: str = ""
    level: int = 0
    rows: list = field(default_factory=list)
    # Per column a share of the width; none where the table's own columns are not known.
    widths: list = field(default_factory=list)
    landscape: bool = False

    @property
    def head(self):
        """How many rows are all header."""
        rows = 0
        for row in self.rows:
            if not row or not all(cell["column"] for cell in row):
                break
            rows += 1
        return rows


def read(pdf, report):
    """The blocks of a PDF; its report tells what tags do not: widths and orientation of the grids."""
    told = subprocess.run(["pdfinfo", "-struct-text", str(pdf)], check=True, capture_output=True).stdout
    document = tree(told.decode("utf-8", "replace"))
    tables = json.loads(Path(report).read_text("utf-8"))["tables"]
    blocks, number = [], -1
    for node in document.children[0].children:
        if re.fullmatch("H[1-6]", node.kind):
            level = int(node.kind[1])
            # 表n begins a table of the report.
            number += level == 2 and node.words().startswith("表")
            blocks.append(Block("heading", node.words(), level))
        elif node.kind == "Table":
            block = Block("table", rows=[row(child) for child in node.find("TR")])
            if 0 <= number < len(tables):
                block.landscape = tables[number]["orientation"] == "landscape"
                if tables[number]["body"]["type"] == "grid":
                    block.widths = shares(tables[number]["body"]["columns"], block.landscape)
            blocks.append(block)
        elif node.kind != "TOC" and node.words():
            blocks.append(Block("paragraph", node.words()))
    return blocks


def tree(text):
    """The printed tree; a line's depth is its indentation."""
    root = Node("Root")
    open_nodes = [(-1, root)]
    for line in text.splitlines():
        depth = len(line) - len(line.lstrip(" "))
        line = line.strip()
        while open_nodes[-1][0] >= depth:
            open_nodes.pop()
        parent = open_nodes[-1][1]
        if line.startswith('"'):
            parent.children.append(Node(text=line[1:-1]))
        elif line.startswith("/"):
            key, _, value = line[1:].partition(" ")
            parent.attributes[key] = value
        elif line and not line.startswith("Object"):
            node = Node(re.match(r"\w+", line).group())
            parent.children.append(node)
            open_nodes.append((depth, node))
    return root


def row(node):
    """The cells: text, spans, whether they head a column, whether they hold a number."""
    cells = []
    for cell in node.children:
        if cell.kind not in ("TH", "TD"):
            continue
        text = cell.words()
        cells.append({
            "text": text,
            "columns": int(cell.attributes.get("ColSpan", 1)),
            "rows": int(cell.attributes.get("RowSpan", 1)),
            "column": cell.kind == "TH" and cell.attributes.get("Scope") == "/Column",
            "number": re.fullmatch(r"[-−\d,.%]+", text) is not None,
        })
    return cells


def shares(columns, landscape):
    """Widths such as 24mm and 1.2fr as shares of the line."""
    line = 225.0 if landscape else 156.0
    fixed = sum(float(column["width"][:-2]) for column in columns if column["width"].endswith("mm"))
    parts = sum(float(column["width"][:-2]) for column in columns if column["width"].endswith("fr"))
    each = (line - fixed) / parts if parts else 0
    unit = {"mm": 1.0, "fr": each}
    return [float(column["width"][:-2]) * unit[column["width"][-2:]] / line for column in columns]


def grid_columns(rows):
    """How many columns a table has."""
    return max((sum(cell["columns"] for cell in row) for row in rows[:1]), default=1)


def present(blocks, text):
    """Which share of the characters of the content a text holds, looked for in pieces of up to twelve characters."""
    text = re.sub(r"\s", "", text)
    found = total = 0
    for block in blocks:
        pieces = [block.text] if block.kind != "table" else [cell["text"] for row in block.rows for cell in row]
        for piece in pieces:
            piece = re.sub(r"\s", "", piece)
            for start in range(0, len(piece), 12):
                part = piece[start:start + 12]
                total += len(part)
                found += len(part) if part in text else 0
    return found / total if total else 0.0
