import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mayReload, newer } from '../extensions/documents/newer.js';
import { planned } from '../extensions/documents/planned.js';

const version = (...dates) => ({ variants: dates.map((updateDate) => ({ updateDate })) });

test('a version is newer when any of its languages is', () => {
  assert.equal(newer(version('2026-11-22T02:00:00.000000000001Z', '2026-11-22T02:00:00.000000000001Z'), version('2026-11-22T02:00:00.000000000002Z')), '2026-11-22T02:00:00.000000000002Z');
  assert.equal(newer(version('2026-11-22T02:00:00.000000000002Z'), version('2026-11-22T02:00:00.000000000002Z')), undefined);
  assert.equal(newer(version('2026-11-22T02:00:00.000000000003Z'), version('2026-11-22T02:00:00.000000000002Z')), undefined);
  assert.equal(newer(version('2026-11-22T02:00:00.000000000003Z'), undefined), undefined);
});

test('a form reloads by itself only when nothing can be lost', () => {
  assert.equal(mayReload({ changed: false, typed: false, dialogs: 0 }), true);
  for (const one of [{ changed: true }, { typed: true }, { dialogs: 1 }]) assert.equal(mayReload({ changed: false, typed: false, dialogs: 0, ...one }), false);
});

test('what was planned is said for each language with its times', () => {
  const localize = { date: (time) => `<${time}>`, term: (key, ...values) => `${key.split('_')[1]}(${values.join()})` };
  assert.equal(planned(localize, [
    { name: 'A', schedule: { publishTime: '1', unpublishTime: null } }, { name: 'B', schedule: { publishTime: null, unpublishTime: '2' } },
    { name: 'C', schedule: { publishTime: '1', unpublishTime: '2' } }, { name: 'D', schedule: { publishTime: null, unpublishTime: null } },
  ]), 'planned(A,<1>)\nplannedWithdrawal(B,<2>)\nplannedBoth(C,<1>,<2>)\nplanEnded(D)');
});

test('the texts of open documents stand in both languages with the same values', () => {
  const [chinese, english] = ['zh-CN', 'en-US'].map((name) => JSON.parse(readFileSync(new URL(`../extensions/documents/${name}.json`, import.meta.url), 'utf8')));
  const holes = (texts) => Object.fromEntries(Object.entries(texts).filter(([key]) => key.startsWith('parkbrand')).map(([key, text]) => [key, [...new Set(text.match(/%\d%/g) ?? [])].sort()]));
  assert.deepEqual(holes(chinese), holes(english));
  assert.deepEqual(Object.values(chinese).filter((text) => /[\u3400-\u9fff][,;:!?()]|[,;:!?()][\u3400-\u9fff]/.test(text)), []);
});
