import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { here } from '../bundle/entries.mjs';
import * as account from '../extensions/users/account.js';
import { users } from '../extensions/users/manifests.js';

const folder = path.join(here, 'extensions/users');
const texts = (culture) => JSON.parse(readFileSync(path.join(folder, `${culture}.json`), 'utf8'));
const [chinese, english] = [texts('zh-CN'), texts('en-US')];
const code = [...readdirSync(folder).filter((name) => name.endsWith('.js')), '../paging.js'].map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');

const active = { state: 'active', lockedUntil: null, twoFactor: false, sessions: 0, isYou: false };
const names = (user) => account.actionsFor({ ...active, ...user }).map((action) => action.name);

test('a lock is a state of its own, but not of an account that is disabled anyway', () => {
  const lockedUntil = '2026-01-01T00:00:00Z';
  assert.equal(account.stateOf({ state: 'active', lockedUntil }), 'locked');
  assert.equal(account.stateOf({ state: 'disabled', lockedUntil }), 'disabled');
  assert.equal(account.stateOf({ state: 'active', lockedUntil: null }), 'active');
});

test('only what can work is offered', () => {
  assert.deepEqual(names({}), ['resetPassword', 'disable']);
  assert.deepEqual(names({ state: 'invited' }), ['renewLink', 'disable']);
  assert.deepEqual(names({ state: 'disabled' }), ['enable']);
  assert.deepEqual(names({ lockedUntil: '2026-01-01T00:00:00Z' }), ['resetPassword', 'unlock', 'disable']);
  assert.deepEqual(names({ twoFactor: true, sessions: 2 }), ['resetPassword', 'resetTwoFactor', 'signOut', 'disable']);
  assert.ok(!names({ isYou: true }).includes('disable'));
});

test('what hurts is asked before', () => {
  const all = account.actionsFor({ ...active, twoFactor: true, sessions: 1 });
  assert.ok(all.filter((action) => action.danger).every((action) => action.asks));
});

test('the form says what it lacks', () => {
  const groups = [{ alias: 'own', ownStartNode: true }, { alias: 'all', ownStartNode: false }];
  const form = { isNew: true, name: 'Li', userName: 'li', groups: ['all'] };
  assert.equal(account.problemOf(form, groups), null);
  assert.equal(account.problemOf({ ...form, userName: 'l' }, groups), 'namesNeeded');
  assert.equal(account.problemOf({ ...form, name: ' ' }, groups), 'namesNeeded');
  assert.equal(account.problemOf({ ...form, groups: [] }, groups), 'groupNeeded');
  assert.equal(account.problemOf({ isNew: false, groups: ['own'] }, groups), 'startNodeNeeded');
  assert.equal(account.problemOf({ isNew: false, groups: ['own'], startNode: 'p' }, groups), null);
});

test('there is always a page', () => assert.deepEqual([0, 20, 21].map((total) => account.pageCount(total, 20)), [1, 1, 2]));

test('the section is the one that the server names', () => {
  const route = readFileSync(path.join(here, '../Accounts/Current/CurrentUser.cs'), 'utf8');
  assert.ok(route.includes(`"${users.find((manifest) => manifest.type === 'section').alias}"`));
  const factor = readFileSync(path.join(here, '../Accounts/Current/CurrentTwoFactor.cs'), 'utf8');
  assert.ok(factor.includes(`"${users.find((manifest) => manifest.type === 'mfaLoginProvider').forProviderName}"`));
});

test('both languages have every text that is asked for', () => {
  assert.deepEqual(Object.keys(chinese), Object.keys(english));
  const literal = [...code.matchAll(/\bterm\('([a-zA-Z]+)'/g), ...code.matchAll(/parkbrandUsers_([a-zA-Z]+)'/g)].map(([, key]) => key);
  const acts = account.actionsFor({ ...active, twoFactor: true, sessions: 1, lockedUntil: 'x' }).concat(account.actionsFor({ ...active, state: 'disabled' }), account.actionsFor({ ...active, state: 'invited' }));
  const made = [...acts.flatMap(({ name, asks }) => [name, `${name}Done`, ...(asks ? [`${name}Ask`] : [])]), ...Object.keys(account.stateColor).map((state) => `state_${state}`)];
  assert.ok(literal.length > 20);
  assert.deepEqual([...literal, ...made].filter((key) => !(`parkbrandUsers_${key}` in chinese)), []);
});

test('Chinese has Chinese punctuation and no English', () => {
  const wrong = Object.entries(chinese).filter(([, text]) => /[\u3400-\u9fff][,;:!?()"]|[,;:!?()"][\u3400-\u9fff]/.test(text) || !/[\u3400-\u9fff、]/.test(text));
  assert.deepEqual(wrong, []);
});

test('a text takes the same values in both languages', () => {
  const holes = (text) => [...new Set(text.match(/%\d%/g) ?? [])].sort().join();
  assert.deepEqual(Object.keys(chinese).filter((key) => holes(chinese[key]) !== holes(english[key])), []);
});
