// The second stage: worked out beside the page, by a worker where there is one, and filled in when
// it is there. An edit is never held up by it; the answer to an older request is dropped.

import { ask } from './engine.js';
import { failed } from './desk/line.js';
import { say } from './desk/words.js';

const root = document.getElementById('fiberlane');
const wanted = () => root.querySelector('#fl-request')?.textContent ?? '';
// In milliseconds.
const REST = 250;
let shown = '';
// The request that the form about the place has made last, and the one on screen before it.
let made = '';
let madeFrom = '';
// Changes of the form that are being read.
let reading = 0;
let busy = false;
// Counts how often all has been said anew: what is under way then is in the words of before.
let round = 0;
// What each place was filled with. To ask the document for it costs more than to fill it.
let filled = new WeakMap();
// How far the answer is scrolled, without asking the document in the middle of a change.
let top = 0;

/** Works out what is wanted, and again if that has changed meanwhile. */
async function advise() {
  // Most of what changes on the page is no change of the request.
  if (busy || wanted() === shown) return;
  busy = true;
  root.dataset.advice = 'busy';
  // The advice of before is grayed, unless the new one is there before anybody sees the gray.
  const gray = setTimeout(() => root.classList.add('fl-advising'), 80);
  try {
    while (wanted() && wanted() !== shown) {
      const request = wanted();
      const mine = round;
      const current = () => wanted() === request && mine === round;
      // For somebody who types it is worked out when the typing rests.
      if (document.activeElement?.matches('.choices .field input')) {
        await new Promise((resolve) => { setTimeout(resolve, REST); });
        if (!current()) continue;
      }
      const advice = JSON.parse(await ask('adviceSections', request));
      // Where an edit has come in between, its own answer follows.
      if (!current()) continue;
      // Half filled in, it is nobody's.
      shown = '';
      if (await fill(advice, current)) shown = request;
    }
    root.dataset.advice = 'ready';
  } catch {
    root.dataset.advice = 'failed';
  } finally {
    clearTimeout(gray);
    root.classList.remove('fl-advising');
    busy = false;
  }
}

// Behind what was changed last: its paint, and a key that waits, go first.
const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 16));
const turn = () => new Promise((resolve) => { idle(resolve, { timeout: 100 }); });

/** Sets markup where it is not there yet; `anew` in any case. Returns whether it did. */
function put(place, html, anew = false) {
  if (!anew && filled.get(place) === html) return false;
  filled.set(place, html);
  place.innerHTML = html;
  return true;
}

/** A section with its details as open as they were. */
function section(place, html) {
  const form = place.querySelector('form');
  // A form stays as it was filled in while the request is what it made of it, or is about to be.
  if (form && (reading > 0 || [made, madeFrom].includes(wanted()))) return false;
  const open = [...place.querySelectorAll('details')].map((details) => details.open);
  if (!put(place, html, Boolean(form))) return false;
  place.querySelectorAll('details').forEach((details, index) => { details.open = open[index] ?? false; });
  // What comes and goes above must not move what is read.
  if (top > 0) place.closest('main').scrollTop = top;
  return true;
}

/** What is said beside the options, and which of them fit. */
function mark(options) {
  const known = new Map(options.map((option) => [`${option.field}|${option.key}`, option]));
  let changed = false;
  for (const place of root.querySelectorAll('[data-option]')) {
    const option = known.get(place.dataset.option);
    changed = put(place, option?.html ?? '') || changed;
    const row = place.parentElement;
    const input = row.querySelector('input');
    // The radio that is chosen stays, whatever is thought of it.
    const excluded = Boolean(option?.excluded) && !row.classList.contains('chosen');
    row.classList.toggle('excluded', excluded);
    if (!input) continue;
    input.disabled = excluded;
    // What stands beside it is heard with it.
    if (option?.html) {
      place.id ||= `${input.id}-why`;
      input.setAttribute('aria-describedby', place.id);
    } else {
      input.removeAttribute('aria-describedby');
    }
  }
  return changed;
}

/** Fills everything in, a part at a time while it is `current`. Returns whether it was to the end. */
async function fill({ sections, options, whys }, current) {
  const parts = [
    ...[...root.querySelectorAll('[data-advice]')].map((place) => () => section(place, sections[place.dataset.advice] ?? '')),
    () => [...root.querySelectorAll('[data-why]')].filter((place) => put(place.lastElementChild, whys[place.dataset.why] ?? '')).length > 0,
    () => mark(options),
  ];
  for (const part of parts) {
    if (part()) await turn();
    if (!current()) return false;
  }
  return true;
}

/**
 * A number as people type it. The sign that is not their decimal sign may stand between thousands
 * where three digits follow: what is meant is not guessed.
 */
function plainNumber(text) {
  const decimal = say('locale.decimal');
  const other = decimal === ',' ? '.' : ',';
  const parts = text.split(/[.,]/);
  const doubt = text.includes(other) && parts[1]?.length === 3 && parts[0] !== '0';
  return parts.length > 2 || doubt ? NaN : Number(text.replace(',', '.'));
}

