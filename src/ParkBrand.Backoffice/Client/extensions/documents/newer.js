// Whether the server holds a newer version than a form. The version stands in each language's updateDate.
const stamp = (document) => (document?.variants ?? []).map((variant) => variant.updateDate ?? '').sort().at(-1) ?? '';

/** What another version would replace: undefined when there is none. */
export const newer = (shown, stored) => (stamp(stored) > stamp(shown) ? stamp(stored) : undefined);

/** A form takes the new version over by itself only when nothing that somebody typed can be lost. */
export const mayReload = ({ changed, dialogs, active }) => !changed && dialogs === 0 && !isWritten(active);

// What is typed may reach the form only when its field is left.
const isWritten = (element) => element?.matches?.('input, textarea, select, [contenteditable=true], [contenteditable=""]') ?? false;

/** The element that has the focus, inside whatever shadow. */
export function focused(root) {
  let element = root.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
