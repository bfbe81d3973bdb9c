import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parkName } from './people.mjs';

// The drawing of a park as a picture that an editor could have taken.
async function drawing(newPerson) {
  const page = await (await newPerson()).newPage();
  await page.setViewportSize({ width: 1600, height: 800 });
  await page.setContent(`<body style="margin:0">${readFileSync(path.join(import.meta.dirname, '../../../content/parks/energy-storage-park.svg'), 'utf8')}<style>svg{width:1600px;height:auto}</style>`);
  const buffer = await page.screenshot();
  await page.close();
  return { name: '液冷试验台.png', mimeType: 'image/png', buffer };
}

export async function media({ newPerson, picture, step, open }) {
  const desk = await open('liqiang', '/umbraco/section/media');
  const { page } = desk;
  await step('uploading', async () => {
    await page.locator('uui-card-media').first().locator('#open-part').click();
    await page.locator('uui-card-media[name*=advanced]').waitFor();
    await page.locator('uui-file-dropzone input[type=file]').first().setInputFiles(await drawing(newPerson));
    await page.locator('uui-card-media[name*=液冷]').first().waitFor();
    await page.waitForTimeout(1500);
    await picture(page, 'upload', { x: 0, y: 0, width: 1440, height: 560 });
  });
  await step('describing', async () => {
    await page.locator('uui-card-media[name*=液冷]').first().locator('#open-part').click();
    await desk.field('alt_zh_CN').fill('储能柜前的液冷试验台，管路接到第三排机柜');
    await desk.field('alt_en_US').fill('A liquid-cooling test bench, piped to the third row of cabinets');
    const area = page.locator('umb-image-cropper-focus-setter').first();
    await area.waitFor();
    const box = await area.boundingBox();
    await page.mouse.click(box.x + box.width * 0.68, box.y + box.height * 0.5);
    await picture(page, 'describe');
    await page.locator('[data-mark="workspace-action:Umb.WorkspaceAction.Media.Save"]').click();
    await page.waitForTimeout(1500);
  });
  await step('choosing', async () => {
    await page.goto('/umbraco/section/content');
    await desk.tree(parkName).click();
    const gallery = desk.property('gallery');
    await gallery.scrollIntoViewIfNeeded();
    await gallery.locator('#btn-add').click();
    await desk.dialog().locator('uui-card-media').first().locator('#open-part').click();
    await desk.dialog().locator('uui-card-media[title="液冷试验台"]').click();
    await picture(page, 'choose-picture');
  });
  await page.close();
}
