// What a sheet of paper needs to be found again: the date, and the address of the design.

import { linkOf, root } from './page.js';

function fill() {
  const place = root.querySelector('.printed');
  if (!place) return;
  const date = new Date().toLocaleDateString(root.dataset.language, { dateStyle: 'long' });
  place.textContent = `${date} · ${linkOf()}`;
}

/** Fills it in before every print. */
export function start() {
  addEventListener('beforeprint', fill);
}
