// Saved designs: named, in this browser, with what they said when they were saved.

import { ask } from '../engine.js';
import { openDialog } from './dialog.js';
import { button, complain, el, field, form } from './dom.js';
import { go, root, toVerdict, wanted } from './page.js';
import { designs, keepDesigns } from './store.js';
import { say } from './words.js';

/** A name to begin with: what the choices are on. */
export function suggestion() {
  const chosen = (group) => root.querySelector(`.group.${group} .option.chosen .title`)?.textContent ?? '';
  const values = { speed: chosen('speed'), application: chosen('application'), route: chosen('topology') };
  return say('desk.designs.name', values);
}

/** The name that the design on screen is saved by, or one that no other has: to save is not to replace. */
function unused() {
  const kept = designs();
  const first = kept.find(({ fragment }) => fragment === wanted())?.name ?? suggestion();
  const isOther = (name) => kept.some((item) => item.name === name && item.fragment !== wanted());
  let name = first;
  for (let number = 2; isOther(name); number += 1) name = `${first} (${number})`;
  return name;
}

/** What the page says of the design on screen: when, verdict, number of links, and for whom. */
async function record(customer) {
  const verdict = root.querySelector('.verdict');
  const said = (name) => verdict?.querySelector(name)?.textContent.trim() ?? '';
  const links = await ask('requestText', wanted()).then((text) => JSON.parse(text).links ?? 1, () => undefined);
  return { saved: new Date().toISOString(), verdict: `${said('.word')} ${said('.margin')}`.trim(), links, customer };
}

/** The same for the list. Designs that were saved by older pages carry less. */
function recorded({ saved, verdict, links, customer }) {
  const language = root.dataset.language;
  const when = saved ? new Date(saved) : null;
  return [
    when && !Number.isNaN(when.getTime()) ? when.toLocaleDateString(language, { dateStyle: 'medium' }) : '',
    verdict,
    Number.isInteger(links) ? say('desk.designs.links', { count: links.toLocaleString(language) }) : '',
    customer,
  ].filter((part) => typeof part === 'string' && part !== '').join(' · ');
}

/** Opens the list, with a field to save the current design. */
export function open(opener) {
  const room = openDialog('designs', say('tool.designs'), opener);
  if (!room) return;
  const input = el('input', { type: 'text', value: unused(), autocomplete: 'off', maxLength: 120 });
  const customer = el('input', { type: 'text', autocomplete: 'off', maxLength: 120 });
  const list = el('ul', { className: 'rows' });
  const saving = form(take, { className: 'line' }, field(say('desk.designs.label'), input),
    field(say('desk.designs.customer'), customer), button(say('desk.designs.save'), take, { className: 'main' }));
  const undo = button(say('tool.undo'), () => {
    put(undone, say('desk.designs.restored'));
    saving.querySelector('button').focus();
  }, { hidden: true });
  let undone = [];
  // The name that is being changed.
  let renaming = null;

  function put(next, words, before) {
    renaming = null;
    undo.hidden = !before;
    undone = before ?? [];
    room.tell(keepDesigns(next) ? words : say('desk.storage.failed'));
    show();
  }

  async function take() {
    const name = input.value.trim();
    complain(input, name ? '' : say('desk.designs.nameless'));
    if (!name) return;
    const before = designs();
    const rest = before.filter((item) => item.name !== name);
    const replaced = rest.length < before.length;
    const key = replaced ? 'desk.designs.replaced' : 'desk.designs.saved';
    const item = { name, fragment: wanted(), ...(await record(customer.value.trim())) };
    put([...rest, item], say(key, { name }), replaced ? before : undefined);
  }

  function rename(item, to) {
    const before = designs();
    const next = before.map((other) => (other.name === item.name ? { ...other, name: to } : other));
    put(next, say('desk.designs.renamed', { name: to }), before);
    list.querySelector(`[data-name="${CSS.escape(to)}"] a`)?.focus();
  }

  function remove(item) {
    const before = designs();
    put(before.filter(({ name }) => name !== item.name), say('desk.designs.deleted', { name: item.name }), before);
    undo.focus();
  }

  async function compare(item) {
    const other = await import('./compare.js');
    room.leave(() => other.open(opener, item.fragment));
  }

  function renameForm(item) {
    const text = el('input', { type: 'text', value: item.name, autocomplete: 'off', maxLength: 120 });
    const act = () => {
      const to = text.value.trim();
      // Another design of this name would be gone.
      const taken = to !== item.name && designs().some(({ name }) => name === to);
      complain(text, to ? taken && say('desk.designs.taken', { name: to }) : say('desk.designs.nameless'));
      if (to && !taken) rename(item, to);
    };
    return form(act, { className: 'line' }, field(say('desk.designs.rename.label', { name: item.name }), text),
      button(say('desk.designs.rename'), act),
      button(say('desk.cancel'), () => { renaming = null; show(); }));
  }

  function row(item) {
    const { name, fragment } = item;
    const element = el('li', { 'data-name': name });
    if (renaming === name) {
      element.append(renameForm(item));
      return element;
    }
    const link = el('a', { href: `#${fragment}` }, name);
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      room.leave(() => {
        go(fragment);
        toVerdict();
      });
    });
    const about = recorded(item);
    // Whether it is what stands on screen is said before anybody asks.
    const state = el('span', { className: 'state' }, say(fragment === wanted() ? 'desk.designs.same' : 'desk.designs.differs'));
    if (fragment !== wanted()) differ(item, state);
    const tool = (key, act) => button(say(key), act, { 'aria-label': say(`${key}.label`, { name }) });
    element.append(link, el('span', { className: 'acts' },
      tool('desk.designs.compare', () => compare(item)),
      tool('desk.designs.rename', () => {
        renaming = name;
        show();
        list.querySelector('input').select();
      }),
      tool('desk.designs.delete', () => remove(item))),
    el('span', { className: 'about detail' }, ...(about ? [about, el('br')] : []), state));
    return element;
  }

  /** Says in which choices the one on screen is another. */
  async function differ(item, state) {
    try {
      const { words } = JSON.parse(await ask('difference', item.fragment, wanted()));
      state.textContent = words ? say('desk.designs.differs.in', { words }) : say('desk.designs.same');
    } catch {
      // That it is another is said already; what a link of an older page says may not be read.
    }
  }

  function show() {
    const kept = designs();
    list.replaceChildren(...kept.map(row));
    list.hidden = kept.length === 0;
    empty.hidden = kept.length > 0;
  }

  const empty = el('p', { className: 'detail' }, say('desk.designs.empty'));
  room.body.append(saving, list, empty, el('p', { className: 'detail' }, say('desk.designs.where')));
  room.foot.append(undo);
  show();
}
