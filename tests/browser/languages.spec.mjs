// The page in each of its languages, in feet, and from right to left.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, expect, advised, choose, go, narrow, settled, show, sticksOut, verdict, violations, COLORS, SIZES } from './fixtures.mjs';

const locales = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'site', 'locales');
const wordsOf = (name) => JSON.parse(readFileSync(join(locales, `${name}.json`), 'utf8'));
const english = wordsOf('en');

// The language, what a browser that wants it asks for, and the margin of the opening design.
const LANGUAGES = [
  ['en', 'en-US', '+1.448'],
  ['de', 'de-DE', '+1,448'],
  ['fr', 'fr-FR', '+1,448'],
  ['es', 'es-ES', '+1,448'],
  ['ja', 'ja-JP', '+1.448'],
  ['zh-Hans', 'zh-CN', '+1.448'],
];

// Together they show most of the words that there are.
const DESIGNS = {
  opening: null,
  'a failing cross-connect': { application: '400GBASE-DR4', fiber: 'OS2', grade: 'standard', topology: 'cross-connect', lengths: { cordA: 5, trunks: [60, 60], cross: [10], cordB: 5 }, links: 128 },
  'wrong polarity': { application: '400GBASE-DR4', topology: 'interconnect', polarity: 'B', lengths: { cordA: 5, trunks: [30], cordB: 5 }, links: 12 },
  'too long': { application: '400GBASE-SR4', fiber: 'OM4', topology: 'interconnect', lengths: { cordA: 5, trunks: [140], cordB: 5 }, links: 12 },
  'not checked': { module: 'hpe-aruba-jl485a', fiber: 'OM4', topology: 'direct', lengths: { cordA: 350 }, links: 4 },
  cassettes: { application: '400GBASE-FR4', topology: 'cassette-to-cassette', grade: 'low-loss', splices: 2, lengths: { cordA: 10, cross: [5, 5], trunks: [1200], cordB: 10 }, links: 48, spares: 5 },
  tight: { application: '40GBASE-SR4', fiber: 'OM4', topology: 'interconnect', grade: 'standard', base: 12, lengths: { cordA: 3, trunks: [85], cordB: 3 }, links: 24 },
};

/** Words that stand in a sentence by themselves, between what is filled in. */
const pieces = (text) => text.split(/\{[^}]*\}/).map((piece) => piece.trim());
const letters = (text) => text.replace(/[^\p{L}]/gu, '').length;

/** English that is said otherwise in a language, by key. */
function foreign(words) {
  return Object.entries(english).flatMap(([key, text]) => {
    const own = words[key] ?? '';
    return pieces(text)
      .filter((piece) => letters(piece) >= 12 && piece.includes(' ') && !own.includes(piece))
      .map((piece) => [key, piece]);
  });
}

/** Everything that is said on the page, in sight or to a screen reader, but for words marked as another language's. */
async function spoken(page) {
  await page.locator('#fiberlane details').evaluateAll((all) => all.forEach((details) => { details.open = true; }));
  return page.evaluate(() => {
    const own = document.documentElement.lang;
    const walker = document.createTreeWalker(document.getElementById('fiberlane'), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const said = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      if (element.closest('#fl-request') || element.closest('[lang]').lang !== own) continue;
      if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
      else for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (node.hasAttribute(name)) said.push(node.getAttribute(name));
    }
    return said.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
  });
}

const language = (page) => page.locator('select[data-do="language"]');
const unit = (page) => page.locator('select[data-do="unit"]');

