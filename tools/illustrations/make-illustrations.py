#!/usr/bin/env python3
"""Draws content/parks/<slug>.svg, and a cover features/<slug>.svg or topics/<slug>.svg for each feature and topic that exists.

A park's picture is its sector's line pattern, seeded by the slug, and one object of its niche. A cover is
seeded by its own slug and takes sector and object from the first park of its front matter.
Run: python3 make-illustrations.py (--alts prints what each picture shows, in Chinese and English). The same input gives the same bytes.
"""
import hashlib
import math
import re
import sys
from pathlib import Path

from illustration_objects import AFLOAT, FOCUS, PARKS
from illustration_objects_shapes import moved, n

CONTENT = Path(__file__).resolve().parents[2] / "content"
W, H, LIMIT = 960, 480, 14_000
SECTORS = {"information-technology": ("it", "信息技术"), "equipment-manufacturing": ("eq", "装备制造"), "new-display": ("di", "新显示"),
           "new-smart-manufacturing": ("sm", "新智造"), "new-medicine": ("me", "新医疗"), "new-energy": ("en", "新能源"),
           "new-materials": ("ma", "新材料"), "new-digital": ("dg", "新数字")}

# The theme's tokens, repeated because a picture inside <img> cannot read the page's custom properties.
GROUNDS = {"ink": ("#16222B", "#ECEAE4"), "paper": ("#FBFAF7", "#10191F")}
PLATE, WATER = ("#F1EFE9", "#19252D"), ("#0B6B70", "#62C1C2")
COLOURS = {  # key: (sector light, dark), (tint light, dark)
    "it": (("#43579B", "#8696CC"), ("#E9EAEE", "#25303E")), "eq": (("#565F66", "#959FA6"), ("#EAEAE8", "#283137")),
    "di": (("#80508C", "#B18BBC"), ("#EFE9EC", "#2D2E3B")), "sm": (("#2A689F", "#6F9FC9"), ("#E6EBEE", "#21313E")),
    "me": (("#A63F5B", "#CC8194"), ("#F2E7E7", "#322C34")), "en": (("#4A742E", "#85AC67"), ("#E9EDE3", "#25332C")),
    "ma": (("#856009", "#BC9B54"), ("#EFEBDF", "#2F3029")), "dg": (("#0F7075", "#55AAAB"), ("#E3ECEA", "#1C3338")),
}
LINE = "fill:none;stroke:var(--ink)"
RULES = {
    "ground": "fill:var(--tint)", "plate": "fill:var(--plate)", "solid": "fill:var(--s);shape-rendering:crispEdges",
    "off": "fill:none;stroke:var(--s);stroke-width:2.5;color:var(--s)", "on": "fill:none;stroke:var(--tint);stroke-width:2.5;color:var(--tint)",
    "pd": "fill:currentColor;stroke:none", "q": "stroke:currentColor;stroke-linecap:round", "teeth": "stroke-dasharray:7 7;stroke-width:6",
    "o": "fill:var(--paper);stroke:var(--ink);stroke-width:3.5;stroke-linejoin:round", "f": "fill:var(--s);stroke:var(--ink);stroke-width:3.5;stroke-linejoin:round",
    "t": "fill:var(--tint);stroke:var(--ink);stroke-width:3;stroke-linejoin:round", "k": "fill:var(--ink)", "s": "fill:var(--s)", "p": "fill:var(--paper)",
    "d": LINE + ";stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round", "g": "fill:none;stroke:var(--tint);stroke-width:2.5", "g-dot": "fill:var(--tint)",
    "dl": LINE + ";stroke-linecap:round;stroke-linejoin:round", "gl": "fill:none;stroke:var(--tint);stroke-linecap:round;stroke-linejoin:round",
    "w": "fill:none;stroke:var(--s);stroke-width:4;stroke-linecap:round;stroke-linejoin:round", "dash": LINE + ";stroke-width:2;stroke-dasharray:5 6",
    "disc": "fill:none;stroke:var(--s);stroke-width:2;stroke-dasharray:4 6", "floor": LINE + ";stroke-width:3.5", "pin": LINE + ";stroke-width:9",
    "web": "fill:none;stroke:var(--s);stroke-width:9;stroke-linejoin:round", "limb": LINE + ";stroke-linecap:round;stroke-linejoin:round",
    "limb-p": "fill:none;stroke:var(--paper);stroke-linecap:round;stroke-linejoin:round", "limb-s": "fill:none;stroke:var(--s);stroke-linecap:round;stroke-linejoin:round",
    "strand-o": "fill:none;stroke:var(--tint);stroke-width:22", "strand-a": LINE + ";stroke-width:9", "strand-b": "fill:none;stroke:var(--s);stroke-width:9",
    "r1": LINE + ";stroke-width:4", "r2": "fill:none;stroke:var(--s);stroke-width:4", "water": "fill:none;stroke:var(--water);stroke-width:1.5",
    "tl": "fill:none;stroke:var(--paper);stroke-width:1.3;color:var(--paper);opacity:.5",
    "line": "fill:none;stroke:var(--s);stroke-width:14;stroke-linejoin:round", "hollow": "fill:none;stroke:var(--ink);stroke-width:1.5;opacity:.3",
}
TILES = {  # the theme's tile symbols in a 20 × 20 box
    "it": '<path d="M0 6H7L12 11V20M0 14H4M20 5H15M12 0V3L16 7V13"/><circle class="pd" cx="16" cy="14.5" r="1.6"/><circle class="pd" cx="5" cy="14" r="1.6"/>',
    "eq": '<path d="M0 6L6 0M0 13L13 0M0 20L20 0M7 20L20 7M14 20L20 14"/>',
    "di": '<path d="M0 3.5H20M0 8H20M0 12.5H20M0 17H20"/>',
    "sm": '<path d="M0 13A7 7 0 0 1 7 20M0 2A18 18 0 0 1 18 20"/><path stroke-dasharray="2 2" d="M0 7.5A12.5 12.5 0 0 1 12.5 20"/>',
    "me": '<path d="M5 0C5 5 15 5 15 10S5 15 5 20M15 0C15 5 5 5 5 10S15 15 15 20M6.5 3H13.5M6.5 17H13.5M6.5 7.7H13.5M6.5 12.3H13.5"/>',
    "en": '<path d="M0 11H5L7.5 4L12 17L14 11H20"/>',
    "ma": '<path d="M10 1L19 10L10 19L1 10ZM10 1V19M1 10H19"/><circle class="pd" cx="10" cy="10" r="2"/>',
    "dg": '<path class="q" stroke-width="3" d="M4 4h0m6 0h0m6 0h0M4 10h0m6 0h0m6 0h0M4 16h0m6 0h0m6 0h0"/>',
}
DISTRICTS = {  # column and row on the schematic map, parks; PARKS stands in this order
    "ketd": (2, 1, 7), "knd": (1, 1, 7), "huaqiao": (4, 1, 6), "resort": (0, 1, 5), "zhangpu": (2, 2, 4), "zhoushi": (2, 0, 4), "lujia": (3, 1, 4),
    "bacheng": (0, 0, 4), "qiandeng": (3, 2, 4), "dianshanhu": (3, 3, 3), "zhouzhuang": (1, 4, 3), "jinxi": (1, 3, 3)}
