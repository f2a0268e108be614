// Leaflet moves and zooms the drawing that stands in the page; nothing is drawn twice.

import { ZOOM_OF_DRAWING, zoomButton } from "./camera.js";
import { degreesOf, LEFT, TOP, view } from "./data.js";
import { calm, dress, el, rove } from "./dom.js";
import { container, isLand, setScale, svg } from "./drawing.js";

/** A layer whose picture is the page's own SVG: of it, the part around the window is shown. */
function drawingLayer() {
  const Drawing = L.Renderer.extend({
    options: { padding: 0.35, pane: "drawing" },
    _initContainer() { this._container = svg; },
    _destroyContainer() {},
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const units = unitsPerPixel(this._map);
      const size = this._bounds.getSize();
      const corner = this._bounds.min.add(this._map.getPixelOrigin()).multiplyBy(units);
      L.DomUtil.setPosition(svg, this._bounds.min);
      dress(svg, { width: size.x, height: size.y,
        viewBox: [corner.x - LEFT, corner.y - TOP, size.x * units, size.y * units].map((value) => value.toFixed(2)).join(" ") });
      setScale(units);
    },
  });
  return new Drawing();
}

const AROUND = L.latLngBounds([[35.2, 120.2], [45.2, 134.5]]);       // how far the map may be dragged
const EVERYWHERE = L.latLngBounds([[-85, -360], [85, 360]]);

const unitsPerPixel = (map) => 2 ** (ZOOM_OF_DRAWING - map.getZoom());

/** A camera that can be moved. */
export function leafletCamera(onMove) {
  const map = L.map(container, {
    attributionControl: false, zoomControl: false, trackResize: false, zoomSnap: 0, zoomDelta: 0.75, wheelPxPerZoomLevel: 120,
    scrollWheelZoom: false, zoomAnimation: !calm, fadeAnimation: false, inertia: !calm, maxZoom: 11,
    maxBounds: AROUND, maxBoundsViscosity: 0.8,
  });
  window.factorymap = map;   // by this name layers that were added in Python find the map
  map.createPane("drawing").style.zIndex = 300;
  let fitting = false;
  let moved = false;
  let fittedTo = "";
  const local = (at) => L.point(at[0] + LEFT, at[1] + TOP).divideBy(unitsPerPixel(map));
  const onScreen = (at) => map.layerPointToContainerPoint(local(at).subtract(map.getPixelOrigin()));

  /** Show the bounds that the page opens at; a page in a hidden frame has no size yet and waits for one. */
  function fit() {
    map.options.maxBounds = EVERYWHERE;      // else Leaflet sets off to pan into them while the new view is being made
    fitNow();
    map.options.maxBounds = AROUND;
  }

  function fitNow() {
    map.invalidateSize({ animate: false, pan: false });
    const size = map.getSize();
    fittedTo = size.toString();
    if (Math.min(size.x, size.y) < 50) return;
    fitting = true;
    map.setMinZoom(0);
    map.fitBounds(view.bounds, { animate: false, padding: [6, 6] });
    map.setMinZoom(map.getZoom() - 0.3);
    fitting = moved = false;
    touchPan();
  }

  /** On touch screens one finger scrolls the page until the map is zoomed in. */
  function touchPan() {
    if (L.Browser.mobile) map.dragging[moved ? "enable" : "disable"]();
  }

  function refresh() {
    if (moved) map.invalidateSize();
    else if (L.point(container.clientWidth, container.clientHeight).toString() !== fittedTo) fit();
  }

  const camera = {
    container, fit, refresh,
    size: () => [map.getSize().x, map.getSize().y],
    zoom: () => map.getZoom(),
    onScreen: (at) => { const { x, y } = onScreen(at); return [x, y]; },
    inDrawing: (point) => {
      const { x, y } = map.containerPointToLayerPoint(point).add(map.getPixelOrigin()).multiplyBy(unitsPerPixel(map));
      return [x - LEFT, y - TOP];
    },
    reveal: (at) => {
      const degrees = degreesOf(at);
      if (!map.getBounds().contains(degrees)) map.panInside(degrees, { padding: [60, 60], animate: false });
    },
    look: (at, zoom) => map.setView(degreesOf(at), zoom ?? Math.max(map.getZoom(), 8)),
    zoomBy: (steps) => map.setZoom(map.getZoom() + 0.75 * steps),
  };
  map.setView(L.latLngBounds(view.bounds).getCenter(), 6);
  drawingLayer().addTo(map);
  fit();
  map.on("zoomstart dragstart", () => { if (!fitting) moved = true; });
  map.on("zoomend", touchPan);
  map.on("moveend", () => { putBar(); onMove(); });
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  const bar = addControls(map, camera);
  /** The scale stands where the fewest of its points are on land. */
  function putBar() {
    const corners = ["bottomright", "bottomleft", "topright"];
    const onLand = corners.map((corner) => {
      bar.setPosition(corner);
      const [box, own] = [bar.getContainer(), container].map((node) => node.getBoundingClientRect());
      const spots = [0, 0.5, 1].flatMap((x) => [0, 1].map((y) => [box.left - own.left + x * box.width, box.top - own.top + y * box.height]));
      return spots.filter((spot) => isLand(camera.inDrawing(spot))).length;
    });
    bar.setPosition(corners[onLand.indexOf(Math.min(...onLand))]);
  }
  putBar();
  return camera;
}

function addControls(map, camera) {
  const bar = L.control({ position: "topleft" });
  bar.onAdd = () => {
    const box = el("div", { class: "leaflet-bar buttons" }, zoomButton("zoom-in", "+", () => camera.zoomBy(1)),
      zoomButton("zoom-out", "−", () => camera.zoomBy(-1)), zoomButton("home", "⌂", camera.fit));
    L.DomEvent.disableClickPropagation(box);
    rove([...box.children]);
    return box;
  };
  bar.addTo(map);
  return L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
}
