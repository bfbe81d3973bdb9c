import { parkName } from './people.mjs';

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export async function record({ picture, step, open }) {
  const desk = await open('liqiang');
  const { page } = desk;
  await step('a new space', async () => {
    await desk.unfold(parkName);
    await desk.create(parkName, 'icon-application-window');
    await picture(page, 'create', { x: 0, y: 0, width: 1440, height: 900 });
    await desk.choose('icon-application-window');
    await desk.name('6 号楼 3 层东');
    await desk.press('SaveAndPublish');
    await desk.confirm();
    await desk.toast('danger');
    await picture(page, 'missing');
  });
  await step('its fields', async () => {
    await desk.property('kind').locator('select').selectOption({ label: '标准厂房' });
    for (const [alias, text] of [['areaMin', '300'], ['areaMax', '1200'], ['floor', '3 层'], ['floorLoad', '0.8'], ['clearHeight', '4.5']]) await desk.field(alias).fill(text);
    await desk.tab('供应');
    await desk.property('tenure').locator('select').selectOption({ label: '出租' });
    await desk.field('rent').fill('32');
    await desk.field('availableFrom').fill(inDays(30));
    await desk.field('expiresOn').fill(inDays(180));
    await picture(page, 'space-dates');
    await desk.tab('登记');
    await desk.field('confirmedOn').fill(inDays(0));
    await picture(page, 'space-confirmed', { x: 300, y: 60, width: 1140, height: 420 });
    await desk.press('SaveAndPublish');
    await desk.confirm();
    await desk.toast('positive');
  });
  await page.close();
}
