// A text as a mail to be written, in whatever program the reader has for mail.

// Of an address some mail programs take no more.
const MOST = 2_000;

/** Whether this page may open one: a sandboxed frame may not, and the browser would say so on the console. */
export const mayMail = () => self.origin !== 'null' || location.protocol === 'file:';

/**
 * The address of a mail with a subject and a text. Where the text is too long for one, it holds
 * `otherwise` and `whole` is false: the text has to be pasted.
 */
export function mail(subject, text, otherwise) {
  const part = (words) => encodeURIComponent(words.replace(/\r?\n/g, '\r\n'));
  const address = (words) => `mailto:?subject=${part(subject)}&body=${part(words)}`;
  const whole = address(text).length <= MOST;
  return { href: address(whole ? text : otherwise), whole };
}
