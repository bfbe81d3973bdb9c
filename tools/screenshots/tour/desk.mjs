// What hands do in the client.
export const tree = (page, label) => page.locator(`uui-menu-item[label="${label}"]`).first();

export function desk(page) {
  const dialog = () => page.locator('uui-modal-dialog, uui-modal-sidebar').last();
  const property = (alias) => page.locator(`[data-mark="property:${alias}"]`).last();
  return {
    page,
    dialog,
    property,
    tree: (label) => tree(page, label),
    unfold: (label) => tree(page, label).locator('#caret-button').first().click(),
    field: (alias) => property(alias).locator('input, textarea, [contenteditable=true]').first(),
    tab: (name) => page.locator('uui-tab', { hasText: name }).first().click(),
    press: (action) => page.locator(`[data-mark="workspace-action:Umb.WorkspaceAction.Document.${action}"]`).click(),
    confirm: () => dialog().locator('uui-button[look=primary]').last().click(),
    menu: () => page.locator('umb-workspace-action-menu').last().click(),
    dots: () => page.locator('[data-mark="workspace:action-menu-button"] #dropdown-button').first().click(),
    toast: (color) => page.locator(`uui-toast-notification[color=${color}]`).last().waitFor({ state: 'attached' }),
    /** The dialogs and messages of the step before are gone. */
    calm: () => page.locator('uui-modal-dialog, uui-modal-sidebar, uui-toast-notification').first().waitFor({ state: 'detached' }),
    async create(parent, icon) {
      await tree(page, parent).hover();
      await tree(page, parent).locator('[data-mark="entity-action:Umb.EntityAction.Document.Create"]').first().click();
      await dialog().locator(`uui-ref-node-document-type:has(umb-icon[name=${icon}])`).first().waitFor();
    },
    choose: (icon) => dialog().locator(`uui-ref-node-document-type:has(umb-icon[name=${icon}])`).first().click(),
    name: (text) => page.locator('[data-mark="input:entity-name"] input').first().fill(text),
  };
}
