// How long an edit takes until its verdict is painted, on a processor slowed down four times.
// Run by hand, after the site is built: node tests/browser/bench.mjs
//
// An edit is shown in steps: its verdict in its own frame, the rest of the answer behind that paint.
//
// "verdict, work" is what the page's thread does between a key and the painted verdict: from the
// time stamp of the key, which the browser sets when the key arrives and so before anything waits
// in a queue, to the end of the key's task, and from the frame's requestAnimationFrame to the first
// task behind it: style, layout and paint lie between the two. What it leaves out is the idle wait
// for the next frame, up to 16.7 ms, which no page can shorten.
// "verdict, presented" is the browser's own Event Timing, with that wait and with what happens
// outside the page's thread, up to the presentation of the frame; it is rounded to 8 ms.
// "whole answer" is from the key to the task behind the paint of the last part: drawing, choices,
// charts, order and proof, with every wait in between.
// The same keys in an empty field of the same page, each just before its edit, are the floor: what
// the browser itself takes. "over the floor" is the difference of the two, key by key: what the page
// adds. Every edit is made several times; "best of" is the fastest of them, which neighbors on the
// machine and the collection of garbage have disturbed least.
//
// What is not in it: the second stage, which a worker works out beside the page when the typing
// rests, and which is filled in when the page has nothing else to do.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import settings from './playwright.config.mjs';

/** Rounds of different edits, edits of a round, and how often they are made over again. */
const ROUNDS = 8;
const EACH = 6;
const TIMES = 5;
const EDITS = ROUNDS * EACH * TIMES;
const SLOWER = Number(process.env.FIBERLANE_SLOWER ?? 4);
const PAUSE = Number(process.env.FIBERLANE_PAUSE ?? 120);

/** Notes every key: when it came, and the work until what it changed was painted. */
function watch() {
  const edits = [];
  const timings = [];
  const soon = (act) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage(null);
  };
  const request = () => document.getElementById('fl-request').textContent;
  const field = document.body.appendChild(document.createElement('input'));
  field.id = 'bench';
  let open = null;
  addEventListener('keydown', (event) => {
    // The keys before it only say where it is typed.
    if (event.ctrlKey || !/^(\d|Arrow\w+)$/.test(event.key)) return;
    const edit = { came: event.timeStamp, floor: event.target === field };
    const shown = request();
    let handled = Infinity;
    open = edit;
    soon(() => { handled = performance.now(); });
    requestAnimationFrame((_) => {
      const frame = performance.now();
      soon(() => {
        edit.work = Math.min(handled, frame) - edit.came + performance.now() - frame;
        if (edit.floor) edits.push(edit);
      });
    });
    if (edit.floor) return;
    // The charts are made for every request, last of all.
    const filled = new Promise((resolve) => {
      const charts = new MutationObserver(() => { charts.disconnect(); resolve(); });
      charts.observe(document.querySelector('.ladder'), { childList: true });
    });
    const look = async () => {
      await filled;
      if (open !== edit) return;
      requestAnimationFrame(() => {
        if (request() === shown) look();
        else soon(() => {
          edit.whole = performance.now() - edit.came;
          edits.push(edit);
        });
      });
    };
    look();
  }, true);
  new PerformanceObserver((list) => {
    timings.push(...list.getEntries().filter(({ name }) => name === 'keydown').map(({ startTime, duration }) => ({ startTime, duration })));
  }).observe({ type: 'event', durationThreshold: 16 });
  window.bench = { edits, timings };
}

/** The keys of edit after edit: lengths within reach, links and grade in turn. Every digit is an edit. */
function* keys() {
  for (let all = 0; ; all += 1) {
    const round = all % ROUNDS;
    yield ['#fl-trunk-1', 'Control+a', String(1 + (round % 3))];
    yield ['#fl-trunk-1', 'End', String(round % 10)];
    yield ['#fl-trunk-1', 'End', '5'];
    yield ['fieldset.grade input:checked', null, round % 2 === 0 ? 'ArrowDown' : 'ArrowUp'];
    yield ['#fl-links', 'Control+a', String(1 + ((round + 3) % 9))];
    yield ['#fl-links', 'End', String((round + 4) % 10)];
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
  const press = async (place, before, key) => {
    await page.locator(place).focus();
    if (before) await page.keyboard.press(before);
    await page.waitForTimeout(PAUSE);
    const count = await page.evaluate(() => window.bench.edits.length);
    await page.keyboard.press(key);
    await page.waitForFunction((seen) => window.bench.edits.length > seen, count);
  };
  while (done < EDITS) {
    const [place, before, key] = next.next().value;
    await press('#bench', 'Control+a', String(done % 10));
    await press(place, before, key);
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
  process.stdout.write(`${EDITS} edits, processor ${SLOWER} times slower, milliseconds\n`);
  process.stdout.write(`${''.padEnd(34)} ${'n'.padStart(4)}  median     p95     max\n`);
  for (const floor of [true, false]) {
    const own = edits.filter((edit) => edit.floor === floor);
    const name = floor ? 'empty field' : 'verdict';
    print(`${name}, work`, own.map(({ work }) => work));
    // The same keys: both clocks start at the time stamp of the event. What took less than 16 ms
    // is not told.
    const told = own.map(({ came }) => timings.find(({ startTime }) => Math.abs(came - startTime) < 0.5)?.duration ?? 16);
    print(`${name}, presented`, told);
    if (!floor) print('whole answer', own.map(({ whole }) => whole));
  }
  const [floors, verdicts] = [true, false].map((floor) => edits.filter((edit) => edit.floor === floor).map(({ work }) => work));
  const best = (all) => all.slice(0, ROUNDS * EACH).map((_, index) => Math.min(...all.filter((__, place) => place % (ROUNDS * EACH) === index)));
  const less = (all, floor) => all.map((work, index) => work - floor[index]);
  print('verdict, work over the floor', less(verdicts, floors));
  print(`empty field, work, best of ${TIMES}`, best(floors));
  print(`verdict, work, best of ${TIMES}`, best(verdicts));
  print(`over the floor, best of ${TIMES}`, less(best(verdicts), best(floors)));
} finally {
  server.kill();
}
