// The desk: what is done with a design beside choosing it.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, expect, open, advised, settled, choose, dialog, go, link, looks, narrow, pages, show, tool, unfold, verdict, violations } from './fixtures.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SPINE = { application: '400GBASE-DR4', fiber: 'OS2', grade: 'low-loss', topology: 'interconnect', lengths: { cordA: 5, trunks: [120], cordB: 5 }, links: 128 };
const CROSS = { application: '400GBASE-DR4', fiber: 'OS2', grade: 'standard', topology: 'cross-connect', lengths: { cordA: 5, trunks: [60, 60], cross: [10], cordB: 5 }, links: 128 };
const CASSETTES = { application: '400GBASE-FR4', topology: 'cassette-to-cassette', grade: 'low-loss', splices: 2, lengths: { cordA: 10, cross: [5, 5], trunks: [1200], cordB: 10 }, links: 48, spares: 5 };
const DRAFT = { application: '1.6TBASE-DR8', fiber: 'OS2', grade: 'low-loss', topology: 'cross-connect', lengths: { cordA: 5, trunks: [65, 65], cross: [10], cordB: 5 }, links: 32 };
const UNCHECKED = { module: 'hpe-aruba-jl485a', fiber: 'OM4', topology: 'direct', lengths: { cordA: 350 }, links: 4 };
const ANGLED = { application: '400GBASE-DR4', topology: 'interconnect', polarity: 'B', lengths: { cordA: 5, trunks: [30], cordB: 5 }, links: 12 };
// More than one alternative.
const SEVERAL = { speed: '800G', fiber: 'OM3', links: 32, lengths: { trunks: [40] } };

const changed = (page) => page.locator('.changed');
const trunk = (page) => page.locator('#fl-trunk-1');
const said = (room) => room.getByRole('contentinfo').getByRole('status');
const fragment = (page) => page.locator('#fl-request').textContent();
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** What every choice is on. */
const choices = (page) => page.locator('form.choices').evaluate((form) => [
  ...[...form.querySelectorAll('input:checked')].map((input) => input.id),
  ...[...form.querySelectorAll('.field:not([hidden]) input')].map((input) => `${input.id} ${input.value}`),
  ...[...form.querySelectorAll('.recommended')].map((words) => words.textContent.trim()),
]);

