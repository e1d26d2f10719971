// Two designs side by side: this one and another, or any two links.

import { ask } from '../engine.js';
import { openDialog } from './dialog.js';
import { button, el, field, form } from './dom.js';
import { alternatives } from './alternatives.js';
import { fragmentAt } from './link.js';
import { go, linkOf, toVerdict } from './page.js';
import { designs } from './store.js';
import { say } from './words.js';

/** A list of what there is to compare with, by name. */
function offers() {
  const select = el('select', {}, el('option', { value: '' }, say('desk.compare.link')));
  const groups = [['tool.designs', designs()], ['advice.alternatives', alternatives()]];
  for (const [key, items] of groups) {
    const options = items.map(({ name, fragment }) => el('option', { value: fragment }, name));
    if (options.length > 0) select.append(el('optgroup', { label: say(key) }, ...options));
  }
  return select;
}

/** Opens the comparison, with `other` already chosen if there is one. */
export function open(opener, other = '') {
  const room = openDialog('compare', say('tool.compare'), opener);
  if (!room) return;
  const select = offers();
  const link = (value) => el('input', { type: 'text', inputMode: 'url', autocomplete: 'off', spellcheck: false, value });
  const [first, second] = [link(linkOf()), link(other && linkOf(other))];
  const compared = el('div', { className: 'compared', tabIndex: -1 });
  const keep = button(say('desk.compare.open'), async () => {
    const fragment = await fragmentAt(second);
    if (!fragment) return;
    room.leave(() => {
      go(fragment);
      toVerdict();
    });
  }, { hidden: true });
  let round = 0;

  /** Calls both by the names that are known here. */
  function name() {
    const chosen = select.selectedOptions[0];
    const own = first.value === linkOf() ? say('advice.alternatives.this') : '';
    const other = chosen?.value && linkOf(chosen.value) === second.value ? chosen.textContent : '';
    const known = { [say('diff.first')]: own, [say('diff.second')]: other };
    for (const place of compared.querySelectorAll('h2, th, caption')) {
      place.textContent = known[place.textContent] || place.textContent;
    }
  }

  async function compare() {
    round += 1;
    const mine = round;
    const [a, b] = [await fragmentAt(first), await fragmentAt(second)];
    if (mine !== round) return;
    keep.hidden = !b;
    if (!a || !b) {
      compared.replaceChildren();
      room.tell('');
      return;
    }
    try {
      const markup = await ask('compare', a, b);
      if (mine !== round) return;
      compared.innerHTML = markup;
      name();
      room.tell(say('desk.compare.done'));
    } catch {
      room.tell(say('desk.failed'));
    }
  }

  const links = form(compare, { className: 'links' }, field(say('desk.compare.first'), first),
    field(say('desk.compare.with'), select), field(say('desk.compare.second'), second),
    el('p', { className: 'acts' }, button(say('desk.compare.do'), compare, { className: 'main' }), keep));
  select.addEventListener('change', () => {
    if (select.value) {
      second.value = linkOf(select.value);
      compare();
    } else {
      second.value = '';
      second.focus();
    }
  });
  second.addEventListener('input', () => { select.value = ''; });
  // What is pasted is meant to be compared.
  for (const input of [first, second]) input.addEventListener('paste', () => setTimeout(() => second.value && compare(), 0));
  room.body.append(links, compared);
  room.paper(() => (compared.firstElementChild ? compared.cloneNode(true) : null));
  if (other) {
    select.value = other;
    compare();
  }
}
