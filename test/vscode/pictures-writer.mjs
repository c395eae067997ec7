// node test/vscode/pictures-writer.mjs [DIR] : packs the extension and takes pictures of the writer's work (new report, missing section, numbering, moving, roll-over, an office's own kinds) into DIR (.cache/pictures), for looking at.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/setup.mjs';
import { pictureStage } from './picture-stage.mjs';

const out = path.resolve(process.argv[2] ?? path.join(root, '.cache/pictures'));
mkdirSync(out, { recursive: true });
const { folder, host, open: openWindow, end } = await pictureStage();
const clean = readFileSync(path.join(root, 'examples/年度报告.gongwen'), 'utf8');
const file = (name, text) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
  return name;
};
const chapters = clean.split(/\n(?=[一二三四]、)/);
const broken = clean
  .replace(/\n三、/, '\n五、')
  .replace(/\n四、/, '\n六、')
  .replace(/三是/, '四是');
const profile = JSON.stringify(
  {
    extends: 'fazhi-annual-report',
    sections: [
      { id: 'digital', title: '数字法治建设情况', required: 'required', aliases: ['数字法治'], template: '【待补：数字法治建设情况】。' },
    ],
  },
  null,
  2,
);
file('年度报告.gongwen', clean);
mkdirSync(path.join(folder, '.gongwen/profiles'), { recursive: true });
file(
  '缺一章.gongwen',
  chapters
    .filter((c) => !/^二、/.test(c))
    .join('\n')
    .replace('\n三、', '\n二、')
    .replace('\n四、', '\n三、'),
);
file('序号乱.gongwen', broken);
let page;
let n = 0;
try {
  page = await openWindow('年度报告.gongwen', Number(process.env.SCALE ?? 1.5));
  await page.getByRole('tab', { name: /Gongwen|公文/ }).click({ timeout: 60_000 });
  await row('一、').waitFor({ timeout: 60_000 });
  const side = await page.locator('.part.sidebar').boundingBox();
  await page.mouse.move(side.x + side.width, 400);
  await page.mouse.down();
  await page.mouse.move(side.x + side.width + 200, 400, { steps: 5 });
  await page.mouse.up();

  await scene('new-report', async () => {
    await command('新建报告');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '法治政府建设' }).first().waitFor();
    await shot('new-report-kind');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: '2/3' }).waitFor();
    await page.keyboard.type('临川市司法局');
    await shot('new-report-organ');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: '3/3' }).waitFor();
    await shot('new-report-year');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '临川市司法局关于' }).first().waitFor();
    await row('一、').waitFor();
    await page
      .locator('.squiggly-info')
      .first()
      .waitFor({ timeout: 10_000 })
      .catch(() => undefined);
    await shot('new-report');
  });

  await scene('insert-section', async () => {
    await open('缺一章.gongwen');
    const missing = row('缺');
    await missing.waitFor();
    await missing.hover();
    await shot('missing-section', true);
    await missing.click({ button: 'right' });
    await page
      .locator('.context-view .action-item, .monaco-menu .action-item')
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(() => undefined);
    await shot('missing-section-menu', true);
    await page.keyboard.press('Escape');
    await command('插入缺少的');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await shot('missing-section-pick');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '不足和原因' }).first().waitFor();
    await shot('section-inserted');
  });

  await scene('renumber', async () => {
    await open('序号乱.gongwen');
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'heading/' }).first().waitFor();
    await shot('numbers-broken');
    await page.keyboard.press('Control+J');
    await command('重编');
    await row('三、').waitFor();
    await shot('numbers-mended');
  });

  await scene('drag', async () => {
    const first = row('（一）');
    await first.waitFor();
    await shot('before-drag');
    await drag(row('（二）'), first);
    await row('（一）规范行政执法').waitFor({ timeout: 10_000 });
    await shot('after-drag');
  });

  await scene('roll-over', async () => {
    await open('年度报告.gongwen');
    await row('一、').waitFor();
    await command('结转');
    await page.locator('.quick-input-title', { hasText: '结转' }).waitFor();
    await shot('roll-over-year');
    await page.keyboard.type('2019');
    await page.locator('.quick-input-message', { hasText: '应当晚于' }).waitFor();
    await shot('roll-over-wrong-year');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2027');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '待更新' }).first().waitFor();
    await shot('roll-over');
  });

  await scene('overlay', async () => {
    await open('年度报告.gongwen');
    // Whoever watches files may be late for the first one in a folder: then it is saved once more.
    const seen = row('数字法治');
    for (let i = 0; i < 5 && !(await seen.isVisible()); i++) {
      file('.gongwen/profiles/office.json', profile + '\n'.repeat(i));
      await seen.waitFor({ timeout: 4_000 }).catch(() => undefined);
    }
    await seen.waitFor({ timeout: 1_000 });
    await shot('overlay');
    file('.gongwen/profiles/office.json', profile.replace('"aliases"', '"aliasses"'));
    await open('office.json');
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row', { hasText: /alias/ }).first().waitFor({ timeout: 20_000 });
    await shot('faulty-profile');
  });
} catch (e) {
  console.error(e, host.log().slice(-3000), host.console.slice(-20).join('\n'));
  await page?.screenshot({ path: path.join(out, 'failed.png') });
  process.exitCode = 1;
} finally {
  await end();
}

function row(text) {
  return page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
}

/** One story; when it fails the others go on. */
async function scene(name, tell) {
  if (process.env.ONLY && !process.env.ONLY.split(',').includes(name)) return;
  try {
    await tell();
  } catch (e) {
    console.error(`${name}: ${e.message.split('\n')[0]}`);
    await page.screenshot({ path: path.join(out, `failed-${name}.png`) });
    process.exitCode = 1;
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
}

/** By hand: a tree takes a drop only after it has seen the pointer move over it. */
async function drag(from, to) {
  const a = await from.boundingBox();
  const b = await to.boundingBox();
  await page.mouse.move(a.x + 140, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(a.x + 150, a.y + a.height / 2 - 4, { steps: 4 });
  await page.mouse.move(b.x + 140, b.y + b.height / 2, { steps: 12 });
  await shot('dragging', true);
  await page.mouse.move(b.x + 142, b.y + b.height / 2 + 1, { steps: 4 });
  await page.mouse.up();
}

async function command(words) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(words);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first().waitFor({ timeout: 20_000 });
  await shot(`palette-${++n}`);
  await page.keyboard.press('Enter');
}

/** A key pressed while something else is taking focus is lost: ask until the file is there. */
async function open(name) {
  const tab = page.locator('.tab.active', { hasText: name });
  for (let i = 0; i < 5 && !(await tab.isVisible()); i++) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+P');
    await page
      .locator('.quick-input-widget input')
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(() => undefined);
    await page.keyboard.type(name);
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: name })
      .first()
      .waitFor({ timeout: 10_000 })
      .catch(() => undefined);
    await page.keyboard.press('Enter');
    await tab.waitFor({ timeout: 5_000 }).catch(() => undefined);
  }
  await tab.waitFor({ timeout: 1_000 });
  await page.locator('.sidebar .monaco-list-row').first().waitFor();
}

async function shot(name, hover = false) {
  if (!hover) await page.mouse.move(1, 799);
  await page.screenshot({ path: path.join(out, `${name}.png`) });
  console.log(`${name}.png`);
}
