// Tells every change of the request on screen, wherever it came from.

import { root, wanted } from './page.js';

const listeners = [];
let now = '';
let held = false;

/** Calls back with the fragment now and the one before. */
export function watch(listener) {
  listeners.push(listener);
}

/** Says nothing until `release`: what is shown meanwhile is only looked at. */
export function hold() {
  held = true;
}

/** Says what has changed since `hold`, if anything has. */
export function release() {
  held = false;
  look();
}

function look() {
  const next = wanted();
  if (held || !next || next === now) return;
  const before = now;
  now = next;
  listeners.forEach((listener) => listener(next, before));
}

/** Begins with what is on screen, which is no change. */
export function start() {
  now = wanted();
  new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
}
