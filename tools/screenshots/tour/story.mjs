import { parkName } from './people.mjs';

export async function story({ picture, step, open }) {
  const desk = await open('zhoumin');
  const { page } = desk;
  const body = desk.property('body');
  const editor = page.locator('umb-block-workspace-editor').last();
  const add = async (block) => {
    await body.locator('uui-button[look=placeholder]').nth(-2).click();
    await page.locator(`umb-block-catalogue-modal uui-card-block-type[name="${block}"]`).first().click();
    await editor.locator('[data-mark^="property:"]').first().waitFor();
  };
  const keep = async () => {
    await page.locator('umb-block-workspace-editor uui-button[look=primary]').last().click();
    await page.locator('umb-block-workspace-editor').waitFor({ state: 'detached' });
  };
  await step('a new story', async () => {
    await desk.create('故事', 'icon-newspaper');
    await desk.choose('icon-newspaper');
    await desk.name('机房里最安静的一排');
    await desk.property('kind').locator('select').selectOption({ index: 2 });
    await desk.field('standfirst').fill('液冷机柜把噪声降到六十分贝以下，值班员第一次可以在机房里正常说话。');
    await body.locator('uui-button[look=placeholder]').first().click();
    await page.locator('umb-block-catalogue-modal uui-card-block-type').nth(7).waitFor();
    await picture(page, 'blocks', { x: 840, y: 0, width: 600, height: 900 });
    await page.locator('umb-block-catalogue-modal uui-card-block-type[name="文字"]').click();
  });
  await step('text', async () => {
    const text = page.locator('umb-input-tiptap [contenteditable=true]').last();
    await text.click();
    await page.keyboard.type('凌晨两点，A 座三层的机房只亮着一排蓝灯。值班员把耳罩挂回墙上，说话不用再喊。');
    await picture(page, 'block-text');
    await keep();
  });
  await step('a quotation', async () => {
    await add('引语');
    const fields = await editor.locator('[data-mark^="property:"]').all();
    for (const [n, text] of ['以前要戴耳罩，现在能听见自己的脚步。', '机房值班员 顾师傅'].entries())
      if (fields[n]) await fields[n].locator('input, textarea, [contenteditable=true]').first().fill(text);
    await picture(page, 'block-quote');
    await keep();
  });
  await step('a live figure', async () => {
    await add('随行数字');
    await editor.getByText('选择', { exact: true }).first().click();
    await page.locator('uui-modal-sidebar').last().locator('uui-menu-item[label="园区"] #caret-button').first().click({ timeout: 3000 }).catch(() => {});
    await page.locator('uui-modal-sidebar').last().locator(`uui-menu-item[label="${parkName}"]`).first().click();
    await desk.confirm();
    await editor.locator('select', { has: page.locator('option', { hasText: '在园企业' }) }).selectOption({ label: '在园企业' });
    await picture(page, 'block-figure');
    await keep();
  });
  await step('the whole story', async () => {
    await body.scrollIntoViewIfNeeded();
    await picture(page, 'story');
    await desk.press('Save');
    await desk.confirm();
    await page.waitForURL('**/document/edit/**');
  });
  await page.close();
}