/** Every line of the order on screen. */
const ordered = (page) => page.locator('section.order > table > tbody > tr').evaluateAll((rows) => {
  const words = (row, selector) => (row.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return rows.map((row) => ({ quantity: words(row, '.number'), name: words(row, 'strong'), detail: words(row, '.detail') }));
});

/** The content of what a button saves. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test.describe('undo', () => {
  test('choices and typing are undone and made again, and what changed is said', async ({ page }) => {
    await show(page);
    await expect(tool(page, 'Undo')).toBeDisabled();
    await expect(tool(page, 'Redo')).toBeDisabled();
    await choose(page, 'grade', 'low-loss');
    await expect(changed(page)).toContainText('Connector grade: as recommended → low-loss');
    await expect(changed(page)).toContainText('Margin: +1.448 dB → +2.248 dB');
    await tool(page, 'Undo').click();
    await expect(verdict(page)).toContainText('+1.448');
    await expect(changed(page)).toContainText('Margin: +2.248 dB → +1.448 dB');
    await expect(tool(page, 'Undo')).toBeDisabled();
    await expect(tool(page, 'Redo')).toBeFocused();
    await tool(page, 'Redo').click();
    await expect(verdict(page)).toContainText('+2.248');
    await expect(page.locator('#grade-low-loss')).toBeChecked();
    await expect(tool(page, 'Redo')).toBeDisabled();

    // The line that says what changed takes it back.
    await changed(page).getByRole('button', { name: 'Undo' }).click();
    await expect(verdict(page)).toContainText('+1.448');
    await changed(page).getByRole('button', { name: 'Redo' }).click();
    await expect(verdict(page)).toContainText('+2.248');
    await tool(page, 'Undo').click();
    await expect(verdict(page)).toContainText('+1.448');

    // Typing is one step. The address comes last.
    await settled(page);
    const before = await fragment(page);
    await trunk(page).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('137.5');
    await expect(page.locator('.order')).toContainText('137.5 m');
    await expect(changed(page)).toContainText('Trunk: 120 m → 137.5 m');
    await page.keyboard.press('Control+z');
    await expect(trunk(page)).toHaveValue('120');
    await expect(trunk(page)).toBeFocused();
    await expect.poll(() => fragment(page)).toBe(before);
    await expect(tool(page, 'Undo')).toBeDisabled();
    await page.keyboard.press('Control+Shift+z');
    await expect(trunk(page)).toHaveValue('137.5');
    await expect(page.locator('.order')).toContainText('137.5 m');
    await page.keyboard.press('Control+z');
    await expect(trunk(page)).toHaveValue('120');

    // Typing in one field and then in another is two steps.
    await trunk(page).click();
    await trunk(page).fill('60');
    await page.locator('#fl-links').click();
    await page.locator('#fl-links').fill('24');
    await expect(page.locator('.order td.number').first()).toHaveText('2');
    await page.keyboard.press('Control+z');
    await expect(page.locator('#fl-links')).toHaveValue('128');
    await expect(trunk(page)).toHaveValue('60');
    await page.keyboard.press('Control+z');
    await expect(trunk(page)).toHaveValue('120');

    // A wrong text goes back to the last good one.
    await trunk(page).click();
    await trunk(page).fill('12O');
    await expect(trunk(page)).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('Control+z');
    await expect(trunk(page)).toHaveValue('120');
    await expect(trunk(page)).toHaveAttribute('aria-invalid', 'false');
    await expect(verdict(page)).toContainText('+1.448');
  });

  test('choices that moved are marked, one undo takes everything back, and keys undo from anywhere but where they mean something else', async ({ page }) => {
    await show(page);
    const before = await choices(page);
    await page.locator('label[for="speed-800g"]').click();
    await expect(page.locator('fieldset.application')).toContainText('was DR4');
    await expect(page.locator('fieldset.base .was')).toHaveText('was Base-8');
    await expect(page.locator('fieldset.speed')).not.toContainText('was');
    await page.keyboard.press('Control+z');
    await expect(page.locator('.was')).toHaveCount(0);
    await expect(tool(page, 'Undo')).toBeDisabled();
    await expect.poll(() => choices(page)).toEqual(before);

    // From anywhere on the page but not in the search.
    await choose(page, 'grade', 'low-loss');
    await expect(verdict(page)).toContainText('+2.248');
    const box = page.getByRole('combobox', { name: 'Find' });
    await box.click();
    await page.keyboard.type('DR8');
    await page.keyboard.press('Control+z');
    await expect(verdict(page)).toContainText('+2.248');
    await tool(page, 'Share').focus();
    await page.keyboard.press('Control+z');
    await expect(verdict(page)).toContainText('+1.448');
    await page.keyboard.press('Control+y');
    await expect(verdict(page)).toContainText('+2.248');

    // Not while a dialog is open.
    const room = await dialog(page, 'Examples');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await expect(room).toBeHidden();
    await expect(verdict(page)).toContainText('+2.248');
  });

  test('Back and Forward of the browser and the undo steps agree', async ({ page }) => {
    await show(page);
    await choose(page, 'grade', 'low-loss');
    await expect(verdict(page)).toContainText('+2.248');
    await choose(page, 'speed', '800g');
    await page.goBack();
    await expect(verdict(page)).toContainText('+2.248');
    await expect(tool(page, 'Redo')).toBeEnabled();
    await tool(page, 'Undo').click();
    await expect(verdict(page)).toContainText('+1.448');
    await expect(tool(page, 'Undo')).toBeDisabled();
    await tool(page, 'Redo').click();
    await expect(verdict(page)).toContainText('+2.248');
    await tool(page, 'Redo').click();
    await expect(page.locator('#speed-800g')).toBeChecked();
    await expect(tool(page, 'Redo')).toBeDisabled();
    await page.goBack();
    await expect(verdict(page)).toContainText('+2.248');
  });
});

test.describe('saved designs', () => {
  test('say when, what, how many and for whom, and whether they are what is on screen', async ({ page }) => {
    await show(page);
    let room = await dialog(page, 'Designs');
    await room.getByLabel('Name of the current design').fill('Hall 2');
    await room.getByLabel('Customer (optional)').fill('Example Ltd');
    await room.getByRole('button', { name: 'Save', exact: true }).click();
    const row = () => room.getByRole('listitem').filter({ hasText: 'Hall 2' });
    await expect(row()).toContainText(/\w+ \d+, 20\d\d · ✓ Pass \+1\.448\sdB · Links: 128 · Example Ltd/);
    await expect(row()).toContainText('the same as on screen');
    await page.keyboard.press('Escape');
    await page.locator('#fl-trunk-1').fill('150');
    await advised(page);
    room = await dialog(page, 'Designs');
    await expect(row()).toContainText('differs from the design on screen');
    await expect(row()).toContainText(/120\sm → 150\sm/);
    await row().getByRole('button', { name: /^Compare/ }).click();
    await expect(page.getByRole('dialog', { name: 'Compare' }).locator('.compared')).toContainText('150');
  });

  test('to save another design replaces none, and no name is given twice', async ({ page }) => {
    await show(page);
    const save = async (trunks) => {
      await page.locator('#fl-trunk-1').fill(trunks);
      await advised(page);
      const room = await dialog(page, 'Designs');
      const name = await room.getByLabel('Name of the current design').inputValue();
      await room.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(said(room)).toHaveText(`“${name}” is saved.`);
      return { room, name };
    };
    const first = await save('60');
    await page.keyboard.press('Escape');
    const { room, name } = await save('70');
    expect(name).toBe(`${first.name} (2)`);
    await expect(room.getByRole('listitem')).toHaveCount(2);
    await room.getByRole('button', { name: `New name for “${name}”` }).click();
    await room.getByLabel(`New name for “${name}”`).fill(first.name);
    await page.keyboard.press('Enter');
    await expect(room.getByRole('listitem').locator('.message')).toContainText('Enter another name.');
    await page.keyboard.press('Escape');
    // The same again keeps its name.
    const again = await dialog(page, 'Designs');
    await expect(again.getByLabel('Name of the current design')).toHaveValue(name);
    await expect(again.getByRole('listitem')).toHaveCount(2);
  });

  test('are there after a reload, open, are renamed, replaced and deleted, and a delete is undone', async ({ page }) => {
    await show(page);
    await choose(page, 'grade', 'low-loss');
    await expect(verdict(page)).toContainText('+2.248');
    let room = await dialog(page, 'Designs');
    await expect(room).toContainText('No designs are saved yet.');
    await expect(room.getByLabel('Name of the current design')).toHaveValue(/400G DR4/);
    await room.getByLabel('Name of the current design').fill('Hall 2');
    await room.getByLabel('Name of the current design').press('Enter');
    await expect(said(room)).toHaveText('“Hall 2” is saved.');
    await page.goto('about:blank');
    await open(page);
    await expect(verdict(page)).toContainText('+1.448');
    await advised(page);
    room = await dialog(page, 'Designs');
    await room.getByRole('link', { name: 'Hall 2' }).click();
    await expect(room).toBeHidden();
    await expect(verdict(page)).toContainText('+2.248');
    await expect(page.locator('main')).toBeFocused();
    await tool(page, 'Undo').click();
    await expect(verdict(page)).toContainText('+1.448');

    room = await dialog(page, 'Designs');
    const name = room.getByLabel('Name of the current design');
    const rows = room.getByRole('listitem');
    await room.getByRole('button', { name: 'New name for “Hall 2”' }).click();
    await room.getByLabel('New name for “Hall 2”').fill('Hall 3');
    await page.keyboard.press('Enter');
    await expect(said(room)).toHaveText('The design is now called “Hall 3”.');
    await expect(room.getByRole('link', { name: 'Hall 3' })).toBeFocused();
    await name.fill('Hall 3');
    await name.press('Enter');
    await expect(said(room)).toHaveText('“Hall 3” was saved before and is replaced.');
    await expect(rows).toHaveCount(1);
    await room.getByRole('button', { name: 'Delete “Hall 3”' }).click();
    await expect(said(room)).toHaveText('“Hall 3” is deleted.');
    await expect(rows).toHaveCount(0);
    await expect(room.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(said(room)).toHaveText('The list is as it was before.');
    await expect(rows).toHaveCount(1);
    await name.fill('  ');
    await room.getByRole('button', { name: 'Save' }).click();
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await expect(room).toContainText('Enter a name.');
    await expect(rows).toHaveCount(1);
  });

  test('a browser that keeps nothing says so once', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
    });
    await show(page);
    await choose(page, 'grade', 'low-loss');
    const notice = page.locator('.notice', { hasText: 'This browser does not keep your designs.' });
    await expect(notice).toHaveCount(1);
    await notice.getByRole('button', { name: 'Close' }).click();
    await choose(page, 'grade', 'standard');
    await expect(page.locator('#grade-standard')).toBeChecked();
    // Kept at the latest now.
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
    await expect(notice).toHaveCount(0);
    const room = await dialog(page, 'Designs');
    await room.getByRole('button', { name: 'Save' }).click();
    await expect(said(room)).toContainText('This browser does not keep your designs.');
  });

  test('the last design is offered', async ({ page, context }) => {
    await show(page);
    await expect(page.locator('.notices .notice')).toHaveCount(0);
    await choose(page, 'grade', 'low-loss');
    await expect(verdict(page)).toContainText('+2.248');
    const kept = await fragment(page);
    await page.close();
    const next = await context.newPage();
    await open(next);
    await expect(verdict(next)).toContainText('+1.448');
    await expect(next.locator('.notices .notice')).toContainText('Your last design is kept.');
    await next.getByRole('link', { name: 'Open your last design' }).click();
    await expect(verdict(next)).toContainText('+2.248');
    await expect.poll(() => fragment(next)).toBe(kept);
    await expect(next.locator('.notices .notice')).toHaveCount(0);
    await next.close();
  });
});

test.describe('compare', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  const row = (room, name) => room.locator('.differences tr', { has: room.page().getByRole('rowheader', { name, exact: true }) });

  test('with an alternative, which can then be opened, and with a saved design, from both dialogs', async ({ page }) => {
    await show(page);
    let room = await dialog(page, 'Compare');
    await room.getByLabel('Compare with').selectOption({ label: 'Most margin' });
    await expect(said(room)).toHaveText('The two designs are compared below.');
    await expect(row(room, 'Margin')).toHaveText(/\+1\.448\sdB\s*\+2\.248\sdB/);
    await expect(room.locator('.verdict')).toHaveCount(2);
    await expect(room.locator('.compared svg.drawing')).toHaveCount(2);
    await expect(room.getByRole('table', { name: 'Most margin' })).toContainText('low-loss');
    await room.getByRole('button', { name: 'Open the second design' }).click();
    await expect(room).toBeHidden();
    await expect(verdict(page)).toContainText('+2.248');
    await tool(page, 'Undo').click();
    await expect(verdict(page)).toContainText('+1.448');

    room = await dialog(page, 'Designs');
    await room.getByLabel('Name of the current design').fill('Hall 2');
    await room.getByRole('button', { name: 'Save' }).click();
    await page.keyboard.press('Escape');
    await trunk(page).fill('150');
    await expect(page.locator('.order')).toContainText('150 m');
    room = await dialog(page, 'Designs');
    await room.getByRole('button', { name: 'Compare the current design with “Hall 2”' }).click();
    room = page.getByRole('dialog', { name: 'Compare' });
    await expect(row(room, 'Trunk')).toHaveText(/150\sm\s*120\sm/);
    await page.keyboard.press('Escape');
    room = await dialog(page, 'Compare');
    await room.getByLabel('Compare with').selectOption({ label: 'Hall 2' });
    await expect(row(room, 'Trunk')).toHaveText(/150\sm\s*120\sm/);
  });

  test('a wrong link says what is wrong with it, and two pasted ones', async ({ page }) => {
    await show(page);
    const room = await dialog(page, 'Compare');
    const second = room.getByLabel('Second link');
    const whole = await fragment(page);
    for (const [text, words] of [
      ['https://example.com/', 'This is not a link of this page'],
      [`#${whole.slice(0, -4)}`, 'This link is damaged'],
      [`#${whole.replace('fl=1.', 'fl=9.')}`, 'made by another version'],
    ]) {
      await second.fill(text);
      await second.press('Enter');
      await expect(second).toHaveAttribute('aria-invalid', 'true');
      await expect(room.getByRole('alert').filter({ hasText: words })).toHaveCount(1);
      expect(await second.getAttribute('aria-describedby')).toBe(await room.getByRole('alert').filter({ hasText: words }).getAttribute('id'));
      await expect(room.locator('.verdict')).toHaveCount(0);
      await expect(room.getByRole('button', { name: 'Open the second design' })).toBeHidden();
    }
    await second.fill(`#${whole}`);
    await second.press('Enter');
    await expect(second).toHaveAttribute('aria-invalid', 'false');
    await expect(room.locator('.verdict')).toHaveCount(2);

    const [a, b] = [await link(SPINE), await link(CROSS)];
    for (const [label, text] of [['First link', a], ['Second link', b]]) {
      await page.evaluate((words) => navigator.clipboard.writeText(words), `https://example.com/${text.slice(2)}`);
      await room.getByLabel(label).press('Control+a');
      await page.keyboard.press('Control+v');
    }
    await expect(room.locator('.verdict').first()).toContainText('+2.248');
    await expect(room.locator('.verdict').last()).toContainText('Fail');
    await expect(row(room, 'Margin')).toHaveText(/\+2\.248\sdB\s*−0\.056\sdB/);
    await expect(row(room, 'Connector grade').first()).toHaveText(/low-loss\s*standard/);
    // What is the same is no difference.
    await expect(row(room, 'Fiber')).toHaveCount(0);
    await expect(row(room, 'Links')).toHaveCount(0);
  });
});

test.describe('search', () => {
  /** Types into the search as reached by keyboard, from the beginning of the page. */
  async function type(page, text) {
    await page.locator('.skip').focus();
    await page.keyboard.press('Tab');
    const box = page.getByRole('combobox', { name: 'Find' });
    await expect(box).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    return box;
  }

  test('what is typed is found and chosen by keyboard', async ({ page }) => {
    await show(page);
    await page.keyboard.press('Tab');
    await expect(page.locator('.skip')).toBeFocused();
    for (const [typed, first, kept] of [
      ['800G DR8 OSFP', '800GBASE-DR8', ['#speed-800g', '#application-800gbase-dr8']],
      ['QSFP-DD SR8', '400GBASE-SR8', ['#speed-400g', '#application-400gbase-sr8']],
      ['100G SR4 to 4 x 25G', '100GBASE-SR4 to 4 × 25GBASE-SR', ['#speed-100g', '#application-100gbase-sr4', '#farEnd-25gbase-sr']],
    ]) {
      const box = await type(page, typed);
      const option = page.getByRole('listbox').getByRole('option').first();
      await expect(option).toContainText(first);
      await expect(box).toHaveAttribute('aria-expanded', 'true');
      await expect(page.locator('.found')).toContainText('Use the arrow keys');
      await page.keyboard.press('ArrowDown');
      await expect(option).toHaveAttribute('aria-selected', 'true');
      await expect(box).toHaveAttribute('aria-activedescendant', await option.getAttribute('id'));
      await page.keyboard.press('Enter');
      for (const input of kept) await expect(page.locator(input)).toBeChecked();
      await expect(page.locator('#fl-links')).toHaveValue('128');
      await expect(trunk(page)).toHaveValue('120');
      await expect(page.getByRole('listbox')).toBeHidden();
      await expect(box).toHaveValue('');
      await expect(page.locator('main')).toBeFocused();
      await page.keyboard.press('Control+z');
      await expect(verdict(page)).toContainText('+1.448');
    }
    // Enter is not too fast for it.
    await type(page, '800G DR8 OSFP');
    await page.keyboard.press('Enter');
    await expect(page.locator('#application-800gbase-dr8')).toBeChecked();
  });

  test('arrows go around, Escape closes the list first, a part number, a pointer, what is not found', async ({ page }) => {
    await show(page);
    const box = await type(page, '800G DR8');
    const options = page.getByRole('listbox').getByRole('option');
    await expect(options.first()).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(box).toHaveValue('800G DR8');
    await expect(box).toHaveAttribute('aria-expanded', 'false');
    await expect(verdict(page)).toContainText('+1.448');

    const none = await type(page, 'banana');
    await expect(page.locator('.found')).toContainText('Nothing is found for “banana”.');
    await expect(page.getByRole('listbox')).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(verdict(page)).toContainText('+1.448');
    await expect(none).toHaveValue('banana');

    await none.fill('');
    await page.getByRole('combobox', { name: 'Find' }).click();
    await page.keyboard.type('MMS4X00-NM16');
    // Enter on what was not found chooses nothing of what is found later.
    await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('NVIDIA MMS4X00-NM16');
    await expect(verdict(page)).toContainText('+1.448');
    await page.getByRole('listbox').getByRole('option', { name: 'NVIDIA MMS4X00-NM16' }).click();
    await expect(page.locator('#fl-module')).toHaveValue('nvidia-mms4x00-nm16');
    await expect(page.locator('#application-800gbase-dr8')).toBeChecked();
  });
});

