// Between a place on the schematic map and WGS-84. The map shows no distances: inside a plate a place is right to a kilometre or so,
// so a click gives a first value and the two fields the exact one.
import districts from './districts.js';

export const cell = { width: 76, height: 52, gap: 4 };
export const size = { width: 5 * cell.width, height: 5 * cell.height };
export const bounds = { latitude: [31.05, 31.6], longitude: [120.7, 121.25] };
const span = 0.04; // degrees that one plate stands for, both ways
const digits = 5; // about a metre

export const plates = districts.map((district) => ({ ...district, x: district.column * cell.width, y: district.row * cell.height }));

const inner = { width: cell.width - cell.gap, height: cell.height - cell.gap };
const clamped = (value, low, high) => Math.min(high, Math.max(low, value));
export const rounded = (degrees) => Number(degrees.toFixed(digits));

export function districtAt(x, y) {
  const inside = plates.find((plate) => x >= plate.x && x <= plate.x + inner.width && y >= plate.y && y <= plate.y + inner.height);
  return inside ?? null;
}

export function positionAt(x, y) {
  const plate = districtAt(x, y);
  if (!plate) return null;
  return {
    latitude: rounded(plate.latitude + (0.5 - (y - plate.y) / inner.height) * span),
    longitude: rounded(plate.longitude + ((x - plate.x) / inner.width - 0.5) * span),
  };
}

export function nearest({ latitude, longitude }) {
  // A degree of longitude is shorter here than one of latitude.
  const distance = (plate) => Math.hypot(plate.latitude - latitude, (plate.longitude - longitude) * Math.cos((latitude * Math.PI) / 180));
  return plates.reduce((best, plate) => (distance(plate) < distance(best) ? plate : best));
}

export function placeOf(position) {
  const plate = nearest(position);
  const across = clamped((position.longitude - plate.longitude) / span + 0.5, 0, 1);
  const down = clamped(0.5 - (position.latitude - plate.latitude) / span, 0, 1);
  return { x: plate.x + across * inner.width, y: plate.y + down * inner.height, plate };
}

export const plateSize = inner;

/** What is wrong with a position, as a key and what to fill in; null when nothing is. */
export function problemOf(value) {
  if (value === undefined || value === null) return null;
  const missing = (number) => number === undefined || number === null || Number.isNaN(number);
  if (missing(value.latitude) || missing(value.longitude)) return ['geoPosition_both'];
  for (const axis of ['latitude', 'longitude']) {
    const [low, high] = bounds[axis];
    if (value[axis] < low || value[axis] > high) return [`geoPosition_${axis}Range`, low, high];
  }
  return null;
}
