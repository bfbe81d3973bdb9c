export async function park({ picture, step, open, address, park: id }) {
  const desk = await open('liqiang', address(id));
  const { page } = desk;
  await step('the form', async () => {
    await desk.field('tagline').waitFor();
    await picture(page, 'park');
    await desk.tab('数据');
    await desk.field('carrierAvailable').waitFor();
    await picture(page, 'park-figures');
  });
  await step('saving', async () => {
    await desk.tab('名片');
    await desk.field('tagline').fill('让一台服务器先跑起来，再跑稳。新增液冷整机测试专线。');
    await desk.press('Save');
    await desk.dialog().locator('uui-button[look=primary]').last().waitFor();
    await picture(page, 'save', { x: 300, y: 60, width: 1140, height: 840 });
    await desk.confirm();
    await page.locator('uui-modal-dialog').waitFor({ state: 'detached' });
    // The tick on the button goes again, and the state of the languages is fetched.
    await page.waitForTimeout(2500);
  });
  await step('publishing', async () => {
    await desk.press('SaveAndPublish');
    await desk.dialog().locator('uui-button[look=primary]').last().waitFor();
    await picture(page, 'publish', { x: 300, y: 60, width: 1140, height: 840 });
    await desk.confirm();
    await desk.toast('positive');
    await picture(page, 'published', { x: 640, y: 742, width: 800, height: 158 });
  });
  await step('the menu beside publishing', async () => {
    await desk.page.goto(address(id));
    await desk.field('tagline').waitFor();
    await desk.menu();
    await page.getByText('定时发布').last().waitFor();
    await picture(page, 'menu', { x: 1000, y: 728, width: 440, height: 172 });
  });
  await step('languages', async () => {
    await desk.page.goto(address(id));
    await desk.field('tagline').waitFor();
    await page.locator('[data-mark="input:entity-name"] #toggle').first().click();
    await page.locator('#popover .variant').last().hover();
    await picture(page, 'languages', { x: 300, y: 60, width: 1140, height: 420 });
    await page.locator('#popover .split-view').last().click();
    await page.locator('[data-mark="property:tagline"]').nth(1).waitFor();
    await picture(page, 'split');
  });
  await step('preview', async () => {
    await desk.page.goto(address(id));
    await desk.field('tagline').fill('让一台服务器先跑起来，再跑稳。预约试机不超过三天。');
    const [preview] = await Promise.all([page.context().waitForEvent('page'), desk.press('SaveAndPreview')]);
    await preview.frameLocator('iframe').getByText('预约试机不超过三天').first().waitFor();
    await picture(preview, 'preview');
    await preview.close();
  });
  await page.close();
}
