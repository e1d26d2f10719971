// Everything on the page that is not needed for the first verdict. Loaded after it.

import * as advice from './advice.js';
import { speak } from './engine.js';

const root = document.getElementById('fiberlane');

/** Takes over once the page shows its first verdict. */
export function start({ words }) {
  speak(words, root.dataset.unit);
  advice.start();
}
