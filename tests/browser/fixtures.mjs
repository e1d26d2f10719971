// `test` as every spec uses it: a test fails on any console message, uncaught error, violation of
// the content security policy or request to another origin, in any page of its context.
//
// What costs time is a visit (the page starts and works out its second stage, more than a second)
// and a pass of axe over all of it. So a state is visited once: a new expectation about a state
// goes into the test that is there already, and `looks` has everything that can be wrong with how
// it looks, in light, in dark and on a phone. To another request it is a step on the same page
// (`go`). Only what a page that has just started does needs `open` or `show` of its own.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import PDFParser from 'pdf2json';

const { source: axe } = createRequire(import.meta.url)('axe-core');

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

let engine;

/** The module for programs, once for each worker: it runs here as it does in a browser. */
async function start() {
  const file = (name) => readFile(fileURLToPath(new URL(`../../dist/api/${name}`, import.meta.url)));
  const glue = await import(`data:text/javascript;base64,${(await file('fiberlane.js')).toString('base64')}`);
  glue.initSync({ module: await file('fiberlane_bg.wasm') });
  return glue;
}

/** The fragment of a request, made by the engine itself. */
export async function fragmentOf(request) {
  engine ??= start();
  return (await engine).fragment({ schema: 'fiberlane.request/1', ...request });
}

/** The request of a fragment. */
export async function requestOf(fragment) {
  engine ??= start();
  return JSON.parse((await engine).requestText(fragment));
}

/** The link of a request. */
export const link = async (request) => `./#${await fragmentOf(request)}`;

/** Starts the page on a request, or on the opening design, with its second stage. */
export async function show(page, request) {
  // Another fragment of the page that is there already would not start it.
  if (page.url() !== 'about:blank') await page.goto('about:blank');
  await open(page, request ? await link(request) : './');
  await advised(page);
}

/** Goes on to another request, or the fragment of one, on the page that is there, as a link does. */
export async function go(page, request) {
  const fragment = typeof request === 'string' ? request : await fragmentOf(request);
  await page.evaluate((text) => { location.hash = text; }, fragment);
  await expect(page.locator('#fl-request')).toHaveText(fragment);
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

const ALL = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** What other colors can change. */
export const COLORS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
/** What another width can change. */
export const SIZES = { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] };

/** Lays the whole page out in one window: what stays in sight covers nothing that was only not scrolled to. */
async function atOnce(page, work) {
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.min(height + 40, 24_000) });
  const found = await work();
  await page.setViewportSize(size);
  return found;
}

/** Every violation that axe finds on the page, or in a part of it. */
export async function violations(page, { rules = ALL, within = null } = {}) {
  return atOnce(page, async () => {
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
    return page.evaluate(async ([runOnly, part]) => {
      // Only what is wrong is written out: that takes longer than to find it.
      const { violations: found } = await window.axe.run(part ?? document, { runOnly, resultTypes: ['violations'] });
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
    }, [rules, within]);
  });
}

/** Waits until the answer is that of the page's width: what stands below it has its place then. */
async function redrawn(page) {
  await settled(page);
  await page.waitForFunction(() => {
    const root = document.getElementById('fiberlane');
    const drawn = root?.dataset.drawn;
    return !drawn || drawn === (root.clientWidth < 640 ? 'column' : 'wide');
  });
}

/** As on a phone, in size only; a finger is a matter of the project `phone`. */
export async function narrow(page, work) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await redrawn(page);
  const found = await work();
  await page.setViewportSize(size);
  await redrawn(page);
  return found;
}

/**
 * Everything that can be wrong with how a state looks: axe in the light; in the dark its rules about
 * colors; on a phone its rules about sizes, and what sticks out. `within` is the part of the page
 * that this state differs in, where the rest was looked at before. The page stays as it was.
 */
export async function looks(page, { within } = {}) {
  expect.soft(await violations(page, { within }), 'in the light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await violations(page, { rules: COLORS, within }), 'in the dark').toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await narrow(page, async () => {
    expect.soft(await violations(page, { rules: SIZES, within }), 'on a phone').toEqual([]);
    expect.soft(await sticksOut(page), 'on a phone').toEqual([]);
  });
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
