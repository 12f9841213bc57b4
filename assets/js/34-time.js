/* One slider for everything: a year or a range; play, pause, step; a strip for each series below it.
   Never plays by itself; the latest value alone is drawn. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const { element, setText } = corridors.panels;
  const STEP_MS = 900;

  class TimeBar {
    constructor(page) {
      this.page = page;
      this.host = document.getElementById("time");
      this.limits = page.config.years;
      this.ranged = page.view.years[0] !== page.view.years[1];
      this.timer = 0;
      this.build();
      this.update();
    }

    build() {
      const { text } = this.page.config;
      const button = (id, label, sign) =>
        element("button", { type: "button", class: "btn btn-quiet time-button", id, "aria-label": label, title: label }, sign);
      const slider = (id, label) =>
        element("input", { type: "range", id, min: this.limits[0], max: this.limits[1], step: 1, "aria-label": label, class: "time-slider" });
      const typed = (id, label) =>
        element("input", { type: "number", id, min: this.limits[0], max: this.limits[1], step: 1, "aria-label": label, class: "time-typed", inputmode: "numeric" });
      this.last = slider("time-last", text["ev.year"]);
      this.first = slider("time-first", text["ev.first_year"]);
      this.typedFirst = typed("year-first", text["ev.first_year"]);
      this.typedLast = typed("year-last", text["ev.last_year"]);
      this.dash = element("span", { class: "time-dash", "aria-hidden": "true" }, "\u2013");
      this.play = button("time-play", text["ev.play"], "\u25B6");
      this.rangeBox = element("input", { type: "checkbox", id: "time-range" });
      const controls = element(
        "div",
        { class: "time-controls" },
        button("time-back", text["ev.back"], "\u2039"),
        this.play,
        button("time-forward", text["ev.forward"], "\u203A"),
        this.typedFirst,
        this.dash,
        this.typedLast,
        element("label", { class: "time-range" }, this.rangeBox, text["ev.range"])
      );
      this.track = element("div", { class: "time-track" }, this.last, this.first);
      this.strips = element("div", { class: "time-strips" });
      this.mark = element("div", { class: "time-mark", "aria-hidden": "true" });
      this.host.style.setProperty("--years", this.limits[1] - this.limits[0] + 1);
      this.host.replaceChildren(controls, element("div", { class: "time-main" }, this.track, this.strips));
      this.buildStrips();
      this.listen();
    }

    /* A strip for each series: where it has data, so that nobody slides into a hole unseen. */
    buildStrips() {
      const [low, high] = this.limits;
      const span = high - low + 1;
      const rows = this.page.config.series.map((series) => {
        const bars = series.periods.map(([a, b]) => {
          const bar = element("span", { class: b > a ? "strip-bar is-pooled" : "strip-bar" });
          bar.style.left = `${((Math.max(a, low) - low) / span) * 100}%`;
          bar.style.width = `${((Math.min(b, high) - Math.max(a, low) + 1) / span) * 100}%`;
          return bar;
        });
        const years = series.periods.length ? corridors.say.period(series.periods[0][0], series.periods[series.periods.length - 1][1]) : "";
        return element(
          "div",
          { class: "strip", "data-series": series.id },
          element("span", { class: "strip-label" }, series.label),
          element("span", { class: "strip-track" }, ...bars),
          element("span", { class: "strip-years" }, years)
        );
      });
      const caption = element("h3", { class: "visually-hidden" }, this.page.config.text["ev.coverage"]);
      const inner = element("div", { class: "strip-mark-track", "aria-hidden": "true" }, this.mark);
      this.strips.replaceChildren(caption, ...rows, inner);
    }

    listen() {
      const inside = (year) => Math.min(Math.max(year, this.limits[0]), this.limits[1]);
      const act = (first, last) => this.page.act({ kind: "range", value: `${inside(first)}-${inside(last)}` });
      this.last.addEventListener("input", () => this.slide());
      this.first.addEventListener("input", () => this.slide());
      this.rangeBox.addEventListener("change", () => {
        this.ranged = this.rangeBox.checked;
        const [first, last] = this.page.view.years;
        if (this.ranged) act(Math.max(this.limits[0], first === last ? last - 1 : first), last);
        else act(last, last);
      });
      const typed = () => {
        const last = this.typedLast.valueAsNumber;
        const first = this.ranged ? this.typedFirst.valueAsNumber : last;
        if (Number.isFinite(first) && Number.isFinite(last)) act(first, last);
        this.update();
      };
      this.typedFirst.addEventListener("change", typed);
      this.typedLast.addEventListener("change", typed);
      this.host.addEventListener("click", (event) => {
        const target = event.target.closest("button");
        if (!target) return;
        if (target.id === "time-back") this.step(-1);
        if (target.id === "time-forward") this.step(1);
        if (target.id === "time-play") this.toggle();
      });
    }

    slide() {
      const last = Number(this.last.value);
      const first = this.ranged ? Number(this.first.value) : last;
      this.page.act({ kind: "range", value: `${first}-${last}` });
    }

    /* A step moves the year, or the whole range, and stops at the ends. */
    step(by) {
      const [first, last] = this.page.view.years;
      if (first + by < this.limits[0] || last + by > this.limits[1]) return false;
      this.page.act({ kind: "range", value: `${first + by}-${last + by}` });
      return true;
    }

    toggle() {
      const { text } = this.page.config;
      if (this.timer) {
        window.clearInterval(this.timer);
        this.timer = 0;
      } else {
        if (this.page.view.years[1] >= this.limits[1]) {
          const width = this.page.view.years[1] - this.page.view.years[0];
          this.page.act({ kind: "range", value: `${this.limits[0]}-${this.limits[0] + width}` });
        }
        this.timer = window.setInterval(() => {
          if (!this.host.isConnected || !this.step(1)) this.toggle();
        }, STEP_MS);
      }
      const label = text[this.timer ? "ev.pause" : "ev.play"];
      this.play.textContent = this.timer ? "\u275A\u275A" : "\u25B6";
      this.play.setAttribute("aria-label", label);
      this.play.title = label;
    }

    /* The sliders, the typed years and the mark on the strips, after any change of the years. */
    update() {
      const [first, last] = this.page.view.years;
      if (first !== last) this.ranged = true;
      if (this.rangeBox.checked !== this.ranged) this.rangeBox.checked = this.ranged;
      if (this.last.value !== String(last)) this.last.value = last;
      if (this.first.value !== String(first)) this.first.value = first;
      if (this.typedLast.value !== String(last)) this.typedLast.value = last;
      if (this.typedFirst.value !== String(first)) this.typedFirst.value = first;
      for (const part of [this.first, this.typedFirst, this.dash]) if (part.hidden === this.ranged) part.hidden = !this.ranged;
      const [low, high] = this.limits;
      const span = high - low + 1;
      this.mark.style.transform = `translateX(${((first - low) / span) * 100}%) scaleX(${(last - first + 1) / span})`;
    }

    /* Which strips belong to what the maps show. */
    highlight() {
      const shown = new Set([this.page.config.measures[this.page.view.us].series, this.page.config.measures[this.page.view.mx].series]);
      for (const strip of this.strips.querySelectorAll(".strip")) strip.classList.toggle("is-shown", shown.has(strip.dataset.series));
    }
  }

  corridors.TimeBar = TimeBar;
  corridors.setText = setText;
})();
