// Pointing at a part or a lane lights it everywhere: drawing, charts, order, proof. A click holds
// it, so that one can point elsewhere and talk; Escape or a click beside it lets go.

import { el } from './dom.js';

const KINDS = ['part', 'lane'];

function light(root, kind, numbers) {
  for (const element of root.querySelectorAll(`[data-${kind}]`)) {
    const own = element.dataset[kind].split(' ');
    element.classList.toggle('lit', own.some((number) => numbers.includes(number)));
  }
}

/** Says which lane it is to those who do not see it. */
const voice = el('p', { role: 'status', className: 'unseen' });

/** What is held: the kind and the numbers of a part or a lane. */
let held = null;

/** What a place on the page is about, lanes before the parts that they run through. */
function about(target) {
  for (const kind of [...KINDS].reverse()) {
    const hit = target?.closest?.(`[data-${kind}]`);
    if (hit) return { kind, numbers: hit.dataset[kind].split(' ') };
  }
  return null;
}

function point(root, target) {
  const shown = about(target) ?? held;
  for (const kind of KINDS) light(root, kind, shown?.kind === kind ? shown.numbers : []);
}

function hold(root, target) {
  const hit = about(target);
  const again = hit && held && hit.kind === held.kind && hit.numbers.join() === held.numbers.join();
  // Words that unfold and controls are for themselves.
  held = again || target.closest('a, button, summary, input, select, label') ? null : hit;
  point(root, target);
}

const isDrawing = (target) => target.matches?.('.scroll:has(> svg.drawing)');

/** On the drawing, arrows go from lane to lane, and the proof says which one it is. */
function follow(root, event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || !isDrawing(event.target)) return;
  const lanes = [...event.target.querySelectorAll('.lane[data-lane]')];
  if (lanes.length === 0) return;
  event.preventDefault();
  const now = lanes.findIndex(({ dataset }) => held?.kind === 'lane' && held.numbers.includes(dataset.lane));
  const next = lanes[(Math.max(now, by > 0 ? -1 : 0) + by + lanes.length) % lanes.length];
  held = { kind: 'lane', numbers: [next.dataset.lane] };
  point(root, event.target);
  const row = root.querySelector(`tr[data-lane="${next.dataset.lane}"]`);
  if (row) voice.textContent = [...row.cells].map((cell) => cell.textContent.trim()).filter(Boolean).join(' ');
}

/** Rows that are one stop for Tab: arrows, Home and End go from one to the next. */
function step(event) {
  const row = event.target.closest?.('tr[data-lane]');
  if (!row || event.target !== row) return;
  const rows = [...row.parentElement.children];
  const to = {
    ArrowDown: rows.indexOf(row) + 1,
    ArrowUp: rows.indexOf(row) - 1,
    Home: 0,
    End: rows.length - 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = rows[Math.max(0, Math.min(rows.length - 1, to))];
  row.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** Follows pointer and focus on the page. */
export function start(root) {
  root.addEventListener('pointerover', ({ target }) => point(root, target));
  root.addEventListener('pointerleave', () => point(root, null));
  root.addEventListener('focusin', ({ target }) => {
    // There before it says anything: only then is what it says announced.
    if (isDrawing(target) && !voice.isConnected) root.append(voice);
    point(root, target);
  });
  root.addEventListener('focusout', () => point(root, null));
  root.addEventListener('click', ({ target }) => hold(root, target));
  root.addEventListener('keydown', step);
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && held) {
      held = null;
      point(root, event.target);
    } else follow(root, event);
  });
}
