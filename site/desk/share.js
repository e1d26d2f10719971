// What leaves the page: the link, the order list and the request for quote.

import { ask } from '../engine.js';
import { openDialog } from './dialog.js';
import { button, el, field } from './dom.js';
import { copy, save } from './files.js';
import { linkOf, wanted } from './page.js';
import { say } from './words.js';

const BRANDS = ['any', 'equivalent', 'mtp'];

/** Opens everything that can be taken along, at the request for quote where that was asked for. */
export function open(opener) {
  const wish = opener.dataset.do === 'request';
  const room = openDialog('share', say(wish ? 'tool.request' : 'tool.share'), opener);
  if (!room) return;
  const fragment = wanted();
  const link = linkOf(fragment);
  const address = el('input', { type: 'text', readOnly: true, value: link });
  // Shows what could not be copied.
  const spare = el('textarea', { readOnly: true, rows: 6, hidden: true, 'aria-label': say('desk.share.text') });
  const request = el('textarea', { readOnly: true, rows: 10, spellcheck: false });
  const code = el('div', { className: 'code' });

  /** Does something that may fail, and says how it went. */
  const doing = (act) => async () => {
    try {
      room.tell(await act());
    } catch {
      room.tell(say('desk.failed'));
    }
  };
  const copied = async (text, place, key) => say(await copy(text, place) ? key : 'desk.copy.denied');
  const orderText = async () => `${await ask('orderText', fragment)}\n${link}\n`;
  const section = (key, ...content) => el('section', {}, el('h3', {}, say(key)), ...content);
  const acts = (...buttons) => el('p', { className: 'acts' }, ...buttons);

  const send = button(say('desk.share.send'), async () => {
    try {
      await navigator.share({ title: document.title, url: link });
      room.tell(say('desk.share.sent'));
    } catch {
      // Whoever thought better of it need not be told.
    }
  }, { hidden: !navigator.canShare?.({ url: link }) });

  const brands = el('fieldset', {}, el('legend', {}, say('desk.rfq.brand')), ...BRANDS.map((name, index) => {
    const input = el('input', { type: 'radio', name: 'desk-brand', value: name, checked: index === 0 });
    return el('label', {}, input, ` ${say(`desk.rfq.brand.${name}`)}`);
  }));
  const write = async () => {
    const brand = brands.querySelector(':checked').value;
    // Nothing of the quote: whom it is for is no business of the supplier.
    const details = { link, brand };
    try {
      request.value = await ask('rfqText', fragment, JSON.stringify(details));
    } catch {
      room.tell(say('desk.failed'));
    }
  };
  brands.addEventListener('change', write);

  const [links, order, asking] = [
    section('desk.share.link', field(say('desk.share.address'), address), acts(
      button(say('desk.share.copy'), doing(() => copied(link, address, 'desk.share.copied')), { className: 'main' }),
      send,
    ), code),
    section('section.order', acts(
      button(say('desk.share.order'), doing(async () => copied(await orderText(), spare, 'desk.share.orderCopied'))),
      button(say('desk.share.csv'), doing(async () => {
        save('fiberlane-order.csv', await ask('orderCsv', fragment), 'text/csv;charset=utf-8');
        return say('desk.saved', { name: 'fiberlane-order.csv' });
      })),
    ), spare),
    section('desk.rfq', brands, field(say('desk.rfq.text'), request), acts(
      button(say('desk.rfq.copy'), doing(() => copied(request.value, request, 'desk.rfq.copied'))),
      button(say('desk.rfq.save'), doing(async () => {
        save('fiberlane-request.txt', request.value, 'text/plain;charset=utf-8');
        return say('desk.saved', { name: 'fiberlane-request.txt' });
      })),
    )),
  ];
  room.body.append(...(wish ? [asking, order, links] : [links, order, asking]));
  write();
  // A link too long for a code still has its text.
  ask('qr', link).then((markup) => { code.innerHTML = markup; }, () => {});
}
