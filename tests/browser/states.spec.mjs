// Every state of the answer, visited once: its accessibility tree as a golden, how it looks in light,
// in dark and on a phone, and with the colors that a reader forces upon it.
import { test, expect, advised, choose, looks, show } from './fixtures.mjs';

const STATES = {
  pass: { application: '400GBASE-DR4', topology: 'interconnect', grade: 'low-loss', lengths: { cordA: 5, trunks: [120], cordB: 5 }, links: 128 },
  tight: { application: '40GBASE-SR4', fiber: 'OM4', topology: 'interconnect', grade: 'standard', base: 12, lengths: { cordA: 3, trunks: [85], cordB: 3 }, links: 24 },
  'fail-loss': { application: '400GBASE-DR4', fiber: 'OS2', grade: 'standard', topology: 'cross-connect', lengths: { cordA: 5, trunks: [60, 60], cross: [10], cordB: 5 }, links: 128 },
  'fail-polarity': { application: '400GBASE-DR4', topology: 'interconnect', polarity: 'B', lengths: { cordA: 5, trunks: [30], cordB: 5 }, links: 12 },
  'fail-reach': { application: '400GBASE-SR4', fiber: 'OM4', topology: 'interconnect', lengths: { cordA: 5, trunks: [140], cordB: 5 }, links: 12 },
  'not-checked': { module: 'hpe-aruba-jl485a', fiber: 'OM4', topology: 'direct', lengths: { cordA: 350 }, links: 4 },
  draft: { application: '1.6TBASE-DR8', fiber: 'OS2', grade: 'low-loss', topology: 'cross-connect', lengths: { cordA: 5, trunks: [65, 65], cross: [10], cordB: 5 }, links: 32 },
  cassettes: { application: '400GBASE-FR4', topology: 'cassette-to-cassette', grade: 'low-loss', splices: 2, lengths: { cordA: 10, cross: [5, 5], trunks: [1200], cordB: 10 }, links: 1 },
  breakout: { application: '100GBASE-SR4', farEnd: { kind: 'breakout', application: '25GBASE-SR' }, links: 6 },
  'no-channel': { application: '100GBASE-SR4', farEnd: { kind: 'breakout', application: '400GBASE-DR4' }, links: 1 },
};

// One with lanes that arrive, one without, one with modules.
const FORCED = ['pass', 'fail-polarity', 'cassettes'];

/** With the reader's own colors, both ways of a pair differ by more than color, and everything can be read. */
async function forced(page, name, colorScheme) {
  await page.emulateMedia({ forcedColors: 'active', colorScheme });
  const dashes = await page.locator('.lane .glass').evaluateAll((lanes) => lanes.map((lane) => getComputedStyle(lane).strokeDasharray));
  // Where nothing arrives there is only one kind, and it is not a solid line.
  if (name === 'fail-polarity') expect.soft(new Set(dashes)).not.toContain('none');
  else expect.soft(new Set(dashes).size).toBeGreaterThan(1);
  const colors = await page.evaluate(() => {
    const of = (selector, what) => getComputedStyle(document.querySelector(selector))[what];
    return [of('.drawing text', 'fill'), of('.drawing .box', 'stroke'), of('.fc-chart text', 'fill'), getComputedStyle(document.querySelector('main')).backgroundColor];
  });
  const paper = colors.pop();
  for (const color of colors) expect.soft(color).not.toBe(paper);
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
}

for (const [name, request] of Object.entries(STATES)) {
  test(`${name}: what a screen reader finds, and how it looks`, async ({ page }) => {
    await show(page, request);
    // As text: every figure of the tree counts.
    expect.soft(await page.locator('main').ariaSnapshot()).toMatchSnapshot(`${name}.aria.yml`);
    if (FORCED.includes(name)) for (const scheme of ['light', 'dark']) await forced(page, name, scheme);
    await looks(page);
  });
}

test('a wrong value: the last good answer, its message tied to the field', async ({ page }) => {
  await show(page);
  await page.locator('#fl-trunk-1').fill('12O');
  const field = page.locator('#fl-trunk-1');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  const message = await field.getAttribute('aria-describedby');
  await expect(page.locator(`#${message}`)).toContainText('0 to 200000');
  await looks(page);
});

test('everything opened', async ({ page }) => {
  await show(page);
  await choose(page, 'grade', 'low-loss');
  await advised(page);
  await page.locator('details').evaluateAll((all) => all.forEach((details) => { details.open = true; }));
  await page.locator('[data-term]').first().click();
  await looks(page);
});

test.describe('reduced motion', () => {
  test.use({ reducedMotion: 'reduce' });

  test('nothing moves', async ({ page }) => {
    await show(page, STATES.pass);
    await page.locator('tr[data-lane]').first().hover();
    await expect(page.locator('.lane.lit')).toHaveCount(1);
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
  });
});
