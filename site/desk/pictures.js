// Saves the drawing or a chart as a picture: by itself, on white, in the colors for paper, with a
// title, the verdict that it goes with, and what its signs mean.

import { suggestion } from './designs.js';
import { el } from './dom.js';
import { save } from './files.js';
import { root } from './page.js';

const SPACE = 'http://www.w3.org/2000/svg';
const STYLES = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity',
  'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-size', 'font-weight', 'font-family',
  'font-variant-numeric', 'text-anchor', 'paint-order', 'dominant-baseline',
];

/** Lengths of a stroke in pixels as lengths in units of the view box. */
const scaled = (value, units) => value.replace(/[\d.]+(px)?/g, (length) => String(parseFloat(length) * units));

/** Writes the styles that hold into the elements; what is not shown goes. */
function settle(from, to, units) {
  const style = getComputedStyle(from);
  if (style.display === 'none' || style.visibility === 'hidden') {
    to.remove();
    return;
  }
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value && value !== 'normal') to.setAttribute(name, value);
  }
  // Strokes as wide as on screen at any size: programs that draw pictures do not all know them.
  if (style.getPropertyValue('vector-effect') === 'non-scaling-stroke') {
    for (const name of ['stroke-width', 'stroke-dasharray']) {
      to.setAttribute(name, scaled(style.getPropertyValue(name), units));
    }
    to.removeAttribute('vector-effect');
  }
  const children = [...to.children];
  [...from.children].forEach((child, index) => settle(child, children[index], units));
  for (const { name } of [...to.attributes]) {
    if (/^(class|style|tabindex|data-)/.test(name)) to.removeAttribute(name);
  }
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif';
const EDGE = 8;

