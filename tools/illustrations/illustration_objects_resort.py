"""Objects of the parks in the resort (旅游度假区) and in Zhangpu (张浦)."""
import math

from illustration_objects_shapes import dots, draw, gear, joint, limb, moved, n, spokes, waves


def bridge():
    deck = lambda x: 232 - 112 * math.cos((x - 240) / 220 * math.pi / 2) ** 2
    ring = "".join(f"M{n(240 + 104 * math.cos(math.radians(a)))} {n(296 - 104 * math.sin(math.radians(a)))}L{n(240 + 130 * math.cos(math.radians(a)))} {n(296 - 130 * math.sin(math.radians(a)))}" for a in range(12, 180, 13))
    top = "L".join(f"{x} {n(deck(x))}" for x in range(20, 461, 20))
    rail = "L".join(f"{x} {n(deck(x) - 30)}" for x in range(40, 441, 20))
    posts = "".join(f"M{x} {n(deck(x) - 30)}V{n(deck(x))}" for x in range(40, 441, 40))
    flat, open_ = [], []
    for j in range(7):
        for i in range(22):
            x, up = 30 + i * 20, 286 - j * 20  # the point of the bridge that this square of water mirrors
            if up > deck(x) - 4 and math.hypot(x - 240, up - 296) > 112 and (i * 7 + j * 11 + i * j) % 9 > j:
                ((flat if (i * 5 + j * 3) % 4 else open_)).append(f"M{x - 8} {302 + j * 20}h16v16h-16z")
    return draw("s disc 366 92 46", f"o M{top}V296H344A104 104 0 0 0 136 296H20Z", f"d M110 296A130 130 0 0 1 370 296{ring}M40 262H96M384 262H440M62 240H104M376 240H418", f"d M{rail}{posts}",
                f"s {''.join(flat)}", f"d {''.join(open_)}", "o M168 296C176 318 190 326 206 326H284C300 326 310 314 316 296H288L280 304H204L196 296Z", "f M206 296V270C206 258 276 258 276 270V296Z", "d M300 300L340 246M230 262V296M252 262V296",
                "d M0 296H132M350 296H480")


def recliner():
    rollers = dots([(292 + i * 17, 200 - i * 40) for i in range(4)], 8)
    return draw("o M150 440V416H364V440Z", limb(["186 410", "300 356"], 18), limb(["316 410", "204 356"], 18), joint(252, 384, 13),
                moved(draw("o rect -74 -24 148 48 14", "f M-74-10Q-74-24 -60-24H-40V24H-60Q-74 24 -74 10Z", "d M-14-24V24M24-24V24"), "translate(82 346)rotate(-27)"),
                "o M216 282L282 50Q290 24 316 30L366 42Q394 50 386 78L330 334H236Z", f"s {rollers}", "f M272 84L282 50Q290 24 316 30L366 42Q394 50 386 78L376 122Z", "o M128 270H300V350H152Q128 350 128 326Z",
                "o M160 250H336L316 362H178Z", "f M152 216H348Q368 216 368 235T348 254H152Q132 254 132 235T152 216Z", "g M158 235H262",
                "o rect 182 272 116 62 10", "w M194 304H220L230 284L244 322L256 304H288", f"d {waves(172, 198, [22, 42, 62], 210, 330)}",
                "o M384 304H480V318H384Z", "o M426 318H438V428H426Z", "o M398 440V428H466V440Z", "f M392 260H472C472 288 460 304 432 304S392 288 392 260Z", "d M416 246c-8-12 8-18 0-30M432 246c-8-12 8-18 0-30M448 246c-8-12 8-18 0-30")


