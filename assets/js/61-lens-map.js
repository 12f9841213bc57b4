/* The map of the page of districts: one SVG from the outlines of states and districts, drawn anew with each lens.
   Approximate counties are hatched once their shapes are here; a click on a district or a consulate follows its link
   in the list, which is also the way by keys. Colours are the style sheet's. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const NS = "http://www.w3.org/2000/svg";
  const [WIDE, HIGH] = [960, 560];
  const ROOM = 0.35; /* of the districts' size, on each side */
  const LEAST = 0.055; /* of the earth's radius: a close view never shows less */
  const WIDEST = 12; /* degrees of latitude: what reaches an inset is seen on the whole country */
  const WHOLE = { west: -122.55, east: -73.15, south: 25, north: 49.6 }; /* figures/frames.py GEO_US */
  const rad = Math.PI / 180;
  const [s1, s2] = [29.5 * rad, 45.5 * rad];
  const n = (Math.sin(s1) + Math.sin(s2)) / 2;
  const c = Math.cos(s1) ** 2 + 2 * n * Math.sin(s1);

  /* Albers' conic, parallels 29.5 and 45.5, turned to a meridian; y grows downwards. */
  function albers(lon, lat, middle) {
    const rho = Math.sqrt(c - 2 * n * Math.sin(lat * rad)) / n;
    const theta = n * (lon - middle) * rad;
    return [rho * Math.sin(theta), rho * Math.cos(theta)];
  }

  function el(name, attributes, ...children) {
    const node = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
    node.append(...children);
    return node;
  }

  /* Where the picture lies: the projection that puts the districts chosen, or the whole country, into the frame. */
  function frame(outlines) {
    const lons = outlines.flatMap((line) => line.lon.filter((value) => value !== null));
    const lats = outlines.flatMap((line) => line.lat.filter((value) => value !== null));
    const near = lats.length && Math.max(...lats) - Math.min(...lats) <= WIDEST;
    const { west, east, south, north } = near ? { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) } : WHOLE;
    const middle = near ? (west + east) / 2 : -96;
    const corners = [west, middle, east].flatMap((lon) => [albers(lon, south, middle), albers(lon, north, middle)]);
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const room = near ? 1 + 2 * ROOM : 1.04;
    const width = Math.max((right - left) * room, LEAST);
    const height = Math.max((bottom - top) * room, (LEAST * HIGH) / WIDE);
    const scale = Math.min(WIDE / width, HIGH / height);
    const [x0, y0] = [(left + right) / 2, (top + bottom) / 2];
    const project = (lon, lat) => {
      const [x, y] = albers(lon, lat, middle);
      return [(x - x0) * scale + WIDE / 2, (y - y0) * scale + HIGH / 2];
    };
    return Object.assign(project, { near });
  }

  const at = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const ring = (points, project) => `M${points.map(([lon, lat]) => at(project(lon, lat))).join("L")}Z`;

  function shape(geometry, project) {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return polygons.map((rings) => rings.map((points) => ring(points, project)).join("")).join("");
  }

  /* Rings given as parallel lon and lat with nulls between them. A close view leaves out those of the insets. */
  function rings(line, project) {
    const found = [[]];
    line.lon.forEach((lon, i) => (lon === null ? found.push([]) : found[found.length - 1].push([lon, line.lat[i]])));
    return found.filter((points) => points.length && !(project.near && inset(points))).map((points) => ring(points, project)).join("");
  }

  /* Where build/insets.py puts Alaska and Hawaii: no other land of the map lies there. */
  function inset(points) {
    const east = Math.max(...points.map(([lon]) => lon));
    const north = Math.max(...points.map(([, lat]) => lat));
    return (east < -109.3 && north < 30.3) || (east < -103.1 && north < 28.5);
  }

  function draw(host, data, states, outlines) {
    const lines = (ids) => ids.filter((id) => outlines[id]).map((id) => [id, outlines[id]]);
    const chosen = lines(data.chosen);
    const project = frame(chosen.map(([, line]) => line));
    const svg = el("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, "aria-hidden": "true", focusable: "false" });
    /* Points and words keep their size on the screen, whatever the frame's. */
    const unit = WIDE / Math.max(1, Math.min(host.clientWidth, (host.clientHeight * WIDE) / HIGH));
    svg.style.setProperty("--unit", unit.toFixed(3));
    const cities = new Map(data.offices.map(([id, city]) => [id, city]));
    svg.append(el("g", { class: "lens-land" }, ...states.features.filter(({ properties }) => !(project.near && properties.inset)).map(({ geometry }) => el("path", { d: shape(geometry, project) }))));
    const district = ([id, line]) => {
      const title = el("title");
      title.textContent = cities.get(id) || "";
      const kind = data.chosen.indexOf(id);
      return el("path", { d: rings(line, project), class: kind < 0 ? "lens-other" : `lens-chosen is-${kind}`, "data-choose": id }, title);
    };
    const hatched = el("g", { class: "lens-hatched" });
    svg.append(el("g", {}, ...lines(Object.keys(outlines)).map(district)), hatched);
    svg.append(el("g", { class: "lens-chosen-lines" }, ...chosen.map(([id, line]) => el("path", { d: rings(line, project), class: `is-${data.chosen.indexOf(id)}` }))));
    /* Those that are chosen come last: their names lie over the others' dots. */
    const mine = ([id]) => Number(data.chosen.includes(id));
    const offices = [...data.offices].sort((one, other) => mine(one) - mine(other));
    svg.append(...offices.flatMap((office) => seat(office, data, project, unit)));
    if (data.synthetic) {
      const mark = el("text", { x: WIDE / 2, y: HIGH / 2, class: "lens-synthetic" });
      mark.textContent = data.synthetic;
      svg.append(mark);
    }
    host.replaceChildren(svg);
    host.dataset.drawn = data.chosen.join(",") || "all";
    hatch(hatched, data, project);
  }

  function seat([id, city, lon, lat], data, project, unit) {
    const [x, y] = project(lon, lat);
    if (x < 0 || y < 0 || x > WIDE || y > HIGH) return [];
    const mine = data.chosen.includes(id);
    const title = el("title");
    title.textContent = city;
    const dot = el("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: ((mine ? 6 : 4.5) * unit).toFixed(1), class: mine ? "lens-seat is-chosen" : "lens-seat", "data-choose": id }, title);
    if (!mine) return [dot];
    const label = el("text", { x: x.toFixed(1), y: (y - 12 * unit).toFixed(1), class: "lens-label" });
    label.textContent = city;
    return [dot, label];
  }

  /* A million bytes of counties are asked for only where some of the district's are approximate. */
  async function hatch(group, data, project) {
    const wanted = new Set(Object.values(data.approximate).flat());
    if (!wanted.size) return;
    const counties = await corridors.fetchJson(data.base + data.web.us_counties);
    const rough = counties.features.filter(({ id }) => wanted.has(id));
    const shapes = rough.map(({ geometry }) => shape(geometry, project));
    const grounds = shapes.map((d) => el("path", { d, class: "lens-rough-ground" }));
    group.append(...grounds, ...shapes.map((d) => el("path", { d, fill: "url(#hatch-approximate)" })));
    group.dataset.counties = String(rough.length);
  }

  async function mount(host) {
    const data = JSON.parse(host.dataset.map);
    delete host.dataset.map;
    const need = ["us_states", "district_outlines"].map((name) => corridors.fetchJson(data.base + data.web[name]));
    const [states, outlines] = await Promise.all(need);
    if (host.isConnected) draw(host, data, states, outlines);
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("#lens-map [data-choose]") : null;
    const link = target && document.querySelector(`#district-list a[data-office="${CSS.escape(target.dataset.choose)}"]`);
    if (link) link.click();
  });

  function look() {
    const host = document.getElementById("lens-map");
    if (host && host.dataset.map) mount(host).catch((error) => window.console.error(error));
  }

  function watch() {
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    look();
  }

  if (document.body) watch();
  else document.addEventListener("DOMContentLoaded", watch);
})();
