// The map of a lite page: without Leaflet, the drawing is moved by its own window, the viewBox.

import { ZOOM_OF_DRAWING, zoomButton } from "./camera.js";
import { el, own, rove } from "./dom.js";
import { container, setScale, svg } from "./drawing.js";

const DEEPEST = 64;     // times as large as the whole country

export function viewboxCamera(onMove) {
  const { x: left, y: top, width, height } = svg.viewBox.baseVal;
  const middle = [left + width / 2, top + height / 2];
  let [center, times] = [middle, 1];
  const size = () => [container.clientWidth, container.clientHeight];
  const scale = () => (Math.max(width / container.clientWidth, height / container.clientHeight) || 1) / times;
  const corner = () => size().map((pixels, axis) => center[axis] - (pixels * scale()) / 2);
  const onScreen = (at) => at.map((value, axis) => (value - corner()[axis]) / scale());
  const inDrawing = (point) => point.map((value, axis) => value * scale() + corner()[axis]);

  function refresh() {
    if (!container.clientWidth) return;
    const reach = [width, height].map((side) => (side / 2) * (1 - 1 / times));
    center = center.map((value, axis) =>
      Math.min(Math.max(value, middle[axis] - reach[axis]), middle[axis] + reach[axis]));
    svg.setAttribute("viewBox", [...corner(), ...size().map((pixels) => pixels * scale())].join(" "));
    svg.style.touchAction = times > 1 ? "none" : "auto";    // one finger scrolls the page until the map is zoomed in
    setScale(scale());
    onMove();
  }

  /** Nearer or farther, with one point of the container where it is. */
  function zoomBy(steps, point = size().map((pixels) => pixels / 2)) {
    const held = inDrawing(point);
    times = Math.min(Math.max(times * 2 ** (0.75 * steps), 1), DEEPEST);
    center = held.map((value, axis) => value + (size()[axis] / 2 - point[axis]) * scale());
    refresh();
  }

  function fit() {
    [center, times] = [middle, 1];
    refresh();
  }

  const camera = {
    container, refresh, fit, size, onScreen, inDrawing, zoomBy,
    zoom: () => ZOOM_OF_DRAWING - Math.log2(scale()),
    reveal(at) {
      if (onScreen(at).every((value, axis) => value > 60 && value < size()[axis] - 60)) return;
      center = at;
      refresh();
    },
    look(at, zoom) {
      center = at;
      times = zoom ? Math.max(scale() * times * 2 ** (zoom - ZOOM_OF_DRAWING), 1) : Math.max(times, 3);
      refresh();
    },
    moveBy(pixels) {
      center = center.map((value, axis) => value - pixels[axis] * scale());
      refresh();
    },
  };
  listenForMoves(camera);
  const mover = el("div", { class: "mover buttons" }, zoomButton("zoom-in", "+", () => zoomBy(1)),
    zoomButton("zoom-out", "−", () => zoomBy(-1)), zoomButton("home", "⌂", fit));
  rove([...mover.children]);
  container.append(mover);
  refresh();
  return camera;
}

/** The drawing follows a pointer that is held down, the wheel once the map has the focus, and the keyboard. */
function listenForMoves(camera) {
  let last = null;
  svg.addEventListener("pointerdown", (event) => { if (event.isPrimary) last = [event.clientX, event.clientY]; });
  window.addEventListener("pointermove", (event) => {
    if (!last || !event.isPrimary || (event.pointerType === "touch" && svg.style.touchAction === "auto")) return;
    camera.moveBy([event.clientX - last[0], event.clientY - last[1]]);
    last = [event.clientX, event.clientY];
  });
  ["pointerup", "pointercancel"].forEach((kind) => window.addEventListener(kind, () => { last = null; }));
  container.tabIndex = 0;
  container.addEventListener("wheel", (event) => {
    if (!container.contains(document.activeElement)) return;
    event.preventDefault();
    const box = container.getBoundingClientRect();
    camera.zoomBy(-event.deltaY / 120, [event.clientX - box.left, event.clientY - box.top]);
  }, { passive: false });
  container.addEventListener("keydown", (event) => {
    const move = own({ ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] }, event.key);
    const steps = own({ "+": 1, "=": 1, "-": -1 }, event.key);
    if (!(move && event.target === container) && !steps) return;
    event.preventDefault();
    if (steps) camera.zoomBy(steps);
    else camera.moveBy(move);
  });
}
