// Chromium, people with cookies of their own, and pictures that are small.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import UPNG from 'upng-js';
import { chineseDates, plainDates } from './dates.mjs';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const patience = 20_000;
// Pictures are for reading, not for measuring: this many colours show an interface and the drawn parks.
const colours = 96;

export async function launch(baseURL, folder) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet });

  async function newPerson() {
    const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, reducedMotion: 'reduce' });
    context.setDefaultTimeout(patience);
    return context;
  }

  /** @param part What matters: an element, or { x, y, width, height }; the whole window without it. */
  async function picture(page, name, part) {
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(700);
    await page.evaluate(chineseDates);
    const clip = part?.boundingBox ? around(await part.boundingBox()) : part;
    const shot = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
    await page.evaluate(plainDates);
    const image = UPNG.decode(shot);
    writeFileSync(path.join(folder, `${name}.png`), Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, colours)));
  }

  /** What stood on the screens when a step failed. */
  async function lastScreens(into) {
    for (const [n, page] of browser.contexts().flatMap((c) => c.pages()).entries())
      await page.screenshot({ path: path.join(into, `failed-${n}.png`) }).catch(() => {});
  }

  return { newPerson, picture, lastScreens, close: () => browser.close() };
}

function around({ x, y, width, height }, margin = 16) {
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
  return { x: left, y: top, width: Math.min(1440, x + width + margin) - left, height: Math.min(900, y + height + margin) - top };
}
