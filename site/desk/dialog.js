// Dialogs: made when they are opened and gone when they are closed, so that they speak the
// language of the moment and nothing stays behind.

import { button, el } from './dom.js';
import { root } from './page.js';
import { say } from './words.js';

/** Whether one is open: shortcuts of the page sleep then. */
export const isOpen = () => Boolean(root.querySelector('dialog[open]'));

let paper;

/** What the open dialog has for paper, or nothing. */
export const onPaper = () => paper?.();

/**
 * Opens one for the element that asked for it. Returns its parts, how to tell and to leave, and
 * `paper`, which takes what makes the element to print while it is open.
 */
export function openDialog(name, title, opener) {
  // A second click while the first one still loads.
  if (isOpen()) return null;
  const heading = el('h2', { id: `desk-${name}`, tabIndex: -1 }, title);
  const body = el('div', { className: 'body' });
  const status = el('p', { className: 'said', role: 'status' });
  const dialog = el('dialog', { className: `desk ${name}`, 'aria-labelledby': heading.id });
  // What is in hand is not what stands in the fields.
  const stale = root.querySelector('main.grayed > .notice[role="status"]')?.textContent;
  if (stale) body.append(el('p', { className: 'notice' }, stale));
  const head = el('header', {}, heading, button(say('desk.close'), () => dialog.close()));
  const foot = el('footer', {}, status);
  dialog.append(head, body, foot);
  let then;
  paper = undefined;
  dialog.addEventListener('close', () => {
    paper = undefined;
    dialog.remove();
    window.removeEventListener('popstate', away);
    if (then) then();
    else opener?.focus();
  });
  // The browser's Back leaves the dialog, too: what it was about is no longer there.
  const away = () => dialog.close();
  window.addEventListener('popstate', away);
  root.append(dialog);
  dialog.showModal();
  // Not by autofocus: in a frame of another origin the browser would complain on the console.
  heading.focus();
  const leave = (next) => {
    then = next;
    dialog.close();
  };
  return {
    body,
    foot,
    leave,
    paper: (make) => { paper = make; },
    tell: (words) => { status.textContent = words; },
  };
}
