"""The twelve objects that the reference mocks drew; the others follow their hand."""
import math

from illustration_objects_shapes import dots, draw, joint, n, spokes


def arm(x1, y1, x2, y2, w):
    return (f'<path class="limb" stroke-width="{w}" d="M{x1} {y1}L{x2} {y2}"/>'
            f'<path class="limb-p" stroke-width="{w - 8}" d="M{x1} {y1}L{x2} {y2}"/>')


def robot():
    return draw("o M120 440V412H300V440Z", "o M158 412L172 338H248L262 412Z", "d M150 426H158M186 426H194M226 426H234M262 426H270",
                arm(210, 318, 150, 168, 62), arm(150, 150, 318, 104, 50), joint(210, 322, 46), joint(150, 152, 42), "o M300 76L356 62L368 112L312 126Z", joint(368, 92, 27),
                "o M354 118H384V160H354Z", "f M336 160H402V176H336Z", "o M338 176H352V226L364 238V250H350L338 234ZM400 176H386V226L374 238V250H388L400 234Z",
                "d M182 338C96 300 84 214 126 176M176 130C214 88 262 74 300 84", "f M340 330H398V388H340Z", "o M306 388H432V440H306Z", "dash M369 262V322M350 322H388")


def car():
    cells = "".join(draw(f"{'f' if i % 5 != 3 else 'o'} rect {152 + i * 22} 342 16 40") for i in range(8))
    wheel = lambda x: draw(f"o disc {x} 384 54", f"o disc {x} 384 32", f"d {spokes(x, 384, 0, 32, 6)}", f"k disc {x} 384 7")
    return draw("o M-6 384C-12 330-4 304 30 292C74 276 100 270 124 250C164 212 196 196 262 196C332 196 366 214 404 262C446 268 468 284 474 312C480 342 476 368 470 384Z",
                "t M150 262C178 230 206 220 246 219V270H138ZM264 219C318 219 340 232 372 272H264Z", "d M255 206V330M282 294H306M14 316H48M448 308H472", "o M136 330H340V392H136Z",
                cells, wheel(78), wheel(396), "d M340 360H372M136 360H106", "dash M136 420V432M340 420V432M136 426H340")


def helix():
    pt = lambda i, s: (20 + i * 22, 240 + s * 92 * math.sin(i / 21 * 4 * math.pi + .5))
    out = []
    for i in range(21):  # a siRNA duplex has 21 base pairs
        x, y1 = pt(i, 1)
        y2 = pt(i, -1)[1]
        mid = (y1 + y2) / 2
        out.append(f'<path class="r1" d="M{n(x)} {n(y1)}V{n(mid)}"/><path class="r2" d="M{n(x)} {n(mid)}V{n(y2)}"/>')
    for s, cls in ((1, "strand-o"), (-1, "strand-o"), (1, "strand-a"), (-1, "strand-b")):
        points = " ".join(f"{n(20 + t * 11)} {n(240 + s * 92 * math.sin(t / 42 * 4 * math.pi + .5))}" for t in range(41))
        out.append(f'<polyline class="{cls}" points="{points}"/>')
    return "".join(out) + draw("d M20 396H460" + "".join(f"M{20 + i * 22} 396V{384 if i % 5 == 0 else 390}" for i in range(21)))


def panel():
    lines = "".join(f"M{n(240 - t * 220)} {n(46 + t * 110)}L{n(460 - t * 220)} {n(156 + t * 110)}M{n(240 + t * 220)} {n(46 + t * 110)}L{n(20 + t * 220)} {n(156 + t * 110)}" for t in [j / 8 for j in range(1, 8)])
    lit = "".join(draw(f"f M{n(240 + (a - b) * 27.5)} {n(46 + (a + b) * 13.75)}l27.5 13.8l-27.5 13.7l-27.5-13.7Z")
                  for a, b in ((1, 2), (2, 2), (2, 4), (4, 3), (5, 5), (3, 5), (6, 2), (5, 1), (1, 6)))
    return draw(*(f"{cls} M240 {y + 110}L20 {y}L240 {y - 110}L460 {y}Z" for cls, y in (("o", 300), ("f", 228), ("o", 156))),
                f"d {lines}", lit, "dash M20 164V300M460 164V300M240 274V402")


def rack():
    rows = []
    for i in range(9):
        y, hot = 66 + i * 40, i in (2, 5, 6)
        vents = f"M240 {y + 10}H340M240 {y + 16}H340M240 {y + 22}H340"
        lamps = "" if hot else f"k {dots([(146 + j * 12, y + 16) for j in range(6)], 3)}"
        rows.append(draw(f"{'f' if hot else 'o'} rect 122 {y} 236 32", lamps, f"{'g' if hot else 'd'} {vents}"))
    return draw("o M92 440V40H388V440Z", "d M108 40V440M372 40V440", *rows, "d M410 66V426M404 66H416M404 426H416" + "".join(f"M406 {66 + i * 40}H414" for i in range(1, 9)))


def serum():
    scale = "".join(f"M150 {y}H{178 if i % 2 == 0 else 166}" for i, y in enumerate(range(250, 420, 20)))
    return draw("o M140 440V224C140 196 170 186 190 176V140H270V176C290 186 320 196 320 224V440Z", "f M144 436V284C180 270 270 300 316 282V436Z", "o M222 140V366L230 384L238 366V140Z",
                "f M224 300H236V362L230 376L224 362Z", "o rect 178 98 104 46", "d M194 100V142M210 100V142M226 100V142M242 100V142M258 100V142", "o M198 98V66C198 22 262 22 262 66V98Z",
                f"d {scale}", "o M366 440V330H446V440Z", "f M370 436V390H442V436Z", "o M358 306H454V330H358Z")


