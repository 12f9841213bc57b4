/* The map of both countries with corridors: one SVG, drawn anew at every change; colours are the style sheet's.
   Flows: width by quantity, curved, through a port, an arrowhead at the destination, the largest on top, never bundled. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const NS = "http://www.w3.org/2000/svg";
  const WIDE = 1000;
  const FRAME = { west: -124.8, east: -66.9, south: 14.4, north: 49.4 };
  const NEAR = 41.2; /* degrees north: where the picture begins when nothing drawn starts beyond it */
  const LARGE = 1600; /* guns of the widest line, unless a printed pair has more: the same in every period */
  const NARROW = 600; /* px of a frame in which letters are larger and lines stand under the picture */
  const LETTERS = 12; /* px of a place's name on the screen, at least */
  const AWAY = new Set(["US-AK", "US-HI"]);
  const rad = Math.PI / 180;

  /* Albers, the one of figures/frames.py GEO_BOTH: parallels 19 and 44, meridian 101 west. */
  const [s1, s2] = [19 * rad, 44 * rad];
  const n = (Math.sin(s1) + Math.sin(s2)) / 2;
  const c = Math.cos(s1) ** 2 + 2 * n * Math.sin(s1);
  function albers(lon, lat) {
    const rho = Math.sqrt(c - 2 * n * Math.sin(lat * rad)) / n;
    const theta = n * (lon + 101) * rad;
    return [rho * Math.sin(theta), -rho * Math.cos(theta)];
  }
  const { scale, left, top, height } = (() => {
    let box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const lon of [FRAME.west, -110, -101, -92, FRAME.east]) {
      for (const lat of [FRAME.south, 32, FRAME.north]) {
        const inside = lat > 30 || (lon > -118 && lon < -86);
        if (!inside) continue;
        const [x, y] = albers(lon, lat);
        box = [Math.min(box[0], x), Math.min(box[1], -y), Math.max(box[2], x), Math.max(box[3], -y)];
      }
    }
    const factor = WIDE / (box[2] - box[0]);
    return { scale: factor, left: box[0], top: box[1], height: Math.ceil((box[3] - box[1]) * factor) };
  })();
  const project = ([lon, lat]) => {
    const [x, y] = albers(lon, lat);
    return [(x - left) * scale, (-y - top) * scale];
  };

  function el(name, attributes, ...children) {
    const node = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes || {})) if (value !== null && value !== undefined) node.setAttribute(key, value);
    node.append(...children.filter((child) => child !== null));
    return node;
  }
  const crop = project([-101, NEAR])[1];
  const f = (number) => number.toFixed(1);
  const at = ([x, y]) => `${f(x)} ${f(y)}`;

  function outline(geometry) {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return polygons.map((rings) => rings.map((ring) => `M${ring.map((point) => at(project(point))).join("L")}Z`).join("")).join("");
  }

  /* The still part: both countries. Drawn once. */
  function ground(features, border) {
    const layer = el("g", { class: "flow-ground" });
    for (const { id, geometry } of features) {
      if (AWAY.has(id)) continue;
      const side = id.startsWith("US-") ? "is-us" : "is-mx";
      layer.append(el("path", { d: outline(geometry), class: `${side}${border.has(id) ? " is-border" : ""}`, "data-place": id }));
    }
    return layer;
  }

  const minus = ([ax, ay], [bx, by]) => [ax - bx, ay - by];
  const plus = ([ax, ay], [bx, by], k) => [ax + bx * k, ay + by * k];
  const size = ([x, y]) => Math.hypot(x, y) || 1;
  const unit = (v) => [v[0] / size(v), v[1] / size(v)];

  /* From a to b through p: two curves that share their tangent at the port; the line ends where the head begins. */
  function curve(a, p, b, width) {
    const way = unit(minus(b, a));
    const [first, second] = [size(minus(p, a)), size(minus(b, p))];
    const tangent = unit(plus(unit(minus(p, a)), unit(minus(b, p)), 1));
    const bend = ([x, y], k) => [x - way[1] * k, y + way[0] * k];
    const c1 = bend(plus(a, minus(p, a), 0.4), first * 0.07);
    const c2 = plus(p, tangent, -first * 0.3);
    const c3 = plus(p, tangent, second * 0.3);
    const c4 = bend(plus(b, minus(p, b), 0.35), second * 0.09);
    const ahead = unit(minus(b, c4));
    const head = Math.max(5, width * 1.5);
    const end = plus(b, ahead, -head);
    const side = [-ahead[1], ahead[0]];
    const wing = Math.max(2.6, width * 0.95);
    return {
      line: `M${at(a)}C${at(c1)} ${at(c2)} ${at(p)}C${at(c3)} ${at(c4)} ${at(end)}`,
      head: `M${at(b)}L${at(plus(end, side, wing))}L${at(plus(end, side, -wing))}Z`,
    };
  }

  /* Width in units of the picture: proportional to guns (a band's middle), never under a readable line. */
  function width(pair, most) {
    const guns = pair.printed ? pair.guns : corridors.dial.MIDDLES[pair.level];
    return Math.max(1.1, (12 * guns) / most);
  }

  function arcs(list, asset, points, most) {
    const layer = el("g", { class: "flow-arcs" });
    const drawn = list.filter((pair) => !AWAY.has(pair.origin) && pair.gate >= 0);
    drawn.sort((a, b) => width(a, most) - width(b, most));
    for (const pair of drawn) {
      const wide = width(pair, most);
      const { line, head } = curve(points[pair.origin], project(asset.gates[pair.gate].at), points[pair.to], wide);
      const kind = pair.printed ? "is-published" : `is-estimated is-level-${pair.level}`;
      layer.append(
        el("g", { class: `flow-arc ${kind}`, "data-pair": pair.at }, el("path", { d: line, class: "flow-hit" }),
          pair.printed ? el("path", { d: line, class: "flow-halo", "stroke-width": f(wide + 2) }) : null,
          el("path", { d: line, class: "flow-line", "stroke-width": f(wide) }), el("path", { d: head, class: "flow-head" }))
      );
    }
    return layer;
  }

  function ports(asset, used, chosen) {
    const layer = el("g", { class: "flow-ports" });
    asset.gates.forEach((port, index) => {
      const [x, y] = project(port.at);
      const css = `flow-port${used.has(index) ? " is-used" : ""}${port.id === chosen ? " is-chosen" : ""}`;
      layer.append(el("circle", { cx: f(x), cy: f(y), r: used.has(index) ? 4 : 2.6, class: css, "data-port": index }));
    });
    return layer;
  }

  /* Discs that would cover each other stand side by side, the smaller one farther from where it belongs. */
  function apart(discs) {
    for (let round = 0; round < 60; round += 1) {
      discs.forEach((one, at) => {
        for (const other of discs.slice(at + 1)) {
          const away = minus([other.x, other.y], [one.x, one.y]);
          const over = one.r + other.r + 1.5 - Math.hypot(...away);
          if (over <= 0) continue;
          const way = away[0] || away[1] ? unit(away) : [0, 1];
          const part = one.r / (one.r + other.r);
          [other.x, other.y] = plus([other.x, other.y], way, over * part);
          [one.x, one.y] = plus([one.x, one.y], way, -over * (1 - part));
        }
      });
    }
  }

  /* The displacement: at each port a disc with the area of its difference, in one of two colours, with its sign. */
  function difference(asset, result, words) {
    const layer = el("g", { class: "flow-difference" });
    const changes = asset.gates.map((port, index) => ({ port, index, change: result.after[index] - result.before[index] }));
    const most = Math.max(1, ...changes.map(({ change }) => Math.abs(change)));
    changes.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
    const labelled = [];
    const discs = changes.filter(({ change }) => Math.abs(change) >= 5).map(({ port, index, change }) => {
      const at = project(port.at);
      return { at, index, change, x: at[0], y: at[1], r: 34 * Math.sqrt(Math.abs(change) / most) };
    });
    apart(discs);
    for (const { at, x, y, r } of discs) if (size(minus(at, [x, y])) > r) layer.append(el("path", { d: `M${f(at[0])} ${f(at[1])}L${f(x)} ${f(y)}`, class: "flow-change-lead" }));
    for (const { index, change, x, y, r } of discs) {
      const kind = change < 0 ? "is-less" : "is-more";
      layer.append(el("circle", { cx: f(x), cy: f(y), r: f(r), class: `flow-change ${kind}`, "data-port": index }));
      if (labelled.length >= 7 || labelled.some(([lx, ly]) => Math.abs(lx - x) < 70 && Math.abs(ly - y) < 30)) continue;
      labelled.push([x, y]);
      layer.append(el("text", { x: f(x), y: f(y + 5), class: "flow-change-label" }, words(change)));
    }
    return layer;
  }

  function label(lines, [x, y], css) {
    const text = el("text", { x: f(x), y: f(y), class: css });
    lines.forEach((words, row) => text.append(el("tspan", { x: f(x), dy: row ? "1.25em" : "0" }, words)));
    return text;
  }

  /* Names of the places with the most of what is drawn, away from each other. */
  function names(list, points, name, large, taken) {
    const sums = new Map();
    for (const pair of list) for (const place of [pair.origin, pair.to]) sums.set(place, (sums.get(place) || 0) + (pair.printed ? pair.guns : corridors.dial.MIDDLES[pair.level]));
    const layer = el("g", { class: "flow-names" });
    const set = [...taken];
    for (const [place] of [...sums].sort((a, b) => b[1] - a[1])) {
      if (AWAY.has(place) || set.length >= 24 + taken.length) continue;
      const us = place.startsWith("US-");
      const x = points[place][0];
      const y = points[place][1] + (us ? -7 : 15); /* over the start of its lines, or under their end */
      const half = name(place).length * 3.7 * large;
      if (set.some(([px, py, other]) => Math.abs(px - x) < half + other && Math.abs(py - y) < 14 * large)) continue;
      set.push([x, y, half]);
      layer.append(el("text", { x: f(x), y: f(y), class: us ? "is-us" : "is-mx" }, name(place)));
    }
    return layer;
  }

  /* Routes as an authority published them: straight from point to point, to compare with. */
  function routes(list) {
    const layer = el("g", { class: "flow-routes" });
    for (const { name, points } of list) layer.append(el("path", { d: `M${points.map((point) => at(project(point))).join("L")}` }, el("title", {}, name)));
    return layer;
  }

  class FlowMap {
    constructor(asset, states, centres, border) {
      this.asset = asset;
      this.points = Object.fromEntries(Object.entries(centres).map(([place, point]) => [place, project(point)]));
      this.svg = el("svg", { viewBox: `0 0 ${WIDE} ${height}`, class: "flow-svg", "aria-hidden": "true", focusable: "false" });
      this.still = ground(states.features, new Set(border));
      this.moving = el("g");
      this.svg.append(this.still, this.moving);
    }

    /* How many times larger the letters are, so that they stay near LETTERS on the screen: `room`, {wide, high} in px. */
    letters(room, from) {
      const scale = Math.min(room.wide / WIDE, room.high / (height - from));
      if (room.wide < NARROW) return Math.min(2.2, Math.max(1.7, LETTERS / 13 / scale));
      return Math.min(1.5, Math.max(1, LETTERS / 13 / scale));
    }

    /* `said`: {room, mark, scenario, rest, unknown, synthetic, name(place), difference(change)}; `scenario`: what a what-if found. */
    draw(shown, state, said, scenario) {
      const most = Math.max(LARGE, ...shown.arcs.filter((pair) => pair.printed).map((pair) => pair.guns));
      const used = new Set(shown.arcs.map((pair) => pair.gate));
      const north = shown.arcs.some((pair) => this.points[pair.origin][1] < crop + 30);
      const from = north ? 0 : Math.floor(crop);
      const [small, large] = [said.room.wide < NARROW, this.letters(said.room, from)];
      const parts = [arcs(shown.arcs, this.asset, this.points, most), ports(this.asset, used, state.port)];
      if (state.routes) parts.push(routes(this.asset.routes));
      /* The words in the corner, from below: on a phone the letters are larger and the lines are farther apart. */
      const lines = [said.rest, said.unknown].filter(Boolean);
      const low = height - (small ? 18 + 16 * large * (lines.length - 1) : 22 + 16 * large);
      const mark = low - (small ? 20 * large : 28);
      const taken = [[0, mark, said.mark.length * (small ? 9 * large : 10)], ...lines.map((words, row) => [0, low + row * 16 * large, words.length * 6.6 * large])];
      if (scenario) parts.push(label([said.scenario], [12, mark - (small ? 21 * large : 26)], "flow-scenario"), difference(this.asset, scenario, said.difference));
      else parts.push(names(shown.arcs, this.points, said.name, large, taken));
      parts.push(label([said.mark], [12, mark], "flow-mark"), label(lines, [12, low], "flow-rest"));
      this.svg.classList.toggle("is-small", small);
      this.svg.style.setProperty("--letters", large.toFixed(3));
      this.svg.setAttribute("viewBox", `0 ${from} ${WIDE} ${height - from}`);
      if (said.synthetic) parts.push(label([said.synthetic], [WIDE / 2, height / 2], "flow-synthetic"));
      this.moving.replaceChildren(...parts);
      this.moving.setAttribute("class", scenario ? "is-scenario" : "");
    }

    light(pair) {
      for (const arc of this.moving.querySelectorAll(".flow-arc")) {
        arc.classList.toggle("is-dim", pair !== null && Number(arc.dataset.pair) !== pair);
        arc.classList.toggle("is-lit", pair !== null && Number(arc.dataset.pair) === pair);
      }
    }
  }

  corridors.flowMap = { FlowMap, el };
})();
