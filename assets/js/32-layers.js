/* Layers to switch: borders, districts and consulates, ports, schematic roads, cities. Drawn in the
   overlay with the map's own projection, from one asset fetched once. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const { node } = corridors.maps;

  /* An SVG path of lines given as parallel lon and lat with nulls between them. */
  function trace(map, line) {
    let d = "";
    let pen = "M";
    for (let i = 0; i < line.lon.length; i += 1) {
      if (line.lon[i] === null || line.lat[i] === null) {
        pen = "M";
        continue;
      }
      const at = map.project(line.lon[i], line.lat[i]);
      if (!at || Number.isNaN(at[0])) continue;
      d += `${pen}${at[0].toFixed(1)},${at[1].toFixed(1)}`;
      pen = "L";
    }
    return d;
  }

  function points(map, group, rows, shape, label) {
    for (const row of rows) {
      if (row.map && row.map !== map.side) continue;
      const at = map.project(row.lon, row.lat);
      if (!at || Number.isNaN(at[0])) continue;
      const mark = node("path", { d: shape(at[0], at[1]), "data-tip": label(row), class: "layer-point" }, group);
      mark.dataTip = label(row);
      if (String(row.id).startsWith("D-")) mark.dataset.office = row.id;
    }
  }

  const square = (r) => (x, y) => `M${(x - r).toFixed(1)},${(y - r).toFixed(1)}h${2 * r}v${2 * r}h${-2 * r}z`;
  const diamond = (r) => (x, y) => `M${x.toFixed(1)},${(y - r).toFixed(1)}l${r},${r}l${-r},${r}l${-r},${-r}z`;
  const dot = (r) => (x, y) => `M${(x - r).toFixed(1)},${y.toFixed(1)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;

  const DRAW = {
    border(map, group, layers, name, page) {
      for (const id of page.config.border) {
        const path = map.paths.get(id);
        if (path) node("path", { d: path.getAttribute("d"), class: "layer-border-state" }, group);
      }
      node("path", { d: trace(map, layers.border[map.side]), class: "layer-border-line" }, group);
    },
    roads(map, group, layers) {
      node("path", { d: trace(map, layers.roads[map.side]), class: "layer-road" }, group);
    },
    districts(map, group, layers, name, page) {
      if (map.side !== "us") return;
      const outlines = page.assets.district_outlines;
      for (const id of Object.keys(outlines || {})) {
        const district = page.config.districts[id];
        const kind = district && district.approximate ? "layer-district is-approximate" : "layer-district";
        node("path", { d: trace(map, outlines[id].outline || outlines[id]), class: kind }, group);
      }
      points(map, group, layers.consulates, diamond(4.5), name);
    },
    purchases(map, group, layers, name, page) {
      if (map.side !== "us") return;
      const { text, lang } = page.config;
      for (const row of page.assets.purchases || []) {
        const values = { number: corridors.say.number(row.value, lang), base: page.config.named[row.base] || row.base, period: corridors.say.period(...row.period) };
        const tip = `${name(row)}: ${corridors.say.fill(text[`ev.purchases.${row.measure}`], values)}`;
        if (row.outline) node("path", { d: trace(map, row.outline), class: "layer-county" }, group).dataTip = tip;
        for (const [lon, lat] of row.points || []) {
          const at = map.project(lon, lat);
          const r = (Math.sqrt(row.value / 7825) * map.width * 0.042).toFixed(1);
          node("circle", { cx: at[0].toFixed(1), cy: at[1].toFixed(1), r, class: "layer-purchase" }, group).dataTip = tip;
        }
      }
    },
    ports(map, group, layers, name) {
      points(map, group, layers.ports, square(3), name);
    },
    cities(map, group, layers, name) {
      points(map, group, layers.cities.filter((row) => row.country === map.country), dot(2.2), name);
    },
  };

  /* Draws the layers of the view that the map does not show yet, and drops the others. */
  function paint(page, map) {
    const layers = page.assets.layers;
    if (!layers || !map.overlay) return;
    const own = (row) => (page.config.lang === "es" ? row.name_es || row.name_en : row.name_en) || row.name || row.road || "";
    const name = (row) => page.config.named[own(row)] || own(row);
    for (const layer of Object.keys(DRAW)) {
      const group = map.layersGroup.querySelector(`[data-layer="${layer}"]`);
      const on = page.view.layers.includes(layer);
      if (group && !on) group.remove();
      if (!group && on) {
        const made = node("g", { "data-layer": layer, class: `layer layer-${layer}` }, map.layersGroup);
        DRAW[layer](map, made, layers, name, page);
      }
    }
  }

  corridors.layers = { paint, trace };
})();
