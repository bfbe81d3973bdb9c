import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as schematic from '../extensions/geo-position/schematic.js';
import * as figure from '../extensions/live-figure/shape.js';
import * as segment from '../extensions/url-segment/segment.js';

test('a click on the middle of a plate is its district, and the mark stands where one clicked', () => {
  for (const plate of schematic.plates) {
    const [x, y] = [plate.x + schematic.plateSize.width / 2, plate.y + schematic.plateSize.height / 2];
    const place = schematic.placeOf(schematic.positionAt(x, y));
    assert.equal(place.plate.en, plate.en);
    assert.ok(Math.hypot(place.x - x, place.y - y) < 0.1);
  }
});

test('between the plates there is nothing to choose', () => assert.equal(schematic.positionAt(3.5 * schematic.cell.width, 10), null));

test('a position has both numbers, and lies in Kunshan', () => {
  assert.equal(schematic.problemOf(undefined), null);
  assert.equal(schematic.problemOf({ latitude: 31.38, longitude: 120.98 }), null);
  assert.deepEqual(schematic.problemOf({ latitude: 31.38 }), ['geoPosition_both']);
  assert.deepEqual(schematic.problemOf({ latitude: NaN, longitude: 120.98 }), ['geoPosition_both']);
  assert.equal(schematic.problemOf({ latitude: 120.98, longitude: 31.38 })[0], 'geoPosition_latitudeRange');
  assert.equal(schematic.problemOf({ latitude: 31.38, longitude: 120.6 })[0], 'geoPosition_longitudeRange');
});

test('a live figure is read and written as one value', () => {
  assert.deepEqual(figure.parse(undefined), { park: undefined, field: undefined, format: 'value' });
  assert.deepEqual(figure.parse({ park: 'p', field: null, format: 'value' }), { park: 'p', field: undefined, format: 'value' });
  assert.deepEqual(figure.written(figure.parse({ park: 'p', field: 'revenue' })), { park: 'p', field: 'revenue', format: 'value' });
  assert.equal(figure.written(figure.parse({})), undefined);
});

test('a live figure says what is missing', () => {
  assert.equal(figure.problemOf({}, false), null);
  assert.equal(figure.problemOf({}, true), 'liveFigure_parkMissing');
  assert.equal(figure.problemOf({ field: 'revenue' }, false), 'liveFigure_parkMissing');
  assert.equal(figure.problemOf({ park: 'p' }, false), 'liveFigure_fieldMissing');
  assert.equal(figure.problemOf({ park: 'p', field: 'revenue' }, true), null);
});

test('choices may be named plainly or per language', () => {
  assert.deepEqual(figure.choices(['a'], 'zh-CN'), [{ value: 'a', name: 'a' }]);
  assert.deepEqual(figure.choices([{ value: 'a', name: { 'zh-CN': '甲', 'en-US': 'A' } }], 'en-US'), [{ value: 'a', name: 'A' }]);
  assert.deepEqual(figure.choices(undefined, 'zh-CN'), []);
});

test('a URL segment is shown behind its route, tidied and checked as the server does', () => {
  assert.equal(segment.before('/parks/{parent}/spaces/{slug}'), '/parks/…/spaces/');
  assert.equal(segment.before('/{slug}'), '/');
  assert.equal(segment.tidy('  North Gate_2 '), 'north-gate-2');
  for (const good of [undefined, '', 'a', 'north-gate-2', 'a'.repeat(80)]) assert.equal(segment.problemOf(good), null);
  for (const bad of ['A', 'a--b', '-a', 'a-', 'a b', '园区', 'a'.repeat(81)]) assert.equal(segment.problemOf(bad), 'urlSegment_form');
});

test('a live figure shows the present number of the park, and says when there is none', () => {
  const park = { values: [{ alias: 'carrierBuilt', value: 128345 }, { alias: 'gas', value: true }] };
  assert.equal(figure.present(park, { value: 'carrierBuilt', unit: 'm²' }), '128,345 m²');
  assert.equal(figure.present(park, { value: 'carrierBuilt' }), '128,345');
  for (const field of [{ value: 'gas' }, { value: 'revenue' }, undefined]) assert.equal(figure.present(park, field), undefined);
});
