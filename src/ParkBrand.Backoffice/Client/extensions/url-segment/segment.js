// The last part of a document's address; the server has the last word.
const form = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const longest = 80;

/** Text before the field: `/parks/` of `/parks/{slug}`; what only the server knows is `…`. */
export const before = (route) => (route ?? '/{slug}').replace('{parent}', '…').replace('{slug}', '');

/** What somebody typed, as an address can have it. */
export const tidy = (text) => text.trim().toLowerCase().replace(/[\s_]+/g, '-');

export function problemOf(segment) {
  if (!segment) return null;
  return segment.length <= longest && form.test(segment) ? null : 'urlSegment_form';
}
