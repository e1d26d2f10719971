// The key `/` goes to the search, from wherever on the page the focus is.

import { isOpen } from './dialog.js';
import { root } from './page.js';

const TYPED = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';

function key(event) {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.defaultPrevented || isOpen() || root.classList.contains('presenting')) return;
  const { target } = event;
  // On someone else's page the keys are theirs until the focus is in here.
  const ours = root.contains(target) || (target === document.body && !('embed' in root.dataset));
  const box = root.querySelector('#fl-find');
  if (!ours || !box || target.matches?.(TYPED)) return;
  event.preventDefault();
  box.focus();
  box.select();
}

/** Follows the keys. */
export function start() {
  document.addEventListener('keydown', key);
}
