// Pointing at a part or a lane lights it everywhere: drawing, charts, order, proof.

const KINDS = ['part', 'lane'];

function light(root, kind, numbers) {
  for (const element of root.querySelectorAll(`[data-${kind}]`)) {
    const own = element.dataset[kind].split(' ');
    element.classList.toggle('lit', own.some((number) => numbers.includes(number)));
  }
}

function point(root, target) {
  for (const kind of KINDS) {
    const hit = target?.closest?.(`[data-${kind}]`);
    light(root, kind, hit ? hit.dataset[kind].split(' ') : []);
  }
}

/** Rows that are one stop for Tab: arrows, Home and End go from one to the next. */
function step(event) {
  const row = event.target.closest?.('tr[data-lane]');
  if (!row || event.target !== row) return;
  const rows = [...row.parentElement.children];
  const to = {
    ArrowDown: rows.indexOf(row) + 1,
    ArrowUp: rows.indexOf(row) - 1,
    Home: 0,
    End: rows.length - 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = rows[Math.max(0, Math.min(rows.length - 1, to))];
  row.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** Follows pointer and focus on the page. */
export function start(root) {
  root.addEventListener('pointerover', ({ target }) => point(root, target));
  root.addEventListener('pointerleave', () => point(root, null));
  root.addEventListener('focusin', ({ target }) => point(root, target));
  root.addEventListener('focusout', () => point(root, null));
  // A finger stays where it tapped.
  root.addEventListener('click', ({ target }) => point(root, target));
  root.addEventListener('keydown', step);
}
