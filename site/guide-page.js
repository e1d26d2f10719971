// The guide as a page of its own: the answers by topic, the terms, a search over both, and a way
// in by the code of a finding (#POL001), by an answer (#guide-ID) or by a term (#term-ID).

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja', 'zh-Hans'];

const query = new URLSearchParams(location.search);
const asked = query.get('lang')?.toLowerCase();
const language = LANGUAGES.find((name) => name.toLowerCase() === asked) ?? 'en';

const find = (id) => document.getElementById(id);
const box = find('q');
const hits = find('hits');
const topics = find('topics');
const terms = find('terms');

/** What is searched: the element, the words in it, and whether it is an answer. */
const entries = [];

async function read(file) {
  const response = await fetch(new URL(file, document.baseURI));
  if (!response.ok) throw new Error(file);
  return response.json();
}

/** A file in the language of the page, or in English where there is none, and which of them. */
async function readIn(name) {
  if (language !== 'en') {
    try {
      return [await read(name(language)), language];
    } catch {
      // English then.
    }
  }
  return [await read(name('en')), 'en'];
}

/** The words of the page; the English ones of the document stay where there are none. */
async function readWords() {
  const file = (name) => `locales/${name}.json`;
  try {
    const [words, from] = await readIn(file);
    return from === 'en' || words['guide.title'] ? words : { ...(await read(file('en'))), ...words };
  } catch {
    return {};
  }
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

const plain = (text) => text.normalize('NFKC').toLowerCase();

function codesOf(codes, label) {
  const line = element('p', `${label} `, 'detail codes');
  for (const code of codes) {
    const link = element('a', code);
    link.href = `#${code}`;
    line.append(link, ' ');
  }
  return line;
}

function sourcesOf(sources, label) {
  const line = element('p', `${label} `, 'detail');
  sources.forEach((id, at) => {
    const [title, address] = DOCUMENTS[id] ?? [id, ''];
    const name = element(address ? 'a' : 'span', title);
    if (address) {
      name.href = address;
      name.rel = 'noreferrer';
    }
    name.lang = 'en';
    line.append(at > 0 ? '; ' : '', name);
  });
  return line;
}

function showAnswers(answers, words) {
  const sections = new Map();
  for (const { id, topic, question, answer, codes, sources } of answers) {
    if (!sections.has(topic)) {
      const section = element('section');
      const title = element('h2', words[`guide.topic.${topic}`] ?? topic);
      title.id = `topic-${topic}`;
      title.tabIndex = -1;
      section.setAttribute('aria-labelledby', title.id);
      section.append(title);
      const link = element('a', title.textContent);
      link.href = `#${title.id}`;
      topics.append(link);
      sections.set(topic, { section, link });
      find('answers').append(section);
    }
    const item = element('details');
    item.id = `guide-${id}`;
    item.dataset.codes = codes.join(' ');
    item.append(element('summary', question), element('p', answer));
    if (codes.length > 0) item.append(codesOf(codes, words['guide.codes'] ?? 'Findings:'));
    if (sources.length > 0) item.append(sourcesOf(sources, words['guide.source'] ?? 'Source:'));
    sections.get(topic).section.append(item);
    const text = plain([question, answer, ...codes].join(' '));
    entries.push({ item, text, answer: true });
  }
  return [...sections.values()];
}

function showTerms(list, from, words) {
  const sorted = [...list].sort((a, b) => a.term.localeCompare(b.term, from));
  for (const { id, term, text, source } of sorted) {
    const item = element('div');
    item.id = `term-${id}`;
    const title = element('dt', term);
    title.tabIndex = -1;
    const about = element('dd', text);
    if (source) about.append(element('span', `${words['guide.source'] ?? 'Source:'} ${source}`, 'detail'));
    item.append(title, about);
    terms.querySelector('dl').append(item);
    entries.push({ item, text: plain(`${term} ${text}`), answer: false });
  }
  const link = element('a', find('terms-title').textContent);
  link.href = '#terms-title';
  topics.append(link);
  return { section: terms, link };
}

/** Shows what has all of the words typed, and says how many answers that are. */
function search(groups, words) {
  const typed = plain(box.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { item, text, answer } of entries) {
    item.hidden = !typed.every((word) => text.includes(word));
    if (answer && !item.hidden) count += 1;
  }
  for (const { section, link } of groups) {
    section.hidden = !section.querySelector('details:not([hidden]), dl > :not([hidden])');
    link.hidden = section.hidden;
  }
  const key = count === 0 ? 'guide.none' : count === 1 && words['guide.hit'] ? 'guide.hit' : 'guide.hits';
  const said = (words[key] ?? '{count}').replace('{count}', count.toLocaleString(language));
  if (hits.textContent !== said) hits.textContent = said;
}

let later;

/** Puts what is searched into the address, not at every stroke: browsers count these. */
function keepInAddress() {
  clearTimeout(later);
  later = setTimeout(() => {
    const url = new URL(location.href);
    const typed = box.value.trim();
    if (typed === (url.searchParams.get('q') ?? '')) return;
    if (typed) url.searchParams.set('q', typed);
    else url.searchParams.delete('q');
    history.replaceState(history.state, '', url);
  }, 300);
}

/** What the address points at: an answer by its id or by a code, a term, or a topic. */
function target() {
  let hash;
  try {
    hash = decodeURIComponent(location.hash.slice(1));
  } catch {
    return {};
  }
  if (/^[a-z]{3}\d{3}$/i.test(hash)) {
    const code = hash.toUpperCase();
    const item = document.querySelector(`details[data-codes~="${code}"]`);
    return { item, code };
  }
  if (/^(guide|term)-/.test(hash)) return { item: find(hash) };
  if (/^topic-|^terms-title$/.test(hash)) return { item: find(hash), title: true };
  return {};
}

/** Opens what the address points at, marks it and puts the focus there. */
function go(searchAgain) {
  document.querySelector('.marked')?.classList.remove('marked');
  document.querySelector('.codes [aria-current]')?.removeAttribute('aria-current');
  const { item, code, title } = target();
  if (!item) return;
  if (item.closest('[hidden]')) {
    box.value = '';
    searchAgain();
  }
  if (!title) {
    item.classList.add('marked');
    if (item.matches('details')) item.open = true;
  }
  if (code) item.querySelector(`.codes a[href="#${code}"]`)?.setAttribute('aria-current', 'true');
  item.scrollIntoView({ block: 'start' });
  (title ? item : item.querySelector('summary, dt')).focus({ preventScroll: true });
}

/** Paper shows every answer; afterward those that were closed are closed again. */
function printWhole() {
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    for (const item of opened) item.open = true;
  });
  addEventListener('afterprint', () => {
    for (const item of opened) item.open = false;
    opened = [];
  });
}

