import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asked, chinese, english, labels, officialChinese, ourEnglish, ours } from './texts.mjs';

const isChinese = (text) => typeof text === 'function' || !/[A-Za-z]{2}/.test(String(text).replaceAll(/<[^>]*>|%\d%|\{\d\}/g, '')) || /[\u3400-\u9fff]/.test(String(text));
// Names of languages in their own tongue.
const ownTongue = (key) => key.startsWith('uiCulture_');

test('the scan finds the keys that the code asks for', () => assert.ok(asked.size > 600, `${asked.size}`));

test('every text that can be shown has Chinese', () => {
  const missing = [...asked].filter((key) => !ownTongue(key) && (!(key in chinese) || !isChinese(chinese[key])));
  assert.deepEqual(missing, []);
});

test('our own texts stand in both languages', () => {
  const own = (texts) => Object.keys(texts).filter((key) => /^(parkbrand|geoPosition|liveFigure|urlSegment)_/.test(key)).sort();
  assert.deepEqual(own(ours), own(ourEnglish));
});

test('a text takes the same values in both languages', () => {
  const holes = (text) => [...new Set(String(text).match(/%\d%|\{\d\}/g) ?? [])].sort().join();
  const reference = { ...english, ...ourEnglish };
  const different = Object.keys(ours).filter((key) => key in reference && typeof ours[key] === 'string' && typeof reference[key] === 'string' && holes(ours[key]) !== holes(reference[key]));
  assert.deepEqual(different, []);
});

test('what depends on values in English does so in Chinese', () => {
  const wrong = Object.keys(ours).filter((key) => key in english && (typeof english[key] === 'function') !== (typeof ours[key] === 'function'));
  assert.deepEqual(wrong, []);
});

test('Chinese has Chinese punctuation', () => {
  const wrong = [...Object.entries(ours), ...Object.entries(labels)].filter(([, text]) => /[\u3400-\u9fff][,;:!?()]|[,;:!?()][\u3400-\u9fff]/.test(String(text).replaceAll(/=>.*?`/gs, '')) && typeof text === 'string');
  assert.deepEqual(wrong, []);
});

test('we replace no official text for nothing', () => {
  const same = Object.keys(ours).filter((key) => officialChinese[key] === ours[key]);
  assert.deepEqual(same, []);
});

test('no text names the maker', () => {
  const shown = [...asked].filter((key) => /umbraco/i.test(String(chinese[key]))).concat([...asked].filter((key) => /umbraco/i.test(String({ ...english, ...ourEnglish }[key]))));
  assert.deepEqual(shown, []);
});
