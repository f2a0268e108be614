// What layers of folium expect of a page: jQuery for popups, Leaflet's markers, coloured icons. MARKER and PINS
// come before it.
const $ = (html) => {
  const template = document.createElement("template");
  template.innerHTML = String(html).trim();
  return [template.content.firstElementChild ?? template.content];
};
L.Icon.Default.imagePath = "";
L.Icon.Default.mergeOptions(MARKER);
const pin = (colour) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="25" height="41"><path stroke="#333" fill="${colour}" ` +
  'd="M12.5 40C10 31 1 23 1 12.5a11.5 11.5 0 0 1 23 0C24 23 15 31 12.5 40Z"/>' +
  '<circle cx="12.5" cy="12.5" r="4.5" fill="#fff"/></svg>';
L.AwesomeMarkers = {
  icon: (options) =>
    L.icon({
      iconUrl: "data:image/svg+xml," + encodeURIComponent(pin(PINS[options.markerColor] || PINS.blue)),
      iconSize: [25, 41],
      iconAnchor: [12, 40],
      popupAnchor: [1, -34],
      tooltipAnchor: [16, -28],
    }),
};
const load = (files, then) => {
  const file = files.shift();
  if (!file) return then();
  const css = file[0] === "css";
  const one = document.createElement(css ? "link" : "script");
  one.onload = one.onerror = () => load(files, then);
  if (css) {
    one.rel = "stylesheet";
    one.href = file[1];
  } else one.src = file[1];
  document.head.append(one);
};
