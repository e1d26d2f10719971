// Keeps the last request. Silent, unless it fails.

import { el } from './dom.js';
import { notice } from './line.js';
import { toVerdict, wanted } from './page.js';
import { keep, kept } from './store.js';
import { watch } from './watch.js';
import { say } from './words.js';

const KEY = 'fiberlane.last';
let warned = false;
let timer = 0;
// What is to be kept when the typing rests.
let waiting = '';

function save() {
  const fragment = waiting;
  waiting = '';
  if (!fragment || keep(KEY, fragment) || warned) return;
  warned = true;
  notice('storage', say('desk.storage.failed'));
}

/** Offers the last design where the address names none, then keeps every change. */
export function start() {
  const last = kept(KEY);
  if (!location.hash.startsWith('#fl=') && last?.startsWith('fl=') && last !== wanted()) {
    const link = el('a', { href: `#${last}` }, say('desk.last.open'));
    const away = notice('last', say('desk.last'), link);
    link.addEventListener('click', () => {
      away();
      toVerdict();
    });
  }
  watch((now) => {
    clearTimeout(timer);
    waiting = now;
    timer = setTimeout(save, 300);
  });
  window.addEventListener('pagehide', save);
}
