// `test` as every spec uses it: a test fails on any console message, uncaught error, violation of
// the content security policy or request to another origin, in any page of its context.
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import PDFParser from 'pdf2json';

export { expect };

export const test = base.extend({
  // For a test that breaks something on purpose: patterns of the faults that it must cause.
  expectedFaults: [[], { option: true }],

  context: async ({ context, baseURL, expectedFaults }, use) => {
    const faults = [];
    const origin = new URL(baseURL).origin;
    context.on('console', (message) => faults.push(`console.${message.type()}: ${message.text()}`));
    context.on('weberror', (event) => faults.push(`uncaught: ${event.error()}`));
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol)) {
        faults.push(`request to another origin: ${url.href}`);
      }
    });
    await context.exposeFunction('reportViolation', (text) => faults.push(text));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        window.reportViolation(`CSP: ${event.violatedDirective} blocked ${event.blockedURI}`);
      });
    });

    await use(context);

    const expected = (fault) => expectedFaults.some((pattern) => pattern.test(fault));
    expect(faults.filter((fault) => !expected(fault)), 'nothing in the console').toEqual([]);
    for (const pattern of expectedFaults) {
      expect(faults.some((fault) => pattern.test(fault)), `${pattern} was seen`).toBe(true);
    }
  },
});

/** Opens the page and waits until the app has mounted. */
export async function open(page, path = './') {
  const response = await page.goto(path);
  await expect(page.locator('#fiberlane')).toHaveAttribute('data-boot', 'ready');
  return response;
}

/** Waits until everything that the last event has changed is on screen. */
export async function settled(page) {
  await page.evaluate(async () => (await import(document.querySelector('script[data-wasm]').src)).settled());
}

/** Waits until the second stage of what is on screen is filled in. */
export async function advised(page) {
  await settled(page);
  await expect(page.locator('#fiberlane')).toHaveAttribute('data-advice', 'ready');
}

/** The link of a request, made by the engine itself. */
export async function link(page, request) {
  const fragment = await page.evaluate(async (fields) => {
    const engine = await import(new URL('api/fiberlane.js', document.baseURI));
    await engine.default();
    return engine.fragment({ schema: 'fiberlane.request/1', ...fields });
  }, request);
  return `./#${fragment}`;
}

/** Opens the page on a request, with its second stage. */
export async function show(page, request) {
  await open(page);
  await page.goto(await link(page, request));
  await page.reload();
  await expect(page.locator('#fiberlane')).toHaveAttribute('data-boot', 'ready');
  await advised(page);
}

/** Opens a group of options, where it is a line. */
export async function unfold(page, group) {
  const fold = page.locator(`fieldset.${group} .fold`);
  if (!(await fold.evaluate((details) => details.open))) await fold.locator('summary').first().click();
}

/** Chooses an option as a pointer does, by its row. */
export async function choose(page, group, name) {
  const details = page.locator('details.more').filter({ has: page.locator(`fieldset.${group}`) });
  if ((await details.count()) > 0 && !(await details.evaluate((more) => more.open))) {
    await details.locator('summary').first().click();
  }
  await unfold(page, group);
  await page.locator(`label[for="${group}-${name}"]`).click();
  await expect(page.locator(`#${group}-${name}`)).toBeChecked();
  await settled(page);
}

/** Every violation that axe finds on the page. */
export async function violations(page) {
  // All of it at once: what stays in sight covers nothing that was only not scrolled to.
  const { width } = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height + 40, 16_000) });
  const result = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' | ')}`);
}

/** Some versions of the reader encode what they read. */
function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The letters of every page of a PDF, without spaces: print sets every letter by itself. */
export function pages(pdf) {
  return new Promise((resolve, reject) => {
    const parser = new PDFParser();
    parser.on('pdfParser_dataError', ({ parserError }) => reject(parserError));
    parser.on('pdfParser_dataReady', ({ Pages }) => resolve(Pages.map((page) => page.Texts.map((text) => text.R.map((run) => plain(run.T)).join('')).join('').normalize('NFKC').replace(/\s+/g, ''))));
    parser.parseBuffer(pdf, 0);
  });
}

/** The design's loss and verdict are read here. */
export const verdict = (page) => page.locator('.verdict').first();

/** A tool of the toolbar, by the word on it. */
export const tool = (page, name) => page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name, exact: true });

/** Opens the dialog of a tool. */
export async function dialog(page, name) {
  await tool(page, name).click();
  const room = page.getByRole('dialog', { name });
  await expect(room).toBeVisible();
  return room;
}

/** What sticks out of the screen on the left or right and is in no box that scrolls by itself. */
export async function sticksOut(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const out = [];
    if (document.documentElement.scrollWidth > room) out.push(`page: ${document.documentElement.scrollWidth} of ${room}`);
    for (const element of document.querySelectorAll('#fiberlane *')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || !element.checkVisibility() || element.closest('.skip, .found')) continue;
      if (box.right <= room + 1 && box.left >= -1) continue;
      let parent = element.parentElement;
      while (parent && !['auto', 'scroll', 'hidden'].includes(getComputedStyle(parent).overflowX)) parent = parent.parentElement;
      if (!parent || parent.id === 'fiberlane') out.push(`${element.tagName} ${element.className}: ${Math.round(box.left)} to ${Math.round(box.right)}`);
    }
    return out;
  });
}
