// Who is on the pictures: an operator of one park, an editor and an administrator. They are invited as in life.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { desk, tree } from './desk.mjs';

export const password = '小桥流水人家，就在昆山之南';
export const parkName = '先进计算产业园';
const run = path.join(import.meta.dirname, '../../../run');

const invite = (name, userName, group, startNode) => execFileSync(run, ['user', 'add', userName, '--group', group, '--name', name, ...(startNode ? ['--start-node', startNode] : []), '--data', process.env.DATA], { encoding: 'utf8' }).match(/SITE(\S+)/)[1];

async function accept(page, link) {
  await page.goto(link);
  for (const field of ['#password', '#again']) await page.fill(field, password);
  await page.locator('form button').first().click();
  await page.locator('button[value=later]').click();
  await page.locator('umb-backoffice-main').waitFor();
}

export async function people({ newPerson }, step) {
  let park;
  const members = {};
  await step('the first administrator signs in', async () => {
    const page = await (await newPerson()).newPage();
    const first = readFileSync(path.join(process.env.DATA, 'server.log'), 'utf8').match(/password (\S+)/)[1];
    await page.goto('/umbraco');
    await page.fill('#user', 'admin');
    await page.fill('#password', first);
    await page.locator('form button').first().click();
    await tree(page, '园区').locator('#caret-button').first().click();
    await tree(page, parkName).click();
    await page.waitForURL('**/document/edit/**');
    park = page.url().match(/edit\/([0-9a-f-]{36})/)[1];
    await page.close();
  });
  const links = {};
  await step('people are invited', async () => {
    for (const [name, userName, group, startNode] of [['李强', 'liqiang', 'parkOperator', park], ['周敏', 'zhoumin', 'publicityEditor'], ['陈静', 'chenjing', 'administrator']]) links[userName] = invite(name, userName, group, startNode);
  });
  return {
    park,
    links,
    members,
    /** A new tab of a person at an address of the client. */
    async open(userName, address = '/umbraco/section/content') {
      if (!members[userName]) {
        members[userName] = await newPerson();
        const first = await members[userName].newPage();
        await accept(first, links[userName]);
        await first.close();
      }
      const page = await members[userName].newPage();
      await page.goto(address);
      await page.locator('#user, umb-backoffice-main').first().waitFor();
      if (await page.locator('#user').isVisible()) {
        await page.fill('#user', userName);
        await page.fill('#password', password);
        await page.locator('form button').first().click();
        await page.locator('umb-backoffice-main').waitFor();
      }
      return desk(page);
    },
    address: (id, culture = 'zh-CN') => `/umbraco/section/content/workspace/document/edit/${id}/${culture}`,
  };
}
