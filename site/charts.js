// The charts and the proof of what is on screen: drawn beside the page by the engine's second module,
// ahead of the rest of the second stage, and again where the page becomes a column.

import { ask } from './engine.js';
import { refill, root, wanted } from './desk/page.js';

// As in the page's state: what is less wide is a column.
const COLUMN = 640;
const narrow = () => root.clientWidth < COLUMN;
const places = () => [...root.querySelectorAll('[data-chart]')];
const key = () => `${narrow()} ${wanted()}`;
// What the charts on screen are of, and what is being drawn.
let shown = '';
let coming = Promise.resolve();
let busy = false;
// Counts how often all has been said anew: what is under way then is in the words of before.
let round = 0;

/** Fills the charts in. Two things that do not belong together never stand beside each other for long. */
function put(charts) {
  for (const place of places()) refill(place, charts[place.dataset.chart] ?? '');
  root.dataset.charts = narrow() ? 'column' : 'wide';
}

async function work() {
  const gray = setTimeout(() => root.classList.add('fl-charting'), 80);
  try {
    while (wanted() && key() !== shown) {
      const [mine, now] = [round, key()];
      const charts = JSON.parse(await ask('chartSections', wanted(), narrow()));
      if (key() !== now || mine !== round) continue;
      put(charts);
      shown = now;
    }
  } catch {
    // Charts of another design say nothing about this one.
    put({});
    shown = key();
  } finally {
    clearTimeout(gray);
    root.classList.remove('fl-charting');
    busy = false;
  }
}

/** Draws what is wanted, if it is not there. Resolves when it is. */
export function draw() {
  if (!busy && wanted() && key() !== shown) {
    busy = true;
    coming = work();
  }
  return coming;
}

/** Draws all anew, after the language or the unit has changed. */
export function again() {
  round += 1;
  shown = '';
  draw();
}

/** Keeps the charts up with the page's width, and paper free of what is not of this design. */
export function start() {
  addEventListener('resize', draw);
  addEventListener('beforeprint', () => {
    if (key() !== shown) {
      put({});
      shown = '';
    }
  });
  addEventListener('afterprint', draw);
}
