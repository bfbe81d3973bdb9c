// The package writes some English straight into its code; each such wording becomes a key: "Delete table" → "label_delete_table".
// Without hyphens: the client finds a key inside a text by #\w+.
export const labelKey = (english) => `label_${english.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_|_$/g, '')}`;
