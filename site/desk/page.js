// The page as the desk sees it: a request in the address, and an answer.

export const root = document.getElementById('fiberlane');

/** The link fragment of the request on screen. */
export const wanted = () => root.querySelector('#fl-request')?.textContent ?? '';

/** What the page's own script knows: `settled()` waits until what was changed is on screen. */
export const page = { settled: () => Promise.resolve() };

const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** Sets the markup of a place. What is unfolded in it stays so, and the focus stays where it was. */
export function refill(place, html) {
  const all = (what) => [...place.querySelectorAll(what)];
  const open = all('details').map((details) => details.open);
  const stop = all(STOPS).indexOf(document.activeElement);
  place.innerHTML = html;
  all('details').forEach((details, index) => { details.open = open[index] ?? false; });
  if (stop < 0) return;
  const stops = all(STOPS);
  (stops[Math.min(stop, stops.length - 1)] ?? root.querySelector('main')).focus({ preventScroll: true });
}

/** When the page was last sent somewhere by what somebody chose, other than Back and Forward. */
export const sent = { when: -Infinity };

/** Shows the request of a fragment, as an entry of its own in the browser's history. Resolves when it is on screen. */
export function go(fragment) {
  const text = fragment.replace(/^#/, '');
  // Behind the page's own listener.
  const there = new Promise((resolve) => {
    window.addEventListener('hashchange', () => resolve(page.settled()), { once: true });
  });
  sent.when = performance.now();
  // The same address again is no navigation: the page is told all the same.
  if (location.hash.slice(1) === text) window.dispatchEvent(new HashChangeEvent('hashchange'));
  else location.hash = text;
  return there;
}

/** Shows the request of a fragment without leaving a trace in the browser's history. */
export function peek(fragment) {
  try {
    history.replaceState(null, '', `#${fragment.replace(/^#/, '')}`);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } catch {
    // A frame may refuse it; what is on screen stays.
  }
}

/** Reads on from the verdict, once the page has followed the address. */
export function toVerdict() {
  setTimeout(() => {
    const main = root.querySelector('main');
    main?.focus({ preventScroll: true });
    // From the top of the answer, wherever the page was: in a column that is far down.
    if (main) main.scrollTop = 0;
    main?.scrollIntoView({ block: getComputedStyle(main).position === 'sticky' ? 'nearest' : 'start' });
  }, 0);
}

/** The whole link of a fragment. An embed may say in data-page where the page itself lives. */
export function linkOf(fragment = wanted()) {
  return `${(root.dataset.page ?? location.href).split('#')[0]}#${fragment}`;
}

/** The fragment in what somebody pasted: a link, or a part of one. Empty where there is none. */
export function fragmentIn(text) {
  return text.trim().match(/(?:^|#)(fl=\S+)$/)?.[1] ?? '';
}
