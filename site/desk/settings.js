// Language and unit of length, and the way to the guide.

import * as advice from '../advice.js';
import * as answer from '../answer.js';
import { speak } from '../engine.js';
import { quiet } from './change.js';
import * as history from './history.js';
import { notice } from './line.js';
import * as standing from './standing.js';
import { root, wanted } from './page.js';
import { keep } from './store.js';
import { watch } from './watch.js';
import { known, learn, say } from './words.js';

const guide = new URL('guide.html', document.baseURI);

/** The guide's page, which knows the language and the way back. */
export function guideLink(place = '') {
  const link = new URL(guide);
  link.search = new URLSearchParams({ lang: root.dataset.language ?? 'en', from: wanted() });
  link.hash = place;
  return link.href;
}

/** Sets what the page's markup leaves open. */
export function refresh() {
  for (const name of ['language', 'unit']) {
    const select = root.querySelector(`select[data-do="${name}"]`);
    if (select) select.value = root.dataset[name];
  }
  const link = root.querySelector('a[data-do="guide"]');
  if (link) link.href = guideLink();
}

/** What is open and where the page stands, to be found again after it was made anew. */
function remember() {
  const main = root.querySelector('main');
  const [top, inner] = [window.scrollY, main?.scrollTop];
  const open = [...root.querySelectorAll('.choices details:not(.place details)')].map((details) => details.open);
  return () => {
    root.querySelectorAll('.choices details:not(.place details)').forEach((details, index) => {
      details.open = open[index] ?? false;
    });
    const next = root.querySelector('main');
    if (next) next.scrollTop = inner;
    window.scrollTo(0, top);
  };
}

async function change(select, show) {
  const name = select.dataset.do;
  const wish = { language: root.dataset.language, unit: root.dataset.unit, [name]: select.value };
  const again = remember();
  try {
    const words = await show(wish.language, wish.unit, name === 'unit' ? known() : undefined);
    learn(words);
    keep(`fiberlane.${name}`, select.value);
    speak(words, wish.unit);
    // What changed was said in the words and units of before.
    quiet();
    history.refresh();
    standing.refresh();
    again();
    answer.again();
    advice.again();
  } catch {
    notice('language', say('desk.language.failed'));
  }
  refresh();
  root.querySelector(`select[data-do="${name}"]`)?.focus({ preventScroll: true });
}

/** Follows the selects; `show` makes the page anew. */
export function start(show) {
  refresh();
  watch(refresh);
  root.addEventListener('change', ({ target }) => {
    if (target.matches?.('select[data-do]')) change(target, show);
  });
}
