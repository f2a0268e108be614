// Partial ISO dates: "2024-02-28", "2024-02", "2024", or nothing.

import { state } from "./state.js";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December"];

/** The last day that a date can mean, for comparing; a month has 31 days here, and nothing is never. */
export function lastDay(date) {
  return !date ? "" : date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
}

/** "2024-02-28" is "28 February 2024"; a shorter date stays as vague as it is. */
export function humanDate(date) {
  const parts = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(date || "");
  if (!parts) return String(date || "");
  const [, year, month, day] = parts;
  if (state.lang === "ko") {
    return [`${year}년`, month && `${Number(month)}월`, day && `${Number(day)}일`].filter(Boolean).join(" ");
  }
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** The months from one to another, both as "2024-02". */
export function monthsBetween(first, last) {
  const number = (month) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1;
  const text = (at) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  const count = Math.max(0, number(last) - number(first) + 1);
  return Array.from({ length: count }, (_, index) => text(number(first) + index));
}

export const PRECISION_OF_DATE = { 10: "day", 7: "month", 4: "year" };
