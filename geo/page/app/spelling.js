// Spellings as geo/places compares them: folded, by their sound, and one letter off.

/** As geo.text.bare folds: lower case without accents, blanks, hyphens and apostrophes. */
export const folded = (text) => text.toLowerCase().normalize("NFD")
  .replace(/[\u0300-\u036f\s'’‘ʼʻ`´.\-‐‑‒–—]+/g, "").normalize("NFC");

/** As geo.places.unlisted.fold_key: what romanisations do differently is undone; nothing for other scripts. */
const STEPS = [[/[^a-z]/g, ""], [/eo/g, "o"], [/eu/g, "u"], [/oo/g, "u"], [/ae/g, "e"], [/sh/g, "s"], [/yu(?=ng)/g, "yo"],
  [/you/g, "yo"], [/oh(?![aeiou])/g, "o"], [/^yi/, "i"], [/tch/g, "c"], [/([ptk])h/g, "$1"], [/ch|j/g, "c"], [/ng/g, "N"],
  [/g/g, "k"], [/d/g, "t"], [/b/g, "p"], [/l/g, "r"], [/(?<=[Nn])[rn](?=[aeiouyw])/g, "n"], [/k(?=[nrm])/g, "N"],
  [/^[rn](?=[yi])/, ""], [/^n(?=[aeo])/, "r"], [/([a-zN])\1+/g, "$1"]];
export const soundOf = (form) => STEPS.reduce((text, [pattern, letters]) => text.replace(pattern, letters), form);

/** Whether two differ by one letter more, less or other, or by two that are swapped. */
export function isOneOff(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return left.length + right.length <= 2 && left.length < 2 && right.length < 2
    || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
}
