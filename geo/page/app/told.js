// What was reported by the end of the month that is shown.

import { state } from "./state.js";

/** Whether a day is not after it; in the latest state everything is known, also what has no date. */
export const byThen = (day) => !state.t || (day !== "" && day <= `${state.t}-31`);

/** The reports of an announcement. */
export const toldOf = (item) => item.evidence.filter((proof) => byThen(proof.known));

/** Numbers of the pages that they are from. */
export const pagesOf = (item) => [...new Set(toldOf(item).map((proof) => proof.cited))].sort((a, b) => a - b);

/** How many pages a build counts; by an earlier day only those that are shown. */
export const sourcesOf = (item) => (toldOf(item).length === item.evidence.length ? item.n_sources : pagesOf(item).length);

/** Whether a document names the county. */
export const isNamed = ({ named, named_on: on }) => named !== 0 && (named === null || byThen(on || ""));
