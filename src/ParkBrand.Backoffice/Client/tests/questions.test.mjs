import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { here } from '../bundle/entries.mjs';
import { questions } from '../extensions/questions/manifests.js';

const folder = path.join(here, 'extensions/questions');
const root = path.join(here, '../../..');
const texts = (culture) => JSON.parse(readFileSync(path.join(folder, `${culture}.json`), 'utf8'));
const [chinese, english] = [texts('zh-CN'), texts('en-US')];
const code = [...readdirSync(folder).filter((name) => name.endsWith('.js')), '../paging.js'].map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
const source = (name) => readFileSync(path.join(root, 'src', name), 'utf8');

test('the section is the one that the server names', () => {
  const section = questions.find(({ type }) => type === 'section').alias;
  assert.ok(source('ParkBrand.Backoffice/Accounts/Current/CurrentUser.cs').includes(`"${section}"`));
});

test('both languages have every text that is asked for, and no other', () => {
  assert.deepEqual(Object.keys(chinese), Object.keys(english));
  const asked = [...code.matchAll(/\bterm\('([A-Za-z]+)'/g)].map(([, key]) => key).concat(['section', 'unreachable', 'question', 'why', 'times', 'lastAt', 'actions', 'doneBy', 'settle', 'reopen', 'settled', 'reopened', 'states', 'kinds']);
  assert.deepEqual(asked.filter((key) => !(`parkbrandQuestions_${key}` in chinese)), []);
});

test('every reason and every status of the assistant has its words', () => {
  const reasons = [...source('ParkBrand.Assistant/Feedback/Verdict.cs').match(/Reasons \{ get; \} = \[(.+)\]/)[1].matchAll(/"([a-z-]+)"/g)].map(([, reason]) => `reason_${reason}`);
  const statuses = source('ParkBrand.Assistant/Answering/Answer.cs').match(/enum AnswerStatus\s*\{([\s\S]+?)\n\}/)[1].replaceAll(/\/\/\/.*/g, '').match(/[A-Z][A-Za-z]+/g)
    .map((name) => `status_${name.replaceAll(/(?<!^)[A-Z]/g, '-$&').toLowerCase()}`);
  assert.ok(reasons.length >= 5 && statuses.length >= 7);
  assert.deepEqual([...reasons, ...statuses].filter((key) => !(`parkbrandQuestions_${key}` in chinese)), []);
});

test('Chinese has Chinese punctuation and no English, and takes the same values', () => {
  assert.deepEqual(Object.values(chinese).filter((text) => /[\u3400-\u9fff][,;:!?()]|[A-Za-z]{2}/.test(text)), []);
  const holes = (text) => (text.match(/%\d%/g) ?? []).sort().join();
  assert.deepEqual(Object.keys(chinese).filter((key) => holes(chinese[key]) !== holes(english[key])), []);
});
