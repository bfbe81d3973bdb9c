// Whether the server holds a newer version than a form. The version stands in each language's updateDate.
const stamp = (document) => (document?.variants ?? []).map((variant) => variant.updateDate ?? '').sort().at(-1) ?? '';

/** What another version would replace: undefined when there is none. */
export const newer = (shown, stored) => (stamp(stored) > stamp(shown) ? stamp(stored) : undefined);

/** A form takes a new version over by itself only when nothing that somebody typed can be lost: some fields tell the form when they are left. */
export const mayReload = ({ changed, typed, dialogs }) => !changed && !typed && dialogs === 0;
