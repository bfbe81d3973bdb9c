import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { here } from '../bundle/entries.mjs';

// The client's modules are only in the bundle; what is asked of here needs none of them.
const code = readFileSync(path.join(here, 'extensions/rollback/readable.js'), 'utf8').replaceAll(/^import .*$/gm, '');
const { readable } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

test('values are words', () => {
  assert.equal(readable(null), '');
  assert.equal(readable('一句话'), '一句话');
  assert.equal(readable(31.5), '31.5');
  assert.equal(readable(true), '✓');
  assert.equal(readable(['食堂', '托育点']), '食堂 · 托育点');
  assert.equal(readable({ latitude: 31.39, longitude: 120.92 }), '31.39, 120.92');
});

test('blocks are a line each', () =>
  assert.equal(readable({ contentData: [{ values: [{ alias: 'a', value: '甲' }, { alias: 'b', value: 2 }] }, { values: [{ alias: 'a', value: '乙' }] }] }), '甲 · 2\n乙'));

test('no JSON is left', () => assert.doesNotMatch(readable([{ type: 'document', unique: '00000000-0000-0000-0000-000000000001' }]), /[{}"]/));
