// The texts of the package and ours, and which of them can be shown.
import { readFileSync } from 'node:fs';
import { globSync } from './glob.mjs';
import path from 'node:path';
import { backoffice, here } from '../bundle/entries.mjs';
import { leftOut } from '../bundle/replacements.mjs';
import { phrases } from '../extensions/localization/phrases.zh-CN.js';

const dist = path.join(backoffice, 'dist-cms');
const json = (name) => JSON.parse(readFileSync(path.join(here, 'extensions/localization', name), 'utf8'));
const flat = (areas) => Object.fromEntries(Object.entries(areas).flatMap(([area, texts]) => Object.entries(texts).map(([key, text]) => [`${area}_${key}`, text])));
const theirs = async (name) => flat((await import(path.join(dist, 'assets/lang', name))).default);

export const english = { ...(await theirs('en.js')), ...(await theirs('en-us.js')) };
export const officialChinese = await theirs('zh.js');
export const ours = { ...json('zh-CN.json'), ...phrases };
export const ourEnglish = flat((await import('../extensions/localization/en-US.js')).default);
export const labels = json('labels.json');
export const chinese = { ...officialChinese, ...ours };

// Screens of sections that nobody has: the content model, languages, installer, and what the server does not do.
const closed = new RegExp([
  `packages/(${leftOut.join('|')})/`, 'packages/documents/(document-types|document-blueprints)/', 'packages/media/media-types/', 'packages/language/', 'packages/data-type/',
  'packages/content/(content-type/(workspace|modals|components|structure)|property-type/workspace)', 'packages/core/search/examine-management', 'packages/relations/relation-types/',
  'packages/sysinfo/', 'apps/(installer|upgrader)/', 'culture-and-hostnames', 'public-access', 'assets/lang/', 'known-keys\\.const',
].join('|'));

export const files = globSync(dist).map((file) => ({ file: path.relative(dist, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));
export const open = files.filter(({ file }) => !closed.test(file));

/** Keys that stand in the code of what is shown. */
export const asked = new Set(open.flatMap(({ text }) => [...text.matchAll(/[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_-]+/g)].map(([key]) => key)).filter((key) => key in english));