ORDER = list(COLOURS)
# What a topic is about decides its pattern; a topic that is not named here takes one by its seed.
TOPICS = {"chain-stories": "chain", "green-parks": ("en", "ma", "eq"), "landing-notes": "city", "one-park-one-craft": "plots",
          "park-operators": "bands", "people-in-parks": "mixed", "second-development": "stairs", "shared-labs": ("sm", "it", "me")}


class Seed:
    """A small repeatable number source, so that a slug always gives the same drawing."""

    def __init__(self, text):
        self.state = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") | 1

    def unit(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) / (1 << 31)

    def pick(self, items):
        return items[int(self.unit() * len(items))]


def traces(seed):
    line = seed.pick(["M0 24H26L56 54V80M0 56H18", "M24 0V22L58 56H80M56 0V14", "M0 40H24L40 24V0M80 56H62L44 74V80"])
    pads = seed.pick(['<circle class="pd" cx="24" cy="56" r="6"/>', '<circle class="pd" cx="56" cy="20" r="6"/>',
                      '<circle class="pd" cx="40" cy="52" r="6"/><circle class="pd" cx="62" cy="22" r="4"/>'])
    return f'<path d="{line}"/>{pads}'


def hatch(seed):
    gap = seed.pick([10, 16, 26])
    return '<path d="' + "".join(f"M{max(0, t - 80)} {min(80, t)}L{min(80, t)} {max(0, t - 80)}" for t in range(gap, 160, gap)) + '"/>'