async function start() {
  document.documentElement.lang = language;
  document.documentElement.dir = 'ltr';
  const from = query.get('from') ?? '';
  if (/^fl=[\w.=-]*$/.test(from)) find('back').href = `./#${from}`;

  const [words, [answers, answersIn], [list, listIn]] = await Promise.all([
    readWords(),
    readIn((name) => `guide/${name}.json`),
    readIn((name) => `guide/terms-${name}.json`),
  ]);
  for (const item of document.querySelectorAll('[data-word]')) {
    const word = words[item.dataset.word];
    if (word) item.textContent = word;
  }
  if (words['guide.title']) document.title = `${words['guide.title']} · Fiberlane`;

  const groups = showAnswers(answers, words);
  groups.push(showTerms(list, listIn, words));
  // What is not there in the language of the page is read out in its own.
  for (const { item, answer } of entries) {
    const itemIn = answer ? answersIn : listIn;
    if (itemIn !== language) item.lang = itemIn;
  }
  box.value = query.get('q') ?? '';
  find('search').hidden = false;
  topics.hidden = false;

  const searchNow = () => {
    search(groups, words);
    keepInAddress();
  };
  searchNow();
  box.addEventListener('input', searchNow);
  addEventListener('hashchange', () => go(searchNow));
  // A link to where the address points already changes nothing there.
  document.addEventListener('click', ({ target: clicked }) => {
    if (clicked.closest?.('a')?.getAttribute('href') === location.hash) go(searchNow);
  });
  printWhole();
  if (location.hash) go(searchNow);
}

