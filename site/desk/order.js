// What one does with the order, at the order: as a table, as a file, in a mail.

import { ask } from '../engine.js';
import { copy, save } from './files.js';
import { el } from './dom.js';
import { linkOf, root, wanted } from './page.js';
import { say } from './words.js';

// Longer addresses are cut by mail programs without a word.
const MAIL = 1900;

const text = (place, name) => [...place.querySelectorAll(name)].map((part) => part.textContent.trim()).filter(Boolean);

/** The order as it stands on the page: a head, and a row for each line. */
function rows() {
  const table = root.querySelector('section.order > table');
  const lines = [...table.tBodies[0].rows].map((row) => [
    row.cells[0].textContent.trim(),
    row.querySelector('strong').textContent.trim(),
    text(row.cells[1], ':scope > :is(.detail, .confirm)').join(' · '),
  ]);
  return [[...text(table.tHead, 'th'), say('choice.details')], ...lines];
}

/** What the order must not be read without: its verdict, what is open, and the link. */
function about() {
  const verdict = [...root.querySelectorAll('.verdict > p')].map((part) => part.textContent.trim()).join(' · ');
  return [verdict, ...text(root.querySelector('section.order'), ':scope > p.confirm'), linkOf()];
}

const tabs = (lines) => lines.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')).join('\n');

/** The same for programs that take a table. */
function markup([head, ...lines], rest) {
  const row = (cells, tag) => el('tr', {}, ...cells.map((cell) => el(tag, {}, cell)));
  const table = el('table', {}, el('thead', {}, row(head, 'th')), el('tbody', {}, ...lines.map((cells) => row(cells, 'td'))));
  return table.outerHTML + rest.map((words) => el('p', {}, words).outerHTML).join('');
}

/** Copies the table. Where the clipboard is denied, its text stands below the buttons, selected. */
async function copyTable(acts) {
  const [lines, rest] = [rows(), about()];
  const plain = `${tabs(lines)}\n\n${rest.join('\n')}\n`;
  // Asked first: a page policy that forbids it would be a message on the console.
  if (navigator.clipboard && window.ClipboardItem && document.featurePolicy?.allowsFeature('clipboard-write') !== false) {
    try {
      const item = (type, content) => [type, new Blob([content], { type })];
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries([item('text/plain', plain), item('text/html', markup(lines, rest))]))]);
      return true;
    } catch {
      // As plain text, then.
    }
  }
  const spare = el('textarea', { readOnly: true, rows: 6, hidden: true, 'aria-label': say('desk.share.text') });
  acts.append(spare);
  const done = await copy(plain, spare);
  if (done) spare.remove();
  return done;
}

/** Opens a mail with the list, or without it where it is too long for one. */
async function mail(acts) {
  // A sandboxed frame may not, and the browser says so on the console: it is not asked.
  if (self.origin === 'null') return say((await copyTable(acts)) ? 'desk.order.copied' : 'desk.copy.denied');
  const [, ...lines] = rows();
  const list = lines.map(([count, part, details]) => `${count} × ${part}${details ? `\n   ${details}` : ''}`).join('\n');
  const subject = say('desk.order.mail.subject', { design: root.querySelector('.group.application .option.chosen .title')?.textContent ?? '' });
  const address = (body) => `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`;
  const whole = address(`${list}\n\n${about().join('\n')}\n`);
  const fits = whole.length <= MAIL;
  const copied = fits || (await copyTable(acts));
  el('a', { href: fits ? whole : address(`${about().join('\n')}\n`) }).click();
  if (fits) return '';
  return say(copied ? 'desk.order.mail.long' : 'desk.copy.denied');
}

/** Says beside the buttons how it went. */
function tell(acts, words) {
  acts.querySelector('.said')?.remove();
  if (words) acts.append(el('span', { className: 'said', role: 'alert' }, words));
}

/** Does what the button says. */
export async function open(asked) {
  const acts = asked.closest('.acts');
  acts.querySelector('textarea')?.remove();
  try {
    if (asked.dataset.do === 'order-table') {
      tell(acts, say((await copyTable(acts)) ? 'desk.order.copied' : 'desk.copy.denied'));
    } else if (asked.dataset.do === 'order-mail') {
      tell(acts, await mail(acts));
    } else {
      save('fiberlane-order.csv', await ask('orderCsv', wanted()), 'text/csv;charset=utf-8');
      tell(acts, say('desk.saved', { name: 'fiberlane-order.csv' }));
    }
  } catch {
    tell(acts, say('desk.failed'));
  }
}
