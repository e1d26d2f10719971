// The line that stays in sight is fixed to the window. It begins as a sticky one: a container of sizes
// holds what is fixed in it in some browsers, and in others it does not.

import { root } from './page.js';

function hold() {
  const line = root.querySelector('.glance');
  // Beside the choices the answer is in sight by itself.
  if (!line || line.getClientRects().length === 0) return;
  removeEventListener('resize', hold);
  root.classList.add('fl-held');
  if (Math.abs(line.getBoundingClientRect().bottom - innerHeight) > 1) root.classList.remove('fl-held');
}

/** Tries once, as soon as there is such a line. */
export function start() {
  addEventListener('resize', hold);
  hold();
}
