/* The export menu: one dialog, made when a button with `data-export` is pressed. The button names the frame of its
   picture; the file beside it (a[download]) names the thing and the view. What may leave, and under which stamp, the
   server says (src/corridors/web/downloads.py). */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});

  const { el } = corridors;

  /* The thing and the view of the file beside a button: `download/pairs.csv?v=1&…`. */
  function thing(button) {
    const beside = button.parentElement.querySelector("a[download]");
    const [path, query] = beside.getAttribute("href").split("?");
    return { name: path.replace(/^.*\//, "").replace(/\.csv$/, ""), query: query || "" };
  }

  class Menu {
    constructor(button) {
      this.frame = document.getElementById(button.dataset.export);
      Object.assign(this, thing(button));
      this.marking = "";
      this.body = el("div", { class: "stack" });
      this.title = el("h2", { id: "export-title", tabindex: "-1" }, button.textContent);
      this.told = el("p", { class: "small muted", role: "status" });
      this.dialog = el("dialog", { id: "export", class: "modal export", "aria-labelledby": "export-title" }, this.title, this.body, this.told);
      this.dialog.addEventListener("close", () => {
        this.dialog.remove();
        button.focus();
      });
      this.dialog.addEventListener("click", (event) => this.clicked(event));
      document.body.append(this.dialog);
      this.dialog.showModal();
      this.title.focus();
    }

    get search() {
      return this.marking ? `${this.query}&marking=${this.marking}` : this.query;
    }

    async ask() {
      const answer = await fetch(`${corridors.base}stamp/${this.name}.json?${this.search}`);
      if (!answer.ok) throw new Error(`${answer.status}`);
      this.found = await answer.json();
      this.draw();
    }

    draw() {
      const { words, stop } = this.found;
      const close = el("button", { type: "button", class: "btn btn-quiet", "data-do": "close" }, words.close);
      if (stop) {
        this.body.replaceChildren(el("p", { class: "notice notice-warn" }, stop), close);
        return;
      }
      const { stamp } = this.found;
      this.title.textContent = `${words.menu}: ${stamp.title}`;
      const parts = [this.markings(words), this.pictures(words), this.files(words, "data"), this.files(words, "hand_out"), this.code(words, stamp)];
      this.body.replaceChildren(...parts.filter(Boolean), close);
    }

    markings(words) {
      const options = words.markings.map(([id, label]) => el("option", { value: id, selected: id === this.marking ? "" : null }, label));
      const select = el("select", { class: "select", id: "export-marking" }, ...options);
      select.addEventListener("change", () => {
        this.marking = select.value;
        this.ask().then(() => document.getElementById("export-marking").focus(), () => this.failed());
      });
      return el("label", { class: "export-marking" }, words.marking, " ", select);
    }

    group(title, children) {
      return el("section", {}, el("h3", { class: "kicker" }, title), el("div", { class: "row export-row" }, ...children));
    }

    pictures(words) {
      const drawn = this.frame && this.frame.querySelector("svg");
      if (!drawn) return this.group(words.pictures, [el("p", { class: "small muted" }, words.no_picture)]);
      return this.group(words.pictures, ["png", "svg"].map((kind) => el("button", { type: "button", class: "btn", "data-do": kind }, kind.toUpperCase())));
    }

    files(words, group) {
      const hand = (id) => id === "pdf" || id === "pptx";
      const formats = this.found.formats.filter(({ id }) => hand(id) === (group === "hand_out"));
      if (!formats.length) return null;
      return this.group(words[group], formats.map((format) => this.file(format)));
    }

    file({ id, label, why }) {
      if (why) return el("span", { class: "small muted export-why" }, `${label}: ${why}`);
      const { base } = corridors;
      return el("a", { class: "btn", href: `${base}download/${this.name}.${id}?${this.search}`, download: "" }, label);
    }

    code(words, stamp) {
      const linked = stamp.code.startsWith("/");
      const shown = linked ? new URL(`${corridors.base}${stamp.verify}`, window.location.href).href : stamp.code;
      this.shown = shown;
      return this.group(linked ? words.link : words.code, [
        el("code", { class: "export-code", id: "export-code" }, shown),
        el("button", { type: "button", class: "btn btn-small", "data-do": "copy" }, words.copy),
        el("a", { class: "small", href: `${corridors.base}${stamp.verify}`, target: "_blank", rel: "noopener" }, words.verify),
      ]);
    }

    clicked(event) {
      if (event.target === this.dialog) this.dialog.close();
      const button = event.target.closest("[data-do]");
      if (!button) return;
      const what = button.dataset.do;
      if (what === "close") this.dialog.close();
      else if (what === "copy") this.copy();
      else this.picture(what).catch(() => this.failed());
    }

    /* A dialog over the page holds the focus: what copies must stand inside it, so that it closes first where it must. */
    copy() {
      if (window.isSecureContext && navigator.clipboard) navigator.clipboard.writeText(this.shown).then(() => this.tell(corridors.shell.text("shell.copied")), () => this.byHand());
      else this.byHand();
    }

    byHand() {
      const field = el("textarea", { class: "visually-hidden", "aria-hidden": "true", tabindex: "-1" }, this.shown);
      this.dialog.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      if (done) this.tell(corridors.shell.text("shell.copied"));
      else window.getSelection().selectAllChildren(document.getElementById("export-code"));
    }

    async picture(kind) {
      const { words, stamp } = this.found;
      this.tell(words.working);
      const blob = await corridors.picture[kind](this.frame, stamp);
      const link = el("a", { href: URL.createObjectURL(blob), download: `corridors-${this.found.file}.${kind}` });
      link.click();
      window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      this.tell(words.saved);
    }

    tell(words) {
      this.told.textContent = words;
    }

    failed() {
      this.tell(this.found ? this.found.words.failed : corridors.shell.text("shell.lost"));
    }
  }

  /* A brief is a plain link beside the choice of its marking. */
  document.addEventListener("change", (event) => {
    const { target } = event;
    if (!target.matches("[data-brief-marking]")) return;
    for (const link of target.closest(".brief-links").querySelectorAll("a[download]")) {
      const [path, query] = link.getAttribute("href").split("?");
      const search = new URLSearchParams(query);
      if (target.value) search.set("marking", target.value);
      else search.delete("marking");
      link.setAttribute("href", `${path}?${search}`);
    }
  });

  /* It takes a second or two: a click is answered at once. */
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(".brief-links a[download]") : null;
    if (!link) return;
    const { working } = link.closest(".brief-links").dataset;
    corridors.shell.toast(working);
    corridors.shell.announce(working);
  });

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-export]") : null;
    if (!button) return;
    const menu = new Menu(button);
    menu.ask().catch(() => menu.failed());
  });
})();