/** An SVG element with attributes. */
function drawn(name, given, text = '') {
  const element = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(given)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

let ruler;

/** How many pixels a text takes. */
function wide(text, size, weight = 400) {
  ruler ??= el('canvas').getContext('2d');
  ruler.font = `${weight} ${size}px ${FONT}`;
  return ruler.measureText(text).width;
}

/** A text in lines that fit; where there are no spaces, between letters. */
function lines(text, room, size, weight) {
  const parts = text.split(/(?<=[ 、。，；])|(?=[\u3040-\u9fff])/u);
  const made = [''];
  for (const part of parts) {
    if (made.at(-1) && wide((made.at(-1) + part).trim(), size, weight) > room) made.push('');
    made[made.length - 1] += part;
  }
  return made.map((line) => line.trim()).filter(Boolean);
}

const read = (element) => element.textContent.replace(/\s+/g, ' ').trim();

/** What stands above the picture: what it shows, of which design, and what the verdict on that is. */
function heading(section, room) {
  const head = section.querySelector('h2').firstChild;
  const verdict = [...root.querySelectorAll('.verdict > p')].map(read).join(' · ');
  return [
    ...lines(`${read(head)} · ${suggestion()}`, room, 15, 600).map((text) => ({ text, size: 15, weight: 600 })),
    ...lines(verdict, room, 12, 400).map((text) => ({ text, size: 12, weight: 400 })),
  ];
}

/** The signs of the legend with their words, as elements in pixels, and how high they are. */
function signs(legend, room) {
  const group = drawn('g', {});
  let [x, y] = [0, 14];
  for (const item of legend?.children ?? []) {
    const style = getComputedStyle(item, '::before');
    const text = read(item);
    const width = 30 + wide(text, 12);
    if (x > 0 && x + width > room) [x, y] = [0, y + 18];
    const line = parseFloat(style.borderTopWidth) > 1 && parseFloat(style.height) <= 3;
    if (line) {
      const dash = { dashed: '5 2.5', dotted: '1.5 3' }[style.borderTopStyle] ?? 'none';
      group.append(drawn('path', { d: `M${x} ${y - 4}h22`, stroke: style.borderTopColor, 'stroke-width': 2, 'stroke-dasharray': dash, fill: 'none' }));
    } else if (item.className === 'key') {
      group.append(drawn('rect', { x: x + 14, y: y - 10, width: 5, height: 12, rx: 1, fill: style.backgroundColor }));
    } else {
      const rim = item.className === 'dot' ? style.outlineColor : style.borderTopWidth !== '0px' ? style.borderTopColor : style.outlineColor;
      if (item.className === 'dot') group.append(drawn('circle', { cx: x + 16, cy: y - 4, r: 5.5, fill: rim }));
      group.append(drawn('circle', { cx: x + 16, cy: y - 4, r: item.className === 'dot' ? 2.5 : 4.5, fill: style.backgroundColor, stroke: rim, 'stroke-width': item.className === 'dot' ? 0 : 1 }));
    }
    group.append(drawn('text', { x: x + 28, y, 'font-size': 12, 'font-family': FONT, fill: '#444444' }, text));
    x += width + 18;
  }
  return { group, height: legend ? y + 6 : 0 };
}

/** Puts title, verdict, legend and summary around a picture of `size` pixels. */
function frame(picture, section, legend, size, units) {
  const { x, y, width, height } = picture.viewBox.baseVal;
  const room = size.width - 2 * EDGE;
  const above = drawn('g', { transform: `translate(${x} ${y})` });
  let top = 6;
  for (const { text, size: letters, weight } of heading(section, room)) {
    top += letters + 5;
    above.append(drawn('text', { x: EDGE, y: top, 'font-size': letters, 'font-weight': weight, 'font-family': FONT, fill: '#17191c' }, text));
  }
  top += 12;
  const below = drawn('g', {});
  const words = signs(legend, room);
  words.group.setAttribute('transform', `translate(${EDGE} 8)`);
  below.append(words.group);
  let bottom = 8 + words.height;
  // A chart's curves are named where they run; its summary says the rest.
  for (const note of section.querySelectorAll(':scope > h2 > small, :scope > :is(.summary, .status)')) {
    for (const text of lines(read(note), room, 12)) {
      bottom += 17;
      below.append(drawn('text', { x: EDGE, y: bottom, 'font-size': 12, 'font-family': FONT, fill: '#444444' }, text));
    }
  }
  bottom += 10;
  const [head, foot] = [top * units, bottom * units];
  above.setAttribute('transform', `translate(${x} ${y - head}) scale(${units})`);
  below.setAttribute('transform', `translate(${x} ${y + height}) scale(${units})`);
  picture.prepend(drawn('rect', { x, y: y - head, width, height: height + head + foot, fill: '#ffffff' }), above);
  picture.append(below);
  // For programs that list pictures, and for those who hear them.
  picture.prepend(drawn('title', {}, above.textContent ? [...above.children].map(read).join(' ') : ''));
  picture.setAttribute('viewBox', `${x} ${y - head} ${width} ${height + head + foot}`);
  picture.setAttribute('width', Math.round(size.width));
  picture.setAttribute('height', Math.round(size.height + top + bottom));
}

/** The picture as an SVG element that needs no style sheet. */
function alone(svg) {
  const section = svg.closest('section');
  // The same place in the document, but for paper: there the style sheet says how it looks.
  const place = section.cloneNode(false);
  place.className = `${section.className} fl-light desk-paper`;
  place.setAttribute('aria-hidden', 'true');
  const shown = svg.cloneNode(true);
  shown.querySelectorAll('.lit').forEach((part) => part.classList.remove('lit'));
  const legend = section.querySelector(':scope > .legend')?.cloneNode(true);
  place.append(shown, ...(legend ? [legend] : []));
  root.append(place);
  const picture = shown.cloneNode(true);
  const { width, height } = svg.viewBox.baseVal;
  // Charts count in tenths of a pixel: they are as large as they are shown.
  const size = svg.matches('.fc-chart') ? svg.getBoundingClientRect() : { width, height };
  const units = width / size.width;
  settle(shown, picture, units);
  frame(picture, section, legend, size, units);
  place.remove();
  picture.setAttribute('xmlns', SPACE);
  return picture;
}

/** Draws the picture at twice its size. */
async function pixels(text, width, height) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = el('canvas', { width: width * 2, height: height * 2 });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('canvas'))), 'image/png');
  });
}

/** Saves the picture of the section that the button stands in. */
export async function open(button) {
  const section = button.closest('section');
  const svg = section?.querySelector('svg.drawing, svg.fc-chart');
  if (!svg) return;
  const picture = alone(svg);
  const text = new XMLSerializer().serializeToString(picture);
  const name = `fiberlane-${section.dataset.advice ?? section.classList[0]}`;
  if (button.dataset.save === 'svg') {
    save(`${name}.svg`, text, 'image/svg+xml;charset=utf-8');
  } else {
    const [width, height] = ['width', 'height'].map((side) => Number(picture.getAttribute(side)));
    save(`${name}.png`, await pixels(text, width, height), 'image/png');
  }
}