/** Title and address of the published documents that answers name; the rows of sources.csv. */
const DOCUMENTS = {
  'cables-plus-mmc': ['Cables Plus USA, MTP/MPO and MMC density', 'https://store.cablesplususa.com/cabling-insider-blog/mtp-mpo-vs-mmc-cables-density-comparison'],
  'compound-semiconductor-2017': ['Compound Semiconductor, 16 March 2017, on the SWDM MSA', 'https://www.compoundsemiconductor.net/article/101234-industry-group-forms-multi-source-agreement-for-shortwave-wdm.html'],
  'fluke-8-fiber-mpo': ['Fluke Networks blog on 8-fiber MPO', 'http://www.flukenetworks.com/blog/cabling-chronicles/closer-look-8-fiber-mpo-solutions'],
  'fluke-om-os': ['Fluke Networks, OM1 to OM5 and OS1, OS2 fiber', 'https://flukenetworks.com/knowledge-base/copper-testing/om1-om2-om3-om4-om5-and-os1-os2-fiber'],
  'fluke-reference-grade-568-3-d': ['Fluke Networks, reference-grade connector losses in TIA-568.3-D', 'https://www.flukenetworks.com/content/new-loss-budget-values-reference-grade-connectors-ansitia-5683-d'],
  'fluke-reference-grade-568-3-e': ['Fluke Networks, reference-grade connector losses in TIA-568.3-E', 'https://ko.flukenetworks.com/knowledge-base/certifiber-pro/new-loss-budget-values-reference-grade-connectors-ansitia-5683-d'],
  'fluke-reflectance-2025': ['Fluke Networks blog, 15 October 2025, on single-mode reflectance', 'https://www.flukenetworks.com/blog/cabling-chronicles/short-reach-singlemode-puts-reflectance-radar'],
  'foa-loss-budget': ['FOA Loss Budget Calculator', 'https://www.thefoa.org/tech/ref/Loss_Budget/Loss_Budget.htm'],
  'fs-100g-interfaces': ['FS, 100G QSFP28 with MTP/MPO and duplex LC interfaces', 'http://community.fs.com/blog/100g-qsfp28-with-mtpmpo-interface-and-duplex-lc-interface.html'],
  'fs-mtp-guide': ['FS, guide to the MTP connector', 'https://community.fs.com/blog/a-comprehensive-guide-to-mtp-connector.html'],
  'fs-universal-cassette': ['FS, universal polarity MTP cassette', 'https://community.fs.com/article/how-to-use-universal-polarity-mtp-fiber-cassette.html'],
  'ibm-link-specifications': ['IBM Docs, Link specifications', 'https://www.ibm.com/docs/en/systems-hardware/linuxone/3932-LA2?topic=specifications-link'],
  'iec-63267-catalog': ['IEC 63267 series, catalog entries', 'https://standards.iteh.ai/catalog/standards/iec/37c98c53-d838-48ee-94da-9418974c13a6/iec-63267-3-81-2025'],
  'juniper-100g-connectors': ['Juniper, 100G connector types', 'https://www.juniper.net/documentation/us/en/hardware/100g-optics-cables-guide/optics/topics/concept/100g-connector-types.html'],
  'lightoptics-mmc': ['LightOptics, MMC and MPO', 'https://www.lightoptics.co.uk/blogs/news/mmc-vs-mpo-which-fiber-optical-connector-is-better-for-high-density-data-center-cabling'],
  'nvidia-100g-pam4-guide': ['NVIDIA, LinkX 100G-PAM4 product line overview', 'https://docs.nvidia.com/networking/display/400g100gpam4ovpub/linkx-100g-pam4-product-line-overview'],
  'nvidia-cable-management': ['NVIDIA, Cable Management Guidelines and FAQ, connector definitions', 'https://docs.nvidia.com/networking/display/cablemanagfaq/cable+and+connector+definitions'],
  'nvidia-mma4z00-ns': ['NVIDIA, MMA4Z00-NS overview', 'https://docs.nvidia.com/networking/display/800GMMA4Z00NS/Overview'],
  'nvidia-mms4x00-nm': ['NVIDIA, MMS4X00-NM application overview', 'https://docs.nvidia.com/networking/display/mms4x00nm800g500m/application+overview'],
  'nvidia-mms4x00-ns': ['NVIDIA, MMS4X00-NS overview', 'https://docs.nvidia.com/networking/display/800GMMS4X00NS/Overview'],
  'nvidia-optical-connectors': ['NVIDIA, Optical Connectors', 'https://docs.nvidia.com/networking/display/cableovpub/optical+connectors'],
  'nvidia-structured-cabling': ['NVIDIA, Interconnect Structured Cabling Requirements', 'https://docs.nvidia.com/networking/display/intrcnctcabreqndr400eth'],
  'nvidia-structured-cabling-mpo-lc': ['NVIDIA, Interconnect Structured Cabling Requirements, MPO and LC cables', 'https://docs.nvidia.com/networking/display/intrcnctcabreqndr400eth/mpo/lc+cable+requirements'],
  'sachsenkabel-mtp-apc': ['Sachsenkabel, MTP/APC for multimode 400G', 'https://sachsenkabel.de/2022/11/15/sachsenkabel-integriert-mtp-apc-in-multimode-400gbit-base8-urm-verkabelung/'],
  'tia-568-3': ['ANSI/TIA-568.3-E, Optical Fiber Cabling and Components', ''],
  'tia-fotc-400gbase-sr4-2': ['TIA FOTC, 400GBASE-SR4.2 application overview', 'https://www.tiafotc.org/ieee-802-3-ethernet-standards-update/multimode-standards-update/400gbase-sr4-2/'],
  'tia-fotc-400gbase-sr8': ['TIA FOTC, 400GBASE-SR8 application overview', 'https://www.tiafotc.org/ieee-802-3-ethernet-standards-update/multimode-standards-update/400gbase-sr8/'],
  'tia-fotc-800gbase-dr8': ['TIA FOTC, 800GBASE-DR8 application overview', 'https://www.tiafotc.org/ieee-802-3-ethernet-standards-update/singlemode-standards-update/800gbase-dr8/'],
  'tscom-loss-budget': ['TSCom, fiber loss budget table', 'https://www.china-tscom.com/introduction-of-the-fiber-loss-budget-standard.html'],
  'yd-sr8-breakout': ['YD fiber, 400G SR8 to 4x100G', 'https://ydfiberoptic.com/how-to-implement-the-400g-sr8-to-4x100g-solution/'],
  'zion-mpo-loss': ['Zion Communication, standard and low-loss MPO connectors', 'https://www.zion-communication.com/Standard-Loss-vs-Low-Loss-MPO-Connectors-What-s-the-Difference-and-Which-Should-You-Buy-id47434065.html'],
};

try {
  await start();
} catch {
  find('failed').hidden = false;
} finally {
  find('still').hidden = true;
}
