// The package writes some English straight into its code; each such wording becomes a key: "Delete table" → "label_delete-table".
export const labelKey = (english) => `label_${slug(english)}`;

export const slug = (english) => english.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
