// Notes and sources of what is on screen, fetched when somebody opens them.

let table;

export async function fill(details) {
  const list = details.querySelector('ul');
  if (!list || list.children.length > 0) return;
  table ??= await (await fetch(new URL('sources.json', import.meta.url))).json();
  const subjects = details.dataset.subjects.split('|');
  const said = new Set();
  for (const row of table) {
    if (!subjects.includes(row.subject)) continue;
    // Rows that say the same are said once.
    const whole = JSON.stringify(row);
    if (said.has(whole)) continue;
    said.add(whole);
    const item = document.createElement('li');
    // Notes and titles are quoted in the language of the catalog, whatever the page speaks.
    item.lang = 'en';
    const name = document.createElement('strong');
    name.textContent = [row.subject, row.fiber].filter(Boolean).join(', ');
    item.append(name, row.note ? ` ${row.note}` : '');
    for (const source of row.sources) {
      const line = document.createElement('span');
      line.className = 'detail';
      if (source.address) {
        const link = document.createElement('a');
        link.href = source.address;
        link.rel = 'noreferrer';
        link.textContent = source.title;
        line.append(link);
      } else {
        line.textContent = source.title;
      }
      item.append(line);
    }
    list.append(item);
  }
}
