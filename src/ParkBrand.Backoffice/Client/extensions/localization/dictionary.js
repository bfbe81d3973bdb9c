import { labelKey } from './label-key.js';

// { "area_key": text } → { area: { key: text } }, which is what a localization extension hands over.
export function dictionary(...flats) {
  const areas = {};
  for (const [name, text] of flats.flatMap((flat) => Object.entries(flat))) {
    const cut = name.indexOf('_');
    (areas[name.slice(0, cut)] ??= {})[name.slice(cut + 1)] = text;
  }
  return areas;
}

export const labelTexts = (labels, textOf) => Object.fromEntries(Object.entries(labels).map(([english, text]) => [labelKey(english), textOf(english, text)]));
