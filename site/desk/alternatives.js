// The alternatives as the page offers them: the heads of their columns, and where they lead.

import { root } from './page.js';

/** Name and fragment of each; none while they are not worked out. */
export function alternatives() {
  const section = root.querySelector('[data-advice="alternatives"]');
  const links = [...(section?.querySelectorAll('a.apply') ?? [])];
  // This design has the first column where there is one.
  const heads = [...(section?.querySelectorAll('thead th') ?? [])].slice(-links.length);
  return links.map((link, index) => ({
    name: heads[index]?.textContent ?? link.textContent,
    fragment: link.hash.slice(1),
  }));
}
