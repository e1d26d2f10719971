// What stands below the verdict: channel, findings, charts, order and proof. Made beside the page by
// the engine's second module, ahead of the rest of the second stage, and again where there is
// another room for the drawing.

import { ask } from './engine.js';
import { refill, root, wanted } from './desk/page.js';

// What is less wide is a column, as in the page's state.
const COLUMN = 640;
// As in the style sheet: from this width on, the answer stands beside the choices.
const BESIDE = 861;

/** Room for the drawing, in steps: not every pixel is another drawing. None in a column. */
function room() {
  const width = root.clientWidth;
  // Choices and margins, or margins alone.
  const taken = width < BESIDE ? 32 : 364 + 48;
  return width < COLUMN ? 0 : Math.floor((width - taken) / 20) * 20;
}

const places = () => [...root.querySelectorAll('[data-answer]')];
const key = () => `${room()} ${wanted()}`;
// What the answer on screen is of, and what is being made.
let shown = '';
let coming = Promise.resolve();
let busy = false;
// Counts how often all has been said anew: what is under way then is in the words of before.
let round = 0;

// What is told when it is there.
const listeners = [];

/** Calls back whenever the answer was made anew. */
export function watch(listener) {
  listeners.push(listener);
}

/** Fills the parts in. Two that do not belong together never stand beside each other. */
function put(parts) {
  for (const place of places()) refill(place, parts[place.dataset.answer] ?? '');
  listeners.forEach((listener) => listener());
  root.dataset.drawn = room() ? 'wide' : 'column';
}

async function work() {
  const gray = setTimeout(() => root.classList.add('fl-answering'), 80);
  try {
    while (wanted() && key() !== shown) {
      const [mine, now] = [round, key()];
      const parts = JSON.parse(await ask('answerSections', wanted(), room()));
      if (key() !== now || mine !== round) continue;
      put(parts);
      shown = now;
    }
  } catch {
    // What is of another design says nothing about this one.
    put({});
    shown = key();
  } finally {
    clearTimeout(gray);
    root.classList.remove('fl-answering');
    busy = false;
  }
}

/** Makes what is wanted, if it is not there. Resolves when it is. */
export function draw() {
  if (!busy && wanted() && key() !== shown) {
    busy = true;
    coming = work();
  }
  return coming;
}

/** Makes all anew, after the language or the unit has changed. */
export function again() {
  round += 1;
  shown = '';
  draw();
}

/** Keeps the answer up with the request and the page's width, and paper free of what is not of this design. */
export function start() {
  addEventListener('resize', draw);
  addEventListener('beforeprint', () => {
    if (key() !== shown) {
      put({});
      shown = '';
    }
  });
  addEventListener('afterprint', draw);
  new MutationObserver(draw).observe(root, { subtree: true, childList: true, characterData: true });
  draw();
}
