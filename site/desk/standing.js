// Beside what is done with the order: how the design stands, where it is no plain pass. And in the field of
// spares what is said by kind.

import * as answer from '../answer.js';
import { el } from './dom.js';
import { root } from './page.js';
import { watch } from './watch.js';
import { say } from './words.js';

const words = (place) => place?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** One line with the verdict and its reason; nothing where the design passes and no condition is left. */
export function standing() {
  const verdict = root.querySelector('.verdict');
  const word = verdict?.querySelector('.word');
  if (!word || (verdict.matches('.pass') && !word.matches('.if'))) return '';
  const passes = verdict.matches('.pass, .tight');
  const [margin, why] = [words(verdict.querySelector('.margin')), words(verdict.querySelector('.why'))];
  const kind = ['fail', 'not-checked', 'tight'].find((name) => verdict.matches(`.${name}`)) ?? 'pass';
  const rest = [margin, passes ? '' : why].filter(Boolean).join(' \u00b7 ');
  return el('p', { className: `standing ${kind}` }, el('strong', {}, words(word)), rest && ` ${rest}`);
}

function order() {
  root.querySelector('section.order > .standing')?.remove();
  root.querySelector('section.order > .acts')?.after(standing());
}

function spares() {
  const whole = root.querySelector('#fl-spares');
  if (!whole) return;
  const kinds = ['cord', 'trunk', 'harness', 'cassette'].flatMap((kind) => {
    const percent = root.querySelector(`#fl-spares-${kind}`)?.value ?? '';
    return /^\s*0*\s*$/.test(percent) ? [] : `${percent} % ${say(`word.spare-${kind}`)}`;
  });
  // Only where the field itself says nothing; what does not fit into it is read there, too.
  for (const name of ['placeholder', 'title']) {
    if (whole.value === '') whole.setAttribute(name, kinds.join(', ') || '0');
    else whole.removeAttribute(name);
  }
}

/** Shows it anew, after the page was made anew. */
export function refresh() {
  order();
  spares();
}

/** Begins with what is on screen. */
export function start() {
  refresh();
  watch(spares);
  answer.watch(order);
}
