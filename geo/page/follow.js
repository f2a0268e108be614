addEventListener("message", ({ source, data }) => {
  const { type, height } = data || {};
  if (type !== "factorymap-height" || !(height > 0 && height < 100000)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.style.height = `${height}px`;
  }
});
