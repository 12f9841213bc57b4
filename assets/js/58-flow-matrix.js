/* Origins × destinations, both from west to east by where their guns cross, so that the sectors of the border show as
   blocks. Bands as colour; printed cells outlined; guns whose recovery state is not known are a column apart. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const { el } = corridors.flowMap;
  const [WIDTH, CELL, GAP, FOOT] = [22, 13, 12, 50];
  const [LETTER, SLANT] = [6.2, (58 * Math.PI) / 180]; /* a letter of a heading, and how headings lean */

  function draw(asset, state, said) {
    const { dial } = corridors;
    const { order } = asset;
    const { wide, unknown } = dial.known(asset, state.period);
    const set = dial.find(asset, state);
    const rows = order.origins.filter((row) => !state.from.length || state.from.includes(asset.origins[row]));
    const columns = order.destinations.filter((column) => column === unknown || !state.to.length || state.to.includes(asset.destinations[column]));
    const kept = new Map(dial.pairs(asset, state).map((pair) => [pair.at, pair]));
    /* Room for the longest names and for the two lines below, whatever the filters leave. */
    const long = (places, at, one) => Math.max(0, ...places.map((place, k) => said.name(at[place]).length * LETTER * one + (one < 0.8 ? k * WIDTH : 0)));
    const left = 8 + long(rows, asset.origins, 1);
    const top = 14 + long(columns, asset.destinations, Math.sin(SLANT));
    const x = (k) => left + k * WIDTH + (columns[k] === unknown ? GAP : 0);
    const ends = left + GAP + WIDTH + long(columns, asset.destinations, Math.cos(SLANT));
    const width = Math.ceil(Math.max(ends, 16 + said.mark.length * 10.5, 16 + said.unknown.length * 7));
    const height = Math.ceil(top + rows.length * CELL + FOOT);
    const svg = el("svg", { viewBox: `0 0 ${width} ${height}`, class: "flow-matrix-svg", "aria-hidden": "true", focusable: "false" });
    svg.style.setProperty("--wide", `${width}px`); /* no letter is drawn much larger than it is written */
    columns.forEach((column, k) => {
      svg.append(el("text", { class: "flow-axis", transform: `translate(${x(k) + WIDTH / 2 + 4} ${top - 6}) rotate(-58)` }, said.name(asset.destinations[column])));
    });
    rows.forEach((row, line) => {
      const y = top + line * CELL;
      svg.append(el("text", { class: "flow-axis is-row", x: left - 6, y: y + CELL * 0.8 }, said.name(asset.origins[row])));
      columns.forEach((column, k) => {
        const at = row * wide + column;
        const pair = kept.get(at);
        const apart = column === unknown && !state.port && !state.border && !state.robust;
        if (!pair && !(apart && set.high[at])) return;
        const level = pair ? pair.level : dial.band(set.tenths[at] / 10);
        const css = `flow-cell is-level-${level}${pair && pair.printed ? " is-published" : ""}${column === unknown ? " is-unknown" : ""}`;
        svg.append(el("rect", { x: x(k) + 0.5, y: y + 0.5, width: WIDTH - 1, height: CELL - 1, class: css, "data-pair": at }));
      });
    });
    const printed = [...svg.querySelectorAll(".is-published")];
    svg.append(...printed); /* outlines over their neighbours */
    svg.append(el("text", { class: "flow-mark", x: 8, y: height - 28 }, said.mark), el("text", { class: "flow-rest", x: 8, y: height - 8 }, said.unknown));
    if (said.synthetic) svg.append(el("text", { class: "flow-synthetic", x: width / 2, y: height / 2 }, said.synthetic));
    return svg;
  }

  corridors.flowMatrix = { draw };
})();