def scull():
    oar = draw(limb(["-34 -16", "4 -96", "72 -238"], 13), "k M-6-104L12-96L6-84L-12-92Z", "f M62-226L84-216L104-262Q108-282 92-290T66-276Z", "g M78-232L90-274")
    rigger = draw(limb(["-40 -26", "4 -96", "36 -26"], 11))
    body = draw(rigger, moved(rigger, "scale(1 -1)"), "o M-318 0C-200-28-80-34 0-34S200-28 318 0C200 28 80 34 0 34S-200 28-318 0Z", "f M318 0C260-14 190-24 128-29V29C190 24 260 14 318 0ZM-318 0C-260-14-220-20-180-24V24C-220 20-260 14-318 0Z",
                "g M150 0H290", "t rect -104 -20 212 40 16", "d M-96-8H30M-96 8H30", "f rect -62 -15 44 30 8", "o rect 52 -16 16 32 3", "o rect 74 -16 20 32 3", "o M-180-24H-150V24H-180Z", "o disc 146 0 9", oar, moved(oar, "scale(1 -1)"))
    ripple = lambda x, y: f"M{x - 46} {y}q12-10 23 0t23 0t23 0t23 0M{x - 24} {y + 16}q12-10 23 0t23 0"
    return draw(f"d {ripple(80, 96)}{ripple(196, 44)}{ripple(404, 372)}{ripple(290, 440)}{ripple(62, 300)}{ripple(420, 196)}", moved(body, "translate(240 240)rotate(-42)scale(.86)"))


def biobank():
    box = lambda y, cls: draw(f"{cls} rect 196 {y} 88 24", f"d M226 {y + 12}H254")
    puff = draw("o M0 0C-12-2-14-18-2-22C-4-38 18-44 26-32C34-46 58-40 56-24C70-24 74-2 58 0Z")
    stored = "".join(draw(f"{'o' if (i + j) % 3 else 't'} rect {174 + i * 46} {290 + j * 32} 40 26") for i in range(3) for j in range(3))
    return draw("o M182 18H298V160H182Z", box(28, "f"), box(58, "o"), box(88, "f"), "o M228 18V2H252V18Z",
                "o M174 140V166C138 178 120 204 120 240V398C120 420 136 428 156 428H324C344 428 360 420 360 398V240C360 204 342 178 306 166V140C306 158 174 158 174 140Z", "f M174 140C174 124 306 124 306 140S174 156 174 140Z", "k M184 140C184 132 296 132 296 140S184 150 184 140Z",
                "o M182 112V140C190 147 290 147 298 140V112Z", box(114, "f"), "d M136 222C150 206 170 198 190 196M330 206C340 214 344 222 346 234",
                "t rect 156 222 168 180 24", "f M158 276q14-10 27 0t27 0t28 0t28 0t27 0t27 0V380Q322 400 302 400H178Q158 400 158 380Z", stored, "d M176 248H218M262 248H304",
                moved(puff, "translate(112 184)"), moved(puff, "matrix(-1 0 0 1 368 184)"), "o disc 158 430 9", "o disc 322 430 9", "d M120 262H98V322H120M360 262H382V322H360",
                "o rect 400 232 70 94 8", "f rect 412 244 46 38 3", "g M418 268L429 256L438 266L450 252", "k disc 424 304 6", "k disc 446 304 6", "d M434 326V414H360", "o M6 418H100V440H6Z", "f M24 392H82V418H24Z", "d M44 404H62")


def printer():
    layers = "".join(f"M{x} {y}H{480 - x}" for y, x in ((330, 204), (316, 204), (302, 204), (288, 204), (274, 204), (260, 204)))
    return draw("o disc 352 54 50", "t disc 352 54 34", f"d {spokes(352, 54, 16, 34, 6)}", "f disc 352 54 14", "d M304 62C270 60 250 84 246 132",
                "o M60 84H420Q432 84 432 96V440H48V96Q48 84 60 84Z", "t rect 80 114 320 250 6", "o rect 80 146 320 18", f"d {''.join(f'M{x} 152V158' for x in range(92, 400, 12))}",
                "f rect 206 126 72 62 6", "o M222 188H262V216L248 244H232L222 216Z", "g M220 144H264M220 156H264", "o rect 96 344 288 20",
                "f M204 344V250H276V344Z", f"g {layers}", "f M204 292L174 330V344H204ZM276 292L306 330V344H276Z", "o disc 240 290 15",
                "o rect 72 382 120 42 6", "f rect 82 390 72 26 3", "k disc 173 403 6", "f disc 372 403 18", "d M372 403V389M220 396H320M220 410H300", "d M84 126V352M396 126V352")


