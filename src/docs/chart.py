#!/usr/bin/env python3
"""Draws the tables of performance.md as bars: one SVG for each table that has a line `![...](NAME.svg)` above it.

usage: src/docs/chart.py     writes the pictures beside the page; needs nothing but Python 3

The first column of a table names the bars, each further column is a group of bars in milliseconds. The scale is logarithmic,
because a window that answers and one that is frozen differ by a factor of a thousand.
"""

import math
import pathlib
import re
from xml.sax.saxutils import escape

PAGE = pathlib.Path(__file__).with_name("performance.md")
BAR, GAP, LEFT, WIDTH, RIGHT = 16, 12, 190, 460, 70
OURS, OTHERS, TEXT, LINE = "#2460b9", "#9aa5b1", "#57606a", "#d0d7de"


def tables(text):
    """Yields the file name and the rows of each table that has a picture."""
    for match in re.finditer(r"!\[[^\]]*\]\((\S+\.svg)\)\n\n((?:\|.*\n)+)", text):
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in match[2].splitlines()]
        yield match[1], [rows[0]] + rows[2:]


def number(cell):
    """Returns the first number of a cell, such as 1,350 in '**1,350** / 1,433'; None if it has none."""
    match = re.search(r"\d[\d,]*(?:\.\d+)?", cell)
    return float(match[0].replace(",", "")) if match else None


def label(x, y, text, anchor="start", color=TEXT, weight="normal"):
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" fill="{color}" text-anchor="{anchor}" font-weight="{weight}">{escape(text)}</text>'
    )


def chart(rows):
    """Returns the SVG of one table."""
    head, body = rows[0], rows[1:]
    values = [value for row in body for cell in row[1:] if (value := number(cell)) is not None]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def place(value):
        return LEFT + WIDTH * (math.log10(max(value, 10**low)) - low) / (high - low)

    parts, y = [], GAP
    for column in range(1, len(head)):
        parts.append(label(0, y + 12, head[column], color="#1f2328", weight="bold"))
        y += BAR + 6
        for row in body:
            value = number(row[column])
            ours = "Earshot" in row[0]
            name = row[0].replace("*", "")
            parts.append(label(LEFT - 8, y + 12, name, "end", weight="bold" if ours else "normal"))
            if value is None:
                parts.append(label(LEFT + 4, y + 12, row[column]))
            else:
                end = place(value)
                color = OURS if ours else OTHERS
                parts.append(f'<rect x="{LEFT}" y="{y}" width="{end - LEFT:.1f}" height="{BAR - 3}" fill="{color}"/>')
                parts.append(label(end + 5, y + 12, f"{value:,.0f}" if value >= 100 else f"{value:g}"))
            y += BAR
        y += GAP
    lines = []
    for power in range(low, high + 1):
        x = place(10**power)
        lines.append(f'<line x1="{x:.0f}" y1="0" x2="{x:.0f}" y2="{y}" stroke="{LINE}"/>')
        lines.append(label(x, y + 14, f"{10**power:,g} ms", "middle"))
    size = f'width="{LEFT + WIDTH + RIGHT}" height="{y + 24}"'
    style = 'font-family="sans-serif" font-size="12"'
    background = '<rect width="100%" height="100%" fill="#ffffff"/>'
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>', background, *lines, *parts, "</svg>\n"])


for name, rows in tables(PAGE.read_text(encoding="utf-8")):
    PAGE.with_name(name).write_text(chart(rows), encoding="utf-8")
