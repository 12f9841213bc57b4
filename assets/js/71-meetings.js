/* Records of meetings: offered when a deck is left, listed on the page Present. They stay with the server's machine, and
   only who may bring in files there may keep or see them (src/corridors/web/meeting.py). */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  /* The token is here and nowhere else: leaving the page forgets it. */
  let token = "";
  const host = () => document.getElementById("meetings");
  const config = () => JSON.parse(host().dataset.config);

  const { el } = corridors;
  const ask = (method, body) => corridors.ask(method, "meeting", { token, body });

  /* The list */
  const COLUMNS = ["date", "kind", "story", "promise", "due"];

  function list(records) {
    const { text, kinds, stories } = config();
    const row = (one) => {
      if (!one.date) return el("tr", {}, el("td", { colspan: COLUMNS.length }, `${one.name}: ${text.unreadable}`));
      const said = { ...one, kind: kinds[one.kind], story: stories[one.story] || one.story, due: one.due || "—", promise: one.promise || "—" };
      return el("tr", {}, COLUMNS.map((name) => el("td", {}, said[name])));
    };
    const head = el("thead", {}, el("tr", {}, COLUMNS.map((name) => el("th", { scope: "col" }, text[name]))));
    const table = el("table", { class: "table table-compact" }, head, el("tbody", {}, records.map(row)));
    const wrap = el("div", { class: "table-wrap", role: "region", tabindex: "0", "aria-label": text.list }, table);
    host().replaceChildren(el("h2", {}, text.list), el("p", { class: "muted" }, text.where), wrap);
    host().hidden = records.length === 0;
  }

  document.addEventListener("corridors:page", async () => {
    if (!host()) return;
    const { content } = await ask("GET");
    if (host() && content.records) list(content.records);
  });

  /* The dialog */
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);

  function chooser(name, options, chosen, first, required) {
    const field = el("select", { class: "select", name, required }, el("option", { value: "" }, first));
    for (const [value, words] of options) field.append(el("option", { value }, words));
    field.value = chosen;
    return field;
  }

  class Offer {
    constructor(deck, asked, needsToken, done) {
      const { text, kinds, offices, limits, stories } = (this.config = config());
      this.deck = deck;
      const office = deck.office || (new URLSearchParams(window.location.search).get("lens") || "").split(",")[0].replace(/^(?=.)/, "D-").replace("D-D-", "D-");
      const area = (name, rows) => el("textarea", { class: "input", name, rows, maxlength: limits[name], "aria-describedby": "meeting-note" });
      const fields = {
        date: el("input", { class: "input", type: "date", name: "date", required: true, value: today() }),
        office: chooser("office", offices, office, text.none, false),
        kind: chooser("kind", Object.entries(kinds), "", text.choose, true),
        asked: area("asked", 4),
        promise: area("promise", 2),
        due: el("input", { class: "input", type: "date", name: "due" }),
      };
      fields.asked.value = asked.join("\n");
      if (!fields.office.value) fields.office.value = "";
      if (needsToken) fields.token = el("input", { class: "input", type: "password", name: "token", autocomplete: "off", required: true });
      this.fields = fields;
      const rows = Object.entries(fields).map(([name, field]) => {
        field.id = `meeting-${name}`;
        return el("div", { class: "field" }, el("label", { for: field.id }, text[name]), field);
      });
      this.told = el("p", { id: "meeting-told", class: "notice notice-warn", role: "alert", hidden: true });
      const title = el("h2", { id: "meeting-title", tabindex: "-1" }, text.title);
      const shown = el("p", { class: "muted" }, `${stories[deck.story] || deck.story} · ${deck.digest.slice(0, 12)}`);
      const skip = el("button", { type: "button", class: "btn" }, text.skip);
      const keep = el("button", { type: "submit", class: "btn btn-primary" }, text.keep);
      const form = el("form", { class: "meeting-form", novalidate: true }, rows, this.told, el("div", { class: "story-forms" }, keep, skip));
      this.dialog = el("dialog", { id: "meeting", class: "modal meeting", "aria-labelledby": "meeting-title" }, title, el("p", { id: "meeting-note" }, text.note), shown, form);
      /* What is typed here is no key of the page: not F5, not a letter. */
      this.dialog.addEventListener("keydown", (event) => event.stopPropagation());
      this.dialog.addEventListener("close", () => {
        this.dialog.remove();
        done();
      });
      skip.addEventListener("click", () => this.dialog.close());
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.keep();
      });
      document.body.append(this.dialog);
      this.dialog.showModal();
      title.focus();
    }

    refuse(words, name) {
      for (const field of Object.values(this.fields)) field.removeAttribute("aria-invalid");
      this.told.textContent = words;
      this.told.hidden = false;
      const field = this.fields[name];
      if (!field) return;
      field.setAttribute("aria-invalid", "true");
      field.focus();
    }

    async keep() {
      const { text } = this.config;
      const wrong = Object.entries(this.fields).find(([, field]) => !field.validity.valid);
      if (wrong) return this.refuse(`${text[wrong[0]]}: ${text.wrong}`, wrong[0]);
      const record = { story: this.deck.story, deck: this.deck.digest };
      for (const name of ["date", "office", "kind", "asked", "promise", "due"]) record[name] = this.fields[name].value;
      if (this.fields.token) token = this.fields.token.value.trim();
      const { status, content } = await ask("POST", record);
      if (status !== 201) {
        const field = content.error === "wrong" ? "token" : content.field;
        const said = { person: text.person, field: `${text[field] || field}: ${text.wrong}`, wrong: text.token_wrong };
        return this.refuse(said[content.error] || text.lost, field);
      }
      this.dialog.close();
      document.getElementById("present-status").textContent = `${text.kept} ${content.name}`;
      list(content.records);
    }
  }

  /* Offer a record of the meeting in which `deck` was shown and the questions `asked` were opened; then `done`. */
  corridors.meetings = {
    async offer(deck, asked, done) {
      const { content } = await ask("GET");
      if (!host() || content.access === "closed") return done();
      return new Offer(deck, asked, content.access === "token" || content.access === "wrong", done);
    },
  };
})();
