// Search for a switch port, an optic or a part number: a combobox with a list of designs.

import { ask } from '../engine.js';
import { el } from './dom.js';
import { go, root, toVerdict, wanted } from './page.js';
import { say } from './words.js';

const PAUSE = 120;

let started = false;
let hits = [];
// How much there is in all, and what is said of the whole answer.
let answer = {};
let active = -1;
let timer = 0;
let round = 0;
// Enter was faster than the answer.
let eager = false;

const box = () => root.querySelector('#fl-find');
const list = () => root.querySelector('#fl-found');

/** The place below the list that says how much was found; made anew with the page. */
function status() {
  const found = root.querySelector('.find .found');
  if (found) return found;
  const made = el('p', { className: 'found', role: 'status' });
  panel().after(made);
  return made;
}

/** What is shown below the field: a line above the list, and the list. */
function panel() {
  const found = root.querySelector('.find .hits');
  if (found) return found;
  const made = el('div', { className: 'hits', hidden: true }, el('p', { className: 'count', 'aria-hidden': 'true' }));
  list().before(made);
  made.append(list());
  return made;
}

function tell(words, none = false) {
  const place = status();
  place.textContent = words;
  place.classList.toggle('none', none);
}

function close() {
  clearTimeout(timer);
  round += 1;
  hits = [];
  active = -1;
  eager = false;
  const input = box();
  if (!input) return;
  panel().hidden = true;
  list().hidden = true;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
  tell('');
}

function activate(index) {
  active = index;
  [...list().children].forEach((option, at) => {
    option.setAttribute('aria-selected', String(at === index));
  });
  const option = list().children[index];
  if (option) {
    box().setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  } else {
    box().removeAttribute('aria-activedescendant');
  }
}

function option({ title, detail, mark, taken, left, kept }, index) {
  return el(
    'li',
    { id: `fl-found-${index}`, role: 'option', 'aria-selected': 'false' },
    el('span', { className: 'title' }, title),
    el('span', { className: 'detail' }, detail),
    el('span', { className: 'mark' }, mark),
    el('span', { className: 'taken' }, taken),
    el('span', { className: 'left' }, left),
    el('span', { className: 'kept' }, kept),
  );
}

function show(query) {
  const { total, note, left } = answer;
  const some = hits.length > 0;
  list().replaceChildren(...hits.map(option));
  list().scrollTop = 0;
  list().hidden = !some;
  const count = say('desk.find.count', { count: total });
  const more = total > hits.length ? say('desk.find.more', { count: hits.length }) : '';
  const head = some ? [count, more, note] : [say('desk.find.none', { query }), left && `${left}.`, note];
  const words = head.filter(Boolean).join(' ');
  panel().hidden = !some;
  panel().querySelector('.count').textContent = some ? words : '';
  box().setAttribute('aria-expanded', String(some));
  activate(-1);
  tell(words, !some);
}

function choose(index) {
  const { link } = hits[index] ?? {};
  if (!link) return;
  close();
  box().value = '';
  go(link);
  toVerdict();
}

async function search() {
  const query = box()?.value.trim() ?? '';
  if (!query) {
    close();
    return;
  }
  round += 1;
  const mine = round;
  try {
    const found = JSON.parse(await ask('search', query, wanted()));
    if (mine !== round) return;
    answer = found;
    hits = found.rows;
    show(query);
    if (eager) choose(0);
    eager = false;
  } catch {
    if (mine === round) tell(say('desk.failed'), true);
  }
}

function later() {
  clearTimeout(timer);
  hits = [];
  // Enter was meant for the text that stood there.
  eager = false;
  timer = setTimeout(search, PAUSE);
}

function key(event) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const last = hits.length - 1;
  const to = {
    ArrowDown: active >= last ? 0 : active + 1,
    ArrowUp: active <= 0 ? last : active - 1,
    // Until an option is active these are the caret's.
    Home: active < 0 ? undefined : 0,
    End: active < 0 ? undefined : last,
  }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    if (hits.length > 0) activate(to);
    else search();
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (hits.length > 0) choose(Math.max(active, 0));
    else eager = box().value.trim() !== '';
  } else if (event.key === 'Escape' && (hits.length > 0 || status().textContent)) {
    // The list first; the text at the next one.
    event.preventDefault();
    close();
  }
}

/** Follows the field, wherever the page puts it. Told to again, it does nothing. */
export function start() {
  if (started) return;
  started = true;
  const at = (act) => (event) => { if (event.target.id === 'fl-find') act(event); };
  root.addEventListener('input', at(later));
  root.addEventListener('keydown', at(key));
  root.addEventListener('focusout', at(close));
  // The focus stays in the field while an option is pressed, by mouse or by finger.
  root.addEventListener('mousedown', (event) => {
    if (event.target.closest('#fl-found')) event.preventDefault();
  });
  root.addEventListener('click', ({ target }) => {
    const option = target.closest('#fl-found [role="option"]');
    if (option) choose([...list().children].indexOf(option));
  });
  if (box()?.value) search();
}
