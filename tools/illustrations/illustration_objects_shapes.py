"""Shapes shared by the drawn objects. A drawing is a list of marks, each "class shape", in a 480 × 480 box, floor at 440.

"dl7 M0 0H9" and "gl7 …" are ink and tint lines of that width. Classes: o paper with outline, f sector colour with outline, t tint with outline, k ink, s flat sector colour,
p flat paper, d ink line, g tint line, w sector line, dash, web, pin, disc, g-dot: make-illustrations.py styles them.
"""
import math
import re


def n(value):
    return f"{value:.1f}".rstrip("0").rstrip(".").replace("-0.", "-.").removeprefix("0") or "0"


def draw(*marks):
    """"o M0 0H9" gives a path, "o rect x y w h r", "o disc x y r" and "o oval x y rx ry" the rest; markup passes through."""
    out = []
    for mark in marks:
        if not mark or mark.startswith("<"):
            out.append(mark)
            continue
        cls, rest = mark.split(" ", 1)
        if width := re.fullmatch(r"([dg]l)([\d.]+)", cls):
            out.append(f'<path class="{width[1]}" stroke-width="{width[2]}" d="{rest}"/>')
            continue
        kind, *v = rest.split()
        if kind == "rect":
            r = f' rx="{v[4]}"' if len(v) > 4 else ""
            out.append(f'<rect class="{cls}" x="{v[0]}" y="{v[1]}" width="{v[2]}" height="{v[3]}"{r}/>')
        elif kind == "disc":
            out.append(f'<circle class="{cls}" cx="{v[0]}" cy="{v[1]}" r="{v[2]}"/>')
        elif kind == "oval":
            out.append(f'<ellipse class="{cls}" cx="{v[0]}" cy="{v[1]}" rx="{v[2]}" ry="{v[3]}"/>')
        else:
            out.append(f'<path class="{cls}" d="{rest}"/>')
    return "".join(out)


def moved(body, transform):
    return f'<g transform="{transform}">{body}</g>'


def polar(x, y, r, degrees):
    a = math.radians(degrees)
    return f"{n(x + r * math.cos(a))} {n(y + r * math.sin(a))}"


def spokes(x, y, inner, outer, count, start=0):
    """Path data of lines that run outwards from a centre."""
    return "".join(f"M{polar(x, y, inner, start + i * 360 / count)}L{polar(x, y, outer, start + i * 360 / count)}" for i in range(count))


def ticks(x, y, step, count, short, long, every=5):
    """Path data of a scale that runs to the right, its marks upwards."""
    return "".join(f"M{n(x + i * step)} {y}v-{long if i % every == 0 else short}" for i in range(count))


def grid(x, y, step_x, step_y, columns, rows, size, height=None):
    """Path data of small filled rectangles on a grid."""
    h = height or size
    return "".join(f"M{n(x + i * step_x)} {n(y + j * step_y)}h{n(size)}v{n(h)}h-{n(size)}z" for j in range(rows) for i in range(columns))


def dots(points, r):
    """Path data of filled dots: two arcs each, shorter than one circle element per dot."""
    return "".join(f"M{n(x - r)} {n(y)}a{n(r)} {n(r)} 0 1 0 {n(2 * r)} 0a{n(r)} {n(r)} 0 1 0-{n(2 * r)} 0" for x, y in points)


def gear(x, y, r, teeth, depth, start=0):
    """Path data of a spur gear's outline; r is the tip radius."""
    pitch, root, d = 360 / teeth, r - depth, []
    for i in range(teeth):
        a = start + i * pitch
        d.append(f"{'L' if i else 'M'}{polar(x, y, root, a - pitch * .30)}L{polar(x, y, r, a - pitch * .17)}"
                 f"L{polar(x, y, r, a + pitch * .17)}L{polar(x, y, root, a + pitch * .30)}")
    return "".join(d) + "Z"


def waves(x, y, radii, start, stop):
    """Path data of radio waves: arcs about one point."""
    far = int(stop - start > 180)
    return "".join(f"M{polar(x, y, r, start)}A{r} {r} 0 {far} 1 {polar(x, y, r, stop)}" for r in radii)


def limb(points, width, core="p"):
    """A tube through the points: an ink stroke with a narrower one on it."""
    d = "M" + "L".join(points) if isinstance(points, list) else points
    return (f'<path class="limb" stroke-width="{width}" d="{d}"/>'
            f'<path class="limb-{core}" stroke-width="{width - 7}" d="{d}"/>')


def joint(x, y, r):
    return draw(f"o disc {x} {y} {r}", f"f disc {x} {y} {n(r * .52)}")


def tyre(x, y, r, spoke_count=6, hub=.3):
    return draw(f"o disc {x} {y} {r}", f"t disc {x} {y} {n(r * .7)}", f"d {spokes(x, y, r * hub, r * .7, spoke_count, 90)}", f"f disc {x} {y} {n(r * hub)}")


def arrow(x, y, degrees, size=12):
    """Path data of an open arrowhead with its point at x, y."""
    return f"M{polar(x, y, size, degrees + 150)}L{n(x)} {n(y)}L{polar(x, y, size, degrees - 150)}"
