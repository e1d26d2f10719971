// From the page as it opens to what somebody came for, by keyboard alone.
import { test, expect, advised, go, show, verdict } from './fixtures.mjs';

const CROSS = { application: '400GBASE-DR4', fiber: 'OS2', grade: 'standard', topology: 'cross-connect', lengths: { cordA: 5, trunks: [60, 60], cross: [10], cordB: 5 }, links: 128 };

test.beforeEach(() => {
  test.slow();
});

/** How the element that has the focus shows it: its own outline or that of its row or box. */
const outline = (page) => page.evaluate(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return 'nothing has the focus';
  const around = [element, element.closest('.option'), element.closest('.box')].filter(Boolean);
  const box = element.getBoundingClientRect();
  const shown = around.some((place) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(place);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  const name = `${element.tagName} ${element.id || element.className} ${element.textContent.trim().slice(0, 30)}`;
  if (!shown) return `no outline: ${name}`;
  return box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight ? '' : `out of sight: ${name}`;
});

/** Goes on with Tab to a place; every stop on the way shows the focus and is in sight. */
async function tabTo(page, place, key = 'Tab') {
  for (let stop = 0; stop < 150; stop += 1) {
    await page.keyboard.press(key);
    expect(await outline(page)).toBe('');
    if (await place.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(place, 'is reached').toBeFocused();
}

/** Replaces what stands in the field that has the focus. */
async function type(page, text) {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

const tools = (page) => page.getByRole('navigation', { name: 'Tools' });

test.describe('a buyer', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('goes from the speed to the order list', async ({ page }) => {
    await show(page);
    await tabTo(page, page.getByRole('radio', { name: '400G', exact: true }));
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: '800G', exact: true })).toBeChecked();
    await expect(page.getByRole('radio', { name: '800G', exact: true })).toBeFocused();
    await advised(page);
    const application = page.locator('fieldset.application');
    await tabTo(page, application.getByRole('radio', { checked: true }));
    await expect(page.locator('#application-800gbase-dr8')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('#application-800gbase-dr8-2')).toBeChecked();
    expect(await outline(page)).toBe('');
    await page.keyboard.press('ArrowUp');
    await expect(page.locator('#application-800gbase-dr8')).toBeChecked();
    await tabTo(page, page.locator('#fl-cord-a'));
    await type(page, '3');
    await tabTo(page, page.locator('#fl-trunk-1'));
    await type(page, '85');
    await tabTo(page, page.locator('#fl-cord-b'));
    await type(page, '7');
    await tabTo(page, page.locator('#fl-links'));
    await type(page, '24');
    // The way to the answer is the first stop of the page.
    await tabTo(page, page.getByRole('link', { name: 'Skip to the answer' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await expect(verdict(page)).toContainText('Pass');
    await expect(verdict(page)).toContainText('95 m');
    await expect(page.locator('.order')).toContainText('85 m');
    await tabTo(page, tools(page).getByRole('button', { name: 'Share' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const room = page.getByRole('dialog', { name: 'Share' });
    await tabTo(page, room.getByRole('button', { name: 'Copy order list' }));
    await page.keyboard.press('Enter');
    await expect(room.getByRole('contentinfo')).toContainText('The order list is copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^\d+\tTrunk, .* 85 m\n/);
    expect(copied).toMatch(/\n24\tCord, .* 3 m\n[^]*\n24\tCord, .* 7 m\n/);
    expect(copied).toContain(page.url());
    await page.keyboard.press('Escape');
    await expect(tools(page).getByRole('button', { name: 'Share' })).toBeFocused();
    expect(await outline(page)).toBe('');
  });
});

test('a failing design is repaired, and the repair undone', async ({ page }) => {
  await show(page, CROSS);
  await expect(verdict(page)).toContainText('Fail');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the answer' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  const repairs = page.locator('[data-advice="repairs"]');
  await tabTo(page, repairs.getByRole('link', { name: 'Apply' }).first());
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('Pass');
  await expect(verdict(page)).toContainText('+1.544');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(verdict(page)).toBeInViewport();
  await page.keyboard.press('Control+z');
  await expect(verdict(page)).toContainText('Fail');
  await page.keyboard.press('Control+Shift+z');
  await expect(verdict(page)).toContainText('Pass');
});

test('a search, an example, a quote', async ({ page }) => {
  await show(page);
  await tabTo(page, page.getByRole('combobox', { name: 'Find' }));
  await page.keyboard.type('QSFP-DD SR8');
  await expect(page.getByRole('option').first()).toContainText('400GBASE-SR8');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('#application-400gbase-sr8')).toBeChecked();
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, tools(page).getByRole('button', { name: 'Examples' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  let room = page.getByRole('dialog', { name: 'Examples' });
  await expect(room.getByRole('heading', { name: 'Examples' })).toBeFocused();
  await tabTo(page, room.getByRole('link', { name: 'Campus, duplex 400G' }));
  await page.keyboard.press('Enter');
  await expect(room).toBeHidden();
  await expect(verdict(page)).toContainText('2.392');
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, tools(page).getByRole('button', { name: 'Quote' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  room = page.getByRole('dialog', { name: 'Quote' });
  await tabTo(page, room.getByLabel('Number'));
  await type(page, 'Q-7');
  await tabTo(page, room.getByLabel('Customer'));
  await type(page, 'Acme');
  await page.keyboard.press('Enter');
  await expect(room.getByRole('article')).toContainText('Q-7');
  await expect(room.getByRole('article')).toContainText('2.392');
  await page.keyboard.press('Escape');
  await expect(room).toBeHidden();
  await expect(tools(page).getByRole('button', { name: 'Quote' })).toBeFocused();
  expect(await outline(page)).toBe('');
});

test('the focus stays in a dialog', async ({ page }) => {
  await show(page);
  await tabTo(page, tools(page).getByRole('button', { name: 'Designs' }));
  await page.keyboard.press('Enter');
  const room = page.getByRole('dialog', { name: 'Designs' });
  await expect(room).toBeVisible();
  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press('Tab');
    // At its end the browser's own controls come, then the dialog again.
    expect(await room.evaluate((box) => box.contains(document.activeElement) || document.activeElement === document.body)).toBe(true);
  }
});

test('the focus stays where it is while what follows the verdict is filled in', async ({ page }) => {
  await show(page);
  let length = 40;
  for (const place of ['[data-advice="place"]', '[data-advice="alternatives"]', '[data-answer="proof"]']) {
    const stop = page.locator(`${place} :is(summary, a[href])`).first();
    await stop.focus();
    length += 10;
    await go(page, { ...CROSS, topology: 'interconnect', lengths: { cordA: 5, trunks: [length], cordB: 5 } });
    await expect(stop, place).toBeFocused();
  }
});

test('arrows follow the lanes of the proof through the drawing', async ({ page }) => {
  await show(page);
  const lanes = page.getByRole('region', { name: 'Proof' }).getByRole('table', { name: /^From A to B/ }).locator('tr[data-lane]');
  await tabTo(page, lanes.first());
  const lit = () => page.locator('.drawing .lane.lit').evaluateAll((all) => [...new Set(all.map((lane) => lane.dataset.lane))]);
  const seen = [];
  for (let index = 0; index < 4; index += 1) {
    await expect(lanes.nth(index)).toBeFocused();
    expect(await outline(page)).toBe('');
    expect(await lit()).toEqual([await lanes.nth(index).getAttribute('data-lane')]);
    seen.push(...(await lit()));
    await page.keyboard.press('ArrowDown');
  }
  expect(new Set(seen).size).toBe(4);
  await expect(lanes.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(lanes.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(lanes.last()).toBeFocused();
  // The lanes are one stop.
  await page.keyboard.press('Tab');
  await expect(lanes.first()).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(lanes.last()).toBeFocused();
});
