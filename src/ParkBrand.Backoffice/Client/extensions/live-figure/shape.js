// The value is `{ park, field, format }`: the park's document id, the key of one of the data type's items, and how it is written.
/** How a figure is written when the data type names no formats. */
export const plainFormat = 'value';

/** Items of the data type as `{ value, name }`; names may come plain or per language. */
export function choices(items, culture) {
  return (items ?? []).map((item) => {
    if (typeof item === 'string') return { value: item, name: item };
    const names = item.name ?? item.value;
    return { value: item.value, ...(item.unit ? { unit: item.unit } : {}), name: typeof names === 'string' ? names : (names[culture] ?? Object.values(names)[0] ?? item.value) };
  });
}

export function parse(value) {
  return { park: value?.park || undefined, field: value?.field || undefined, format: value?.format || plainFormat };
}

/** What the park's form says now about a field, with its unit; undefined when it says nothing. */
export function present(park, field) {
  const value = park?.values?.find((entry) => entry.alias === field?.value)?.value;
  return typeof value === 'number' ? `${value.toLocaleString('en-US', { maximumFractionDigits: 4 })} ${field.unit ?? ''}`.trim() : undefined;
}

/** Undefined when nothing is chosen, so that an empty figure is no value. */
export const written = (figure) => (figure.park || figure.field ? figure : undefined);

export function problemOf({ park, field }, mandatory) {
  if (!park && !field && !mandatory) return null;
  if (!park) return 'liveFigure_parkMissing';
  return field ? null : 'liveFigure_fieldMissing';
}
