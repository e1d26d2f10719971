// Marks the choices that moved although nobody touched them, with what they were.

import { el } from './dom.js';
import { root } from './page.js';
import { say } from './words.js';

const groups = () => [...root.querySelectorAll('.choices fieldset.group')];

/** What a group is on: its chosen option, or what stands in its fields. */
function value(group) {
  if (!group.querySelector('.fields')) {
    return group.querySelector('.option.chosen .title')?.textContent.trim() ?? '';
  }
  const inputs = [...group.querySelectorAll('.field:not([hidden]) input')];
  return inputs.map((input) => input.value).join(' · ');
}

/** What every group is on. */
export const snapshot = () => groups().map(value);

/** Takes the marks away. */
export function clear() {
  root.querySelectorAll('.was').forEach((mark) => mark.remove());
  root.querySelectorAll('.moved').forEach((place) => place.classList.remove('moved'));
}

/** What a group was. Lengths that came with another choice are nobody's word. */
const was = (group, value, touched) => say(touched && group.querySelector('#fl-cord-a') ? 'desk.recut' : 'desk.was', { value });

/** Marks what is not as it was, except in the group that was touched. */
export function mark(before, touched) {
  clear();
  groups().forEach((group, index) => {
    const earlier = before[index];
    if (!earlier || group === touched || value(group) === earlier) return;
    // Leptos leaves elements alone that it does not know.
    const text = el('span', { className: 'was' }, was(group, earlier, touched));
    group.querySelector('.fold, .fields').before(text);
    group.classList.add('moved');
    group.closest('details:not([open])')?.classList.add('moved');
  });
}
