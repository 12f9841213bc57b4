/* The evidence page: one state, painted at once from the cube; Plotly, the lists and the URL follow at rest. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const REST_MS = 70;
  const { fetchJson, panels } = corridors;

  class Page {
    constructor(root) {
      this.root = root;
      this.config = JSON.parse(root.dataset.config);
      this.view = { ...this.config.view };
      this.assets = {};
      this.maps = {};
      this.perf = { steps: [] };
    }

    url(name) {
      return this.config.base + this.config.web[name];
    }

    async start() {
      const { seeking } = corridors; /* asked for on another page: see 50-keys.js */
      corridors.seeking = false;
      const need = ["cube", "centroids", "neighbours"];
      const [cube, centroids, neighbours] = await Promise.all(need.map((name) => fetchJson(this.url(name))));
      if (!this.root.isConnected) return; /* the page was left meanwhile; so below, after each wait */
      this.cube = cube;
      Object.assign(this.assets, { centroids, neighbours });
      this.known = {
        limits: this.config.limits,
        layers: this.config.layers,
        schemes: this.config.schemes,
        defaults: this.config.defaults,
        measures: this.config.measures,
      };
      for (const side of ["us", "mx"]) {
        if (document.getElementById(`frame-${side}`)) this.maps[side] = new corridors.maps.RegionMap(this, side);
      }
      if (this.view.map === "both") this.followBoth();
      this.time = new corridors.TimeBar(this);
      this.charts = new corridors.Charts(this);
      this.controls();
      await this.needed();
      await Promise.all(Object.values(this.maps).map((map) => this.drawn(map)));
      if (!this.root.isConnected) return;
      this.refresh();
      this.root.classList.remove("is-loading");
      this.root.dataset.ready = "1";
      if (seeking) corridors.hands.openSearch(this);
      this.askCharts();
      this.more();
    }

    /* Resolves when Plotly has drawn the regions of a map. */
    drawn(map) {
      return new Promise((resolve) => {
        const look = () => {
          const gd = map.host && (map.host.classList.contains("js-plotly-plot") ? map.host : map.host.querySelector(".js-plotly-plot"));
          if (gd && gd._fullLayout && gd.querySelectorAll(".choroplethlayer path").length && gd._fullLayout.geo._subplot) {
            map.start(gd);
            for (const event of ["plotly_afterplot", "plotly_relayout"]) gd.on(event, () => this.redrawn(map));
            new ResizeObserver(() => this.later(() => this.redrawn(map), 250)).observe(map.frame);
            resolve();
          } else if (this.root.isConnected) window.requestAnimationFrame(look);
        };
        look();
      });
    }

    /* Plotly drew a map again (a resize, finer regions): the overlay and the fills are set over it anew. */
    redrawn(map) {
      if (!this.root.isConnected || map.relevelling || !map.stale) return;
      if (map.overlay) map.overlay.remove();
      map.attach(map.gd);
      this.refresh();
    }

    /* The map of both countries is drawn on the server: a click on a state or an arrow asks for its view. */
    followBoth() {
      const look = () => {
        const gd = document.querySelector("#map-both .js-plotly-plot");
        if (!gd || !gd.on) {
          if (this.root.isConnected) window.requestAnimationFrame(look);
          return;
        }
        gd.on("plotly_click", (event) => {
          const [from, to] = String(event.points[0].location || "").split(">");
          if (!this.cube.names[from]) return;
          const ends = { origins: [], destinations: [] };
          if (from.startsWith("US-")) ends.origins = [from];
          else ends.destinations = [from];
          if (to && this.cube.names[to]) ends.destinations = [to];
          corridors.navigate(window.location.pathname, corridors.view.encode({ ...this.view, ...ends }, this.known));
        });
      };
      look();
    }

    /* Assets that the present view needs before it can be painted. */
    async needed() {
      const names = new Set();
      for (const side of ["us", "mx"]) {
        const measure = this.cube.measures[this.view[side]];
        if (measure && measure.asset && !this.assets[measure.asset]) names.add(measure.asset);
        if (measure && measure.asset && measure.shape === "count" && !this.assets.municipal_centres) names.add("municipal_centres");
      }
      if (this.view.layers.some((layer) => layer !== "flows") && !this.assets.layers) names.add("layers");
      if (this.view.layers.includes("purchases") && !this.assets.purchases) names.add("purchases");
      const district = [...this.view.origins, ...this.view.lens].some((place) => this.config.districts[place]);
      if ((district || this.view.layers.includes("districts")) && !this.assets.district_outlines) names.add("district_outlines");
      await Promise.all([...names].map(async (name) => (this.assets[name] = await fetchJson(this.url(name)))));
      return names.size > 0;
    }

    /* After the first paint: what a later click will want. */
    more() {
      this.later(async () => {
        for (const name of ["layers", "district_outlines"]) {
          if (this.config.web[name]) this.assets[name] = await fetchJson(this.url(name));
        }
        this.refresh();
      }, 300);
    }

    later(work, wait) {
      window.setTimeout(() => {
        if (this.root.isConnected) work();
      }, wait || 0);
    }

    /* The one way in for whatever a person does. */
    act(event) {
      const before = this.view;
      const after = corridors.view.reduce(before, event, this.known);
      const selects = event.kind === "select" || event.kind === "clear";
      if (event.kind === "lang" || (event.kind === "map" && after.map !== before.map) || (selects && before.map === "both")) {
        corridors.navigate(window.location.pathname, corridors.view.encode(after, this.known));
        return;
      }
      this.view = after;
      if (event.kind === "measure") this.used = after.us === before.us ? "mx" : "us";
      if (event.kind === "select") {
        this.used = corridors.view.country(event.value).toLowerCase();
        const map = this.maps[this.used];
        if (map) map.current = map.paths.has(event.value) ? event.value : null;
      }
      if (!this.frame) this.frame = window.requestAnimationFrame(() => this.draw());
    }

    draw() {
      if (!this.root.isConnected) return;
      const began = performance.now();
      this.frame = 0;
      this.paint();
      this.perf.lastStepScriptMs = performance.now() - began;
      this.perf.steps.push(this.perf.lastStepScriptMs);
      if (this.perf.steps.length > 500) this.perf.steps.shift();
      window.clearTimeout(this.resting);
      this.resting = window.setTimeout(() => this.rest(), REST_MS);
    }

    /* One frame: fills, symbols, selection, marks, sentence, stamps. */
    paint() {
      for (const map of Object.values(this.maps)) {
        map.paint();
        if (map.state) panels.stamp(this, map);
        panels.setText(document.getElementById(`rest-${map.side}`), this.flowRest(map.side));
      }
      const selection = `${this.view.origins}|${this.view.lens}|${this.view.destinations}`;
      if (selection !== this.painted) {
        this.painted = selection;
        for (const map of Object.values(this.maps)) map.paintChosen();
      }
      this.time.update();
      this.charts.paint();
      panels.setText(document.getElementById("sentence"), corridors.say.sentence(this, this.view));
    }

    /* At rest: what is slower and need not follow the hand. */
    async rest() {
      if (!this.root.isConnected) return;
      if (await this.needed()) {
        this.refresh();
        return;
      }
      if (!this.root.isConnected) return;
      for (const map of Object.values(this.maps)) {
        if (!map.state) continue;
        if (map.stale && !map.relevelling) {
          this.redrawn(map);
          return;
        }
        panels.legend(this, map);
        panels.note(this, map);
        panels.list(this, map);
        panels.table(this, map);
        corridors.layers.paint(this, map);
        map.commit();
        map.tellAgain();
      }
      this.charts.commit();
      this.time.highlight();
      this.syncControls();
      this.syncUrl();
    }

    refresh() {
      if (!this.root.isConnected || !this.cube || !Object.values(this.maps).every((map) => map.overlay)) return;
      this.painted = null;
      this.paint();
      this.rest();
    }

    syncUrl() {
      const query = `?${corridors.view.encode(this.view, this.known)}`;
      if (query !== window.location.search) window.history.replaceState(window.history.state, "", window.location.pathname + query);
      for (const link of this.root.querySelectorAll("a[download]")) {
        link.setAttribute("href", link.getAttribute("href").replace(/\?.*$/, "") + query);
      }
      const offices = this.view.lens.map((id) => (this.config.districts[id] || { city: "" }).city).filter(Boolean);
      if (corridors.shell) corridors.shell.showLens(offices.join(" \u00b7 "));
      corridors.sayings.follow();
      const said = document.getElementById("sentence").textContent;
      if (said !== this.said && this.said !== undefined && corridors.shell) corridors.shell.announce(said);
      this.said = said;
    }

    /* Where a place's symbol stands: [lon, lat]. */
    centre(id, side) {
      const { centroids } = this.assets;
      const table = centroids[`${side}_map`] || centroids;
      if (table[id]) return table[id];
      return (this.assets.municipal_centres || {})[id] || null;
    }

    /* A municipality's name, and its state's, once their asset is here; the id before. */
    municipality(id) {
      const { municipal } = this.assets;
      if (!municipal) return id;
      if (!municipal.byId) municipal.byId = new Map(municipal.places.map((place, i) => [place, municipal.names[i]]));
      const state = this.cube.names[id.slice(0, 5)];
      return municipal.byId.has(id) ? `${municipal.byId.get(id)}, ${state[this.config.lang === "es" ? 1 : 0]}` : id;
    }

    /* The US places that are followed: those selected, else the district of the lens. */
    followed() {
      return corridors.view.followed(this.view);
    }

    /* Their states: none for a consulate without a district. */
    origins() {
      return this.followed().flatMap((place) => this.statesOf(place));
    }

    statesOf(place) {
      const district = this.config.districts[place];
      return district ? district.states : [place];
    }

    flowsInTime() {
      const [first, last] = this.cube.flows.period;
      return this.view.years[0] <= last && this.view.years[1] >= first;
    }

    flowsOn() {
      return this.view.layers.includes("flows");
    }

    flowKey() {
      return `${this.flowsOn()}${this.flowsInTime()}`;
    }

    /* Places of one map that a published pair ties to what is selected on the other. */
    tied(side) {
      const { pairs } = this.cube.flows;
      if (!this.flowsInTime()) return [];
      const origins = this.origins();
      if (side === "mx") return pairs.filter(([from]) => origins.includes(from)).map(([, to]) => to);
      return pairs.filter(([, to]) => this.view.destinations.includes(to)).map(([from]) => from);
    }

    /* Whether a map shows a count already: its circles and those of the flows would not be told apart. */
    counts(side) {
      const measure = this.cube.measures[this.view[side]];
      return Boolean(measure) && measure.shape === "count";
    }

    /* Circles of the flows layer: purchases on one side, published pairs on the other. */
    flowSymbols(side) {
      const { flows } = this.cube;
      const max = flows.sources[0][1];
      if (!this.flowsOn() || !this.flowsInTime() || this.counts(side)) return { items: [], max };
      const origins = this.origins();
      const { destinations } = this.view;
      const sums = new Map();
      const chosen = side === "us" ? destinations : origins;
      for (const [from, to, count] of flows.pairs) {
        const mine = side === "us" ? from : to;
        const other = side === "us" ? to : from;
        if (chosen.length && !chosen.includes(other)) continue;
        sums.set(mine, (sums.get(mine) || 0) + count);
      }
      if (side === "us" && !destinations.length) {
        return { items: flows.sources.map(([id, value]) => ({ id, value })), max };
      }
      return { items: [...sums].map(([id, value]) => ({ id, value })), max };
    }

    /* The rest as a number, inside the map's frame, so that no picture of the flows is without it. */
    flowRest(side) {
      const { flows } = this.cube;
      const { text, lang } = this.config;
      const n = (value) => corridors.say.number(value, lang);
      if (!this.flowsOn() || !this.flowsInTime() || this.counts(side)) return "";
      if (side === "us") return corridors.say.fill(text["ev.other_sources"], { number: n(flows.other_sources), traced: n(flows.traced) });
      return corridors.say.fill(text["ev.other_pairs"], { number: n(flows.other_pairs), base: n(flows.with_recovery_state) });
    }

    flowNotes(side) {
      const { flows } = this.cube;
      const { text, lang } = this.config;
      const n = (value) => corridors.say.number(value, lang);
      if (!this.flowsOn() || this.counts(side)) return [];
      const when = corridors.say.period(...flows.period);
      if (!this.flowsInTime()) return [corridors.say.fill(text["ev.flows_none"], { period: when })];
      if (side === "us") {
        return [
          corridors.say.fill(text[this.view.destinations.length ? "ev.pairs_shown" : "ev.purchases_shown"], { period: when }),
        ];
      }
      return [
        corridors.say.fill(text["ev.pairs_shown"], { period: when }),
        corridors.say.fill(text["ev.unknown_recovery"], { number: n(flows.unknown_recovery) }),
      ];
    }

    districtNotes(side) {
      if (side === "us" && this.view.layers.includes("purchases")) return [this.config.text["ev.purchases_note"]];
      const shown = [...this.followed(), ...this.view.lens].some((place) => (this.config.districts[place] || {}).approximate);
      return side === "us" && (shown || this.view.layers.includes("districts")) ? [this.config.text["ev.district_approximate"]] : [];
    }

    drawDistrict(map, id, how) {
      const outlines = this.assets.district_outlines;
      const found = outlines && outlines[id];
      if (!found) return;
      const kind = `outline ${how || "is-chosen"}${this.config.districts[id].approximate ? " is-approximate" : ""}`;
      corridors.maps.node("path", { d: corridors.layers.trace(map, found.outline || found), class: kind }, map.chosenGroup);
    }

    /* Charts come after the first map, so that they never delay it. */
    askCharts() {
      const asked = document.getElementById("charts-wanted");
      if (!asked) return;
      window.dash_clientside.set_props("charts-wanted", { n_clicks: 1 });
      const look = () => {
        const plots = [...document.querySelectorAll("#charts .js-plotly-plot")];
        const wanted = document.querySelectorAll("#charts .dash-graph").length;
        if (wanted && plots.length === wanted && plots.every((gd) => gd._fullLayout && gd._fullLayout._size)) {
          this.charts.collect();
          this.charts.paint();
          this.charts.committed = null;
          this.charts.commit();
          this.root.dataset.charts = "1";
        } else if (this.root.isConnected) window.setTimeout(look, 60);
      };
      look();
    }
  }

  function mount(root) {
    const page = new Page(root);
    corridors.page = page;
    corridors.act = (event) => page.act(event);
    corridors.perf = page.perf;
    page.start().catch((error) => {
      root.classList.add("has-failed");
      panels.setText(document.getElementById("sentence"), page.config.text["ev.failed"]);
      window.console.error(error);
    });
  }

  /* Dash renders the page into #page: watch only for the evidence page coming and going. */
  function watch() {
    const look = () => {
      const root = document.getElementById("evidence");
      if (root && root.dataset.config && root !== (corridors.page && corridors.page.root)) mount(root);
      if (!root && corridors.page && !corridors.page.root.isConnected) corridors.page = null;
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    look();
  }

  corridors.Page = Page;
  if (document.body) watch();
  else document.addEventListener("DOMContentLoaded", watch);
})();
