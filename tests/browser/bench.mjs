// How long an edit takes until its verdict is painted, on a processor slowed down four times.
// Run by hand, after the site is built: node tests/browser/bench.mjs
//
// What is measured: from the time stamp of the key that makes the edit, which the browser sets
// when the key arrives and so before anything waits in a queue, in two ways. The browser's own
// Event Timing goes to the presentation of the frame that follows the event; it is rounded to
// 8 ms. The other goes to the first task after that frame: it is posted from
// requestAnimationFrame, and style, layout and paint come after the callback and before the task.
// It may wait behind other tasks and is then too large, never too small. A second
// requestAnimationFrame would add the wait for another frame, which nobody sees. In both is the
// wait for the next frame, up to 16.7 ms. "Worked out" is the part up to the change of the
// document: the plan, its drawing and its tables.
//
// What is not in it: the second stage, which a worker works out beside the page. It goes on during
// the edits as it does for somebody who types, a key every 120 ms.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import settings from './playwright.config.mjs';

const EDITS = 200;
const SLOWER = 4;
const PAUSE = 120;

/** Notes every edit of the page: when its key came, when the document changed, when that was painted. */
function watch() {
  const edits = [];
  const timings = [];
  let open = null;
  addEventListener('keydown', (event) => { open = { came: event.timeStamp, changed: null, painted: null }; }, true);
  const request = () => document.getElementById('fl-request').textContent;
  let shown = request();
  new MutationObserver(() => {
    if (!open || request() === shown) return;
    const edit = open;
    open = null;
    shown = request();
    edit.changed = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        edit.painted = performance.now();
        edits.push(edit);
      };
      port2.postMessage(null);
    });
  }).observe(document.getElementById('fiberlane'), { subtree: true, childList: true, characterData: true, attributes: true });
  new PerformanceObserver((list) => {
    timings.push(...list.getEntries().filter(({ name }) => name === 'keydown').map(({ startTime, duration }) => ({ startTime, duration })));
  }).observe({ type: 'event', durationThreshold: 16 });
  window.bench = { edits, timings };
}

/** The keys of edit after edit: lengths within reach, links and grade in turn. Every digit is an edit. */
function* keys() {
  for (let round = 0; ; round += 1) {
    yield ['#fl-trunk-1', 'Control+a', String(1 + (round % 3))];
    yield [null, null, String(round % 10)];
    yield [null, null, '5'];
    yield ['fieldset.grade input:checked', null, round % 2 === 0 ? 'ArrowDown' : 'ArrowUp'];
    yield ['#fl-links', 'Control+a', String(1 + ((round + 3) % 9))];
    yield [null, null, String((round + 4) % 10)];
  }
}

async function serve() {
  const port = process.env.FIBERLANE_TEST_PORT ?? '4174';
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const server = spawn(process.execPath, ['server.mjs'], { cwd: folder, env: { ...process.env, FIBERLANE_TEST_PORT: port }, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(server.stdout, 'data');
  return { server, address: `http://127.0.0.1:${port}/` };
}

function print(name, values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)].toFixed(1).padStart(7);
  process.stdout.write(`${name.padEnd(34)} ${String(sorted.length).padStart(4)} ${at(0.5)} ${at(0.95)} ${at(1)}\n`);
}

async function run(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1480, height: 1040 }, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('#fiberlane[data-advice="ready"]').waitFor();
  // The grade is a line until it is opened.
  const fold = page.locator('fieldset.grade .fold');
  if (!(await fold.evaluate((details) => details.open))) await fold.locator('summary').click();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.evaluate(watch);
  const next = keys();
  let done = 0;
  while (done < EDITS) {
    const [place, before, key] = next.next().value;
    if (place) await page.locator(place).focus();
    if (before) await page.keyboard.press(before);
    const count = await page.evaluate(() => window.bench.edits.length);
    await page.keyboard.press(key);
    await page.waitForFunction((seen) => window.bench.edits.length > seen, count);
    await page.waitForTimeout(PAUSE);
    done += 1;
  }
  const { edits, timings } = await page.evaluate(() => window.bench);
  await context.close();
  return { edits, timings };
}

const { server, address } = await serve();
try {
  const browser = await chromium.launch(settings.use.launchOptions);
  const { edits, timings } = await run(browser, address);
  await browser.close();
  process.stdout.write(`${edits.length} edits, processor ${SLOWER} times slower, milliseconds\n`);
  process.stdout.write(`${''.padEnd(34)} ${'n'.padStart(4)}  median     p95     max\n`);
  print('verdict: from the key to the task', edits.map(({ came, painted }) => painted - came));
  print('verdict: worked out', edits.map(({ came, changed }) => changed - came));
  // The same keys: both clocks start at the time stamp of the event.
  const same = timings.filter(({ startTime }) => edits.some(({ came }) => Math.abs(came - startTime) < 0.5));
  if (same.length > 0) print('verdict: by Event Timing', same.map(({ duration }) => duration));
} finally {
  server.kill();
}
