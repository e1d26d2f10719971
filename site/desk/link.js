// Links that somebody pasted.

import { ask } from '../engine.js';
import { complain } from './dom.js';
import { fragmentIn } from './page.js';
import { say } from './words.js';

const TROUBLES = { 'link-version': 'desk.link.version', 'link-field': 'desk.link.field', 'link-damaged': 'desk.link.damaged' };

/** What is wrong with a link, in words; the engine's error names the kind and the field. */
function trouble({ problems: [{ code, field } = {}] = [] }) {
  return say(TROUBLES[code] ?? 'desk.failed', { field });
}

/** The fragment in a field, or null after the field has said what is wrong with it. */
export async function fragmentAt(input) {
  const fragment = fragmentIn(input.value);
  if (!fragment) {
    complain(input, say('desk.link.wrong'));
    return null;
  }
  try {
    await ask('requestText', fragment);
    complain(input);
    return fragment;
  } catch (error) {
    complain(input, trouble(error));
    return null;
  }
}
