// A long list of options shows the one that is chosen.

import { root } from './page.js';
import { watch } from './watch.js';

// What was chosen in each list when it was looked at last.
const seen = new WeakMap();

function show() {
  for (const list of root.querySelectorAll('.options')) {
    const chosen = list.querySelector('.option.chosen');
    // A closed list has no boxes: it is looked at when it is open.
    if (!chosen || seen.get(list) === chosen || list.closest('details:not([open])')) continue;
    seen.set(list, chosen);
    if (list.scrollHeight <= list.clientHeight) continue;
    const [row, box] = [chosen.getBoundingClientRect(), list.getBoundingClientRect()];
    if (row.top < box.top) list.scrollTop += row.top - box.top;
    else if (row.bottom > box.bottom) list.scrollTop += row.bottom - box.bottom;
  }
}

/** Looks now and after every change: behind its paint, because looking at boxes lays the page out. */
export function start() {
  show();
  watch(() => requestAnimationFrame(() => setTimeout(show, 0)));
}
