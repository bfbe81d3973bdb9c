"""Objects of the parks in Huaqiao (花桥)."""
from illustration_objects_shapes import arrow, dots, draw, grid, limb, moved, tyre, waves


def terminal():
    code = "".join(f"M{184 + i * 12} {152 + j * 12}h12v12h-12z" for i in range(8) for j in range(8)
                   if (i * 7 + j * 5 + i * j) % 3 == 0 and not ((i < 3 or i > 4) and j < 3 or i < 3 and j > 4))
    eyes = "".join(f"M{x} {y}h36v36h-36zM{x + 9} {y + 9}v18h18v-18z" for x, y in ((184, 152), (244, 152), (184, 212)))
    keys = "".join(draw(f"{'f' if (i, j) == (2, 2) else 'o'} rect {152 + i * 62} {286 + j * 44} 52 32 6") for i in range(3) for j in range(3))
    card = draw("f rect -10 0 210 132 14", "k rect -10 22 210 24", "o rect 14 62 40 30 6", "g M14 112H90M110 112H150")
    return draw(moved(card, "translate(240 262)rotate(-14)"), "o M156 130V18L168 28L180 18L192 28L204 18L216 28L228 18L240 28L252 18L264 28L276 18L288 28L300 18L312 28L324 18V130Z", "d M178 50H262M178 68H300M178 86H240",
                "o rect 122 104 236 336 34", "k rect 146 104 188 12", "f rect 146 136 188 128 8", "p rect 174 142 132 116", f"k {code}", f'<path class="k" fill-rule="evenodd" d="{eyes}"/>', keys,
                f"d {waves(118, 200, [26, 48, 70], 145, 215)}")


def hq():
    floors = "".join(f"M{96} {y + 22}L{196} {y}" for y in range(96, 400, 26))
    lines = "".join(f"M196 {y}L276 {y + 26}" for y in range(96, 400, 26))
    box = lambda cls, x, y: draw(f"{cls} rect {x} {y} 116 52", f"{'g' if cls == 'f' else 'd'} {''.join(f'M{x + i} {y + 8}V{y + 44}' for i in range(14, 110, 15))}")
    return draw("o disc 372 112 82", "d M372 30V194M290 112H454M302 70H442M302 154H442M372 30C322 60 322 164 372 194M372 30C422 60 422 164 372 194",
                "o M96 440V72L196 44V440Z", "f M196 44L276 70V440H196Z", f"d {floors}", f"g {lines}", "d M130 62V440M163 54V440", "g M236 58V440", "o M176 48V8H184V46", "k M184 8L212 18L184 28Z",
                "o M60 440V392L196 372V440Z", "d M84 400V440M108 396V440M132 392V440M156 388V440", box("o", 338, 284), box("f", 296, 336), box("o", 356, 388), box("f", 240, 388),
                f"dash M212 26C262 6 300 20 330 66M424 176C446 220 440 250 420 278", f"d {arrow(332, 70, 62)}{arrow(418, 280, 125)}", "f disc 336 82 9", "f disc 414 160 9", "f disc 396 92 6")


def shop():
    awning = "".join(draw(f"{'f' if i % 2 else 'o'} M{84 + i * 39} 62h39v42q0 18-19.500 18t-19.500-18Z") for i in range(8))
    return draw("o M72 42H408Q424 42 424 58V352H56V58Q56 42 72 42Z", "t rect 76 62 328 270", "d M76 300H140M340 300H404M96 150H140V230H96ZM340 150H384V230H340ZM110 264H126M354 264H370M104 168H132M348 168H376", awning,
                "o M16 352H464L446 396Q440 410 424 410H56Q40 410 34 396Z", f"d M52 366H428M46 380H130M350 380H434", '<g transform="translate(43 79)scale(.82)">', "f M120 236L156 190H320L360 236Z", "o M120 236H360V440H120Z", "o M222 190H258L262 236H218Z", "t rect 218 236 44 56",
                "o rect 282 330 62 92", f"k {''.join(f'M{290 + x} 340h{w}v44h-{w}z' for x, w in ((0, 3), (6, 6), (16, 3), (22, 3), (29, 7), (40, 3)))}", "d M290 398H334M290 410H316", "d M144 420V396M136 404L144 394L152 404M172 420V396M164 404L172 394L180 404", "</g>",
                "dash M330 226C380 190 420 130 436 66", moved(draw("f M0-34C7-34 8-20 8-10L38 10V20L8 12V26L18 34V40L0 36L-18 40V34L-8 26V12L-38 20V10L-8-10C-8-20-7-34 0-34Z"), "translate(438 44)rotate(24)"))


