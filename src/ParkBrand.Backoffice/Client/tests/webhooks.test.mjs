import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { here } from '../bundle/entries.mjs';
import { webhooks } from '../extensions/webhooks/manifests.js';
import { files } from './texts.mjs';

const folder = path.join(here, 'extensions/webhooks');
const texts = (culture) => JSON.parse(readFileSync(path.join(folder, `${culture}.json`), 'utf8'));
const [chinese, english] = [texts('zh-CN'), texts('en-US')];
const code = [...readdirSync(folder).filter((name) => name.endsWith('.js')), '../paging.js'].map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
const source = (name) => readFileSync(path.join(here, '../..', name), 'utf8');

test('the section is the one that the server gives administrators', () => {
  const section = webhooks.find(({ type }) => type === 'section').alias;
  assert.ok(source('ParkBrand.Backoffice/Accounts/Current/CurrentUser.cs').includes(`"${section}"`));
});

test('our log stands in the workspace that the package has', () => {
  const all = files.filter(({ file }) => file.includes('packages/webhook/')).map(({ text }) => text).join('\n');
  assert.ok(all.includes("'Umb.Workspace.Webhook'") && all.includes("'Umb.Menu.AdvancedSettings'"));
});

test('both languages have every text that is asked for, and no other', () => {
  assert.deepEqual(Object.keys(chinese), Object.keys(english));
  const known = Object.keys(chinese).map((key) => key.replace('parkbrandWebhooks_', ''));
  assert.deepEqual(known.filter((key) => !key.includes('_') && !code.includes(`'${key}'`) && !code.includes(`parkbrandWebhooks_${key}'`)), []);
  assert.deepEqual([...code.matchAll(/\bterm\('([A-Za-z]+)'/g)].map(([, key]) => key).filter((key) => !known.includes(key)), []);
});

test('every state and every problem of a delivery has its words', () => {
  const states = source('ParkBrand.Content/Storage/Migrations/0008_webhooks.sql').match(/state IN \(([^)]+)\)/)[1].matchAll(/'(\w+)'/g);
  const problems = source('ParkBrand.Delivery/Webhooks/SendDelivery.cs').matchAll(/(?:return|=>|\?) "(\w+)"/g);
  const keys = [...[...states].map(([, word]) => `state_${word}`), ...[...problems].map(([, word]) => `problem_${word}`), 'problem_secret'];
  assert.ok(keys.length > 10, keys.join());
  assert.deepEqual(keys.filter((key) => !(`parkbrandWebhooks_${key}` in chinese)), []);
});

test('Chinese has Chinese punctuation and no English, and takes the same values', () => {
  assert.deepEqual(Object.values(chinese).filter((text) => /[\u3400-\u9fff][,;:!?()]|[A-Za-z]{2}/.test(text)), []);
  const holes = (text) => (text.match(/%\d%/g) ?? []).sort().join();
  assert.deepEqual(Object.keys(chinese).filter((key) => holes(chinese[key]) !== holes(english[key])), []);
});
