// Chromium, people who sign in, and pictures that are small.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import UPNG from 'upng-js';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'];
const patience = 30_000;

export async function launch(origin, folder) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet });
  return {
    close: () => browser.close(),
    /** A person with cookies of their own. */
    async person() {
      const context = await browser.newContext({ baseURL: origin, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, reducedMotion: 'reduce' });
      context.setDefaultTimeout(patience);
      return context;
    },
    /** The whole window, or the part of it that matters: an element, or { x, y, width, height }. */
    async picture(page, name, part) {
      await page.waitForTimeout(600);
      const clip = part && (part.width ? part : await around(part));
      const shot = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
      writeFileSync(path.join(folder, `${name}.png`), smaller(shot));
    },
  };
}

async function around(element, margin = 16) {
  const { x, y, width, height } = await element.boundingBox();
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
  return { x: left, y: top, width: Math.min(1440, x + width + margin) - left, height: Math.min(900, y + height + margin) - top };
}

// 128 colours are enough for an interface; the drawn parks get along with them too.
function smaller(png) {
  const image = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, 128));
}
