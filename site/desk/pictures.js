// Saves the drawing or a chart as a picture: by itself, on white, in the colors for paper.

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

/** The picture as an SVG element that needs no style sheet. */
function alone(svg) {
  const section = svg.closest('section');
  // The same place in the document, but for paper: there the style sheet says how it looks.
  const place = section.cloneNode(false);
  place.className = `${section.className} fl-light desk-paper`;
  place.setAttribute('aria-hidden', 'true');
  const shown = svg.cloneNode(true);
  shown.querySelectorAll('.lit').forEach((part) => part.classList.remove('lit'));
  place.append(shown);
  root.append(place);
  const picture = shown.cloneNode(true);
  const { x, y, width, height } = svg.viewBox.baseVal;
  // Charts count in tenths of a pixel: they are as large as they are shown.
  const size = svg.matches('.fc-chart') ? svg.getBoundingClientRect() : { width, height };
  settle(shown, picture, width / size.width);
  place.remove();
  const paper = document.createElementNS(SPACE, 'rect');
  const box = { x, y, width, height, fill: '#ffffff' };
  Object.entries(box).forEach(([name, value]) => paper.setAttribute(name, value));
  picture.prepend(paper);
  picture.setAttribute('xmlns', SPACE);
  picture.setAttribute('width', Math.round(size.width));
  picture.setAttribute('height', Math.round(size.height));
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
