import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { labelKey } from '../extensions/localization/label-key.js';

const labels = Object.keys(JSON.parse(readFileSync(new URL('../extensions/localization/labels.json', import.meta.url), 'utf8')));

test('the client finds the key of every wording inside a text, and no two share one', () => {
  assert.deepEqual(labels.filter((label) => !/^\w+$/.test(labelKey(label))), []);
  assert.equal(new Set(labels.map(labelKey)).size, labels.length);
});
