import { parkName } from './people.mjs';

export async function care({ picture, step, open, members }) {
  const own = await open('liqiang');
  let address;
  await step('two at the same document', async () => {
    await own.unfold(parkName);
    await own.tree('C 座 2 层北').click();
    await own.page.waitForURL('**/document/edit/**');
    address = new URL(own.page.url()).pathname;
    await own.field('floor').waitFor();
    const other = await open('chenjing', address);
    await other.field('floor').fill('2 层北侧');
    await other.press('Save');
    await other.confirm();
    await other.page.locator('uui-modal-dialog').waitFor({ state: 'detached' });
    await other.page.waitForTimeout(1000);
    await other.page.close();
    await own.field('floor').fill('2 层北区');
    await own.press('Save');
    await own.confirm();
    await own.toast('danger');
    await picture(own.page, 'conflict');
  });
  await step('older versions', async () => {
    await own.page.goto(address.replace(/\/zh-CN.*/, '/zh-CN/view/info'));
    await own.page.locator('[data-mark="audit-log-action:Umb.AuditLogAction.Document.Rollback"]').waitFor();
    await picture(own.page, 'info');
    await own.page.locator('[data-mark="audit-log-action:Umb.AuditLogAction.Document.Rollback"]').click();
    await own.dialog().locator('.rollback-item').first().click();
    await own.page.waitForTimeout(800);
    await picture(own.page, 'rollback');
  });
  await step('the recycle bin', async () => {
    const chief = await open('chenjing', address);
    await chief.field('floor').waitFor();
    await chief.dots();
    await chief.page.locator('umb-workspace-entity-action-menu [data-mark*="RecycleBin.Trash"]').first().click();
    await chief.dialog().locator('uui-button[look=primary]').last().waitFor();
    await picture(chief.page, 'trash', { x: 300, y: 60, width: 1140, height: 600 });
    await chief.confirm();
    await chief.page.waitForTimeout(1500);
    await chief.page.goto(address);
    await chief.dots();
    await chief.page.locator('umb-workspace-entity-action-menu [data-mark*="RecycleBin.Restore"]').first().waitFor();
    await picture(chief.page, 'bin');
    await chief.page.locator('umb-workspace-entity-action-menu [data-mark*="RecycleBin.Restore"]').first().click();
    await chief.confirm();
    await chief.page.close();
  });
  await step('the session is over', async () => {
    await own.page.goto(address);
    await own.field('floor').fill('2 层北区');
    await members.liqiang.clearCookies();
    await own.press('Save');
    await own.dialog().locator('uui-button[look=primary]').last().click({ force: true });
    await own.page.getByText('登录已超时').waitFor();
    await picture(own.page, 'signed-out');
  });
  await own.page.close();
}
