// Without this, plotly.js asks another host for a world map before it draws ours, and draws nothing without a network.
window.PlotlyGeoAssets = { topojson: {} };
for (const name of ["world_110m", "world_50m"]) {
  const objects = {};
  for (const layer of ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"]) {
    objects[layer] = { type: "GeometryCollection", geometries: [] };
  }
  window.PlotlyGeoAssets.topojson[name] = { type: "Topology", arcs: [], objects };
}
