import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hidden } from '../extensions/hidden.js';
import { files } from './texts.mjs';

const code = files.map(({ text }) => text).join('\n');

// An alias may be a constant or put together, so its last parts are looked for where the whole is not found.
test('whatever is hidden exists, so that the list does not rot', () => {
  const gone = hidden.filter((alias) => !code.includes(`'${alias}'`));
  assert.deepEqual(gone, []);
});
