// What changed last, in a quiet line below the verdict, and notices above the answer.

import { button, el } from './dom.js';
import { root } from './page.js';
import { say } from './words.js';

// Both are there before they say anything: only then is what they say announced.
const notices = el('div', { className: 'notices', role: 'status' });
const words = el('p', { role: 'status' });
const back = el('button', { type: 'button', hidden: true });
const line = el('div', { className: 'changed' }, words, back);

/** Puts both in their places, again after the page was made anew. */
export function place() {
  const banner = root.querySelector('main > div[role="status"][aria-live]');
  banner?.before(notices);
  banner?.after(line);
  if (back.dataset.do) back.textContent = say(`tool.${back.dataset.do}`);
}

/** Says what changed; the button takes it back, or does it again. Without words it says nothing. */
export function tell(asked, results, way) {
  words.replaceChildren(el('strong', {}, asked), ...(results ? [' ', el('span', {}, results)] : []));
  back.hidden = !asked;
  back.dataset.do = way;
  back.textContent = say(`tool.${way}`);
}

/** Shows a notice that stays until it is closed; one of a kind. Returns how to take it away. */
export function notice(kind, text, ...more) {
  notices.querySelector(`[data-kind="${kind}"]`)?.remove();
  const shown = el('p', { className: 'notice', 'data-kind': kind }, `${text} `, ...more);
  shown.append(' ', button(say('desk.close'), () => shown.remove(), { className: 'reset' }));
  notices.append(shown);
  return () => shown.remove();
}

/** Says that something could not be done. */
export const failed = () => notice('failed', say('desk.failed'));
