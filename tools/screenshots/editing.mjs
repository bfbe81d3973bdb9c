// The pictures of docs/editing.md, part by part. A step that fails ends the run and says its name.
import { launch } from './browser.mjs';
import { people } from './tour/people.mjs';
import { care } from './tour/care.mjs';
import { media } from './tour/media.mjs';
import { park } from './tour/park.mjs';
import { record } from './tour/record.mjs';
import { signIn } from './tour/sign-in.mjs';
import { story } from './tour/story.mjs';

const parts = { 'sign-in': signIn, park, record, media, story, care };
const wanted = process.argv.slice(2);
const browser = await launch(process.env.ORIGIN, process.env.PICTURES);
let current = 'people';
const step = async (name, act) => {
  current = name;
  await act();
};

try {
  const desk = await people(browser, step);
  for (const [name, part] of Object.entries(parts))
    if (wanted.length === 0 || wanted.some((word) => name.includes(word))) await part({ ...desk, ...browser, step: (what, act) => step(`${name}: ${what}`, act) });
} catch (error) {
  console.error(`Step “${current}” failed. ${error.message}`);
  await browser.lastScreens(process.env.FAILED);
  process.exitCode = 1;
} finally {
  await browser.close();
}
