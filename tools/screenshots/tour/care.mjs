import { password, parkName } from './people.mjs';

export async function care({ picture, step, open, members, address }) {
  const own = await open('liqiang');
  let place;
  await step('two at the same document', async () => {
    await own.unfold(parkName);
    await own.tree('C 座 2 层北').click();
    await own.page.waitForURL('**/document/edit/**');
    place = address(own.page.url().match(/edit\/([0-9a-f-]{36})/)[1]);
    await own.field('floor').waitFor();
    const other = await open('chenjing', place);
    await other.field('areaMin').fill('100');
    await other.press('Save');
    await other.confirm();
    await other.page.locator('uui-modal-dialog').waitFor({ state: 'detached' });
    await other.page.waitForTimeout(1000);
    await other.page.close();
    await own.field('areaMin').fill('120');
    await own.press('Save');
    await own.confirm();
    await own.toast('danger');
    await picture(own.page, 'conflict');
  });
  await step('older versions', async () => {
    const { page, dialog } = await open('liqiang', `${place}/view/info`);
    const rollback = page.locator('[data-mark="audit-log-action:Umb.AuditLogAction.Document.Rollback"]');
    await rollback.waitFor();
    await picture(page, 'info');
    await rollback.click();
    await dialog().locator('.rollback-item').first().click();
    await dialog().locator('uui-toggle').first().click();
    await picture(page, 'rollback');
    await page.close();
  });
  await step('the recycle bin', async () => {
    const chief = await open('chenjing', place);
    await chief.field('floor').waitFor();
    await chief.dots();
    await chief.page.locator('umb-workspace-entity-action-menu [data-mark*="RecycleBin.Trash"]').first().click();
    await chief.dialog().locator('uui-button[look=primary]').last().waitFor();
    await picture(chief.page, 'trash', { x: 300, y: 60, width: 1140, height: 600 });
    await chief.confirm();
    await chief.page.waitForTimeout(1500);
    await chief.page.goto(place);
    await chief.dots();
    await chief.page.locator('umb-workspace-entity-action-menu [data-mark*="RecycleBin.Restore"]').first().waitFor();
    await picture(chief.page, 'bin');
    await chief.page.locator('umb-workspace-entity-action-menu [data-mark*="RecycleBin.Restore"]').first().click();
    await Promise.all([chief.page.waitForResponse((answer) => answer.url().endsWith('/restore')), chief.confirm()]);
    await chief.page.close();
  });
  await own.page.close();
  await step('the session is over', async () => {
    const late = await open('liqiang', place);
    await late.field('floor').fill('2 层北区');
    await members.liqiang.clearCookies();
    await late.press('Save');
    await late.dialog().locator('uui-button[look=primary]').last().click({ force: true });
    await late.page.getByText('登录已超时').waitFor();
    await picture(late.page, 'signed-out');
    const [again] = await Promise.all([late.page.context().waitForEvent('page'), late.page.locator('umb-auth-view uui-button, umb-app-auth-modal uui-button').first().click()]);
    await again.locator('#user').waitFor();
    await again.fill('#user', 'liqiang');
    await again.fill('#password', password);
    await again.locator('form button').first().click();
    await late.page.getByText('登录已超时').waitFor({ state: 'detached' });
    if (await late.field('floor').inputValue() !== '2 层北区') throw new Error('The text is gone.');
  });
}
