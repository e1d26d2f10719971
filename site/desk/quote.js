// The quote sheet: filled in, looked at, printed.

import { ask } from '../engine.js';
import { openDialog } from './dialog.js';
import { button, el, field, form } from './dom.js';
import { linkOf, root, wanted } from './page.js';
import { keep, keptValue } from './store.js';
import { say } from './words.js';

const KEY = 'fiberlane.quote';
const FIELDS = ['number', 'customer', 'date', 'preparedBy', 'notes'];

// The quote's own: kept as long as the page is open.
let number = '';

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

/** Prints a sheet and nothing else. */
function print(made) {
  const page = document.documentElement;
  // Outside of the page, which is not printed.
  const place = el('div', { id: 'fiberlane-sheet', className: 'fl fl-light' }, made);
  document.body.append(place);
  page.classList.add('print-sheet');
  window.addEventListener('afterprint', () => {
    page.classList.remove('print-sheet');
    place.remove();
  }, { once: true });
  window.print();
}

/** Opens the form, with what was filled in the last time. */
export function open(opener) {
  const room = openDialog('quote', say('tool.quote'), opener);
  if (!room) return;
  const kept = keptValue(KEY, {});
  const inputs = Object.fromEntries(FIELDS.map((name) => {
    const value = name === 'date' ? today() : String(kept[name] ?? '');
    const input = name === 'notes' ? el('textarea', { rows: 3 }) : el('input', { type: 'text', autocomplete: 'off' });
    input.value = name === 'number' ? number : value;
    return [name, input];
  }));
  const preview = el('div', { className: 'preview', tabIndex: -1 });
  const details = () => {
    const filled = Object.entries(inputs).map(([name, input]) => [name, input.value.trim()]);
    return { ...Object.fromEntries(filled), link: linkOf() };
  };
  const made = async (use) => {
    const { customer, preparedBy, notes, ...rest } = details();
    number = rest.number;
    const saved = keep(KEY, JSON.stringify({ customer, preparedBy, notes }));
    try {
      use(await sheet({ customer, preparedBy, notes, ...rest }));
      room.tell(saved ? '' : say('desk.quote.unsaved'));
    } catch {
      room.tell(say('desk.failed'));
    }
  };
  const show = () => made((whole) => {
    preview.replaceChildren(whole);
    preview.focus({ preventScroll: true });
    preview.scrollIntoView({ block: 'nearest' });
  });
  const entries = form(show, { className: 'fields' },
    ...FIELDS.map((name) => field(say(`desk.quote.${name}`), inputs[name])),
    el('p', { className: 'acts' }, button(say('desk.quote.preview'), show, { className: mayPrint() ? '' : 'main' }),
      button(say('desk.quote.print'), () => made(print), { className: 'main', hidden: !mayPrint() })));
  room.body.append(entries);
  if (!mayPrint()) room.body.append(el('p', { className: 'detail' }, say('desk.quote.noPrint')));
  room.body.append(preview);
}
