// What is printed is what is on screen: the page, or what an open dialog holds.

import { onPaper } from './dialog.js';
import { el } from './dom.js';
import { linkOf, root } from './page.js';

/** What a sheet of paper needs to be found again: the date, and the address of the design. */
function fill() {
  const place = root.querySelector('.printed');
  if (!place) return;
  const date = new Date().toLocaleDateString(root.dataset.language, { dateStyle: 'long' });
  place.textContent = `${date} · ${linkOf()}`;
}

/** Takes away what was put there for the print. */
function clear() {
  document.documentElement.classList.remove('print-sheet');
  document.getElementById('fiberlane-sheet')?.remove();
}

/** Lays what a dialog holds beside the page, which is not printed then. */
function lay() {
  clear();
  const paper = onPaper();
  if (!paper) return;
  document.body.append(el('div', { id: 'fiberlane-sheet', className: 'fl fl-light' }, paper));
  document.documentElement.classList.add('print-sheet');
}

/** Makes it ready before every print, by a button or by the browser's own command. */
export function start() {
  addEventListener('beforeprint', () => {
    fill();
    lay();
  });
  addEventListener('afterprint', clear);
}