def scan(seed):
    # Two of three line ends are whole: the mocks' free choice per line would need a drawing per cell.
    cuts = seed.pick([(0, 20, 0, 0, 40, 0, 60, 0), (0, 0, 40, 0, 0, 20, 0, 0), (60, 0, 0, 20, 0, 0, 0, 40), (0, 0, 0, 60, 20, 0, 0, 0), (20, 0, 60, 0, 0, 40, 0, 0)])
    return '<path d="' + "".join(f"M0 {6 + i * 10}H{80 - cut - 8}M{80 - cut} {6 + i * 10}H80" if cut else f"M0 {6 + i * 10}H80" for i, cut in enumerate(cuts)) + '"/>'


def lattice(seed):
    dot = seed.pick(['<circle class="pd" cx="40" cy="40" r="9"/>', '<circle class="pd" cx="40" cy="40" r="5"/>', ""])
    return f'<path d="{seed.pick(["M40 0L80 40L40 80L0 40Z", "M40 0L80 40L40 80L0 40ZM40 0V80", "M40 0L80 40L40 80L0 40ZM0 40H80"])}"/>{dot}'


def pulse(seed):
    h = 9 + round(seed.unit() * 5) * 5
    return f'<path d="M0 40H22L30 {40 - h}L42 {40 + h}L50 40H80M0 62H80M0 18H80"/>'


RUNGS = "".join(f"M{x} {n(40 - 26 * math.cos(x / 40 * math.pi))}V{n(40 + 26 * math.cos(x / 40 * math.pi))}" for x in (0, 10, 30, 40, 50, 70))
HELIX = f'<path d="M0 14C22 14 18 66 40 66S58 14 80 14M0 66C22 66 18 14 40 14S58 66 80 66{RUNGS}"/>'
ARCS = "".join(f'<path d="M0 {80 - r}A{r} {r} 0 0 1 {r} 80"/>' for r in (18, 40, 74)) + '<path class="teeth" d="M0 23A57 57 0 0 1 57 80"/>'
CELLS = {"it": (traces, True), "eq": (hatch, False), "di": (scan, False), "sm": (lambda seed: ARCS, True),
         "me": (lambda seed: HELIX, False), "en": (pulse, False), "ma": (lattice, False)}


