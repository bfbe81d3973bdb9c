// Two shapes of one value: a data type with `parts: "all"` holds park, field and format; else the value is the field alone
// and the park is the neighbouring property `park` of the block, as umbraco.json's element type liveFigure has it.
export const formats = ['figure', 'unit', 'sentence'];

/** The choices of the data type as `{ value, name }`; names may come plain or per language. */
export function choices(items, culture) {
  return (items ?? []).map((item) => {
    if (typeof item === 'string') return { value: item, name: item };
    const names = item.name ?? item.value;
    return { value: item.value, name: typeof names === 'string' ? names : (names[culture] ?? Object.values(names)[0] ?? item.value) };
  });
}

export function parse(value) {
  const one = Array.isArray(value) ? value[0] : value;
  return one && typeof one === 'object' ? { park: one.park, field: one.field, format: one.format ?? 'unit' } : { field: one || undefined, format: 'unit' };
}

export function problemOf({ park, field }, whole, mandatory) {
  const started = whole ? park || field : field;
  if (!started && !mandatory) return null;
  if (whole && !park) return 'liveFigure_parkMissing';
  return field ? null : 'liveFigure_fieldMissing';
}