test('every example shows what it says, and is undone', async ({ page }) => {
  await show(page);
  for (const [name, word, loss, also] of [
    ['Enterprise row, 24 × 40G', 'Tight', '1.473', '+0.027'],
    ['Leaf and spine, 128 × 400G', 'Pass', '0.752', '+2.248'],
    ['Leaf and spine over a cross-connect', 'Pass', '1.456', '+1.544'],
    ['GPU pod, 256 × 400G', 'Pass', '0.826', '+0.874'],
    ['1.6T pilot, 32 links', 'Pass', '1.460', 'draft'],
    ['Campus, duplex 400G', 'Pass', '2.392', '+1.608'],
    ['Breakout, 100G to 4 × 25G', 'Pass', '', ''],
  ]) {
    await test.step(`${name}: ${word} ${loss}`, async () => {
      const room = await dialog(page, 'Examples');
      await expect(room.getByRole('listitem')).toHaveCount(7);
      await room.getByRole('link', { name, exact: true }).click();
      await expect(room).toBeHidden();
      await expect(verdict(page).locator('.word')).toContainText(word);
      await expect(verdict(page)).toContainText(loss);
      await expect(verdict(page)).toContainText(also);
      await expect(page.locator('main')).toBeFocused();
      await advised(page);
      await tool(page, 'Undo').click();
      await expect(verdict(page)).toContainText('+1.448');
    });
  }
});

