"""Objects of the parks in the development zone (开发区) that the mocks had not drawn."""
from illustration_objects_shapes import dots, draw, grid, joint, limb, moved, ticks, waves


def phone():
    lenses = "".join(draw(f"o disc {x} {y} 17", f"k disc {x} {y} 8") for x, y in ((272, 90), (310, 90), (272, 128)))
    screws = "".join(draw(f"o disc {x} {y} 5") for x, y in ((392, 250), (240, 158), (240, 400), (414, 400)))
    return draw(
        "o rect 22 76 270 364 22", "t rect 42 98 230 320 4", f"s {grid(60, 118, 48, 48, 3, 1, 34)}{grid(60, 214, 48, 48, 2, 1, 34)}{grid(108, 310, 48, 48, 1, 1, 34)}",
        f"d {grid(60, 166, 48, 48, 3, 1, 34)}{grid(156, 214, 48, 48, 1, 1, 34)}{grid(60, 262, 48, 48, 3, 1, 34)}", "d M110 404H200",
        "o rect 214 26 234 414 42", "t rect 229 41 204 384 28", "f M352 60H406Q416 60 416 70V232H246V170H352Z",
        "o rect 246 62 92 92 20", lenses, "s disc 310 128 8", "o rect 366 76 36 40", "o rect 262 184 58 34", "o rect 334 184 32 34", "o rect 366 130 36 26",
        "g M378 116V130M390 116V130M320 194H334M320 206H334M384 156V200H366", "o rect 246 252 170 132 12",
        "d M331 318m-50 0a50 50 0 1 0 100 0a50 50 0 1 0-100 0M331 318m-41 0a41 41 0 1 0 82 0a41 41 0 1 0-82 0M331 318m-32 0a32 32 0 1 0 64 0a32 32 0 1 0-64 0",
        "s M336 296L318 322H330L326 342L346 314H334L338 296Z", "k rect 308 400 46 11 5", f"k {dots([(258 + i * 12, 405) for i in range(4)], 3)}{dots([(368 + i * 12, 405) for i in range(4)], 3)}", screws)


def prober():
    good, bad = [], []
    for j in range(-5, 6):
        for i in range(-5, 6):
            x, y, w, h = i * 31 - 13, j * 14 - 6, 26, 11
            if max(abs(x), abs(x + w)) ** 2 / 172 ** 2 + max(abs(y), abs(y + h)) ** 2 / 78 ** 2 < .94:
                (bad if (i * 5 + j * 3) % 11 == 4 else good).append(f"M{240 + x} {326 + y}h{w}v{h}h-{w}z")
    needles = "".join(f"M{240 + i * 9} 196L{240 + i * 3.5} 320" for i in range(-5, 6))
    return draw(
        "o M150 440V408H330V440Z", "o M178 410V372H302V410Z", "o M44 330V352C44 402 132 420 240 420S436 402 436 352V330Z", "t oval 240 330 196 86", "o oval 240 326 178 80",
        f"s {''.join(good)}", f"k {''.join(bad)}", "o M96 150V168C96 198 160 214 240 214S384 198 384 168V150Z", "f oval 240 150 144 46", "o M196 150V178C196 198 284 198 284 178V150Z",
        f"d {needles}", f"g M112 150H190M290 150H368M130 130L198 142M350 130L282 142M130 170L198 160M350 170L282 160",
        "o M176 104L196 152C206 164 274 164 284 152L304 104Z", "o rect 84 20 312 86 10", "f rect 84 52 312 22", f"k {dots([(112 + i * 16, 36) for i in range(4)], 3.5)}",
        "d M300 36H372M112 90H368M66 84C40 110 40 220 60 280M414 84C440 110 440 220 420 280")


def linear_axis():
    thread = "".join(f"M{x} 292L{x + 8} 264" for x in range(166, 408, 12))
    fins = "".join(f"M{x} 246V308" for x in range(34, 84, 10))
    return draw(
        "t M24 440V372H456V440Z", f"k {dots([(60 + i * 47 % 380, 392 + i * 23 % 34) for i in range(24)], 2)}", "o M14 372V338H466V372Z", f"d {ticks(150, 366, 9, 30, 7, 14)}",
        "o rect 150 316 276 14", "f rect 18 244 78 66 6", f"g {fins}", "o rect 96 262 24 32", "d M108 262V294", "o rect 120 232 36 106", "o rect 156 266 256 24", f"d {thread}", "o rect 412 232 36 106",
        "o rect 226 236 112 88 4", "k disc 246 256 5", "k disc 318 256 5", "k disc 246 304 5", "k disc 318 304 5", "f rect 198 206 168 30",
        "o rect 238 52 56 154", "t rect 254 64 24 128", "d M266 64V192" + "".join(f"M254 {y + 6}L278 {y}" for y in range(72, 190, 12)), "f rect 244 8 44 44 5", "d M266 0V8",
        "o rect 226 96 80 52 4", "o M306 106H388V138H306Z", "o rect 372 92 46 60", "f M380 152H410V170L402 180V200H388V180L380 170Z",
        "dash M395 204V230M120 196H186", "d M132 186L120 196L132 206")


def wearables():
    frame = lambda x: draw(f"o rect {x} 350 118 86 26", f"t rect {x + 12} 362 94 62 18", f"d M{x + 26} 400L{x + 48} 376M{x + 40} 404L{x + 58} 384")
    return draw(
        "o M78 128L92 8H236L250 128Z", "d M110 20L100 118M218 20L228 118", "o M78 352L92 440H236L250 352Z", f"k {dots([(164, 386), (164, 408), (164, 430)], 5)}",
        "f rect 286 182 20 56 7", "o rect 290 258 12 44 5", "o rect 34 98 258 276 66", "f rect 54 118 218 236 50",
        f'<path class="g" stroke-linecap="round" d="{waves(163, 178, [38], -90, 160)}{waves(163, 178, [26], -90, 70)}{waves(163, 178, [14], -90, 210)}M84 274H126L142 244L162 314L182 240L194 274H242"/>', "g M120 334H206",
        frame(200), frame(342), "o M318 384Q330 370 342 384V372Q330 358 318 372Z",
        "s rect 384 384 30 20", "dash M384 384L346 258M414 384L462 258", "f rect 338 196 132 62 6", "g M354 216H404M354 230H426M354 244H388M442 218L454 228L442 238")


def microscope():
    return draw(
        "o M60 440V414H436V440Z", "o rect 376 40 30 374 4", f"d {''.join(f'M384 {y}H398' for y in range(60, 400, 14))}", "f rect 356 122 70 92 6", joint(418, 168, 28),
        moved(draw("o rect 104 92 128 44 6", "f rect 80 85 34 58 6"), "rotate(36 222 114)"), "o M190 92H356V184H318L300 226H214L196 184H178V150Z",
        "d M250 116H330M250 136H300", "f M210 226H304V256H210Z", "o oval 257 270 72 18", "t oval 257 266 36 8", "dash M206 288L190 372M308 288L324 372M257 288V340",
        "o M92 414L132 366H382L352 414Z", "f M176 396L190 378H246L234 396Z", "f M282 402L292 388H330L320 402Z", "d M120 402H160L170 390M256 378L244 400H268M346 376L334 392M150 378H168",
        "d M188 396V402M200 396V402M212 396V402M224 396V402", limb(["20 268", "120 338"], 34), "f M104 340L126 312L154 338L140 356Z", "o M140 356L154 338L202 380Z", "d M20 262C-6 240 -4 190 30 170", "d M206 360C216 346 202 340 212 326M224 366C234 352 220 346 230 332")
