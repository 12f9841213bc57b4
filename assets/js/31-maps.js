/* Region maps: fills written straight to the SVG while the hand moves, committed through Plotly once at
   rest; above them an overlay of our own for what Plotly need not know: layers, symbols, selection, focus. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const SVG = "http://www.w3.org/2000/svg";
  const HATCH = ["is-suppressed", "is-missing", "is-zero"];
  const RADIUS = 0.042; /* of the largest symbol, as a share of the frame's width */

  function node(name, attributes, parent) {
    const element = document.createElementNS(SVG, name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (parent) parent.appendChild(element);
    return element;
  }

  const rgb = (hex) => {
    const value = parseInt(hex.slice(1), 16);
    return `rgb(${value >> 16}, ${(value >> 8) & 255}, ${value & 255})`;
  };

  const dark = () => document.documentElement.dataset.theme === "dark";

  /* Nine fills for codes -3 to 5, as figures/regions.py orders them. */
  function fills(page, measure) {
    const theme = dark() ? "dark" : "light";
    const scale = ramp(page.cube.palettes[measure.family][theme], classCount(page, measure));
    const all = [...page.config.neutral[theme], ...scale];
    while (all.length < 9) all.push(scale[scale.length - 1]);
    return all;
  }

  function ramp(colours, classes) {
    if (classes <= 1) return [colours[colours.length - 1]];
    const step = (colours.length - 1) / (classes - 1);
    return Array.from({ length: classes }, (_, i) => colours[roundEven(i * step)]);
  }

  /* Python's round(): halves to the even neighbour, so that both sides pick the same colour. */
  function roundEven(value) {
    const floor = Math.floor(value);
    if (value - floor !== 0.5) return Math.round(value);
    return floor % 2 === 0 ? floor : floor + 1;
  }

  const breaksOf = (page, measure) => (measure.classes && (measure.classes[page.view.scheme] || measure.classes.quantile)) || [];
  const classCount = (page, measure) => breaksOf(page, measure).length + 1;
  const isFill = (measure) => measure.shape !== "count";

  class RegionMap {
    constructor(page, side) {
      this.page = page;
      this.side = side;
      this.country = side.toUpperCase();
      this.frame = document.getElementById(`frame-${side}`);
      this.paths = new Map();
      this.points = null;
      this.asked = null;
    }

    /* Asked each time: Dash swaps a placeholder for the graph when its bundle arrives. */
    get host() {
      return document.getElementById(`map-${this.side}`);
    }

    get id() {
      return this.page.view[this.side];
    }

    get measure() {
      return this.page.cube.measures[this.id];
    }

    /* The data of the measure: in the cube, or in the asset of municipalities once it is here. */
    get data() {
      const measure = this.measure;
      if (!measure.asset) return measure;
      const asset = this.page.assets[measure.asset];
      return asset ? { ...measure, ...asset.measures[this.id] } : null;
    }

    get order() {
      const measure = this.measure;
      if (!measure.asset) return this.page.cube.places[measure.country];
      return this.page.assets[measure.asset].places;
    }

    /* Finds the paths that Plotly drew, by place, and sets the overlay over them. */
    attach(gd) {
      this.gd = gd;
      this.paths.clear();
      for (const path of gd.querySelectorAll(".choroplethlayer path")) {
        const datum = path.__data__;
        if (datum && datum.loc) this.paths.set(datum.loc, path);
      }
      if (!this.overlay || !this.overlay.isConnected) {
        this.overlay = node("svg", { class: "map-overlay", "aria-hidden": "true" }, this.frame);
        for (const layer of ["layers", "chosen", "symbols", "labels", "focus"]) {
          this[`${layer}Group`] = node("g", { class: `overlay-${layer}` }, this.overlay);
        }
      }
      const box = gd.getBoundingClientRect();
      this.width = box.width;
      this.overlay.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
      this.points = null;
      this.drawn = {};
      this.probe = this.where();
    }

    /* Where the projection puts one place: another answer means that Plotly has drawn another size. */
    where() {
      return this.gd && this.gd._fullLayout && this.gd._fullLayout.geo ? String(this.project(-102, 28)) : "";
    }

    get stale() {
      const first = this.paths.values().next().value;
      return !this.overlay || !this.overlay.isConnected || !first || !first.isConnected || this.where() !== this.probe;
    }

    project(lon, lat) {
      const subplot = this.gd._fullLayout.geo._subplot;
      return subplot.projection([lon, lat]);
    }

    /* Codes and periods for the view, once a paint; a cell is worked out when somebody asks for it. */
    evaluate() {
      const { page } = this;
      const data = this.data;
      if (!data) return null;
      const flag = data.shape === "flag";
      const found = corridors.cube.resolve(data.periods, page.view.years, data.latest_only);
      const codes = corridors.cube.codes(data, found.indexes, breaksOf(page, data), flag);
      return { data, found, order: this.order, codes, cell: (i) => corridors.cube.cell(data, found.indexes, i) };
    }

    /* One frame: fills or symbols of the present view. No request, no layout read. */
    paint() {
      const state = this.evaluate();
      this.state = state;
      if (!state) return;
      const level = isFill(state.data) && state.data.level !== "state" ? state.data.level : "state";
      if (level === this.level) this.paintFills(state);
      this.paintSymbols(state);
    }

    paintFills(state) {
      const byCode = fills(this.page, state.data).map(rgb);
      const neutral = rgb(this.page.config.land[dark() ? "dark" : "light"]);
      const filled = isFill(state.data);
      const { order, codes } = state;
      if (!filled) {
        for (const path of this.paths.values()) this.dress(path, neutral, "");
        return;
      }
      for (let i = 0; i < order.length; i += 1) {
        const path = this.paths.get(order[i]);
        if (path) this.dress(path, byCode[codes[i] + 3], codes[i] < 0 ? HATCH[codes[i] + 3] : "");
      }
    }

    dress(path, fill, hatch) {
      if (path.dataFill !== fill) {
        path.setAttribute("fill", fill);
        path.dataFill = fill;
      }
      if (path.dataHatch !== hatch) {
        if (path.dataHatch) path.classList.remove(path.dataHatch);
        if (hatch) path.classList.add(hatch);
        path.dataHatch = hatch;
      }
    }

    /* Where a place's symbol stands, projected once a size. */
    place(id) {
      if (!this.points) this.points = new Map();
      if (!this.points.has(id)) {
        const lonlat = this.page.centre(id, this.side);
        this.points.set(id, lonlat ? this.project(lonlat[0], lonlat[1]) : null);
      }
      return this.points.get(id);
    }

    paintSymbols(state) {
      const items = isFill(state.data) ? [] : this.countSymbols(state);
      const flows = this.page.flowSymbols(this.side);
      this.symbolsGroup.dataset.family = state.data.family;
      this.drawSymbols("count", items, state.data.max || 1);
      this.drawSymbols("flow", flows.items, flows.max);
    }

    countSymbols(state) {
      const items = [];
      for (let i = 0; i < state.order.length; i += 1) {
        const cell = state.cell(i);
        if (cell.value) items.push({ id: state.order[i], value: cell.value });
      }
      return items;
    }

    /* Circles by area, reused from one step to the next; the largest are labelled. */
    drawSymbols(kind, items, max) {
      const key = `pool_${kind}`;
      const pool = this.drawn[key] || (this.drawn[key] = { circles: new Map(), group: node("g", { class: `symbols-${kind}` }, this.symbolsGroup), labels: node("g", { class: `labels-${kind}` }, this.labelsGroup) });
      const seen = new Set();
      const many = items.length > 60;
      pool.group.classList.toggle("is-many", many);
      const scale = (RADIUS * this.width) / Math.sqrt(max || 1);
      for (const item of items) {
        const at = this.place(item.id);
        if (!at) continue;
        seen.add(item.id);
        let circle = pool.circles.get(item.id);
        if (!circle) {
          circle = node("circle", { cx: at[0].toFixed(1), cy: at[1].toFixed(1), "data-place": item.id }, pool.group);
          pool.circles.set(item.id, circle);
        }
        const radius = Math.max(many ? 0.7 : 1.5, Math.sqrt(item.value) * scale).toFixed(1);
        if (circle.dataRadius !== radius) {
          circle.setAttribute("r", radius);
          circle.dataRadius = radius;
        }
        if (circle.dataValue !== item.value) circle.dataValue = item.value;
        circle.classList.toggle("is-faint", Boolean(item.faint));
      }
      for (const [id, circle] of pool.circles) {
        if (!seen.has(id)) {
          circle.remove();
          pool.circles.delete(id);
        }
      }
      if (items.length <= 40) this.labelSymbols(pool, items, scale);
      else if (pool.labels.firstChild) pool.labels.replaceChildren();
    }

    labelSymbols(pool, items, scale) {
      const key = items.map((item) => `${item.id}:${item.value}:${item.faint ? 1 : 0}`).join();
      if (pool.key === key) return;
      pool.key = key;
      pool.labels.replaceChildren();
      for (const item of items) {
        const at = this.place(item.id);
        if (!at) continue;
        const radius = Math.max(1.5, Math.sqrt(item.value) * scale);
        const label = node("text", { x: at[0].toFixed(1), y: (at[1] - radius - 4).toFixed(1), class: item.faint ? "symbol-label is-faint" : "symbol-label" }, pool.labels);
        label.textContent = corridors.say.number(item.value, this.page.config.lang);
      }
    }

    /* Outlines of what is selected and what it is tied to; clones, so that Plotly's own order stays. */
    paintChosen() {
      const { page } = this;
      this.chosenGroup.replaceChildren();
      const { view } = page;
      const chosen = this.side === "us" ? page.followed() : view.destinations;
      if (this.side === "us" && view.lens.length > 1) page.drawDistrict(this, view.lens[1], "is-beside");
      for (const id of page.tied(this.side)) this.outline(id, "is-tied");
      for (const id of chosen) {
        if (page.config.districts[id]) page.drawDistrict(this, id);
        else this.outline(id, "is-chosen");
      }
    }

    outline(id, kind) {
      const path = this.paths.get(id);
      if (path) node("path", { d: path.getAttribute("d"), class: `outline ${kind}` }, this.chosenGroup);
    }

    focusOn(id) {
      this.focusGroup.replaceChildren();
      const path = id && this.paths.get(id);
      if (path) node("path", { d: path.getAttribute("d"), class: "outline is-focus" }, this.focusGroup);
    }

    /* The same state through Plotly, once at rest: what it would redraw is what stands there. */
    commit() {
      const { state, gd } = this;
      if (!state || !gd) return;
      const level = isFill(state.data) && state.data.level !== "state" ? state.data.level : "state";
      if (level !== this.level) {
        this.relevel(level);
        return;
      }
      const filled = isFill(state.data) ? state.codes : this.baseOrder.map(() => 0);
      const scale = isFill(state.data) ? fills(this.page, state.data) : new Array(9).fill(this.page.config.land[dark() ? "dark" : "light"]);
      const key = `${filled.join()}|${scale.join()}`;
      if (key === this.committed) return;
      this.committed = key;
      const colorscale = scale.flatMap((fill, i) => [[i / 9, fill], [(i + 1) / 9, fill]]);
      window.Plotly.restyle(gd, { z: [filled], colorscale: [colorscale] }, [0]);
    }

    /* States or municipalities: the regions themselves change, so Plotly draws them anew. */
    relevel(level) {
      if (this.relevelling === level) return;
      this.relevelling = level;
      const { page, state, gd } = this;
      const finer = level === "municipio";
      const order = finer ? state.order : page.cube.places[this.country];
      const url = page.url(finer ? "mx_municipalities" : `${this.side}_states`);
      const width = finer ? 0.15 : 0.7;
      window.Plotly.restyle(
        gd,
        { geojson: url, locations: [order], z: [finer ? state.codes : order.map(() => -2)], "marker.line.width": width },
        [0]
      ).then(() => {
        this.level = level;
        this.baseOrder = order;
        this.relevelling = null;
        this.committed = null;
        this.attach(gd);
        page.refresh();
      });
    }

    start(gd) {
      this.level = "state";
      this.baseOrder = this.page.cube.places[this.country];
      this.attach(gd);
    }
  }

  /* Hatches, once a document: not reported, zero, suppressed, approximate are four different looks. */
  function hatches() {
    if (document.getElementById("hatches")) return;
    const svg = node("svg", { id: "hatches", width: 0, height: 0, "aria-hidden": "true", class: "hatches" }, document.body);
    const defs = node("defs", {}, svg);
    const pattern = (id, size, draw) => draw(node("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" }, defs), size);
    const ground = (parent, size) => node("rect", { width: size, height: size, class: "hatch-ground" }, parent);
    pattern("hatch-missing", 6, (parent, size) => {
      ground(parent, size);
      node("path", { d: "M-1,1l2,-2M0,6l6,-6M5,7l2,-2", class: "hatch-line" }, parent);
    });
    pattern("hatch-zero", 6, (parent, size) => {
      ground(parent, size);
      node("circle", { cx: 3, cy: 3, r: 0.8, class: "hatch-dot" }, parent);
    });
    pattern("hatch-suppressed", 6, (parent, size) => {
      ground(parent, size);
      node("path", { d: "M0,6l6,-6M0,0l6,6", class: "hatch-line" }, parent);
    });
    pattern("hatch-approximate", 7, (parent) => {
      node("path", { d: "M0,7l7,-7", class: "hatch-accent" }, parent);
    });
  }

  if (document.body) hatches();
  else document.addEventListener("DOMContentLoaded", hatches);

  corridors.maps = { RegionMap, node, fills, breaksOf, isFill, dark };
})();
