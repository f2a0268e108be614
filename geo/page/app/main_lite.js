// The lite page, whose map moves without Leaflet.

import { start } from "./start.js";
import { viewboxCamera } from "./viewbox_map.js";

start(viewboxCamera);
