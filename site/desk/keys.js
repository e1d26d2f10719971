// Undo and redo by keys, wherever on the page the focus is.

import { isOpen } from './dialog.js';
import { root } from './page.js';

const MAC = /mac|iphone|ipad/i.test(navigator.platform);
const TEXT = 'input:not([type="radio"], [type="checkbox"]), textarea';

/** The step that a key asks for: back, on, or none. */
function stepOf(event) {
  if (event.altKey || !(MAC ? event.metaKey : event.ctrlKey)) return 0;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 1 : -1;
  return key === 'y' && !MAC && !event.shiftKey ? 1 : 0;
}

/** Calls `move` with the step, or `moveFrom` with the field among `typed` that has the focus. */
export function start(move, moveFrom, typed) {
  document.addEventListener('keydown', (event) => {
    const by = stepOf(event);
    if (by === 0 || isOpen() || root.classList.contains('presenting')) return;
    const { target } = event;
    // On someone else's page the keys are theirs until the focus is in here.
    const ours = root.contains(target) || (target === document.body && !('embed' in root.dataset));
    const field = target.closest?.(typed);
    // Search and the form about the place undo their own typing.
    if (!ours || (!field && target.matches?.(TEXT))) return;
    event.preventDefault();
    if (field) moveFrom(field, by);
    else move(by);
  });
}
