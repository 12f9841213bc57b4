/* The page of corridors: one state; every change repaints the picture, the words and, when open, the table. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const { fetchJson, flowWords, flowFields, flowQuestions } = corridors;
  const REST_MS = 120;
  const TIP_GAP = 14;

  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  class FlowPage {
    constructor(root) {
      this.root = root;
      this.config = JSON.parse(root.dataset.config);
      const format = new Intl.NumberFormat(this.config.lang === "es" ? "es-MX" : "en-US", { maximumFractionDigits: 0 });
      this.n = (value) => format.format(value);
      const lists = new Intl.ListFormat(this.config.lang === "es" ? "es-MX" : "en-GB", { type: "conjunction" });
      this.list = (words) => lists.format(words);
      this.scenario = null;
      this.perf = [];
      flowFields.room(this);
    }

    $(id) {
      return document.getElementById(`flow-${id}`);
    }

    say(key, values) {
      const words = this.config.text[`flow.${key}`];
      return values ? fill(words, values) : words;
    }

    name(place) {
      if (place === "unknown") return this.say("unknown_name");
      return this.config.names[place] || place;
    }

    /* A road as it is signed, a route as it was published; what the data name in English, in the language of the page. */
    road(name) {
      const sides = name.replace("(east)", `(${this.say("road.east")})`).replace("(west)", `(${this.say("road.west")})`);
      return sides.split(" – ").map((place) => this.config.named[place] || place).join(" – ");
    }

    percent(share) {
      return `${this.n(share * 100)}\u00a0%`;
    }

    async start() {
      const { base, web } = this.config;
      const [asset, states, centres] = await Promise.all(["corridor_dial", "both_states", "centroids"].map((name) => fetchJson(base + web[name])));
      if (!this.root.isConnected) return; /* the page was left meanwhile */
      this.asset = asset;
      this.state = this.fromAddress();
      this.map = new corridors.flowMap.FlowMap(asset, states, centres.both, this.config.border);
      this.inputs();
      flowFields.options(this);
      flowQuestions.fromAddress(this, new URLSearchParams(window.location.search));
      this.listen();
      this.paint();
      flowFields.controls(this);
      this.root.classList.remove("is-loading");
      this.root.dataset.ready = "1";
    }

    /* The state of the address: places and years are the product's view, the dial and the ports are this page's own. */
    fromAddress() {
      const query = new URLSearchParams(window.location.search);
      const { view } = this.config;
      const [prior, route, proxy] = (query.get("dial") || this.asset.best.join(".")).split(".");
      const spans = this.asset.periods.map(({ years }) => years.join("-"));
      const at = spans.indexOf(view.years.join("-"));
      const state = {
        period: at < 0 ? spans.length - 1 : at, prior, route, proxy, from: [...view.from], to: [...view.to], district: view.district,
        border: query.get("border") || "", port: query.get("port") || "", robust: query.get("robust") === "1", routes: query.get("routes") === "1", matrix: query.get("picture") === "matrix",
      };
      return this.held(state);
    }

    /* A dial that this period does not have goes to the nearest setting that it has. */
    held(state) {
      const { prior, route, proxy } = corridors.dial.find(this.asset, state);
      const port = this.asset.gates.some(({ id }) => id === state.port) ? state.port : "";
      return { ...state, prior, route, proxy, port };
    }

    toAddress() {
      const { state } = this;
      const query = new URLSearchParams(window.location.search);
      const put = (name, value) => (value ? query.set(name, value) : query.delete(name));
      const lens = `D-${(query.get("lens") || "").split(",")[0]}`;
      put("o", state.district === lens ? "" : state.district || state.from.join(","));
      put("d", state.to.join(","));
      const [first, last] = this.asset.periods[state.period].years;
      const latest = state.period === this.asset.periods.length - 1;
      put("y", latest ? "" : first === last ? String(first) : `${first}-${last}`);
      const dial = [state.prior, state.route, state.proxy].join(".");
      put("dial", dial === this.asset.best.join(".") ? "" : dial);
      put("border", state.border);
      put("port", state.port);
      put("robust", state.robust ? "1" : "");
      put("routes", state.routes ? "1" : "");
      for (const [name, value] of Object.entries(flowQuestions.inAddress(this))) put(name, value);
      put("picture", state.matrix ? "matrix" : "");
      const search = `?${query.toString().replace(/%2C/g, ",")}`;
      if (search !== window.location.search) window.history.replaceState(window.history.state, "", window.location.pathname + search);
      const link = this.$("csv");
      const file = `corridors-${first}-${last}-${state.prior}-${state.route}-${state.proxy}.csv`;
      link.setAttribute("href", `${link.getAttribute("href").replace(/corridors-[^/]*$/, "")}${file}${search}`);
      link.setAttribute("download", file);
    }

    change(part) {
      this.state = this.held({ ...this.state, ...part });
      this.paint();
    }

    paint() {
      const begun = performance.now();
      const { asset, state } = this;
      this.shown = corridors.dial.shown(asset, state);
      flowQuestions.solve(this);
      this.picture();
      flowWords.words(this);
      flowWords.dialWords(this);
      if (this.$("table").open) flowWords.table(this);
      flowQuestions.law(this);
      this.perf.push(performance.now() - begun);
      window.clearTimeout(this.resting);
      this.resting = window.setTimeout(() => this.rest(), REST_MS);
    }

    rest() {
      if (!this.root.isConnected) return;
      flowFields.controls(this);
      this.toAddress();
      const said = this.$("shown").textContent;
      if (said !== this.announced && this.announced !== undefined) corridors.shell.announce(said);
      this.announced = said;
    }

    said() {
      const room = { wide: this.$("frame").clientWidth, high: parseFloat(window.getComputedStyle(this.$("picture")).maxHeight) };
      return {
        room, mark: this.say("mark"), scenario: this.scenario ? this.say("what.mark", { place: flowQuestions.placed(this) }) : "", rest: flowWords.restWords(this), unknown: flowWords.unknownWords(this), synthetic: this.config.synthetic, name: (place) => this.name(place),
        difference: (change) => `${change < 0 ? "\u2212" : "+"}${this.n(corridors.dial.rough(Math.abs(change)))}`,
      };
    }

    picture() {
      const { state } = this;
      const box = this.$("picture");
      this.root.classList.toggle("is-matrix", state.matrix); /* first: what room the map has hangs on it */
      if (state.matrix) box.replaceChildren(corridors.flowMatrix.draw(this.asset, state, this.said()));
      else {
        this.map.draw(this.shown, state, this.said(), this.result);
        if (box.firstChild !== this.map.svg) box.replaceChildren(this.map.svg);
      }
      box.tabIndex = state.matrix ? 0 : -1; /* on a phone the matrix scrolls by keys */
      box.setAttribute("aria-label", this.say(state.matrix ? "matrix_of" : "map_of"));
    }

    /* Dash has no plain input: each stands where a span says which. */
    inputs() {
      for (const span of this.root.querySelectorAll("[data-input]")) span.replaceWith(corridors.el("input", JSON.parse(span.dataset.input)));
    }

    listen() {
      const { root } = this;
      root.addEventListener("change", (event) => this.changed(event.target));
      root.addEventListener("input", ({ target }) => {
        if (target.id === "flow-law-units") flowQuestions.law(this);
        else if (target.type === "range" && target.dataset.dial) this.changed(target); /* while it is dragged */
      });
      root.addEventListener("click", (event) => this.clicked(event));
      root.addEventListener("pointerover", (event) => this.over(event));
      root.addEventListener("pointermove", (event) => this.moved(event));
      root.addEventListener("pointerleave", () => this.over({ target: root }));
      root.addEventListener("focusin", (event) => this.over(event));
      this.$("table").addEventListener("toggle", () => this.$("table").open && flowWords.table(this));
    }

    changed(target) {
      const id = target.id.replace("flow-", "");
      const { districts } = this.config;
      const list = (value) => (value ? [value] : []);
      if (target.name === "flow-how") flowQuestions.ask(this, "what-how");
      else if (target.dataset.dial) this.change({ [target.dataset.dial]: target.dataset.dial === "period" ? Number(target.value) : target.value });
      else if (id === "from") this.change({ from: list(target.value), district: "" });
      else if (id === "to") this.change({ to: list(target.value) });
      else if (id === "district") this.change({ district: target.value, from: target.value ? [...districts[target.value].states] : [] });
      else if (id === "border") this.change({ border: target.value, port: "" });
      else if (id === "port") this.change({ port: target.value, border: "" });
      else if (id === "routes") this.change({ routes: target.checked });
      else if (id === "robust") this.change({ robust: target.checked });
      else if (id.startsWith("what-")) flowQuestions.ask(this, id);
      else if (id === "law-state") flowQuestions.law(this);
    }

    clicked(event) {
      const find = (selector) => event.target.closest(selector);
      if (find("#flow-copy")) this.copy();
      else if (find("#flow-clear")) this.change({ from: [], to: [], district: "", border: "", port: "" });
      else if (find("#flow-map")) this.change({ matrix: false });
      else if (find("#flow-matrix")) this.change({ matrix: true });
      else if (find("#flow-what-stop")) flowQuestions.stop(this);
      else if (find("[data-place]")) this.place(find("[data-place]").dataset.place);
    }

    /* A click on a state filters by it; a second one lets it go. */
    place(id) {
      const side = id.startsWith("US-") ? "from" : "to";
      const again = this.state[side].length === 1 && this.state[side][0] === id;
      this.change({ [side]: again ? [] : [id], ...(side === "from" ? { district: "" } : {}) });
    }

    over(event) {
      const node = event.target.closest && event.target.closest("[data-pair]");
      const at = node ? Number(node.dataset.pair) : null;
      if (at === this.lit) return;
      this.lit = at;
      this.map.light(at);
      flowWords.tip(this, at, event);
    }

    moved(event) {
      const box = this.$("tip");
      if (box.hidden || !event.clientX) return;
      const frame = this.$("frame").getBoundingClientRect();
      const x = Math.min(event.clientX - frame.left + TIP_GAP, frame.width - box.offsetWidth - 4);
      const y = Math.min(event.clientY - frame.top + TIP_GAP, frame.height - box.offsetHeight - 4);
      box.style.transform = `translate(${Math.max(0, x)}px, ${Math.max(0, y)}px)`;
    }

    copy() {
      this.toAddress();
      const { period, prior } = this.state;
      const { errors, sources, edition } = this.config;
      const dial = ["prior", "route", "proxy"].map((name) => this.say(`${name}.${this.state[name]}`)).join(" · ");
      const told = [this.$("sentence").textContent, `${this.say("mark")}. ${dial}.`, sources[period], errors[prior], this.say("caption.transfer"), edition, window.location.href];
      corridors.shell.copy(told.join("\n"));
      corridors.shell.announce(this.say("copied"));
    }

    step(by) {
      const to = this.state.period + by;
      if (to >= 0 && to < this.asset.periods.length) this.change({ period: to });
    }

    /* Keys of this page alone: see 50-keys.js. */
    keys() {
      if (!this.asset) return {};
      return {
        m: () => this.change({ matrix: !this.state.matrix }), q: () => this.copy(),
        ",": () => this.step(-1), "[": () => this.step(-1), ".": () => this.step(1), "]": () => this.step(1),
      };
    }
  }

  function watch() {
    const look = () => {
      const root = document.getElementById("flows");
      if (root && root.dataset.config && root !== (corridors.flows && corridors.flows.root)) {
        corridors.flows = new FlowPage(root);
        corridors.flows.start().catch((error) => {
          root.classList.add("has-failed");
          window.console.error(error);
        });
      }
      if (!root && corridors.flows) corridors.flows = null;
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    look();
  }

  if (document.body) watch();
  else document.addEventListener("DOMContentLoaded", watch);
})();
