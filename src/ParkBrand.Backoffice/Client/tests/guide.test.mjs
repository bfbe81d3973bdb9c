// The guide for editors names what stands on the screen, in the words that stand there.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { here } from '../bundle/entries.mjs';
import { asked, chinese, english, labels } from './texts.mjs';

const root = path.join(here, '../../..');
const read = (name) => readFileSync(path.join(root, name), 'utf8');
const guide = read('docs/editing.md');
const schema = JSON.parse(read('umbraco.json'));

// Every name in Simplified Chinese that the content model gives to something.
function* names(part) {
  if (Array.isArray(part)) for (const item of part) yield* names(item);
  else if (part && typeof part === 'object')
    for (const [key, value] of Object.entries(part)) {
      if (key === 'name') yield typeof value === 'string' ? value : value['zh-CN'];
      yield* names(value);
    }
}

const values = (name) => Object.values(JSON.parse(read(name)));
const ownTexts = Object.entries(chinese).filter(([key]) => asked.has(key) || !(key in english)).map(([, text]) => text);
const shown = new Set([
  ...ownTexts, ...Object.values(labels), ...names(schema),
  ...values('src/ParkBrand.Backoffice/Client/extensions/users/zh-CN.json'), ...values('src/ParkBrand.Backoffice/Client/extensions/documents/zh-CN.json'), ...values('src/ParkBrand.Backoffice/Client/extensions/questions/zh-CN.json'),
  ...values('src/ParkBrand.Backoffice/Accounts/Resources/zh-CN.json'),
  ...Object.entries(JSON.parse(read('themes/kunshan/texts/zh-CN.json'))).filter(([key]) => key.startsWith('preview.')).map(([, text]) => text),
  ...readdirSync(path.join(root, 'src/ParkBrand.Backoffice/Management'), { recursive: true }).filter((file) => file.endsWith('zh-CN.json')).flatMap((file) => values(path.join('src/ParkBrand.Backoffice/Management', file))),
].filter((text) => typeof text === 'string'));
// "替代文字（{0}）" is shown with something in the hole.
const literal = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const withHoles = [...shown].filter((text) => /\S*\p{Script=Han}{2}/u.test(text) && /\{\d\}|%\d%/.test(text)).map((text) => new RegExp(`^${text.split(/\{\d\}|%\d%/).map(literal).join('.+')}$`));
const stands = (name) => shown.has(name) || withHoles.some((pattern) => pattern.test(name));

test('every wording in corner brackets stands on a screen', () => {
  const named = [...new Set([...guide.matchAll(/「([^」]+)」/g)].map(([, name]) => name))];
  assert.ok(named.length > 60, `${named.length}`);
  assert.deepEqual(named.filter((name) => !stands(name)), []);
});

test('the table of rights is the one of the content model', () => {
  const columns = { 查看: ['read'], 新建: ['create'], 修改: ['edit'], 发布: ['publish'], 取消发布: ['unpublish'], 移动: ['move'], 排序: ['sort'], 删除: ['delete'], 定时发布: ['edit', 'publish'], 回滚: ['rollback'], 管理账号: ['users'] };
  const [head, , ...rows] = guide.match(/^\| 用户组 .*(?:\n\|.*)+/m)[0].split('\n').map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim()));
  assert.deepEqual(head.slice(2), Object.keys(columns));
  const expected = schema.userGroups.map((group) => [group.name, ...Object.values(columns).map((needed) => (needed.every((permission) => group.permissions.includes(permission)) ? '✓' : '–'))]);
  assert.deepEqual(rows.map(([name, , ...cells]) => [name, ...cells]), expected);
  for (const group of schema.userGroups.filter((group) => group.types))
    for (const type of group.types) assert.ok(rows.find(([name]) => name === group.name)[1].includes(schema.documentTypes.find((t) => t.alias === type).name), `${group.name}: ${type}`);
});

test('links inside the guide lead somewhere', () => {
  const anchors = new Set([...guide.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title.toLowerCase().replaceAll(/[^\p{L}\p{N}\s-]/gu, '').replaceAll(' ', '-')));
  assert.deepEqual([...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor).filter((anchor) => !anchors.has(anchor)), []);
});
