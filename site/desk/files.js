// Out of the page: the clipboard and files.

import { el } from './dom.js';

/** Copies a text. `field` shows it; where the clipboard is denied it is left selected, and false. */
export async function copy(text, field) {
  // Asked first: a page policy that forbids it would be a message on the console.
  if (navigator.clipboard && document.featurePolicy?.allowsFeature('clipboard-write') !== false) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // The older way, then.
    }
  }
  field.hidden = false;
  field.value = text;
  field.focus();
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

/** Saves something under a name. */
export function save(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: address, download: name }).click();
  // Not before the download has begun.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
