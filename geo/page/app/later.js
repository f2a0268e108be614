// The scripts begin once the drawing is on the screen, the whole page is there and its data is unpacked, so that
// neither of the first two waits for them. A browser that cannot unpack shows the page as it stands.

const afterFirstPaint = (() => {
  const PATIENCE = 300;   // milliseconds; a page in a hidden tab or frame is never painted
  const parsed = new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  const painted = new Promise((done) => {
    new PerformanceObserver(done).observe({ type: "paint", buffered: true });
    setTimeout(done, PATIENCE);
  });

  /** From Base64 of a deflate stream to the text, as geo/page/packing.py has it. */
  async function unpack() {
    const island = document.getElementById("view");
    const bytes = Uint8Array.from(atob(island.textContent), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    island.textContent = await new Response(stream).text();
  }

  const ready = Promise.all([parsed, painted]).then(unpack);
  return (script) => ready.then(() => setTimeout(script), () => {});
})();