/** What the form about the place says, as fields of a request. */
function described(form) {
  const request = {};
  const parts = { trunk: {}, adapterPanel: {}, cassette: {} };
  const situation = {};
  const there = {};
  for (const element of form.elements) {
    const { name, type, checked, value: raw } = element;
    if (!name) continue;
    if (type === 'checkbox') {
      there[name] = checked;
      continue;
    }
    const value = raw.trim();
    const [group, field] = name.split('.');
    const number = plainNumber(value);
    const feet = name.endsWith('lengthM') && root.dataset.unit === 'ft';
    // What nobody touched stays what it was; feet are shown to a tenth.
    const untouched = raw === element.defaultValue && element.dataset.exact;
    const meters = untouched ? Number(element.dataset.exact) : Math.round(number * 3048) / 10_000;
    const plain = feet ? meters : number;
    const typed = type === 'text' && field !== 'map' && value !== '' && Number.isFinite(plain) ? plain : value;
    if (field === undefined) {
      request[name] = value === '' ? null : typed;
    } else if (value !== '') {
      const target = group === 'situation' ? situation : parts[group];
      if (field === 'map') target.map = value.split(/\s+/).map((pair) => pair.split('-').map(Number));
      else if (field === 'fieldChanges') target[field] = value === 'true';
      else target[field] = typed;
    }
  }
  const installed = Object.entries(parts).filter(([kind]) => there[kind]).map(([kind, part]) => ({ kind, ...part }));
  request.installed = installed.length > 0 ? installed : null;
  request.situation = Object.keys(situation).length > 0 ? situation : null;
  return request;
}

/** The field of the form that a path of the request is about, such as installed[0].lengthM. */
function fieldOf(form, request, path) {
  const [, index, rest] = path.match(/^installed\[(\d+)\]\.?(\w*)/) ?? [];
  const name = index === undefined ? path : [request.installed?.[index]?.kind, rest].filter(Boolean).join('.');
  return form.elements.namedItem(name);
}

/** The request without what was refused. */
function without(request, paths) {
  const rest = structuredClone(request);
  for (const path of paths) {
    const keys = path.replace(/\[(\d+)\]/g, '.$1').split('.');
    const last = keys.pop();
    const place = keys.reduce((value, key) => value?.[key], rest);
    if (place) delete place[last];
  }
  return rest;
}

async function place(form) {
  let request = { ...JSON.parse(await ask('requestText', wanted())), ...described(form) };
  form.querySelectorAll('[aria-invalid]').forEach((field) => field.removeAttribute('aria-invalid'));
  form.querySelectorAll('.message').forEach((message) => { message.textContent = ''; });
  // What cannot be read is named at its field; everything else is taken.
  for (let round = 0; round < 3; round += 1) {
    try {
      const fragment = await ask('fragment', request);
      made = fragment;
      madeFrom = wanted();
      if (fragment !== wanted()) location.hash = fragment;
      break;
    } catch (error) {
      // Anything else is no fault of what was filled in.
      if (!error.problems) throw error;
      for (const { field: path, value, expected } of error.problems) {
        const field = fieldOf(form, request, path);
        field?.setAttribute?.('aria-invalid', 'true');
        const typed = field?.value === undefined ? value : `"${field.value}"`;
        const message = field?.parentElement?.querySelector?.('.message') ?? form.lastElementChild;
        // The engine says what would be right in English, for programs; people read their language.
        const words = root.dataset.language === 'en' ? `${typed}: ${expected}` : say('advice.place.wrong', { value: typed });
        message.textContent = `${field ? '' : `${path}: `}${words}`;
      }
      request = without(request, error.problems.map(({ field: path }) => path));
    }
  }
}

root.addEventListener('submit', (event) => {
  if (event.target.matches('form.place')) event.preventDefault();
});
root.addEventListener('change', ({ target }) => {
  const form = target.closest?.('form.place');
  if (!form) return;
  reading += 1;
  place(form).catch(failed).finally(() => { reading -= 1; });
});

// What was applied is read from its verdict on.
root.addEventListener('click', ({ target }) => {
  if (!target.closest?.('a.apply')) return;
  const main = root.querySelector('main');
  setTimeout(() => {
    main?.focus({ preventScroll: true });
    main?.querySelector('.verdict')?.scrollIntoView({ block: 'nearest' });
  }, 0);
});

/** Says it all anew, after the language or the unit has changed. */
export function again() {
  round += 1;
  shown = '';
  filled = new WeakMap();
  delete root.dataset.advice;
  advise();
}

/** Works out the second stage now and after every change of the request. */
export function start() {
  // It does not bubble.
  root.addEventListener('scroll', ({ target }) => {
    if (target.matches('main')) top = target.scrollTop;
  }, true);
  new MutationObserver(advise).observe(root, { subtree: true, childList: true, characterData: true });
  advise();
}