/** Records and fields of comma separated values with quotes, as in RFC 4180. */
function csv(text) {
  const records = [[]];
  let at = 0;
  while (at < text.length) {
    const [whole, quoted, bare, end] = text.slice(at).match(/^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/);
    records.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end === '\r\n' && at < text.length) records.push([]);
  }
  return records;
}

test.describe('the order', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('is copied as a table, saved, sent and asked for where it stands', async ({ page }) => {
    await show(page);
    const order = page.locator('section.order');
    // On a phone the verdict that stays in sight leads to it.
    await narrow(page, async () => {
      await page.locator('.glance').getByRole('link', { name: 'Order' }).click();
      await expect(order.getByRole('heading', { name: 'Order' })).toBeInViewport();
      await expect(order).toBeFocused();
    });
    await order.getByRole('button', { name: 'Copy as a table' }).click();
    await expect(order.getByRole('alert')).toContainText('copied as a table');
    const [plain, markup] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/plain', 'text/html'].map(async (type) => (await item.getType(type)).text()));
    });
    // Every line of the order, with the verdict and the link.
    const lines = await order.locator(':scope > table > tbody > tr').evaluateAll((rows) => rows.map((row) => `${row.cells[0].textContent}\t${row.querySelector('strong').textContent}`.replaceAll('\u00a0', ' ')));
    for (const line of lines) expect(plain).toContain(line);
    expect(plain).toContain('Pass');
    expect(plain).toContain('#fl=1.');
    expect((markup.match(/<tr>/g) ?? []).length).toBe(lines.length + 1);
    const { name } = await saved(page, order.getByRole('button', { name: 'CSV' }));
    expect(name).toBe('fiberlane-order.csv');
    // A mail program is another program: what it is given is the address of a link.
    await page.evaluate(() => {
      document.addEventListener('click', (event) => event.preventDefault(), true);
      window.sent = [];
      HTMLAnchorElement.prototype.click = function click() { window.sent.push(this.href); };
    });
    await order.getByRole('button', { name: 'Mail' }).click();
    await expect.poll(() => page.evaluate(() => window.sent.length)).toBe(1);
    const [mail] = await page.evaluate(() => window.sent);
    expect(mail).toMatch(/^mailto:\?subject=/);
    expect(mail.length).toBeLessThan(1901);
    expect(decodeURIComponent(mail)).toContain('#fl=1.');
    await order.getByRole('button', { name: 'Request' }).click();
    await expect(page.getByRole('dialog', { name: 'Request' })).toBeVisible();
    await page.keyboard.press('Escape');
    await order.getByRole('button', { name: 'Quote' }).click();
    await expect(page.getByRole('dialog', { name: 'Quote' })).toBeVisible();
  });

  test('is not taken away without its verdict, unless that is a plain pass', async ({ page }) => {
    await show(page);
    const line = page.locator('section.order > .standing');
    await expect(line).toHaveCount(0);
    await choose(page, 'topology', 'cross-connect');
    await expect(line).toHaveCount(0);
    await go(page, CROSS);
    await expect(line).toHaveText(/^✕ Fail −0\.056\sdB · The worst-case loss of /);
    for (const name of ['Share', 'Request', 'Quote']) {
      const room = await dialog(page, name);
      await expect(room.locator('.standing')).toContainText('Fail');
      await page.keyboard.press('Escape');
    }
    await page.locator('select[data-do="language"]').selectOption('de');
    await expect(line).toHaveText(/^✕ Nicht bestanden /);
    await page.locator('select[data-do="language"]').selectOption('en');
    await go(page, UNCHECKED);
    await expect(line).toContainText('Not checked');
    await go(page, { ...SPINE, installed: [{ kind: 'trunk' }] });
    await expect(line).toHaveText(/^✓ Pass, if /);
    await looks(page, { within: 'section.order' });
  });
});

