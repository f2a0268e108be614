// What is looked at. Two cameras have the same few methods; only that of leaflet_map.js knows Leaflet.
//
// size() in pixels; zoom() as a level of web maps; onScreen(at) and inDrawing(point) between the drawing and pixels
// of the container; fit() shows the whole country, reveal(at) a point, zoomBy(steps); refresh() after a new size.

const ZOOM_OF_DRAWING = 11;
const container = byId("factorymap");

/** Signs and names keep their size on the screen: so many units of the drawing are a pixel. */
function setScale(unitsPerPixel) {
  svg.style.setProperty("--px", unitsPerPixel.toFixed(3));
  byId("hatch").setAttribute("patternTransform", `rotate(45) scale(${unitsPerPixel.toFixed(2)})`);
}

/** The drawing as it stands in the page, always whole. */
function plainCamera(onMove) {
  const scale = () => {
    const { width, height } = svg.viewBox.baseVal;
    return Math.max(width / container.clientWidth, height / container.clientHeight) || 1;
  };
  const edge = () => {
    const { x, y, width, height } = svg.viewBox.baseVal;
    const units = scale();
    return [x + (width - container.clientWidth * units) / 2, y + (height - container.clientHeight * units) / 2];
  };
  const refresh = () => { setScale(scale()); onMove(); };
  return {
    container, refresh, fit: refresh, reveal() {}, zoomBy() {},
    size: () => [container.clientWidth, container.clientHeight],
    zoom: () => ZOOM_OF_DRAWING - Math.log2(scale()),
    onScreen: (at) => at.map((value, axis) => (value - edge()[axis]) / scale()),
    inDrawing: (point) => point.map((value, axis) => value * scale() + edge()[axis]),
  };
}