class Mosaic:
    """The cells of one picture; a drawing that comes back is kept once and used by reference."""

    def __init__(self):
        self.drawn = {}

    def defs(self):
        return "<defs>" + "".join(f'<g id="{name}">{art}</g>' for art, name in self.drawn.items()) + "</defs>" if self.drawn else ""

    def use(self, art, x, y, change=""):
        name = self.drawn.setdefault(art, f"c{len(self.drawn)}")
        return f'<use href="#{name}" transform="translate({x} {y}){change}"/>' if change else f'<use href="#{name}" x="{x}" y="{y}"/>'

    def fill(self, key, text, density, unit=80, columns=None):
        """density(column, row) is the chance that a cell is drawn; columns limits the field to a range."""
        seed = Seed(text)
        phase = seed.unit() * 6.28
        solid, lines, wave = [], {"off": [], "on": []}, {"off": {}, "on": {}}
        for row in range(H // unit):
            for col in range(W // unit):
                chance, weight, turn = seed.unit(), seed.unit(), int(seed.unit() * 4) * 90
                art, turns = CELLS[key][0](seed) if key != "dg" else "", key != "dg" and CELLS[key][1]
                flip = "matrix(-1 0 0 1 80 0)" if key == "eq" and seed.unit() < .3 else ""
                if chance >= density(col, row) or columns and col not in columns:
                    continue
                state = "on" if weight < .36 else "off"
                x, y = col * 80, row * 80
                if state == "on":
                    solid.append(f"M{x} {y}h80v80h-80z")
                if key == "dg":
                    dot_wave(wave[state], x, y, phase)
                else:
                    lines[state].append(self.use(art, x, y, f"rotate({turn} 40 40)" if turns and turn else flip))
        body = (f'<path class="solid" d="{"".join(solid)}"/>' if solid else "") + "".join(
            f'<g class="{state}">{"".join(uses)}{dot_paths(wave[state])}</g>' for state, uses in lines.items())
        return body if unit == 80 else moved(body, f"scale({n(unit / 80)})")


def dot_wave(sizes, x, y, phase):
    for dy in (10, 30, 50, 70):
        for dx in (10, 30, 50, 70):
            r = 4.6 + 3.6 * math.sin((x + dx) / 118 + phase) * math.cos((y + dy) / 96 - phase)
            sizes.setdefault(round(r / .7), []).append((x + dx, y + dy))


def dot_paths(sizes):
    """A dot is a line of no length with round ends: a tenth of the bytes of a circle element."""
    out = []
    for size, points in sorted(sizes.items()):
        d, last = [], None
        for x, y in points:
            d.append(f"m{x - last[0]} 0h0" if last and last[1] == y else f"M{x} {y}h0")
            last = (x, y)
        out.append(f'<path class="q" stroke-width="{n(max(size, 1) * 1.4)}" d="{"".join(d)}"/>')
    return "".join(out)


def style(body, keys):
    used = set(re.findall(r'class="([\w-]+)', body))
    root = lambda mode: "".join(f"--{name}:{pair[mode]};" for name, pair in GROUNDS.items()) + (
        f"--plate:{PLATE[mode]};--water:{WATER[mode]};" if {"plate", "water"} & used else "")
    pair = lambda key, mode: f"--s:{COLOURS[key][0][mode]};--tint:{COLOURS[key][1][mode]}"
    scheme = lambda mode: f"svg{{{root(mode)}{pair(keys[0], mode)}}}" + ("".join(f".s-{k}{{{pair(k, mode)}}}" for k in keys) if len(keys) > 1 else "")
    rules = "".join(f".{name}{{{rule}}}" for name, rule in RULES.items() if name in used)
    return f"{scheme(0)}@media (prefers-color-scheme:dark){{{scheme(1)}}}{rules}"


def picture(keys, body, defs="", label=""):
    named = f' role="img" aria-label="{label}"' if label else ""
    text = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" width="{W}" height="{H}"{named}>'
            f"<style>{style(defs + body, keys)}</style>{defs}{body}</svg>\n")
    if len(text.encode()) > LIMIT:
        raise SystemExit(f"{label or keys}: {len(text.encode())} bytes, over {LIMIT}")
    return text


def ground(cls="ground"):
    return f'<rect class="{cls}" width="{W}" height="{H}"/>'


def park_picture(slug):
    key, drawing, words, _ = PARKS[slug]
    mosaic = Mosaic()
    field = mosaic.fill(key, slug, lambda c, r: (1, 1, 1, 1, .8, .45)[c] if c < 6 else 0)
    floor = "" if slug in AFLOAT else '<path class="floor" d="M480 441H960"/>'
    return picture([key], ground() + field + floor + moved(drawing(), "translate(468)"), mosaic.defs(), f"插画\uff1a{words}")


def facing(mosaic, seed, slug, text):
    """The object on the left, looking at a pattern that grows denser to the right."""
    unit = seed.pick([80, 120])
    first = W // unit // 2
    field = mosaic.fill(PARKS[slug][0], text, lambda c, r: .4 if c == first else 1, unit, range(first, W // unit))
    floor = "" if slug in AFLOAT else '<path class="floor" d="M0 441H480"/>'
    return field + floor + moved(PARKS[slug][1](), "translate(12)")


def close(mosaic, seed, slug, text):
    """The object enlarged and cut by the frame, beside large cells."""
    x, y = FOCUS.get(slug, (240, 230))
    left, scale = seed.unit() < .5, 1.4
    columns = range(4, 6) if left else range(0, 2)
    field = mosaic.fill(PARKS[slug][0], text, lambda c, r: 1, 160, columns)
    floor = "" if slug in AFLOAT else '<path class="floor" d="M-480 441H960"/>'
    clip = f'<clipPath id="cut"><path d="M{0 if left else 320} 0h640v480h-640z"/></clipPath>'
    body = moved(floor + PARKS[slug][1](), f"translate({n((320 if left else 640) - x * scale)} {n(240 - y * scale)})scale({scale})")
    return clip + f'<g clip-path="url(#cut)">{body}</g>' + field


def roundel(mosaic, seed, slug, text):
    """A pattern over the whole picture and the object in a clear disc."""
    x = seed.pick([280, 480, 680])
    key, unit = PARKS[slug][0], seed.pick([80, 120])
    unit = 120 if key == "dg" else unit  # its dots do not repeat, so small ones would cost too many bytes
    hidden = lambda c, r: max(math.hypot(cx * unit - x, cy * unit - 240) for cx in (c, c + 1) for cy in (r, r + 1)) < 232
    field = mosaic.fill(key, text, lambda c, r: 0 if hidden(c, r) else 1, unit)
    disc = f'<circle class="o" cx="{x}" cy="240" r="234"/>'
    clip = f'<clipPath id="cut"><circle cx="{x}" cy="240" r="232"/></clipPath>'
    floor = "" if slug in AFLOAT else '<path class="floor" d="M-240 441H720"/>'
    return f'{clip}{field}{disc}<g clip-path="url(#cut)">{moved(floor + PARKS[slug][1](), f"translate({n(x - 240 * .76)} 66)scale(.76)")}</g>'


def cover(text, slug):
    """A cover about one park: never the composition of the park's own picture."""
    key, seed, mosaic = PARKS[slug][0], Seed("cover " + text), Mosaic()
    body = seed.pick([facing, close, close, roundel])(mosaic, seed, slug, text)
    return picture([key], ground() + body, mosaic.defs())


def tiles(placed, size):
    """placed: (sector key, x, y); the symbols stand once in defs, the tiles are grouped by sector."""
    groups = "".join(f'<g class="s-{k}">' + "".join(f'<use href="#t-{k}" transform="translate({n(x)} {n(y)})scale({n4(size / 20)})"/>' for key, x, y in placed if key == k) + "</g>"
                     for k in ORDER if any(key == k for key, _, _ in placed))
    used = {key for key, _, _ in placed}
    defs = "".join(f'<g id="t-{k}"><path class="solid" d="M0 0h20v20h-20z"/><g class="tl">{TILES[k]}</g></g>' for k in ORDER if k in used)
    return groups, f"<defs>{defs}</defs>"


def n4(value):
    return f"{value:.4f}".rstrip("0").rstrip(".")


def all_parks():
    """The sector keys of the parks, sector by sector."""
    return [k for k in ORDER for park in PARKS.values() if park[0] == k]


def plots(seed):
    """Fifty-four tiles and eighteen free places, in runs of a sector."""
    free = set()
    while len(free) < 72 - len(PARKS):
        free.add(int(seed.unit() * 72))
    keys, placed, hollow = iter(all_parks()), [], []
    for i in range(72):
        col, row = i // 6, i % 6 if i // 6 % 2 == 0 else 5 - i % 6
        if i in free:
            hollow.append(f"M{col * 80 + 5} {row * 80 + 5}h70v70h-70z")
        else:
            placed.append((next(keys), col * 80 + 4, row * 80 + 4))
    body, defs = tiles(placed, 72)
    return f'<path class="hollow" d="{"".join(hollow)}"/>{body}', defs


def stairs(seed):
    """Eighteen of the tiles, some gone in each row: the ladder of the finder."""
    counts, keys, left, placed, hollow = [18, 15, 12, 8, 5, 3], all_parks(), [], [], []
    while len(left) < 18:
        left.append(keys.pop(int(seed.unit() * len(keys))))
    for row, count in enumerate(counts):
        while len(left) > count:
            left.pop(int(seed.unit() * len(left)))
        for col in range(18):
            x, y = 6 + col * 53, 77 * row + 12
            if col < count:
                placed.append((left[col], x, y))
            elif col < (counts[row - 1] if row else 18):
                hollow.append(f"M{x + 1} {y + 1}h45v45h-45z")
    body, defs = tiles(placed, 47)
    return f'<path class="hollow" d="{"".join(hollow)}"/>{body}', defs


def chain(seed):
    """A line of eight stations, one tile of each sector, every piece of line in the colour of the station it leaves."""
    start, heights, lines = int(seed.unit() * 8), [], []
    while len(heights) < 8:
        heights.append(seed.pick([y for y in (94, 240, 386) if not heights or y != heights[-1]]))
    stops = [(ORDER[(start + i) % 8], 60 + i * 120, y) for i, y in enumerate(heights)]
    for (key, x, y), (_, _, y2) in zip(stops, [*stops[1:], (None, 0, heights[-1])]):
        turn = 20 if y2 > y else -20
        bend = f"H{x + 40}l20 {turn}V{y2 - turn}l20 {turn}H{x + 120}" if y2 != y else f"H{x + 120}"
        lines.append(f'<path class="line s-{key}" d="M{x} {y}{bend}"/>')
    body, defs = tiles([(key, x - 38, y - 38) for key, x, y in stops], 76)
    return f'<path class="line s-{stops[0][0]}" d="M0 {heights[0]}H60"/>' + "".join(lines) + body, defs


def city(seed):
    """The schematic map of the twelve districts with a tile per park."""
    deep, pitch, width = (2, 3, 2, 1, 1), 24, 77
    tall = [d * pitch + 3 for d in deep]
    top = [sum(tall[:i]) + i * 5 for i in range(5)]
    scale = 452 / (top[-1] + tall[-1])
    left, keys, placed, plates = (W - (width * 5 - 4) * scale) / 2, iter(p[0] for p in PARKS.values()), [], []
    for col, row, count in DISTRICTS.values():
        x, y = left + col * width * scale, 14 + top[row] * scale
        plates.append(f"M{n(x)} {n(y)}h{n((width - 4) * scale)}v{n(tall[row] * scale)}h-{n((width - 4) * scale)}z")
        own = sorted((next(keys) for _ in range(count)), key=ORDER.index)
        placed += [(k, x + (2 + i % 3 * pitch) * scale, y + (3 + i // 3 * pitch) * scale) for i, k in enumerate(own)]
    water = "".join(f"M{n(x + seed.unit() * 40)} {n(y)}H{n(x + w - seed.unit() * 40)}" for x, w in ((0, left - 12), (W - left + 18, left - 18)) for y in range(22, 470, 13))
    body, defs = tiles(placed, 21 * scale)
    return f'<path class="water" d="{water}"/><path class="plate" d="{"".join(plates)}"/>{body}', defs


def patchwork(seed, text, owner, unit, density=1):
    """Patterns of several sectors in one field; owner(column, row) says whose cell it is."""
    mosaic, parts = Mosaic(), []
    cells = {(c, r): owner(c, r) for r in range(H // unit) for c in range(W // unit)}
    for key in sorted(set(cells.values()), key=ORDER.index):
        tint = "".join(f"M{c * unit} {r * unit}h{unit}v{unit}h-{unit}z" for (c, r), k in cells.items() if k == key)
        parts.append(f'<g class="s-{key}"><path class="ground" d="{tint}"/>{mosaic.fill(key, text, lambda c, r: density if cells.get((c, r)) == key else 0, unit)}</g>')
    return "".join(parts), mosaic.defs()


LAYOUTS = {"plots": plots, "stairs": stairs, "chain": chain, "city": city}
WORDS = {"plots": ("五十四块园区砖与十八处空位", "fifty-four park tiles and eighteen free places"), "stairs": ("逐行减少的园区砖", "park tiles, fewer in each row"),
         "chain": ("连起八个产业的一条线", "one line through eight sectors"), "city": ("十二区镇与五十四个园区示意图", "a schematic map of twelve districts and fifty-four parks"),
         "bands": ("八个产业的线纹并排", "the line patterns of eight sectors side by side"), "mixed": ("八个产业线纹的拼布", "a patchwork of the line patterns of eight sectors")}


def city_cover(text, layout):
    """A cover about no single park: the whole city's tiles, or the patterns of some sectors side by side."""
    seed = Seed("cover " + text)
    keys = ORDER
    if layout in LAYOUTS:
        body, defs = LAYOUTS[layout](seed)
    elif layout == "bands":
        body, defs = patchwork(seed, text, lambda c, r: ORDER[c], 120)
    elif layout == "mixed":
        body, defs = patchwork(seed, text, lambda c, r: seed.pick(ORDER), 120, .9)
    else:
        keys = list(layout)
        body, defs = patchwork(seed, text, lambda c, r: keys[c * len(keys) // 12], 80)
    return picture(keys if len(keys) > 1 else [*keys, "dg"], ground("p") + body, defs)


def named(text, field_name):
    """The slugs of a reference list in the front matter: [parks/a, parks/b], one value, or dashes below."""
    head = text.split("\n---", 1)[0]
    found = re.search(rf"^{field_name}:[ \t]*(\[[^\]]*\]|.*(?:\n[ \t]*- .*)*)", head, re.M)
    return re.findall(r"([\w-]+)(?=\s*(?:[\],\n\"']|$))", found[1]) if found else []


def subject(path):
    """What a feature's or topic's cover is about: the slug of a park, or a layout of the whole city."""
    text = path.read_text(encoding="utf-8")
    parks = [slug for slug in named(text, "parks") if slug in PARKS]
    sectors = [SECTORS[slug][0] for slug in named(text, "industries") if slug in SECTORS][:3]
    return parks[0] if parks else tuple(sectors) or TOPICS.get(path.stem) or Seed("cover " + path.stem).pick([*WORDS])


def documents():
    return [path for folder in ("features", "topics") for path in sorted((CONTENT / folder).glob("*.*")) if path.suffix in (".md", ".yaml")]


def alts():
    for slug, (_, _, zh, en) in PARKS.items():
        print(f"parks/{slug}", zh, en, sep="\t")
    for path in documents():
        about = subject(path)
        own = [(zh, slug.removeprefix("new-").replace("-", " ")) for slug, (key, zh) in SECTORS.items() if key in about]
        words = PARKS[about][2:] if about in PARKS else WORDS.get(about) or ("、".join(zh for zh, _ in own) + "的线纹", "the line patterns of " + ", ".join(en for _, en in own))
        print(f"{path.parent.name}/{path.stem}", *words, sep="\t")


def main():
    if "--alts" in sys.argv:
        return alts()
    for slug in PARKS:
        (CONTENT / "parks" / f"{slug}.svg").write_text(park_picture(slug), encoding="utf-8")
    for path in documents():
        about = subject(path)
        path.with_suffix(".svg").write_text(cover(path.stem, about) if about in PARKS else city_cover(path.stem, about), encoding="utf-8")


if __name__ == "__main__":
    main()
