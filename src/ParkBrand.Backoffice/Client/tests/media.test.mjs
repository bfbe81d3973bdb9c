import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { media, undescribed } from '../extensions/media/manifests.js';
import { files } from './texts.mjs';

test('the mark of an undescribed picture is the one that the server sends, and has its words', () => {
  const server = readFileSync(new URL('../../Management/Media/MediaModels.cs', import.meta.url), 'utf8');
  assert.ok(server.includes(`"${undescribed}"`));
  for (const language of ['zh-CN', 'en-US'])
    assert.ok(JSON.parse(readFileSync(new URL(`../extensions/localization/${language}.json`, import.meta.url), 'utf8')).parkbrand_undescribed);
});

test('our card stands where the package has one of its own', () => {
  const card = media.find((extension) => extension.type === 'entityCollectionItemCard');
  assert.ok(files.some(({ text }) => text.includes("'Umb.EntityCollectionItemCard.Media'")));
  assert.ok(card.weight > 0);
});
