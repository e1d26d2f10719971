// What a step has changed, in words.

import { ask } from '../engine.js';
import { tell } from './line.js';
import { say } from './words.js';

// An answer to an older question is dropped.
let rounds = 0;

/** Nothing has changed. */
export function quiet() {
  rounds += 1;
  tell('', '', 'undo');
}

/** Says what changed; while typing, when the typing rests. */
export async function describe(from, to, way, delay = 0) {
  rounds += 1;
  const round = rounds;
  try {
    if (delay) await new Promise((resolve) => { setTimeout(resolve, delay); });
    if (round !== rounds) return;
    const { words, asked, results } = JSON.parse(await ask('difference', from, to));
    if (round !== rounds) return;
    // What was asked for and came is said once.
    const came = (one) => asked.some(({ name, after }) => name === one.name && after === one.after);
    const others = results.filter((one) => !came(one)).slice(0, 5);
    const first = words || say('desk.changed');
    tell(first, others.map((result) => say('desk.changed.item', result)).join('; '), way);
  } catch {
    // Without words the toolbar still undoes.
    if (round === rounds) tell('', '', way);
  }
}
