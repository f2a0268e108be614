// The messages of the interface, from messages.csv.

import { view } from "./data.js";

export const MESSAGES = view.messages;
