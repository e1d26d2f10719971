// The buyer's questions with their answers, fetched when somebody opens them; searched as typed.

let answers;

/** Fills the guide, each answer as a question that opens. */
export async function fill(details) {
  const list = details.querySelector('.answers');
  if (!list || list.children.length > 0) return;
  answers ??= await (await fetch(new URL('guide/en.json', document.baseURI))).json();
  for (const { id, question, answer, codes } of answers) {
    const item = document.createElement('details');
    item.id = `guide-${id}`;
    const title = document.createElement('summary');
    title.textContent = question;
    const text = document.createElement('p');
    text.textContent = answer;
    item.append(title, text);
    if (codes.length > 0) {
      const about = document.createElement('p');
      about.className = 'detail';
      about.textContent = `${details.dataset.codes} ${codes.join(', ')}`;
      item.append(about);
    }
    item.dataset.words = `${question} ${answer} ${codes.join(' ')}`.toLowerCase();
    list.append(item);
  }
  const box = details.querySelector('input');
  const count = details.querySelector('.count');
  const search = () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of list.children) {
      item.hidden = !words.every((word) => item.dataset.words.includes(word));
      shown += item.hidden ? 0 : 1;
    }
    count.textContent = `${shown} / ${list.children.length}`;
  };
  box.addEventListener('input', search);
  search();
}
