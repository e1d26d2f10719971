// The search: every word is used or named as not used, all that is found can be reached, and a key
// goes there. Journeys that follow each other on one page.
import { test, expect, open, advised, settled, verdict, violations } from './fixtures.mjs';

const box = (page) => page.getByRole('combobox', { name: 'Find' });
const options = (page) => page.getByRole('listbox').getByRole('option');
const trunk = (page) => page.locator('#fl-trunk-1');

/** Types into the search and waits for what is found. */
async function find(page, text) {
  await box(page).fill(text);
  await expect(page.locator('.find .found')).not.toBeEmpty();
}

test('each row says what it used and what it did not', async ({ page }) => {
  await open(page);
  await advised(page);
  await find(page, '400G DR4 85 m × 512 10 % spares ConnectX-7');
  const first = options(page).first();
  await expect(first).toContainText('400GBASE-DR4');
  await expect(first.locator('.taken')).toHaveText('used: 400G · DR4 · 85 m trunk, cords 5 m · 512 links · 10 % spares');
  await expect(first.locator('.left')).toHaveText('not used: ConnectX-7');
  await expect(page.locator('.find .count')).toContainText('Not covered here: ConnectX-7 (network adapters).');
  expect(await violations(page)).toEqual([]);
  // What is said is done.
  await first.click();
  await settled(page);
  await expect(trunk(page)).toHaveValue('85');
  await expect(page.locator('#fl-links')).toHaveValue('512');
  await expect(verdict(page)).toContainText('Pass');
  await advised(page);

  // A number alone is said of the design on screen.
  await find(page, '300 ft');
  await expect(options(page)).toHaveCount(1);
  await expect(options(page).first()).toContainText('this design, 400GBASE-DR4');
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(trunk(page)).toHaveValue('91.44');

  // What nobody typed stays, and is named.
  await find(page, '400G DR4-2');
  await expect(options(page).first().locator('.kept')).toContainText('kept from this design: Cord A 5 m · Trunk 91.44 m');
  await expect(options(page).first().locator('.kept')).toContainText('Links 512');

  // Nothing by "to" alone.
  await find(page, 'banana to apple');
  await expect(page.locator('.find .found')).toContainText('Nothing is found for “banana to apple”.');
  await expect(page.locator('.find .found')).toContainText('not used: banana, apple');
  await expect(page.getByRole('listbox')).toBeHidden();
  expect(await violations(page)).toEqual([]);

  // InfiniBand names stand beside those of Ethernet.
  await find(page, 'NDR 30 m');
  for (const port of ['400GBASE-VR4', '400GBASE-DR4', '400GBASE-FR4']) {
    await expect(options(page).filter({ hasText: `${port} (InfiniBand NDR)` }).first()).toBeAttached();
  }

  // More than twelve are reached by keys and by scrolling; how many is said.
  await find(page, '400G');
  await expect(page.locator('.find .count')).toContainText(/Found: \d\d/);
  const count = await options(page).count();
  expect(count).toBeGreaterThan(12);
  await expect(page.locator('.find .count')).toContainText(`Found: ${count}.`);
  // Upwards from the first comes the last; where the first is not reached yet, it is on the way.
  await expect(async () => {
    await page.keyboard.press('ArrowUp');
    await expect(options(page).last()).toHaveAttribute('aria-selected', 'true', { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await expect(options(page).last()).toBeInViewport();
});

test('a key goes to the search and stays out of fields', async ({ page }) => {
  await open(page);
  await advised(page);
  await expect(box(page)).toHaveAttribute('aria-keyshortcuts', '/');
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
  // In the field itself it is typed.
  await page.keyboard.type('1/2');
  await expect(box(page)).toHaveValue('1/2');
  await page.keyboard.press('Escape');
  await page.locator('#fl-links').focus();
  await page.keyboard.press('/');
  await expect(page.locator('#fl-links')).toBeFocused();
  // A choice is no field to type in.
  await page.locator('form.choices input[type="radio"]:checked').first().focus();
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
});

test('on a phone the rows stay on screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  await advised(page);
  await box(page).click();
  await find(page, 'MMS4X00-NM to MMS4X00-NS400 180 m, 32 x 16, banana');
  await expect(options(page).first()).toContainText('not used: ');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  const over = await page.locator('.find .hits').evaluate((hits) => hits.getBoundingClientRect().right);
  expect(over).toBeLessThanOrEqual(360);
});
