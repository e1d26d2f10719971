// The words of the locale in use. There is no text in the scripts.

let words = {};

/** Speaks with these words from now on. */
export function learn(next) {
  words = next;
}

/** The words in use, to show the page with them again. */
export const known = () => words;

/** A sentence of the locale, its placeholders filled in. */
export function say(key, values = {}) {
  return (words[key] ?? '').replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
