// What leaves the page: the link, the order list and the request for quote.

import { ask } from '../engine.js';
import { openDialog } from './dialog.js';
import { button, el, field } from './dom.js';
import { copy, save } from './files.js';
import { mail, mayMail } from './mail.js';
import { linkOf, wanted } from './page.js';
import { keep, keptValue } from './store.js';
import { standing } from './standing.js';
import { say } from './words.js';

const BRANDS = ['any', 'equivalent', 'mtp'];
// The request that somebody has edited last, with the design that it was written from.
const EDITED = 'fiberlane.request';

/** Opens everything that can be taken along, at the request for quote where that was asked for. */
export function open(opener) {
  const wish = opener.dataset.do === 'request';
  const room = openDialog('share', say(wish ? 'tool.request' : 'tool.share'), opener);
  if (!room) return;
  const fragment = wanted();
  const link = linkOf(fragment);
  const shown = el('input', { type: 'text', readOnly: true, value: link });
  // Shows what could not be copied.
  const spare = el('textarea', { readOnly: true, rows: 6, hidden: true, 'aria-label': say('desk.share.text') });
  const request = el('textarea', { rows: 14, spellcheck: false });
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

  const edited = keptValue(EDITED, {});
  const known = edited.fragment === fragment && typeof edited.text === 'string';
  const brands = el('fieldset', {}, el('legend', {}, say('desk.rfq.brand')), ...BRANDS.map((name) => {
    const chosen = known ? edited.brand : BRANDS[0];
    const input = el('input', { type: 'radio', name: 'desk-brand', value: name, checked: name === chosen });
    return el('label', {}, input, ` ${say(`desk.rfq.brand.${name}`)}`);
  }));
  const brand = () => brands.querySelector(':checked')?.value ?? BRANDS[0];
  const anew = button(say('desk.rfq.anew'), () => write(), { hidden: !known });
  const sending = el('a', { className: 'button', hidden: !mayMail() }, say('desk.mail'));

  /** The mail follows the text as it stands. */
  function address() {
    const { href, whole } = mail(say('rfq.title'), request.value, say('desk.mail.paste'));
    sending.href = href;
    return whole;
  }
  async function write() {
    // Nothing of the quote: whom it is for is no business of the supplier.
    const details = { link, brand: brand() };
    try {
      request.value = await ask('rfqText', fragment, JSON.stringify(details));
      anew.hidden = true;
      if (keptValue(EDITED, {}).fragment === fragment) keep(EDITED, '{}');
      address();
    } catch {
      room.tell(say('desk.failed'));
    }
  }
  // What was edited is kept from the first key, and no click takes it back unasked.
  request.addEventListener('input', () => {
    anew.hidden = false;
    address();
    const saved = keep(EDITED, JSON.stringify({ fragment, brand: brand(), text: request.value }));
    room.tell(saved ? '' : say('desk.quote.unsaved'));
  });
  brands.addEventListener('change', () => {
    if (anew.hidden) write();
    else room.tell(say('desk.rfq.edited'));
  });
  sending.addEventListener('click', async () => {
    // The browser follows the address; what is too long for one goes by the clipboard.
    if (address()) room.tell(say('desk.mail.opened'));
    else room.tell(say(await copy(request.value, request) ? 'desk.mail.long' : 'desk.copy.denied'));
  });

  const [links, order, asking] = [
    section('desk.share.link', field(say('desk.share.address'), shown), acts(
      button(say('desk.share.copy'), doing(() => copied(link, shown, 'desk.share.copied')), { className: 'main' }),
      send,
    ), code),
    section('section.order', acts(
      button(say('desk.share.order'), doing(async () => copied(await orderText(), spare, 'desk.share.orderCopied'))),
      button(say('desk.share.csv'), doing(async () => {
        const table = await ask('orderCsv', fragment);
        // Names of columns and nothing below them are no order.
        if (table.trim().split('\r\n').length < 2) return say('desk.share.nothing');
        save('fiberlane-order.csv', table, 'text/csv;charset=utf-8');
        return say('desk.saved', { name: 'fiberlane-order.csv' });
      })),
    ), spare),
    section('desk.rfq', brands, field(say('desk.rfq.text'), request), acts(
      sending,
      button(say('desk.rfq.copy'), doing(() => copied(request.value, request, 'desk.rfq.copied'))),
      button(say('desk.rfq.save'), doing(async () => {
        save('fiberlane-request.txt', request.value, 'text/plain;charset=utf-8');
        return say('desk.saved', { name: 'fiberlane-request.txt' });
      })),
      anew,
    )),
  ];
  room.body.append(standing(), ...(wish ? [asking, order, links] : [links, order, asking]));
  room.paper(() => (wish ? el('pre', { className: 'request' }, request.value) : null));
  if (known) {
    request.value = edited.text;
    address();
  } else {
    write();
  }
  // A link too long for a code still has its text.
  ask('qr', link).then((markup) => { code.innerHTML = markup; }, () => {});
}
