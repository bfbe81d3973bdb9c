"""Objects of the parks in Bacheng (巴城) and Qiandeng (千灯) that the mocks had not drawn."""
import math

from illustration_objects_shapes import arrow, dots, draw, limb, n, polar, spokes


def shield():
    bars = ((70, 100, 60, "s"), (142, 100, 90, "k"), (94, 130, 110, "k"), (216, 130, 40, "s"), (94, 160, 44, "s"), (150, 160, 66, "k"), (118, 190, 84, "k"), (118, 220, 40, "s"), (94, 250, 76, "k"), (94, 280, 30, "s"), (70, 310, 60, "k"), (70, 340, 30, "s"))
    return draw("o M96 440V416H284V440Z", "o M156 416L166 384H214L224 416Z", "o rect 20 36 372 350 12", "f M20 72V48Q20 36 32 36H380Q392 36 392 48V72Z", f"g-dot {dots([(40 + i * 20, 54) for i in range(3)], 5)}", "t rect 36 88 340 280 4",
                *(f"{cls} rect {x} {y} {w} 12 6" for x, y, w, cls in bars), "o M324 148C356 178 396 186 446 188V286C446 360 396 408 324 438C252 408 202 360 202 286V188C252 186 292 178 324 148Z",
                "f M324 178C350 200 382 210 420 212V286C420 344 382 382 324 408C266 382 228 344 228 286V212C266 210 298 200 324 178Z", "p M292 272V254A32 32 0 0 1 356 254V272H342V254A18 18 0 0 0 306 254V272Z", "o rect 276 272 96 76 8", "k disc 324 302 10", "k M319 304H329L332 332H316Z")


def cutting_head():
    spark = "".join(f"M{polar(240, 350, r0, a)}L{polar(240, 350, r1, a)}" for a, r0, r1 in ((200, 22, 60), (215, 26, 84), (232, 20, 52), (308, 20, 52), (325, 26, 84), (340, 22, 60)))
    return draw("o M8 440L92 346H472L388 440Z", "f M8 440H388V452H8Z", "f M388 440L472 346V358L388 452Z", "t M240 352A132 36 0 1 1 108 388A132 36 0 0 1 240 352Z", "dl7 M240 352A132 36 0 1 1 108 388",
                limb("M240 40C240 -2 330 -6 372 30C410 62 440 60 470 44", 22, "s"), "o rect 208 30 64 44 4", "d M208 44H272M208 58H272", "o M170 74H310V236H170Z", "t rect 190 92 100 126", "s M226 92H254L282 150H198Z",
                "o M192 150C220 136 260 136 288 150C260 164 220 164 192 150Z", "s M198 158H282L252 218H228Z", "f M170 236H310V256H170Z", "o M178 256H302L266 322H214Z", "d M196 276H284M206 296H274", "o M218 322H262L250 340H230Z",
                "o rect 310 110 44 60 4", "d M354 124H382M354 140H382M354 156H382", "o rect 126 180 44 44 4", "d M126 202H100C84 202 84 230 70 230", "w M240 340V352", f"d {spark}", "s disc 240 352 8")


def half_width(y, small, big, shank):
    """Half the width at height y of a ring, a shank below it and a larger ring."""
    ring = lambda r, centre: math.sqrt(max(0, r * r - (y - centre) ** 2))
    return max(ring(small, 88), ring(big, 326), shank + (y - 88) * .1 if shank and 88 < y < 326 else 0)


def rod():
    inner, outer = (lambda y: half_width(y, 34, 70, 0)), (lambda y: half_width(y, 72, 112, 34))
    rows = [17, 30, 52, 70, 88, 106, 124, 142, 162, 182, 202, 224, 246, 262, 282, 304, 326, 348, 370, 390, 408, 426, 437]
    point = lambda i, y: f"{n(240 + inner(y) + (outer(y) - inner(y)) * i / 3)} {y}"
    mesh = ["M" + "L".join(point(i, y) for i in range(4)) for y in rows] + ["M" + "L".join(point(i, y) for y in rows) for i in range(4)]
    hot = []
    for a, b in zip(rows, rows[1:]):
        for i in range(3):
            mesh.append(f"M{point(i, b)}L{point(i + 1, a)}")
            if i == 2 and 142 <= a <= 246 or i == 1 and 162 <= a <= 182:
                hot.append(f"M{point(i, a)}L{point(i + 1, a)}L{point(i + 1, b)}L{point(i, b)}Z")
    edge = lambda side: "L".join(f"{n(240 + side * outer(y))} {y}" for y in (*range(17, 438, 6), 438))
    return draw(f"o M240 16L{edge(-1)}V396A70 70 0 0 1 240 256V122A34 34 0 0 1 240 54Z", f"p M240 16L{edge(1)}V396A70 70 0 0 0 240 256V122A34 34 0 0 0 240 54Z", "f M240 146H224L212 238H240Z", f"s {''.join(hot)}",
                f"dl1.6 {''.join(mesh)}", f"d M240 54A34 34 0 0 1 240 122M240 256A70 70 0 0 1 240 396M240 16L{edge(1)}", "dash M240 0V470", "o M104 306H136V346H104Z", "d M104 326H120", "d M200 88A40 40 0 0 1 212 60",
                "dash M164 88H40M104 326H40", f"d M52 100V314{arrow(52, 90, -90)}{arrow(52, 324, 90)}", f"d M404 404V340M404 404H460M404 404L372 436{arrow(404, 338, -90, 10)}{arrow(462, 404, 0, 10)}{arrow(370, 438, 135, 10)}", "k disc 404 404 6",
                "d M362 60H388M362 60V86M464 60H438M464 60V86M362 164H388M362 164V138M464 164H438M464 164V138", "f M378 98L413 78L448 98L413 118Z", "o M378 98V128L413 148V118ZM448 98V128L413 148V118Z")


