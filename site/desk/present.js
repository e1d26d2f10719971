// The design before an audience: verdict, drawing and order in the whole window, one step to the
// alternatives. What is only shown leaves no trace, neither in the history nor in the undo steps.

import { alternatives } from './alternatives.js';
import { button, el } from './dom.js';
import { go, page, peek, root, wanted } from './page.js';
import { designs } from './store.js';
import { hold, release } from './watch.js';
import { say } from './words.js';

let close = null;

/** Shows one after the other until it is closed. */
export function open(opener) {
  if (close) return;
  const original = wanted();
  let shown = [{ name: say('advice.alternatives.this'), fragment: original }];
  let at = 0;
  const top = window.scrollY;
  const name = el('strong', { role: 'status' });
  const count = el('span', { className: 'count' });
  const back = button(say('desk.present.back'), () => step(at - 1));
  const on = button(say('desk.present.next'), () => step(at + 1));
  const keep = button(say('desk.present.keep'), () => close(true));
  const bar = el('div', { className: 'present-bar', role: 'toolbar', 'aria-label': say('tool.present') },
    back, el('p', {}, name, ' ', count), on, keep, button(say('desk.close'), () => close(false)));

  function label() {
    name.textContent = shown[at].name;
    count.textContent = say('desk.present.count', { at: at + 1, all: shown.length });
    // Not disabled: the focus would be lost with it.
    back.setAttribute('aria-disabled', String(at === 0));
    on.setAttribute('aria-disabled', String(at === shown.length - 1));
    keep.hidden = at === 0;
  }

  /** From the verdict on, whatever scrolls. */
  function toTop() {
    root.scrollTop = 0;
    const main = root.querySelector('main');
    if (main) main.scrollTop = 0;
  }

  function step(to) {
    if (to < 0 || to >= shown.length || to === at) return;
    if (document.activeElement === keep && to === 0) on.focus();
    at = to;
    peek(shown[at].fragment);
    toTop();
    label();
  }

  /** The alternatives are worked out beside the page, and are those of the design itself. */
  function collect() {
    if (wanted() !== original || at !== 0 || root.dataset.advice !== 'ready') return;
    const others = [...alternatives(), ...designs()].filter(({ fragment }) => fragment !== original);
    if (others.length === shown.length - 1) return;
    shown = [shown[0], ...others];
    label();
  }

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Up and down scroll, as everywhere.
    const act = {
      ArrowRight: () => step(at + 1), PageDown: () => step(at + 1),
      ArrowLeft: () => step(at - 1), PageUp: () => step(at - 1),
      Home: () => step(0), End: () => step(shown.length - 1), Escape: () => close(false),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function left() {
    if (!document.fullscreenElement) close?.(false);
  }

  // The browser's Back leaves the view: what it leads to is no alternative.
  const away = () => close?.(false, true);

  close = (kept, gone) => {
    close = null;
    window.removeEventListener('popstate', away);
    window.removeEventListener('keydown', key, true);
    document.removeEventListener('fullscreenchange', left);
    advising.disconnect();
    root.classList.remove('presenting');
    document.documentElement.classList.remove('fl-presenting');
    bar.parentElement?.remove();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    const { fragment } = shown[at];
    // Back to where it began: keeping is then one step from there, for Back and for undo.
    if (at !== 0 && !gone) peek(original);
    page.settled().then(() => {
      release();
      if (kept && at !== 0) go(fragment);
      window.scrollTo(0, top);
      opener?.focus({ preventScroll: true });
    });
  };

  hold();
  const advising = new MutationObserver(collect);
  advising.observe(root, { attributes: true, attributeFilter: ['data-advice'] });
  root.classList.add('presenting');
  // The document behind it does not scroll.
  document.documentElement.classList.add('fl-presenting');
  // In a landmark, to be found by those who do not see it.
  const place = el('nav', { className: 'present-place', 'aria-label': say('tool.present') }, bar);
  root.append(place);
  label();
  collect();
  toTop();
  on.focus();
  window.addEventListener('keydown', key, true);
  window.addEventListener('popstate', away);
  if (document.fullscreenEnabled && root.requestFullscreen) {
    root.requestFullscreen().then(() => {
      if (close) document.addEventListener('fullscreenchange', left);
      else document.exitFullscreen().catch(() => {});
    }, () => {});
  }
}
