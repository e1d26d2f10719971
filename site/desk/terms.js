// What a word means, below the heading that it stands in.

import { el } from './dom.js';
import { root } from './page.js';
import { guideLink } from './settings.js';
import { say } from './words.js';

const files = new Map();
let last = 0;

/** The terms in a language, fetched once; in English where there are none. */
async function terms(language) {
  if (!files.has(language)) {
    const read = async () => {
      const response = await fetch(new URL(`../guide/terms-${language}.json`, import.meta.url));
      if (!response.ok) throw new Error(language);
      return new Map((await response.json()).map((term) => [term.id, term]));
    };
    files.set(language, read().catch((error) => {
      // What failed may be tried again; another language has English to fall back to.
      if (language === 'en') {
        files.delete(language);
        throw error;
      }
      return terms('en');
    }));
  }
  return files.get(language);
}

/** Puts the words right below the heading or legend of the button. */
function place(button, words) {
  const group = button.closest('fieldset')?.querySelector('.fold, .fields, .options');
  if (group) {
    group.before(words);
    return;
  }
  const heading = button.closest('h2, h3, legend, summary') ?? button;
  const next = heading.nextElementSibling;
  (next?.matches('.save') ? next : heading).after(words);
}

function close(button) {
  root.querySelector(`#${button.getAttribute('aria-controls')}`)?.remove();
  button.setAttribute('aria-expanded', 'false');
  button.removeAttribute('aria-controls');
}

/** Opens the term of a button, or closes it. */
export async function open(button) {
  if (button.getAttribute('aria-expanded') === 'true') {
    close(button);
    return;
  }
  button.setAttribute('aria-expanded', 'true');
  let term;
  try {
    term = (await terms(root.dataset.language ?? 'en')).get(button.dataset.term);
  } catch {
    // The guide may know more than what could be fetched here.
  }
  // Closed again, or gone with its section, while the file was on its way.
  if (!button.isConnected || button.getAttribute('aria-expanded') !== 'true') return;
  last += 1;
  const link = el('a', { href: guideLink(`term-${button.dataset.term}`) }, say('desk.term.more'));
  const words = el('div', { className: 'term', id: `desk-term-${last}` });
  if (term) words.append(el('p', {}, el('strong', {}, term.term), ` ${term.text}`));
  else words.append(el('p', {}, say('desk.term.none')));
  words.append(el('p', { className: 'detail' }, term ? `${say('desk.term.source', { source: term.source })} ` : '', link));
  button.setAttribute('aria-controls', words.id);
  place(button, words);
}

// Escape closes it from within as from the button.
root.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const id = event.target.closest?.('.term')?.id ?? event.target.getAttribute?.('aria-controls');
  const button = id?.startsWith('desk-term-') && root.querySelector(`[aria-controls="${id}"]`);
  if (!button) return;
  close(button);
  button.focus();
});
