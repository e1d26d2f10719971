// Enter in a field of the page takes what is typed. Nothing is ever submitted: a sandboxed frame
// may not, and the browser says so on the console before the page is asked.

import { root } from './page.js';

function enter(event) {
  const { key, target } = event;
  if (key !== 'Enter' || event.isComposing || !target.matches('.choices input, .place input')) return;
  event.preventDefault();
  // What is taken on change is taken now.
  if (target.closest('.place')) {
    target.blur();
    target.focus();
  }
}

/** Follows the keys on the page. */
export function start() {
  root.addEventListener('keydown', enter);
}
