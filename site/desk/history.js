// Undo and redo of requests, each step with what it changed.

import { describe, quiet } from './change.js';
import * as keys from './keys.js';
import { place } from './line.js';
import * as moved from './moved.js';
import { go, root, sent, wanted } from './page.js';
import { watch } from './watch.js';

const MOST = 200;
// A change follows what brought it about within this time, in milliseconds.
const SOON = 2000;
// What lies there already is taken on change, as a link is followed.
const TYPED = '.choices .field input:not(.place input)';

// Steps, and where among them the page is. A step of typing knows the typing that it belongs to.
let steps = [];
let at = 0;
// Where an undo or redo is heading to, until the page has followed.
let heading = null;
// The field that is being typed in, from its focus on.
let typing = null;
// What was touched last, and when.
let touched = { group: null, when: -Infinity };
// What the groups were on before the latest step.
let before = [];
let current = [];

function buttons() {
  const state = { undo: at === 0, redo: at === steps.length - 1 };
  for (const [name, off] of Object.entries(state)) {
    const tool = root.querySelector(`.tools [data-do="${name}"]`);
    if (!tool) continue;
    // The focus does not get lost on a button that goes out.
    const other = root.querySelector(`.tools [data-do="${name === 'undo' ? 'redo' : 'undo'}"]`);
    const focused = document.activeElement === tool;
    tool.disabled = off;
    if (off && focused) {
      other.disabled = false;
      other.focus();
    }
  }
}

/** Takes the page's new request as a step, or as a way to one that there is. */
function record(now, previous) {
  const own = performance.now() - touched.when < SOON;
  // Nobody chose anything here: the browser went back or forward.
  const travelled = !own && performance.now() - sent.when >= SOON;
  touched.when = -Infinity;
  sent.when = -Infinity;
  const index = [heading, ...(travelled ? [at - 1, at + 1] : [])]
    .find((place) => place !== null && steps[place]?.fragment === now);
  heading = null;
  if (index !== undefined) {
    const way = index < at ? 'redo' : 'undo';
    at = index;
    describe(previous, now, way);
  } else if (typing?.session && steps[at].session === typing.session) {
    steps.length = at + 1;
    // Typed back to what it was: there is no step.
    if (steps[at - 1].fragment === now) {
      steps.pop();
      at -= 1;
      quiet();
    } else {
      steps[at].fragment = now;
      describe(steps[at - 1].fragment, now, 'undo', 400);
    }
  } else {
    steps = [...steps.slice(0, at + 1), { fragment: now, session: typing?.session }].slice(-MOST);
    at = steps.length - 1;
    before = current;
    describe(previous, now, 'undo', typing?.session ? 400 : 0);
  }
  buttons();
  // A design that was opened or gone back to has not moved.
  marks(own && index === undefined, touched.group);
}

/** Marks what moved, once the fields show it, too. */
function marks(edited, group) {
  requestAnimationFrame(() => {
    current = moved.snapshot();
    if (edited) moved.mark(before, group);
    else moved.clear();
  });
}

/** Goes a step back or on, from where it is heading to. Resolves when it is there. */
async function move(by) {
  const to = (heading ?? at) + by;
  if (!steps[to]) return;
  typing = null;
  heading = to;
  touched.when = -Infinity;
  await go(steps[to].fragment);
  // There and back before anything was shown is no step.
  if (heading === to) heading = null;
}

export const undo = () => move(-1);
export const redo = () => move(1);

/** Undoes from within a field, which takes the plan's text only while nobody is typing in it. */
function moveFrom(input, by) {
  const { session, text } = typing ?? {};
  const stray = input.getAttribute('aria-invalid') === 'true' && steps[at].session !== session;
  if (by < 0 && (stray || !session) && input.value !== text && text !== undefined) {
    // What was typed has not become a request: only the text goes back.
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return;
  }
  input.blur();
  // The plan's text is in it before anybody types on.
  move(by).then(() => {
    if (input.isConnected && !input.closest('[hidden]')) input.focus();
  });
}

/** Shows the state of the history, again after the page was made anew. */
export function refresh() {
  place();
  buttons();
  current = moved.snapshot();
}

/** Begins with what is on screen. */
export function start() {
  steps = [{ fragment: wanted() }];
  refresh();
  watch(record);
  keys.start(move, moveFrom, TYPED);
  root.addEventListener('focusin', ({ target }) => {
    if (target.matches(TYPED)) typing = { session: null, text: target.value };
  });
  root.addEventListener('focusout', ({ target }) => {
    if (target.matches(TYPED)) typing = null;
  });
  // Before the page's own listeners: they change the request at once.
  const touch = ({ target }) => {
    touched = { group: target.closest('fieldset.group'), when: performance.now() };
  };
  root.addEventListener('click', (event) => {
    if (event.target.closest('.choices, a.apply') && !event.target.closest('.place')) touch(event);
  }, true);
  root.addEventListener('change', (event) => {
    if (event.target.matches('.choices select:not(.place select)')) touch(event);
  }, true);
  root.addEventListener('input', (event) => {
    if (!event.target.matches(TYPED)) return;
    touch(event);
    typing ??= { session: null };
    typing.session ??= {};
  }, true);
}
