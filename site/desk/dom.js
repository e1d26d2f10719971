// Elements without markup in strings.

const ATTRIBUTE = /-|^(role|for|colspan)$/;

/** An element with properties, attributes (such as aria-…) and children. */
export function el(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (ATTRIBUTE.test(name)) element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

/** A button that does something. */
export function button(words, act, given = {}) {
  const element = el('button', { type: 'button', ...given }, words);
  element.addEventListener('click', act);
  return element;
}

/** Fields with what Enter in a line of text does. No form: a sandboxed frame may not submit one. */
export function form(act, given, ...children) {
  const element = el('div', { role: 'group', ...given }, ...children);
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || !event.target.matches('input[type="text"]')) return;
    event.preventDefault();
    act();
  });
  return element;
}

let fields = 0;

/** A field with its label above it, and a place for what is wrong with it. */
export function field(words, input) {
  fields += 1;
  input.id ||= `desk-field-${fields}`;
  const message = el('span', { className: 'message', id: `${input.id}-error`, role: 'alert' });
  input.setAttribute('aria-describedby', message.id);
  return el('div', { className: 'entry' }, el('label', { for: input.id }, words), input, message);
}

/** Says at a field what is wrong with it; nothing when it is right. */
export function complain(input, words = '') {
  input.setAttribute('aria-invalid', words ? 'true' : 'false');
  input.parentElement.querySelector('.message').textContent = words;
}
