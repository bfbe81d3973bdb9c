import { password, parkName } from './people.mjs';

export async function signIn({ newPerson, picture, step, links, open, members }) {
  const context = await newPerson();
  const page = await context.newPage();
  const form = page.locator('main');
  await step('the sign-in page', async () => {
    await page.goto('/umbraco');
    await page.locator('#user').waitFor();
    await picture(page, 'login', form);
  });
  await step('a new account', async () => {
    await page.goto(links.liqiang);
    await picture(page, 'welcome', form);
    for (const field of ['#password', '#again']) await page.fill(field, password);
    await page.locator('form button').first().click();
    await page.locator('button[value=later]').waitFor();
    await picture(page, 'two-factor', form);
    await page.locator('button[value=later]').click();
    await page.locator('umb-backoffice-main').waitFor();
    await page.close();
    members.liqiang = context;
  });
  await step('the first screen', async () => {
    const desk = await open('liqiang');
    await desk.unfold(parkName);
    await desk.tree('5 号楼 1 层整机区').waitFor();
    await picture(desk.page, 'start');
    await desk.page.locator('[data-mark="header-app:Umb.HeaderApp.Search"]').first().click();
    await desk.page.locator('umb-search-modal input').first().fill('液冷');
    await desk.dialog().locator('uui-menu-item, .search-item, a').first().waitFor();
    await picture(desk.page, 'search');
    await desk.page.goto('/umbraco/section/content');
    await desk.tree(parkName).waitFor();
    await desk.page.locator('[data-mark="header-app:Umb.HeaderApp.CurrentUser"]').first().click();
    await desk.dialog().locator('uui-button').first().waitFor();
    await picture(desk.page, 'account', { x: 900, y: 0, width: 540, height: 360 });
  });
}
