// The page whose map Leaflet moves.

import { leafletCamera } from "./leaflet_map.js";
import { start } from "./start.js";

start(leafletCamera);