/** Nothing on screen is a key, a placeholder, English in another language, or a number of another one. */
async function translated(page, words) {
  const said = await spoken(page);
  const whole = ` ${said.join(' \n ')} `;
  expect.soft(said.filter((text) => /[{}]/.test(text)), 'placeholders').toEqual([]);
  const keys = Object.keys(english).filter((key) => key.includes('.'));
  expect.soft(said.filter((text) => keys.some((key) => text.split(/[\s“”"'(),;:]+/).includes(key))), 'keys').toEqual([]);
  expect.soft(foreign(words).filter(([, piece]) => whole.includes(piece)), 'English').toEqual([]);
  // Standards and applications have points in their names.
  const other = words['locale.decimal'] === ',' ? '.' : ',';
  const named = whole.replace(/802\.3|568\.3/g, '');
  expect.soft(named.match(new RegExp(`(?<![\\w.,-])\\d+[${other}]\\d{1,2}(?![\\w.,])`, 'g')) ?? [], 'numbers').toEqual([]);
}

const VERDICTS = { 'a failing cross-connect': 'fail', 'not checked': 'not-checked', tight: 'tight' };

for (const [name, locale, margin] of LANGUAGES) {
  const words = wordsOf(name);

  test.describe(`in ${name}`, () => {
    test.use({ locale });

    test('the page starts in the language of the browser, and every design speaks it', async ({ page }) => {
      await show(page);
      await expect(page.locator('html')).toHaveAttribute('lang', name);
      await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
      await expect(language(page)).toHaveValue(name);
      await expect(verdict(page).locator('.word')).toContainText(words['verdict.pass']);
      await expect(verdict(page)).toContainText(margin);
      await expect(page.getByRole('heading', { level: 2, name: words['section.order'] }).first()).toBeVisible();

      await go(page, DESIGNS['a failing cross-connect']);
      for (const opened of [false, true]) {
        await page.locator('#fiberlane .choices details').evaluateAll((all, open) => all.forEach((details) => { details.open ||= open; }), opened);
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await settled(page);
          expect.soft(await sticksOut(page), `at ${width} px`).toEqual([]);
        }
      }

      for (const [design, request] of Object.entries(DESIGNS)) {
        await test.step(design, async () => {
          if (request) await go(page, request);
          await translated(page, words);
          if (VERDICTS[design]) await expect.soft(verdict(page).locator('.word')).toContainText(words[`verdict.${VERDICTS[design]}`]);
        });
      }
    });
  });
}

test.describe('chosen on the page', () => {
  test('every language follows the select, and the design stays', async ({ page }) => {
    await show(page);
    await choose(page, 'grade', 'low-loss');
    await expect(verdict(page)).toContainText('+2.248');
    const before = await page.locator('#fl-request').textContent();
    for (const [name, , margin] of [...LANGUAGES.slice(1), LANGUAGES[0]]) {
      await language(page).selectOption(name);
      await expect(page.locator('html')).toHaveAttribute('lang', name);
      await expect(verdict(page).locator('.word')).toContainText(wordsOf(name)['verdict.pass']);
      await expect(verdict(page)).toContainText(margin.replace(/1(.)448/, '2$1248'));
      await advised(page);
      const said = await spoken(page);
      const left = foreign(wordsOf(name)).filter(([, piece]) => said.some((text) => text.includes(piece)));
      expect(left).toEqual([]);
      await expect(page.locator('#grade-low-loss')).toBeChecked();
      expect(await page.locator('#fl-request').textContent()).toBe(before);
      await expect(language(page)).toBeFocused();
    }
  });

  test('a decimal comma is typed and read; the language is there after a reload', async ({ page }) => {
    await show(page);
    await language(page).selectOption('de');
    await expect(verdict(page)).toContainText('Bestanden');
    await expect(verdict(page)).toContainText('+1,448');
    await page.reload();
    await expect(page.locator('#fiberlane')).toHaveAttribute('data-boot', 'ready');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(verdict(page)).toContainText('+1,448');
    await advised(page);
    await page.locator('#fl-trunk-1').fill('60,5');
    await expect(page.locator('.order')).toContainText(/60,5\sm/);
    await language(page).selectOption('en');
    await expect(page.locator('.order')).toContainText(/60\.5\sm/);
    await expect(page.locator('#fl-trunk-1')).toHaveValue('60.5');
  });

  test('dialogs, search and undo speak it', async ({ page }) => {
    await show(page);
    await language(page).selectOption('de');
    await expect(verdict(page)).toContainText('Bestanden');
    await advised(page);
    const words = wordsOf('de');
    await choose(page, 'grade', 'low-loss');
    await expect(page.locator('.changed')).toContainText(words['desk.open']);
    await expect(page.locator('.changed')).toContainText('+2,248');
    for (const name of ['examples', 'designs', 'compare', 'share', 'quote']) {
      await page.locator(`.tools [data-do="${name}"]`).click();
      const room = page.getByRole('dialog', { name: words[`tool.${name}`] });
      await expect(room).toBeVisible();
      if (name === 'quote') await room.getByRole('button', { name: words['desk.quote.preview'] }).click();
      if (name === 'quote') await expect(room.getByRole('article')).toContainText('0,752');
      if (name === 'share') await expect(room.locator('textarea').last()).toHaveValue(/0,752/);
      const text = await room.evaluate((box) => [box.innerText, ...[...box.querySelectorAll('input, textarea')].map((field) => field.value)].join('\n').replace(/\s+/g, ' '));
      expect(foreign(words).filter(([, piece]) => text.includes(piece))).toEqual([]);
      expect(text).not.toMatch(/[{}]/);
      await page.keyboard.press('Escape');
      await expect(room).toBeHidden();
    }
    await page.locator('#fl-find').click();
    await page.keyboard.type('banane');
    await expect(page.locator('.found')).toContainText(words['desk.find.none'].replace('{query}', 'banane'));
  });
});

test.describe('in feet', () => {
  test('lengths are shown and typed in feet, in any language', async ({ page }) => {
    await show(page);
    const before = await page.locator('#fl-request').textContent();
    await unit(page).selectOption('ft');
    await expect(page.locator('.order')).toContainText(/393\.7\sft/);
    await expect(page.locator('#fl-trunk-1')).toHaveValue('393.7');
    await expect(verdict(page)).toContainText('+1.448');
    await expect(unit(page)).toBeFocused();
    await advised(page);
    expect(await page.locator('#fl-request').textContent()).toBe(before);
    expect((await spoken(page)).filter((text) => /\b120\sm\b/.test(text))).toEqual([]);
    await page.locator('#fl-trunk-1').fill('500');
    await expect(page.locator('.order')).toContainText(/500\sft/);
    // 500 ft are 152.4 m.
    await expect(page.locator('#fl-request')).not.toHaveText(before);
    await language(page).selectOption('de');
    await expect(page.locator('.order')).toContainText(/500\sft/);
    await expect(page.locator('#fl-trunk-1')).toHaveValue('500');
    await expect(unit(page)).toHaveValue('ft');
    // 500 ft read alike in both: the choice is kept once its words are there.
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await page.reload();
    await expect(page.locator('#fiberlane')).toHaveAttribute('data-boot', 'ready');
    await expect(page.locator('.order')).toContainText(/500\sft/);
    await expect(unit(page)).toHaveValue('ft');
    await unit(page).selectOption('m');
    await expect(page.locator('.order')).toContainText(/152,4\sm/);
    await expect(page.locator('#fl-trunk-1')).toHaveValue('152,4');
  });

  test('what is wrong with a length is said in feet', async ({ page }) => {
    await show(page);
    await unit(page).selectOption('ft');
    await expect(page.locator('#fl-trunk-1')).toHaveValue('393.7');
    await page.locator('#fl-trunk-1').fill('-5');
    await expect(page.locator('#fl-trunk-1')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('#fl-trunk-1-error')).toContainText('ft');
    await expect(page.locator('#fl-trunk-1-error')).not.toContainText('200000');
  });
});

test('from right to left: nothing sticks out or is cut, figures stay whole', async ({ page }) => {
  await show(page);
  for (const [design, request] of [['opening', null], ['a failing cross-connect', DESIGNS['a failing cross-connect']]]) {
    await test.step(design, async () => {
      if (request) await go(page, request);
      await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
      expect.soft(await sticksOut(page)).toEqual([]);
      const [choices, answer] = [await page.locator('form.choices').boundingBox(), await page.locator('main').boundingBox()];
      expect.soft(choices.x, 'the choices are on the right').toBeGreaterThanOrEqual(answer.x + answer.width - 1);
      const cut = await page.locator('main svg text').evaluateAll((all) => all.filter((text) => {
        const [box, frame] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
        return box.width > 0 && (box.left < frame.left - 1 || box.right > frame.right + 1);
      }).map((text) => text.textContent));
      expect.soft(cut, 'words of drawings and charts').toEqual([]);
      // A figure has its sign in front and its unit behind.
      const order = await page.locator('.verdict .margin').evaluate((words) => {
        const at = (offset) => {
          const range = document.createRange();
          range.setStart(words.firstChild, offset);
          range.setEnd(words.firstChild, offset + 1);
          return range.getBoundingClientRect().left;
        };
        const text = words.firstChild.data;
        return [...text].map((letter, offset) => [letter, at(offset)]).sort((one, other) => one[1] - other[1]).map(([letter]) => letter).join('');
      });
      expect.soft(order).toMatch(/^[+−]\d+\.\d+\sdB$/);
      // What lies over what, and how large: the rest was looked at from left to right.
      for (const rules of [COLORS, SIZES]) expect.soft(await violations(page, { rules })).toEqual([]);
      await narrow(page, async () => {
        expect.soft(await sticksOut(page), 'on a phone').toEqual([]);
        expect.soft(await violations(page, { rules: SIZES }), 'on a phone').toEqual([]);
      });
    });
  }
});
