// Designs to start from.

import { ask } from '../engine.js';
import { openDialog } from './dialog.js';
import { el } from './dom.js';
import { go, toVerdict } from './page.js';
import { say } from './words.js';

/** Lists the examples; each is a link. */
export async function open(opener) {
  const examples = JSON.parse(await ask('examples'));
  const room = openDialog('examples', say('tool.examples'), opener);
  if (!room) return;
  const rows = examples.map(({ title, text, link }) => el(
    'li',
    {},
    el('a', { href: link }, title),
    el('span', { className: 'detail' }, text),
  ));
  const list = el('ul', { className: 'rows' }, ...rows);
  list.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    // A tab of its own is the browser's to open.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    room.leave(() => {
      go(link.hash);
      toVerdict();
    });
  });
  room.body.append(list);
}