def truck():
    ribs = "".join(f"M{x} 148V322" for x in range(44, 262, 36))
    return draw('<g transform="translate(-4 26)scale(.94)">', "o rect 8 130 276 210", f"d {ribs}", "f rect 8 232 276 40", "o M8 340H300V366H8Z",
                "o M296 366V176Q296 142 330 142H366Q392 142 400 166L424 262Q428 276 428 292V380H296Z", "t M350 164H368Q378 164 382 176L402 254H350Z", "d M330 162V366M338 286H350M428 300H408V318H428", "o M296 150L284 168V330H296",
                "f rect 412 340 30 40 5", "o M322 142V124H372V142Z", "f rect 332 104 30 22 6", f"d {waves(347, 112, [34, 52, 70], 215, 325)}", tyre(70, 392, 48), tyre(176, 392, 48), tyre(362, 392, 48), "d M118 366H128M224 366H314", "</g>",
                "o rect 448 130 12 310", "o M440 440H468V424H440Z", "f rect 434 76 40 56 4", f"g M444 92H464M444 104H464M444 116H456", "d M454 76V52", f"d {waves(454, 46, [16, 30], 210, 330)}", "dash M396 204L432 138")


def labelling():
    frame = lambda x, y, w, h: draw(f"dash M{x} {y}h{w}v{h}h-{w}z", f"k {grid(x - 5, y - 5, w, h, 2, 2, 10)}", f"k rect {x} {y - 22} {min(w, 44)} 14")
    return draw("o M170 340H250L266 414H154Z", "o M112 440V414H308V440Z", "o rect 16 40 388 302 14", "t rect 34 58 352 250", "d M196 326H224", "d M34 276H386",
                "f M70 262V236C70 226 76 220 86 218L104 192Q110 184 120 184H166Q176 184 182 192L200 218Q216 220 216 236V262Z", "t M112 218L124 196H142V218ZM150 196H166L180 218H150Z", "o disc 102 264 18", "o disc 186 264 18", "k disc 102 264 5", "k disc 186 264 5",
                "f disc 322 132 34", "o M316 160H328V276H316Z", "o disc 264 172 13", "o M248 192Q264 182 280 192L284 236H276L274 276H254L252 236H244Z", frame(58, 170, 172, 118), frame(236, 146, 56, 138),
                "o M292 284l0 40 11-10 8 18 9-4-8-17 14-1z", "o M322 204H446Q458 204 458 216V268Q458 280 446 280H396L372 304V280H334Q322 280 322 268Z", f"s {dots([(356, 242), (390, 242), (424, 242)], 9)}",
                limb("M338 396V376A56 56 0 0 1 450 376V396", 20), "f rect 318 372 40 66 16", "f rect 430 372 40 66 16", "d M448 414C446 434 428 430 412 430", "k disc 406 430 8")


def tensile():
    thread = "".join(f"M{x} {y + 5}L{x + 24} {y - 4}" for x in (52, 268) for y in range(84, 370, 11))
    return draw("o rect 52 70 24 312", "o rect 268 70 24 312", f"d {thread}", "f rect 28 28 288 46 6", "g M48 51H120M224 51H296", "o rect 24 376 296 64 6", "d M44 396H140", "f disc 290 408 13", "o rect 32 146 280 46 4", "d M60 169H108M236 169H284",
                "o rect 146 192 52 22", "o M132 214H212V250L194 262H150L132 250Z", "d M152 226V252M172 226V256M192 226V252", "o M132 372H212V336L194 324H150L132 336Z", "d M152 360V334M172 360V330M192 360V334",
                "f M158 256H186V272Q180 278 180 288V298Q180 308 186 314V330H158V314Q164 308 164 298V288Q164 278 158 272Z", "dash M222 280V306M114 280V306", "d M222 264l-8 12h16zM114 322l-8-12h16z",
                "o M398 300H416V440H398Z", "o M370 440V424H444V440Z", "o rect 338 138 132 164 8", "t rect 352 152 104 118", "d M366 166V254H446", "w M366 254L392 186C404 166 424 168 436 190L442 206", "d M438 202l9 9M447 202l-9 9", "k disc 370 286 5", "k disc 390 286 5", "f rect 416 279 40 14 4")
