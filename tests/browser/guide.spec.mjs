// The guide: one page, searched as typed, where findings lead.
import { test, expect } from './fixtures.mjs';

// What a buyer types, and what the answer must say.
const QUESTIONS = [
  ['mtp mpo difference', 'brand'],
  ['low-loss', '0.35'],
  ['method a b', 'cord'],
  ['pinned unpinned', 'latch'],
  ['apc flat', 'angled'],
  ['base-8 base-12', '8'],
  ['om3 om4 mix', 'OM3'],
  ['dr8 mpo-16', 'MPO-16'],
  ['cassette panel', 'panel'],
  ['mmc', 'splice'],
  ['sn-mt', 'SN-MT'],
  ['rfq', 'insertion loss'],
  ['acceptance test', '0.75'],
  ['om5', '850'],
  ['psm4', 'single-mode'],
  ['swdm4', 'LC'],
  ['0.1 db', 'contested'],
  ['1.0 db 200g', '2.75'],
  ['roce', 'wrong'],
  ['clean inspect', 'inspect'],
];

test('twenty questions find their answer in the guide', async ({ page }) => {
  await page.goto('./guide.html?lang=en');
  const box = page.getByRole('searchbox');
  await expect(page.locator('details').first()).toBeVisible();
  const missing = [];
  for (const [typed, said] of QUESTIONS) {
    await box.fill(typed);
    const texts = await page.locator('details:visible').allTextContents();
    if (!texts.some((text) => text.toLowerCase().includes(said.toLowerCase()))) missing.push(`${typed}: ${texts.length} answers`);
  }
  expect(missing).toEqual([]);
});