def filters():
    vessel = lambda x, cls: draw(f"o M{x} 372V178C{x} 128 {x + 116} 128 {x + 116} 178V372C{x + 116} 396 {x} 396 {x} 372Z", f"d M{x} 186H{x + 116}M{x} 362H{x + 116}", f"{cls} M{x + 4} 290Q{x + 30} 276 {x + 58} 290T{x + 112} 290V360H{x + 4}Z",
                                 f"o M{x + 14} 390V440H{x + 30}V394ZM{x + 86} 394V440H{x + 102}V390Z", f"o rect {x + 42} 118 32 24 3", f"f disc {x + 58} 232 26", f"p disc {x + 58} 232 17", f"d M{x + 58} 232L{x + 68} 222")
    return draw(limb("M66 118V76H330V340H372", 26), vessel(8, "f"), vessel(148, "f"), limb("M206 118V76", 26), "o rect 122 58 28 36 4", "d M136 58V34", "f M108 22H164V36H108Z", "o rect 312 190 36 30 4", "d M348 205H372", f"f disc 386 205 22", "o disc 386 205 10",
                limb("M372 340H400V352", 26), "o M312 440V376H470V440Z", "s M314 398q13-10 26 0t26 0t26 0t26 0t26 0t24 0V438H314Z", "f M424 20C454 62 468 84 468 108A44 44 0 0 1 380 108C380 84 394 62 424 20Z", "g M398 108A26 26 0 0 0 416 134", "s M392 366H408V398H392Z")


def extruder():
    flights = "".join(draw(f"f M{x} 244L{x + 14} 206H{x + 28}L{x + 14} 244Z") for x in range(112, 330, 30))
    pellets = dots([(121 + i * 15 - j * 5, 104 - j * 13) for j in range(4) for i in range(6 + j // 2)], 5)
    return draw("o M8 440V412H364V440Z", "o M30 412V262H80V412ZM290 412V262H332V412Z", "d M46 300H64M46 316H64M46 332H64", "o rect 8 180 76 90 6", "f rect 8 196 76 58", "g M20 210H72M20 225H72M20 240H72",
                "o M84 190H356V260H84Z", "t M100 204H340V246H100Z", "o rect 84 218 264 14", flights, "o M180 260H204V286H180ZM240 260H264V286H240Z", "f M150 180H178V190H150ZM206 180H234V190H206ZM262 180H290V190H262Z", "f M150 260H178V270H150ZM206 260H234V270H206ZM262 260H290V270H262Z",
                "d M164 180V160H200M220 180V160H256M276 180V160H312", "o M86 52H236L198 132V190H124V132Z", f"s {pellets}", "d M124 132H198",
                "f M356 198L392 216V234L356 252Z", "web M392 225H452", "o rect 412 190 52 70 6", "f disc 438 225 17", f"d {spokes(438, 225, 0, 17, 6)}", "o M416 260H460L450 290H426Z",
                f"k {dots([(432, 308), (446, 322), (430, 336), (444, 350)], 5)}", "o M396 440L388 366H480L472 440Z", f"s {dots([(404 + i * 15, 428 - j * 13) for j in range(3) for i in range(5)], 6)}")


def sputter():
    ions = "".join(f"M{x} 216V300" for x in range(150, 340, 30))
    return draw("o M130 440V412H350V440Z", "o M190 412V384H290V412Z", "o M52 384V108Q52 96 64 96H416Q428 96 428 108V384Z", "t M84 124H396V356H84Z", "o M150 96V56H330V96Z", "f M168 56V36H312V56Z", "d M240 36V10M200 36V16H160M280 36V16H320",
                "o M136 124H344V148H136Z", "k M150 128H182V144H150ZM224 128H256V144H224ZM298 128H330V144H298Z", "f M126 148H354V172H126Z", "s oval 188 190 40 12", "s oval 292 190 40 12", f"g-dot {dots([(168, 190), (182, 192), (196, 188), (210, 191), (272, 190), (286, 192), (300, 188), (314, 191)], 3)}",
                f"dash {ions}", f"s {dots([(150, 250), (180, 276), (210, 240), (240, 286), (270, 254), (300, 270), (330, 244)], 6)}", "o M140 322H340V334H140Z", "f M140 312H340V322H140Z", "o M170 334H310V346H170Z", "o M226 346H254V384H226Z",
                "o M428 212H460V268H428Z", "d M436 212V268M452 212V268", "o M20 200H52V240H20Z", "d M20 220H4", "o disc 406 66 26", "d M406 66L418 52M406 92V96", f"k {dots([(66, y) for y in (112, 176, 240, 304, 368)] + [(412, y) for y in (112, 176, 304, 368)], 4)}")
