/* Plotly, from this server only: its geography is an empty stub (ours comes as GeoJSON), its "Share chart…"
   button and its cloud are off, and it starts to load at once on a page with charts. */
(function () {
  "use strict";
  const empty = { type: "Topology", objects: {}, arcs: [] };
  for (const layer of ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"]) {
    empty.objects[layer] = { type: "GeometryCollection", geometries: [] };
  }
  const topojson = {};
  for (const scope of ["world", "usa", "europe", "asia", "africa", "north-america", "south-america", "oceania", "antarctica"]) {
    for (const resolution of ["110m", "50m"]) topojson[`${scope}_${resolution}`] = empty;
  }
  window.PlotlyGeoAssets = { topojson };

  const { plotly, charts } = document.documentElement.dataset;
  if (!plotly) return;
  let loaded = null;

  function load() {
    loaded =
      loaded ||
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = plotly;
        script.async = true;
        script.onload = () => resolve(window.Plotly);
        script.onerror = () => reject(new Error("plotly.js did not load"));
        document.head.append(script);
      });
    return loaded;
  }

  /* Dash asks for window.Plotly when it draws its first chart, and waits for it when it is a promise.
     Plotly itself then takes the promise's place. */
  Object.defineProperty(window, "Plotly", {
    configurable: true,
    get: load,
    set(real) {
      Object.defineProperty(window, "Plotly", { configurable: true, writable: true, enumerable: true, value: real });
      real.setPlotConfig({ showSendToCloud: false, plotlyServerURL: "", displaylogo: false });
    },
  });
  if (charts) load();
})();
