// The sheet for the customer: filled in, looked at while it is, printed.

import { ask } from '../engine.js';
import { openDialog } from './dialog.js';
import { button, el, field, form } from './dom.js';
import { linkOf, root, wanted } from './page.js';
import { keep, keptValue } from './store.js';
import { standing } from './standing.js';
import { say } from './words.js';

const KEY = 'fiberlane.quote';
const FIELDS = ['number', 'customer', 'date', 'preparedBy', 'notes'];

// A sandboxed frame may not print, and the browser says so on the console: it is not asked.
const mayPrint = () => self.origin !== 'null' || location.protocol === 'file:';

const today = () => new Date().toLocaleDateString(root.dataset.language, { dateStyle: 'long' });

/** The sheet with its QR code and the page's drawing. */
async function sheet(details) {
  const made = el('div', { className: 'fl-light' });
  made.innerHTML = await ask('quoteSheet', wanted(), JSON.stringify(details));
  const code = made.querySelector('.qr-place');
  // A link too long for a code still stands on the sheet.
  if (code) code.innerHTML = await ask('qr', details.link).catch(() => '');
  const drawing = root.querySelector('.channel svg')?.cloneNode(true);
  drawing?.querySelectorAll('.lit').forEach((part) => part.classList.remove('lit'));
  if (drawing) made.querySelector('.drawing-place')?.replaceChildren(drawing);
  return made;
}

/** Says that a number was given to another design, and in what this one differs. */
async function moved({ number, of }, place) {
  try {
    const { words } = JSON.parse(await ask('difference', of, wanted()));
    if (words) place.textContent = say('desk.quote.other', { number, words });
  } catch {
    // A design that can no longer be read is another one, too.
    place.textContent = say('desk.quote.otherOne', { number });
  }
}

/** Opens the form, with what was filled in the last time, and the sheet below it. */
export function open(opener) {
  const room = openDialog('quote', say('tool.quote'), opener);
  if (!room) return;
  const kept = keptValue(KEY, {});
  const inputs = Object.fromEntries(FIELDS.map((name) => {
    const input = name === 'notes' ? el('textarea', { rows: 3 }) : el('input', { type: 'text', autocomplete: 'off' });
    // A date that nobody typed is that of the day.
    input.value = String(kept[name] ?? (name === 'date' ? today() : ''));
    return [name, input];
  }));
  const preview = el('div', { className: 'preview', tabIndex: -1 });
  const other = el('p', { className: 'other', role: 'status' });
  const typed = () => Object.fromEntries(FIELDS.map((name) => [name, inputs[name].value.trim()]));

  // What is typed while a sheet is made is on the next one: the last always wins.
  let making;
  let wish = 0;
  async function make() {
    let made = 0;
    try {
      while (made !== wish) {
        made = wish;
        const whole = await sheet({ ...typed(), link: linkOf() });
        if (made === wish) preview.replaceChildren(whole);
      }
    } catch {
      room.tell(say('desk.failed'));
    }
    making = undefined;
  }
  function renew() {
    wish += 1;
    making ??= make();
    return making;
  }

  /** Keeps what was typed, from the first key on. */
  function remember() {
    const { date, ...rest } = Object.fromEntries(FIELDS.map((name) => [name, inputs[name].value]));
    // What was typed is for the design on screen.
    const whole = { ...(date === today() ? rest : { ...rest, date }), of: wanted() };
    other.textContent = '';
    room.tell(keep(KEY, JSON.stringify(whole)) ? '' : say('desk.quote.unsaved'));
  }
  function clear() {
    for (const name of ['number', 'customer', 'notes']) inputs[name].value = '';
    inputs.date.value = today();
    remember();
    renew();
    inputs.number.focus();
  }
  const show = async () => {
    await renew();
    preview.focus({ preventScroll: true });
    preview.scrollIntoView({ block: 'nearest' });
  };
  const print = async () => {
    await renew();
    window.print();
  };
  const entries = form(show, { className: 'fields' },
    ...FIELDS.map((name) => field(say(`desk.quote.${name}`), inputs[name])),
    el('p', { className: 'acts' }, button(say('desk.quote.preview'), show, { className: mayPrint() ? '' : 'main' }),
      button(say('desk.quote.print'), print, { className: 'main', hidden: !mayPrint() }),
      button(say('desk.quote.new'), clear)));
  entries.addEventListener('input', () => {
    remember();
    renew();
  });
  room.body.append(standing(), other, entries);
  if (kept.number && kept.of && kept.of !== wanted()) moved(kept, other);
  if (!mayPrint()) room.body.append(el('p', { className: 'detail' }, say('desk.quote.noPrint')));
  room.body.append(preview);
  // The browser's own command prints the sheet as well.
  room.paper(() => preview.firstElementChild?.cloneNode(true));
  renew();
}