def film():
    roll = lambda x, y, radii: draw(*(f"o disc {x} {y} {r}" for r in radii), f"f disc {x} {y} 16")
    return draw("d M106 300V440M404 330V440M246 300V440M80 440H132M378 440H430M220 440H272",
                "web M106 128L176 118C196 116 206 130 206 146L206 232C206 288 286 288 286 232L286 150C286 128 300 118 320 118L420 118C470 130 470 250 454 262",
                roll(106, 214, (86, 75, 64, 53, 42)), roll(404, 264, (66, 54, 42, 30)), "o disc 206 138 20", "o disc 286 138 20", "f disc 246 248 34", "o disc 246 248 12",
                "o M216 44H276V84L252 104H240L216 84Z", "dash M246 110V204")


def chip():
    pins = "".join(f"M{p} 110V82M{p} 370V398M110 {p}H82M370 {p}H398" for p in (152 + i * 22 for i in range(9)))
    traces = ("M152 82V52L120 20M174 82V40L154 20M196 82V20M284 82V46L310 20M306 82V58L344 20M82 152H50L20 122M82 174H20"
              "M82 306H44L20 330M82 328H56L20 364M398 152H430L460 122M398 196H460M398 284H430L460 314M398 328H420L460 368"
              "M152 398V424L136 440M196 398V440M262 398V440M306 398V420L326 440M328 398V412L356 440")
    pads = [f"f disc {x} {y} 9" for x, y in ((120, 20), (196, 20), (344, 20), (20, 122), (20, 174), (20, 364), (460, 122), (460, 196), (460, 368), (196, 440), (356, 440))]
    return draw(f"d {traces}", *pads, f"pin {pins}", "o rect 110 110 260 260", "f rect 168 168 144 144",
                f"g-dot {dots([(192 + i * 24, 192 + j * 24) for i in range(5) for j in range(5)], 5)}", "k disc 134 346 8", "d M110 136L136 110")


def drone():
    rotors = list(zip(((108, 132), (372, 132), (108, 348), (372, 348)), (20, 70, 115, 160)))
    out = [arm(240, 240, x, y, 24) for (x, y), _ in rotors]
    for (x, y), angle in rotors:
        blade = draw(f"o M{x - 90} {y}C{x - 60} {y - 16} {x - 24} {y - 12} {x} {y - 6}C{x + 24} {y} {x + 60} {y - 4} {x + 90} {y}C{x + 60} {y + 16} {x + 24} {y + 12} {x} {y + 6}C{x - 24} {y} {x - 60} {y + 4} {x - 90} {y}Z")
        out.append(f'<circle class="disc" cx="{x}" cy="{y}" r="92"/><g transform="rotate({angle} {x} {y})">{blade}</g><circle class="f" cx="{x}" cy="{y}" r="17"/>')
    return draw(*out, "o M196 168H284L304 208V300L276 330H204L176 300V208Z", "f M206 214H274V282H206Z", "d M206 238H274M206 260H274M222 168V190H258V168M222 330V312H258V330")


def storage():
    cells = [f"{'f' if (i + j * 3) % 7 != 4 else 'o'} rect {52 + i * 42} {192 + j * 52} 34 42" for i in range(6) for j in range(4)]
    fans = [draw(f"o disc 366 {y} 34", f"k disc 366 {y} 6", f"d {spokes(366, y, 0, 34, 6, 23)}") for y in (234, 336)]
    return draw("o M10 420V150H450V420Z", "d M10 172H450M310 172V420", *cells, *fans, "o M30 420H90V440H30ZM370 420H430V440H370Z",
                "d M120 150V96H210V60M330 150V96H246V60", "f M196 40H260V60H196Z", "o M240 4L222 30H238L230 52L256 22H240L248 4Z")


def fan():
    blades = [f'<path class="{"f" if i % 6 == 0 else "o"}" transform="rotate({i * 20} 240 238)" d="M226 186C214 140 222 96 252 58C272 58 282 62 290 66C262 104 252 142 258 188Z"/>' for i in range(18)]
    return draw("o disc 240 238 200", "o disc 240 238 184", *blades, "o disc 240 238 60", "d M240 238m-36 0a36 36 0 0 1 36-36a18 18 0 0 1 0 36a10 10 0 0 1-10-10", "d M120 400L92 440H388L360 400")


def gantry():
    return draw('<g transform="translate(22 0)">', "o M150 440L170 380H370L390 440Z", "o disc 270 210 190", "d M120 210a150 150 0 1 0 300 0a150 150 0 1 0-300 0", f"d {spokes(270, 210, 128, 140, 36)}",
                "o disc 270 210 96", "f M232 62H308V92H232Z", "f M214 328A132 132 0 0 0 326 328L316 308A110 110 0 0 1 224 308Z", "dash M246 92L196 304M294 92L344 304",
                "o M-10 250H330V270H-10Z", "f M60 236H330V250H60Z", "o M20 270H92V440H20ZM-4 424H116V440H-4Z", "</g>")