test.describe('share', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  for (const [name, request, failing] of [['a failing cross-connect', CROSS, true], ['cassettes with spares', CASSETTES, false]]) {
    test(`the order list of ${name} is copied and saved as it is on screen`, async ({ page }) => {
      await show(page, request);
      const room = await dialog(page, 'Share');
      await room.getByRole('button', { name: 'Copy order list' }).click();
      await expect(said(room)).toHaveText('The order list is copied, with the link below it.');
      const text = await clipboard(page);
      for (const line of await ordered(page)) expect(text).toContain(`${line.quantity}\t${line.name}`);
      expect(text.trim().endsWith(page.url())).toBe(true);

      const { name: file, bytes } = await saved(page, room.getByRole('button', { name: 'Save order list as CSV' }));
      expect(file).toBe('fiberlane-order.csv');
      await expect(said(room)).toHaveText('fiberlane-order.csv is saved.');
      const table = bytes.toString('utf8');
      expect(table.startsWith('\uFEFF')).toBe(true);
      expect(table.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const [head, ...records] = csv(table.slice(1));
      expect(new Set(records.map((record) => record.length))).toEqual(new Set([head.length]));
      const rows = records.map((record) => Object.fromEntries(head.map((column, index) => [column, record[index]])));
      const lines = await ordered(page);
      expect(rows.map((row) => [row.item, row.quantity, row.description])).toEqual(lines.map((line, index) => [String(index + 1), line.quantity.replace(/\D/g, ''), line.name]));
      for (const [index, row] of rows.entries()) {
        const { detail } = lines[index];
        expect(row.verdict).toBe(failing ? 'fail' : 'pass');
        expect(row.findings.split(';').includes('LOS001')).toBe(failing);
        if (row.jacket) expect(detail).toContain(`${row.jacket} jacket`);
        if (row.pins_a && row.pins_a === row.pins_b) expect(detail).toContain(`${row.pins_a} both ends`);
        expect(detail.includes(`${row.spare} spare`)).toBe(Number(row.spare) > 0);
        if (row.length_m) expect(row.description).toContain(`${row.length_m} m`);
      }
    });
  }

  test('the link opens the same design, its code is a square with three corners, and the request has every line and the wording of the brand', async ({ page, context }) => {
    await show(page, CROSS);
    const room = await dialog(page, 'Share');
    await room.getByRole('button', { name: 'Copy link' }).click();
    await expect(said(room)).toHaveText('The link is copied.');
    const copied = await clipboard(page);
    expect(copied).toBe(page.url());
    await expect(room.getByLabel('The whole design is in this link')).toHaveValue(copied);
    const other = await context.newPage();
    await open(other, copied);
    await expect(verdict(other)).toContainText('−0.056');
    await other.close();

    const code = room.getByRole('img', { name: 'QR code of the link to this design' });
    await expect(code).toBeVisible();
    const found = await code.evaluate((svg) => {
      const { width, height } = svg.viewBox.baseVal;
      const dark = svg.querySelector('path:last-of-type');
      const at = (x, y) => dark.isPointInFill(new DOMPoint(x + 0.5, y + 0.5));
      const corner = (left, top) => Array.from({ length: 7 }, (_, y) => Array.from({ length: 7 }, (__, x) => (at(left + x, top + y) ? '#' : '.')).join('')).join(' ');
      const margin = Array.from({ length: width }, (_, index) => [0, 1, 2, 3].some((row) => at(index, row) || at(row, index) || at(index, height - 1 - row) || at(width - 1 - row, index)));
      const problems = new DOMParser().parseFromString(new XMLSerializer().serializeToString(svg), 'image/svg+xml').querySelectorAll('parsererror').length;
      return { width, height, problems, margin: margin.some(Boolean), corners: [corner(4, 4), corner(width - 11, 4), corner(4, height - 11)] };
    });
    const corner = '####### #.....# #.###.# #.###.# #.###.# #.....# #######';
    expect(found).toEqual({ width: found.width, height: found.width, problems: 0, margin: false, corners: [corner, corner, corner] });
    expect((found.width - 8 - 17) % 4).toBe(0);

    const lines = await ordered(page);
    const text = room.getByLabel('Text of the request');
    for (const [brand, words] of [
      ['Any brand', 'any brand that meets the figures; MPO is the interface'],
      ['Technically equivalent, proven by test report', 'MTP, or technically equivalent, proven by data sheet and test report'],
      ['MTP', 'MTP, no other brand'],
    ]) {
      await room.getByRole('radio', { name: brand, exact: true }).check();
      await expect(text).toHaveValue(new RegExp(`Brand: ${words.replaceAll(' ', '\\s+')}`));
      const written = (await text.inputValue()).replace(/\s+/g, ' ');
      for (const [index, line] of lines.entries()) expect(written).toContain(`Item ${index + 1}: ${line.quantity} × ${line.name}`);
      expect(written).not.toContain(`Item ${lines.length + 1}`);
      expect(written).toContain(page.url());
    }
    await room.getByRole('button', { name: 'Copy text' }).click();
    await expect(said(room)).toHaveText('The request is copied.');
    expect(await clipboard(page)).toBe(await text.inputValue());
    const { name, bytes } = await saved(page, room.getByRole('button', { name: 'Save as text file' }));
    expect(name).toBe('fiberlane-request.txt');
    expect(bytes.toString('utf8')).toBe(await text.inputValue());
  });

  test('what may not be copied is selected and said', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
      document.execCommand = () => false;
    });
    await show(page);
    const room = await dialog(page, 'Share');
    await room.getByRole('button', { name: 'Copy order list' }).click();
    await expect(said(room)).toContainText('The text is selected');
    const text = room.getByLabel('Text to copy');
    await expect(text).toBeFocused();
    await expect(text).toHaveValue(/Trunk, 12 legs/);
    expect(await text.evaluate((area) => area.selectionEnd - area.selectionStart === area.value.length)).toBe(true);
  });
});

