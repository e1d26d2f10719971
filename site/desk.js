// Everything on the page that is not needed for the first verdict. Loaded after it; the rarer
// tools are files of their own, loaded when they are first used.

import * as advice from './advice.js';
import * as answer from './answer.js';
import { speak } from './engine.js';
import * as autosave from './desk/autosave.js';
import * as enter from './desk/enter.js';
import * as glance from './desk/glance.js';
import * as history from './desk/history.js';
import * as light from './desk/light.js';
import { failed } from './desk/line.js';
import * as lists from './desk/lists.js';
import { page, root } from './desk/page.js';
import * as print from './desk/print.js';
import * as settings from './desk/settings.js';
import * as slash from './desk/slash.js';
import * as standing from './desk/standing.js';
import * as watch from './desk/watch.js';
import { learn } from './desk/words.js';

const TOOLS = {
  examples: () => import('./desk/examples.js'),
  designs: () => import('./desk/designs.js'),
  compare: () => import('./desk/compare.js'),
  share: () => import('./desk/share.js'),
  request: () => import('./desk/share.js'),
  quote: () => import('./desk/quote.js'),
  present: () => import('./desk/present.js'),
  term: () => import('./desk/terms.js'),
  save: () => import('./desk/pictures.js'),
  'order-table': () => import('./desk/order.js'),
  'order-csv': () => import('./desk/order.js'),
  'order-mail': () => import('./desk/order.js'),
};

async function use({ target }) {
  const code = target.closest?.('a[data-code]');
  // The guide comes back to the design that asked, and speaks its language.
  if (code) code.href = settings.guideLink(code.dataset.code);
  const asked = target.closest?.('button[data-do], [data-term], [data-save]');
  if (!asked) return;
  const { do: name, term, save } = asked.dataset;
  if (name === 'undo') history.undo();
  else if (name === 'redo') history.redo();
  const tool = TOOLS[name ?? (term && 'term') ?? (save && 'save')];
  try {
    const { open } = (await tool?.()) ?? {};
    // What is taken from the answer as it stands there is that of the request on screen.
    const taken = save || name?.startsWith('order-');
    if (taken) await page.settled();
    // Made anew meanwhile.
    const place = asked.isConnected ? asked : root.querySelector(`.acts [data-do="${name}"]`);
    if (place) await open?.(place);
  } catch {
    failed();
  }
}

/** The search is loaded when somebody is about to type in it. */
async function search({ target }) {
  if (target.id !== 'fl-find') return;
  try {
    (await import('./desk/find.js')).start();
  } catch {
    failed();
  }
}

/** The style sheets that the first verdict does without. */
function dress() {
  for (const name of ['answer', 'desk']) {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = new URL(`desk/${name}.css`, import.meta.url);
    document.head.append(sheet);
  }
}

/** Takes over once the page shows its first verdict. Returns what waits until the answer is there. */
export function start({ show, words, settled }) {
  dress();
  page.settled = settled;
  learn(words);
  speak(words, root.dataset.unit);
  answer.start();
  watch.start();
  // Before the second stage: what changed is said before its consequences are worked out.
  history.start();
  standing.start();
  autosave.start();
  settings.start(show);
  print.start();
  glance.start();
  lists.start();
  enter.start();
  advice.start();
  light.start(root);
  slash.start();
  root.addEventListener('click', use);
  root.addEventListener('focusin', search);
  // Somebody was faster than this file.
  search({ target: document.activeElement ?? root });
  // When nothing else is to be done: later there may be no network.
  const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 500));
  idle(() => {
    for (const load of [...Object.values(TOOLS), () => import('./desk/find.js')]) load().catch(() => {});
  });
  return answer.draw;
}
