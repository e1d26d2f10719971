// What this browser keeps. It may refuse: then nothing is kept, and whoever asked can say so.

/** A kept text, or null. */
export function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text. False when the browser does not. */
export function keep(key, text) {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** A kept value of which something else may have been made meanwhile. */
export function keptValue(key, otherwise) {
  try {
    return JSON.parse(kept(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

const KEY = 'fiberlane.designs';

/** The saved designs, by name. */
export function designs() {
  const list = keptValue(KEY, []);
  const whole = (item) => typeof item?.name === 'string' && typeof item.fragment === 'string';
  return Array.isArray(list) ? list.filter(whole) : [];
}

/** Keeps the saved designs. False when the browser does not. */
export const keepDesigns = (list) => keep(KEY, JSON.stringify(list));
