/* Charts that follow: year marks over those with a time axis, selection in those that name places or
   slices of the cube in their traces' meta. Plotly commits at rest; the marks move with the hand. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});

  const FAINT = "rgba(128,138,150,0.14)"; /* links that do not touch what is selected */

  class Charts {
    constructor(page) {
      this.page = page;
      this.marks = [];
      this.sliced = [];
      this.placed = [];
      this.linked = [];
      this.national = [];
    }

    /* Reads the charts that are on the page now; called when they arrive and when they are redrawn. */
    collect() {
      this.marks = [];
      this.sliced = [];
      this.placed = [];
      this.linked = [];
      this.national = [];
      for (const gd of document.querySelectorAll("#charts .js-plotly-plot")) {
        const layout = gd._fullLayout;
        if (!layout || !gd.data) continue;
        const meta = gd.layout.meta || {};
        if (meta.time_axis && layout.xaxis) this.marks.push(this.mark(gd));
        gd.data.forEach((trace, index) => {
          if (trace.meta && trace.meta.slice) this.sliced.push({ gd, index, slice: trace.meta.slice });
          if (trace.meta && trace.meta.national_only) this.national.push({ gd, index });
          if (trace.type === "sankey" && trace.meta && trace.meta.pairs) {
            this.linked.push({ gd, index, meta: trace.meta });
          } else if (trace.meta && trace.meta.places) this.placed.push({ gd, index, meta: trace.meta });
        });
        if (!gd.dataFollowed) {
          gd.dataFollowed = true;
          gd.on("plotly_relayout", () => this.page.later(() => this.collectAndPaint()));
        }
      }
    }

    collectAndPaint() {
      this.collect();
      this.paint();
    }

    mark(gd) {
      const frame = gd.parentElement;
      let line = frame.querySelector(":scope > .year-mark");
      if (!line) {
        line = document.createElement("div");
        line.className = "year-mark";
        line.setAttribute("aria-hidden", "true");
        frame.appendChild(line);
        frame.classList.add("has-year-mark");
      }
      const { xaxis } = gd._fullLayout;
      const size = gd._fullLayout._size;
      line.style.top = `${size.t}px`;
      line.style.height = `${size.h}px`;
      const at = (year) => xaxis._offset + xaxis.d2p(xaxis.type === "date" ? `${year}-07-01` : year);
      const low = at(2000);
      const unit = at(2001) - low;
      return { line, low, unit, left: xaxis._offset, right: xaxis._offset + xaxis._length };
    }

    /* The year marks: one transform each. */
    paint() {
      const [first, last] = this.page.view.years;
      for (const { line, low, unit, left, right } of this.marks) {
        const from = Math.max(left, low + (first - 2000 - 0.5) * unit);
        const to = Math.min(right, low + (last - 2000 + 0.5) * unit);
        line.style.transform = `translateX(${from.toFixed(1)}px) scaleX(${Math.max(0, to - from).toFixed(1)})`;
      }
    }

    /* Selection at rest: series of the place chosen, and what is chosen among bars. */
    commit() {
      const { page } = this;
      const chosen = new Set([...page.origins(), ...page.view.destinations]);
      const tied = new Set([...page.tied("us"), ...page.tied("mx")]);
      const key = [...chosen].join();
      if (this.committed === key) return;
      this.committed = key;
      const batches = new Map();
      for (const { gd, index, slice } of this.sliced) {
        if (!batches.has(gd)) batches.set(gd, []);
        batches.get(gd).push([index, this.series(slice), true]);
      }
      const local = page.origins().length > 0; /* rival counts are of the whole country only */
      for (const { gd, index } of this.national) {
        if (batches.has(gd)) batches.get(gd).push([index, gd.data[index].y, !local]);
      }
      for (const [gd, rows] of batches) {
        const [at, y, visible] = [0, 1, 2].map((part) => rows.map((row) => row[part]));
        window.Plotly.restyle(gd, { y, visible }, at);
      }
      for (const { gd, index, meta } of this.placed) {
        const { places, fill, edge, accent } = meta;
        const any = places.some((place) => chosen.has(place) || tied.has(place));
        const opacity = places.map((place) => (!any || chosen.has(place) || tied.has(place) ? 1 : 0.35));
        const paint = (base, loud) => [places.map((place, i) => (chosen.has(place) ? loud : base[i]))];
        const look = { "marker.opacity": [opacity], "marker.color": paint(fill, accent.fill) };
        window.Plotly.restyle(gd, { ...look, "marker.line.color": paint(edge, accent.edge) }, [index]);
      }
      for (const { gd, index, meta } of this.linked) {
        const { pairs, places, links, nodes, accent } = meta;
        const on = ([from, to]) => chosen.has(from) || chosen.has(to);
        const any = pairs.some(on);
        const color = pairs.map((pair, i) => (!any ? links[i] : on(pair) ? accent.link : FAINT));
        const ends = places.map((place, i) => (chosen.has(place) ? accent.node : nodes[i]));
        window.Plotly.restyle(gd, { "link.color": [color], "node.color": [ends] }, [index]);
      }
      this.captions();
    }

    /* The values of a measure at the first place chosen of a role, or of the whole country. */
    series(slice) {
      const { page } = this;
      const measure = page.cube.measures[slice.measure];
      const chosen = slice.role === "origin" ? page.origins() : page.view.destinations;
      const order = page.cube.places[measure.country];
      const at = chosen.map((id) => order.indexOf(id)).find((index) => index >= 0);
      return measure.periods.map((_, i) =>
        at === undefined ? corridors.cube.national(measure, [i]).value : corridors.cube.cell(measure, [i], at).value
      );
    }

    /* Names in the charts of the place that a series shows. */
    captions() {
      const { page } = this;
      const names = corridors.say.speaker(page, page.view);
      const first = (role) => {
        const places = role === "origin" ? page.origins() : page.view.destinations;
        return places.length ? names.name(places[0]) : page.config.text[`say.country.${role === "origin" ? "US" : "MX"}`];
      };
      for (const target of document.querySelectorAll("#charts [data-follows]")) {
        corridors.setText(target, first(target.dataset.follows));
      }
    }
  }

  corridors.Charts = Charts;
})();
