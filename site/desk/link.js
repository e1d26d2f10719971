// Links that somebody pasted.

import { ask } from '../engine.js';
import { complain } from './dom.js';
import { fragmentIn } from './page.js';
import { say } from './words.js';

/** What is wrong with a link, in words; the engine's error names the kind. */
function trouble(message) {
  if (message.startsWith('Version')) return say('desk.link.version');
  const [, field] = message.match(/^Field\("?([^")]*)/) ?? [];
  return field ? say('desk.link.field', { field }) : say('desk.link.damaged');
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
    complain(input, trouble(error.message));
    return null;
  }
}