def forklift():
    crate = lambda x, y, w, h, cls: draw(f"{cls} rect {x} {y} {w} {h}", f"{'g' if cls == 'f' else 'd'} M{x + w / 2 - 8} {y}v16h16v-16")
    return draw("f M8 150H140V164H8ZM8 282H140V296H8Z", crate(22, 88, 50, 62, "o"), crate(74, 72, 56, 78, "o"), crate(22, 214, 104, 68, "o"), crate(22, 352, 60, 84, "o"), crate(84, 380, 42, 56, "o"),
                "o M4 20H18V440H4ZM130 20H144V440H130Z", "f M8 436H140V440H8Z", crate(166, 96, 84, 86, "f"), "o M158 182H262V196H158Z", "d M176 196V206M210 196V206M244 196V206",
                "o M268 24H286V424H268ZM300 24H318V424H300Z", "o M262 24H324V40H262Z", "k M150 206H274V216H150Z", "o M262 160H290V222H262Z", "d M293 40V340", "o M258 300H326V316H258Z",
                "o M318 424V256Q318 240 334 240H440Q456 240 458 256L470 424Z", "f M340 276H440L446 336H340Z", "g M362 300H400M362 314H420", "o M372 240V196H396V240Z", "f M356 172H412V198H356Z", f"d {waves(384, 168, [26, 44, 62], 212, 328)}",
                "o disc 290 412 28", "f disc 290 412 11", "o disc 420 406 34", "f disc 420 406 14", "k disc 344 392 7", "k disc 364 392 7", "d M340 360H452")


def oven():
    bun = lambda x, y, cls, s: moved(draw(f"{cls} M-32 0C-34-30-18-40 0-40S34-30 32 0Z", f"{'g' if cls == 'f' else 'd'} M-14-28L-8-16M0-30L4-18M14-26L18-16"), f"translate({x} {y})scale({s})")
    return draw("o M96 96H384Q396 96 396 108V356H84V108Q84 96 96 96Z", "f M84 132V108Q84 96 96 96H384Q396 96 396 108V132Z", "t rect 112 168 188 120 10", f"d {''.join(f'M{x} 184q8 8 0 16t0 16' for x in range(136, 296, 28))}",
                bun(158, 288, "o", .8), bun(254, 288, "f", .8), "o rect 320 168 56 120 6", "f rect 330 180 36 32 3", "g M336 202L346 190L354 198L362 188", "k disc 338 234 6", "k disc 358 234 6", "o disc 348 262 12", "d M348 262V252M112 114H180M360 114H374",
                "o M132 96V58H172V96ZM300 96V58H340V96Z", "o M122 58H182V46H122ZM290 58H350V46H290Z", "d M144 36c-8-10 8-14 0-26M160 36c-8-10 8-14 0-26M312 36c-8-10 8-14 0-26M328 36c-8-10 8-14 0-26",
                "o M22 318H458A24 24 0 0 1 458 366H22A24 24 0 0 1 22 318Z", *(f"o disc {x} 342 11" for x in range(28, 456, 38)), "o M84 300H396V326H84Z", f"d {''.join(f'M{x} 306V320' for x in range(100, 390, 20))}",
                "o M110 366H136V440H110ZM344 366H370V440H344Z", "o M100 440V428H146V440ZM334 440V428H380V440Z", bun(38, 318, "o", .9), bun(440, 318, "f", 1), "d M180 400H300M292 394L302 400L292 406")


def micrometer():
    return draw("o M112 440V416H256V440Z", "o M160 416V372H208V416Z", "o M18 108H76V196C76 312 292 312 292 196V108H338V206C338 420 18 420 18 206Z", "f M56 268C70 320 120 354 178 354C236 354 286 320 300 268L316 278C300 340 242 376 178 376C114 376 56 340 40 278Z",
                "o rect 66 136 36 36", "o rect 260 138 44 32", f"f {gear(181, 154, 86, 18, 16, 10)}", "o disc 181 154 50", "t disc 181 154 24", "d M181 130V120H187V130", f"k {dots([(181 + 37 * math.cos(a), 154 + 37 * math.sin(a)) for a in (.5, 1.55, 2.6, 3.67, 4.71, 5.76)], 5)}",
                "o rect 330 128 58 52", f"d M330 158H388M338 158V146M346 158V150M354 158V150M362 158V150M370 158V150M378 158V146M342 158V166M350 158V166M358 158V166M366 158V166", "f M384 120L404 110H448V198H404L384 188Z", "g M410 124H446M410 138H446M410 154H446M410 170H446M410 184H446M392 140H404M392 154H408M392 168H404",
                "o rect 448 130 26 48 4", "d M455 136V172M461 136V172M467 136V172", "dash M95 40V118M267 40V118M100 46H262", "d M110 40L98 46L110 52M252 40L264 46L252 52")
