import { chromium } from '@playwright/test';
const base = process.argv[2];
const b = await chromium.launch();
for (const [name, w, h] of [['wide', 1440, 1000], ['900', 900, 1000], ['phone', 360, 740]]) {
  const p = await b.newPage({ viewport: { width: w, height: h } });
  p.on('console', (m) => console.log(name, m.type(), m.text()));
  p.on('pageerror', (e) => console.log(name, String(e)));
  await p.goto(base);
  const adv = async () => { await p.waitForTimeout(300); await p.waitForFunction(() => document.querySelector('#fiberlane').dataset.advice === 'ready', null, { timeout: 60000 }); await p.waitForTimeout(200); };
  await adv();
  await p.locator('.there summary').first().click();
  await p.locator('.there input[name=trunk]').check(); await adv();
  const e = (n) => p.locator('[data-kind=trunk] .entry').nth(n);
  await e(0).locator('[name=fiber]').selectOption('OM3'); await adv();
  await e(0).locator('[name=lengthM]').fill('60'); await e(0).locator('[name=lengthM]').press('Enter'); await adv();
  console.log(name, await p.locator('.verdict').first().textContent());
  await p.screenshot({ path: `/tmp/w/shot-${name}-1.png` });
  await e(0).locator('[data-field=pins\\.A] summary').click();
  await p.locator('.there').scrollIntoViewIfNeeded();
  await p.locator('.there').screenshot({ path: `/tmp/w/shot-${name}-there.png` });
  await p.locator('[data-kind=trunk] .another').click(); await adv();
  await e(1).locator('[name=fiber]').selectOption('OM4'); await adv();
  console.log(name, await p.locator('.verdict').first().textContent(), await p.locator('.findings').first().textContent());
  await e(1).scrollIntoViewIfNeeded();
  await p.screenshot({ path: `/tmp/w/shot-${name}-2.png` });
  await p.close();
}
await b.close();