test.describe('quote', () => {

  test('what is filled in is on the sheet, and kept', async ({ page }) => {
    await show(page, CROSS);
    let room = await dialog(page, 'Quote');
    for (const [label, text] of [['Number', 'Q-2026-7'], ['Customer', 'Acme & Söhne <GmbH>'], ['Prepared by', 'J. Doe'], ['Notes', 'By March']]) {
      await room.getByLabel(label).fill(text);
    }
    await room.getByRole('button', { name: 'Preview' }).click();
    const sheet = room.getByRole('article');
    for (const text of ['Q-2026-7', 'Acme & Söhne <GmbH>', 'J. Doe', 'By March', 'This design fails.', '3.056', 'What was not checked', 'host compatibility']) {
      await expect(sheet).toContainText(text);
    }
    for (const line of await ordered(page)) await expect(sheet.getByRole('row', { name: line.name })).toContainText(line.quantity);
    await expect(sheet).toContainText(page.url());
    await expect(sheet.locator('svg.drawing')).toBeVisible();
    await expect(sheet.getByRole('img', { name: 'QR code of the link to this design' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(tool(page, 'Quote')).toBeFocused();
    room = await dialog(page, 'Quote');
    await expect(room.getByLabel('Number')).toHaveValue('Q-2026-7');
    await page.reload();
    await advised(page);
    room = await dialog(page, 'Quote');
    await expect(room.getByLabel('Number')).toHaveValue('Q-2026-7');
    await expect(room.getByLabel('Customer')).toHaveValue('Acme & Söhne <GmbH>');
    await expect(room.getByLabel('Date')).not.toHaveValue('');
    // The number belongs to the design that it was typed for: on another one it says so.
    await expect(room.locator('.other')).toBeEmpty();
    await page.keyboard.press('Escape');
    await page.locator('#fl-links').fill('480');
    await advised(page);
    room = await dialog(page, 'Quote');
    await expect(room.locator('.other')).toContainText('Q-2026-7 was used for another design. What differs: Links');
    await room.getByLabel('Number').fill('Q-2026-8');
    await expect(room.locator('.other')).toBeEmpty();
  });

  test('the print says what is not as it should be, and is the sheet only', async ({ page }) => {
    await page.addInitScript(() => { window.print = () => { window.printed = true; }; });
    await show(page);
    for (const [, request, words] of [
      ['a draft', DRAFT, ['1.6TBASE-DR8', 'draft', 'Draftfigures', '1.460dB']],
      ['not checked', UNCHECKED, ['Notchecked', 'notcheckedagainsteverylimit', '1.050dB']],
      ['failing', CROSS, ['Thisdesignfails', '3.056dB']],
    ]) {
      await go(page, request);
      const lines = await ordered(page);
      const room = await dialog(page, 'Quote');
      await room.getByLabel('Number').fill('Q-2026-7');
      await room.getByLabel('Customer').fill('Acme');
      await page.evaluate(() => { window.printed = false; });
      await room.getByRole('button', { name: 'Print' }).click();
      await expect.poll(() => page.evaluate(() => window.printed)).toBe(true);
      const text = (await pages(await page.pdf({ format: 'A4' }))).join('');
      for (const word of ['Q-2026-7', 'Acme', 'Whatwasnotchecked', 'hostcompatibility', 'modulecoding', ...words]) expect(text).toContain(word);
      for (const line of lines) expect(text).toContain(line.name.normalize('NFKC').replace(/\s+/g, ''));
      for (const word of ['Recommendforme', 'Examples', 'Undo', 'Preview', 'Preparedby', 'Lossalongthechannel', 'Alternatives', 'provenfiberbyfiber']) expect(text).not.toContain(word);
      // What was put there for the print is gone after it.
      await expect(page.locator('#fiberlane-sheet')).toHaveCount(0);
      await expect(room).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(room).toBeHidden();
    }
  });
});

test.describe('following a lane', () => {
  const lit = (page) => page.locator('.drawing .lane.lit');

  test('a click holds it until Escape, arrows on the drawing go from lane to lane, and an applied repair is one step', async ({ page }) => {
    await show(page, CROSS);
    const row = page.locator('tr[data-lane="2"]').first();
    await row.click();
    await expect(lit(page)).toHaveAttribute('data-lane', '2');
    await page.locator('.verdict').hover();
    await expect(lit(page)).toHaveAttribute('data-lane', '2');
    await page.keyboard.press('Escape');
    await page.locator('.verdict').hover();
    await page.evaluate(() => document.activeElement.blur());
    await expect(lit(page)).toHaveCount(0);

    const drawing = page.locator('.channel .scroll');
    await drawing.focus();
    const lanes = await page.locator('.drawing .lane').count();
    expect(lanes).toBeGreaterThan(4);
    const seen = new Set();
    for (let index = 0; index < lanes; index += 1) {
      await page.keyboard.press('ArrowDown');
      await expect(lit(page)).toHaveCount(1);
      const lane = await lit(page).getAttribute('data-lane');
      const words = (await page.locator(`tr[data-lane="${lane}"] th`).first().textContent()).trim();
      await expect(page.locator('.unseen[role="status"]')).toContainText(words);
      seen.add(lane);
    }
    expect(seen.size).toBe(lanes);
    await page.keyboard.press('Escape');
    await expect(lit(page)).toHaveCount(0);

    // An applied repair is one step.
    await page.locator('[data-advice="repairs"]').getByRole('link', { name: 'Apply' }).first().click();
    await expect(verdict(page)).toContainText('+1.544');
    await expect(page.locator('main')).toBeFocused();
    await tool(page, 'Undo').click();
    await expect(verdict(page)).toContainText('Fail');
    await expect(tool(page, 'Undo')).toBeDisabled();
  });
});

test.describe('presenting', () => {
  const bar = (page) => page.getByRole('toolbar', { name: 'Present' });
  /** Where the page stands in the browser's history, and that nothing comes behind it. */
  const here = (page) => page.evaluate(() => [window.navigation.currentEntry.key, window.navigation.canGoForward]);

  test('arrows and buttons go through the alternatives and leave no trace; what is kept is one step of undo and of the browser', async ({ page }) => {
    await show(page, SEVERAL);
    const [before, entry] = [await fragment(page), await here(page)];
    await tool(page, 'Present').click();
    await expect(bar(page).getByRole('status')).toHaveText('This design');
    await expect(bar(page)).toContainText('1 of 4');
    await expect(page.getByRole('form', { name: 'Choices' })).toBeHidden();
    await expect(bar(page).getByRole('button', { name: 'Next' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(bar(page).getByRole('status')).toHaveText('Cheapest');
    await expect.poll(() => fragment(page)).not.toBe(before);
    await page.keyboard.press('End');
    await expect(bar(page)).toContainText('4 of 4');
    await page.keyboard.press('ArrowRight');
    await expect(bar(page)).toContainText('4 of 4');
    await expect(bar(page).getByRole('button', { name: 'Next' })).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('ArrowLeft');
    await expect(bar(page)).toContainText('3 of 4');
    await page.keyboard.press('Home');
    await expect(bar(page)).toContainText('1 of 4');
    await page.keyboard.press('PageDown');
    await expect(bar(page)).toContainText('2 of 4');
    await page.keyboard.press('Escape');
    await expect(bar(page)).toHaveCount(0);
    await expect(page.getByRole('form', { name: 'Choices' })).toBeVisible();
    await expect(tool(page, 'Present')).toBeFocused();
    expect(await fragment(page)).toBe(before);
    expect(page.url()).toContain(before);
    expect(await here(page)).toEqual(entry);
    await expect(tool(page, 'Undo')).toBeDisabled();
    await expect(page.locator('.was')).toHaveCount(0);

    await tool(page, 'Present').click();
    await expect(bar(page).getByRole('button', { name: 'Back' })).toHaveAttribute('aria-disabled', 'true');
    await expect(bar(page).getByRole('button', { name: 'Keep this one' })).toBeHidden();
    await bar(page).getByRole('button', { name: 'Next' }).click();
    await expect(bar(page)).toContainText('2 of 4');
    await bar(page).getByRole('button', { name: 'Back' }).click();
    await expect(bar(page)).toContainText('1 of 4');
    await bar(page).getByRole('button', { name: 'Close' }).click();
    await expect(bar(page)).toHaveCount(0);

    await tool(page, 'Present').click();
    await expect(bar(page)).toContainText('1 of 4');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(bar(page)).toContainText('3 of 4');
    // The bar says where one is before it is drawn: what is there a moment earlier is the one before.
    await settled(page);
    const kept = await fragment(page);
    expect(kept).not.toBe(before);
    await bar(page).getByRole('button', { name: 'Keep this one' }).click();
    await expect(bar(page)).toHaveCount(0);
    await expect(tool(page, 'Undo')).toBeEnabled();
    expect(await fragment(page)).toBe(kept);
    await tool(page, 'Undo').click();
    await expect.poll(() => fragment(page)).toBe(before);
    await expect(tool(page, 'Undo')).toBeDisabled();
    await tool(page, 'Redo').click();
    await expect.poll(() => fragment(page)).toBe(kept);
    await page.goBack();
    await expect.poll(() => fragment(page)).toBe(before);
  });
});

test.describe('terms', () => {
  const question = (page) => page.getByRole('group', { name: 'Fiber', exact: true }).getByRole('button', { name: 'What does this mean: Fiber' });

  /** Opens a term where it stands and closes it again. */
  async function term(page, press) {
    const words = page.locator('fieldset.fiber .term');
    await press();
    await expect(words).toBeVisible();
    await expect(question(page)).toHaveAttribute('aria-expanded', 'true');
    await expect(question(page)).toHaveAttribute('aria-controls', await words.getAttribute('id'));
    // In the flow: what comes next is below it.
    const box = await words.boundingBox();
    const next = await page.locator('fieldset.grade').boundingBox();
    expect(next.y).toBeGreaterThanOrEqual(box.y + box.height);
    await expect(words.getByRole('link', { name: 'More in the guide' })).toHaveAttribute('href', /guide\.html\?lang=en&from=.*#term-fiber$/);
    await press();
    await expect(words).toHaveCount(0);
    await expect(question(page)).toHaveAttribute('aria-expanded', 'false');
  }

  test('a term opens where it stands and closes again, from the button and from within', async ({ page }) => {
    await show(page);
    await term(page, () => question(page).click());
    const words = page.locator('fieldset.fiber .term');
    for (const within of [false, true]) {
      await question(page).focus();
      await page.keyboard.press('Enter');
      await expect(words).toBeVisible();
      if (within) await words.getByRole('link').focus();
      await page.keyboard.press('Escape');
      await expect(words).toHaveCount(0);
      await expect(question(page)).toBeFocused();
    }
  });

  test('a term opens and closes by finger', { tag: '@phone' }, async ({ page }) => {
    await show(page);
    await term(page, () => question(page).tap());
  });

  test('every term on the page is explained', async ({ page }) => {
    const known = JSON.parse(readFileSync(join(root, 'site', 'guide', 'terms-en.json'), 'utf8')).map(({ id }) => id);
    for (const request of [null, CROSS, ANGLED, CASSETTES]) {
      if (request) await go(page, request);
      else await show(page);
      const asked = await page.locator('[data-term]').evaluateAll((all) => all.map((button) => button.dataset.term));
      expect(asked.length).toBeGreaterThan(20);
      expect(asked.filter((id) => !known.includes(id))).toEqual([]);
    }
  });
});

test.describe('pictures', () => {

  const heads = ['Channel', 'Loss along the channel', 'Margin against length', 'Spread of the loss', 'Connector grades compared'];
  const button = (page, head, kind) => page.locator('section', { has: page.getByRole('heading', { level: 2, name: new RegExp(`^${head}`) }) }).getByRole('button', { name: `Save the picture as ${kind}` });

  /** How an SVG file looks in a blank page: its size, colors and share of the paper that is painted. */
  async function painted(page, text) {
    await page.goto('about:blank');
    return page.evaluate(async (source) => {
      const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const colors = new Map();
      for (let at = 0; at < data.length; at += 4) {
        const color = `${data[at]},${data[at + 1]},${data[at + 2]}`;
        colors.set(color, (colors.get(color) ?? 0) + 1);
      }
      const paper = colors.get('255,255,255') ?? 0;
      return {
        problems: parsed.querySelectorAll('parsererror').length,
        classes: parsed.querySelectorAll('[class], [style], style').length,
        texts: parsed.querySelectorAll('text').length,
        ink: 1 - paper / (canvas.width * canvas.height),
        black: (colors.get('0,0,0') ?? 0) / (canvas.width * canvas.height),
        colors: [...colors.values()].filter((count) => count > 20).length,
        width: canvas.width,
        height: canvas.height,
      };
    }, text);
  }

  test('every picture is saved as a file that stands by itself, for paper also from a dark page', async ({ page, context }) => {
    await show(page);
    const blank = await context.newPage();
    for (const head of heads) {
      await test.step(head, async () => {
        const { name, bytes } = await saved(page, button(page, head, 'SVG'));
        expect(name).toMatch(/^fiberlane-[a-z]+\.svg$/);
        const text = bytes.toString('utf8');
        expect(text).not.toContain('var(');
        expect(text).not.toContain('currentcolor');
        // It says what it is, of which design and with which verdict; the drawing, what its signs mean.
        const words = [...text.matchAll(/<(?:title|text)[^>]*>([^<]*)</g)].map(([, said]) => said).join(' ');
        for (const said of [head, '400G DR4', 'Pass', ...(head === 'Channel' ? ['guide pin'] : [])]) expect(words).toContain(said);
        const found = await painted(blank, text);
        expect(found.problems).toBe(0);
        expect(found.classes).toBe(0);
        expect(found.texts).toBeGreaterThan(3);
        expect(found.ink).toBeGreaterThan(0.01);
        // What has lost its paint is black.
        expect(found.black).toBeLessThan(0.1);
        expect(found.colors).toBeGreaterThan(3);

        const { name: file, bytes: png } = await saved(page, button(page, head, 'PNG'));
        expect(file).toMatch(/^fiberlane-[a-z]+\.png$/);
        expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
        expect(png.subarray(12, 16).toString('latin1')).toBe('IHDR');
        expect(png.readUInt32BE(16)).toBeGreaterThan(300);
        expect(png.readUInt32BE(20)).toBeGreaterThan(100);
        expect(png.length).toBeGreaterThan(2000);
      });
    }
    await blank.close();
    const light = await saved(page, button(page, 'Channel', 'SVG'));
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await saved(page, button(page, 'Channel', 'SVG'));
    expect(dark.bytes.toString('utf8')).toBe(light.bytes.toString('utf8'));
  });
});

test('findings and the toolbar lead to the guide, which leads back to the design', async ({ page }) => {
  await show(page, ANGLED);
  const before = await fragment(page);
  await page.getByRole('region', { name: 'Findings' }).getByRole('link', { name: 'KEY001' }).first().click();
  await expect(page).toHaveURL(/guide\.html\?lang=en&from=.*#KEY001$/);
  const answer = page.locator('details.marked');
  await expect(answer).toHaveAttribute('open', '');
  await expect(answer.locator('summary')).toBeFocused();
  await expect(answer).toContainText('KEY001');
  await page.getByRole('link', { name: 'Back to the design' }).click();
  await expect(page.locator('#fiberlane')).toHaveAttribute('data-boot', 'ready');
  expect(await fragment(page)).toBe(before);
  await expect(verdict(page)).toContainText('Fail');
  // From the toolbar, too.
  await advised(page);
  await page.getByRole('navigation', { name: 'Tools' }).getByRole('link', { name: 'Guide' }).click();
  await page.getByRole('link', { name: 'Back to the design' }).click();
  await expect(page.locator('#fiberlane')).toHaveAttribute('data-boot', 'ready');
  expect(await fragment(page)).toBe(before);
});

test.describe('no violations of accessibility', () => {
  const ROOMS = {
    Examples: async () => {},
    Designs: async (room) => {
      await room.getByRole('button', { name: 'Save' }).click();
      await room.getByRole('button', { name: /^New name for/ }).click();
      await room.getByLabel('Name of the current design').fill('');
      await room.getByRole('button', { name: 'Save' }).click();
      await expect(room).toContainText('Enter a name.');
    },
    Compare: async (room) => {
      await room.getByLabel('Compare with').selectOption({ label: 'Most margin' });
      await expect(room.locator('.differences')).toBeVisible();
    },
    Share: async (room) => {
      await expect(room.getByRole('img', { name: 'QR code' })).toBeVisible();
      await expect(room.getByLabel('Text of the request')).not.toHaveValue('');
    },
    Quote: async (room) => {
      await room.getByRole('button', { name: 'Preview' }).click();
      await expect(room.getByRole('article')).toBeVisible();
    },
  };

  // The page behind a dialog is looked at where it is alone.
  for (const [name, fill] of Object.entries(ROOMS)) {
    test(`the dialog ${name}, empty and filled in`, async ({ page }) => {
      const within = 'dialog[open]';
      await show(page);
      const room = await dialog(page, name);
      expect.soft(await violations(page, { within })).toEqual([]);
      await fill(room);
      await looks(page, { within });
      for (const width of [360, 1480]) {
        await page.setViewportSize({ width, height: 900 });
        const [wide, inner] = await room.evaluate((box) => [box.scrollWidth, box.clientWidth]);
        expect.soft(wide).toBeLessThanOrEqual(inner);
      }
    });
  }

  test('the search, marks of what moved, a notice, a term; presenting', async ({ page }) => {
    await show(page);
    const box = page.getByRole('combobox', { name: 'Find' });
    const within = '.tools';
    await box.click();
    await page.keyboard.type('800G DR8');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await looks(page, { within });
    await box.fill('banana');
    await expect(page.locator('.found')).toContainText('Nothing is found');
    await looks(page, { within });
    await box.fill('');
    await page.keyboard.press('Escape');

    await page.evaluate(() => { Storage.prototype.setItem = () => { throw new Error('full'); }; });
    await page.locator('label[for="speed-800g"]').click();
    await expect(page.locator('fieldset.application .was')).toHaveCount(1);
    await expect(page.locator('.notices .notice')).toHaveCount(1);
    await expect(changed(page)).toContainText('800G');
    await page.getByRole('button', { name: 'What does this mean: Route' }).click();
    await expect(page.locator('.term')).toBeVisible();
    await unfold(page, 'application');
    await advised(page);
    await looks(page);

    await go(page, SEVERAL);
    await tool(page, 'Present').click();
    await page.getByRole('toolbar', { name: 'Present' }).getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('toolbar', { name: 'Present' })).toContainText('2 of 4');
    await advised(page);
    await looks(page);
  });
});
