/* The key c: the view of this page as a scene of a story. Where nothing may be written, the scene can be taken along. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const { el, both, ask } = corridors.stories;
  const NEW = "";
  let say = null;
  let box = null;

  const path = () => (document.querySelector("#page > .page-frame") || { dataset: {} }).dataset.path || "";

  function query() {
    const found = new URLSearchParams(window.location.search);
    found.set("page", path());
    const units = document.getElementById("flow-law-units");
    if (units && units.value !== "0" && path() === "/corridors") found.set("whatif", "1");
    return found.toString();
  }

  /* The figure that is looked at: the map or chart in focus, or used last. */
  function near() {
    const active = document.activeElement && document.activeElement.closest && document.activeElement.closest(".figure-card, .map-panel");
    const card = active && active.querySelector("[data-card]");
    return card ? card.dataset.card : corridors.page && corridors.page.used ? `map-${corridors.page.used}` : "";
  }

  function dialog(...children) {
    const before = document.activeElement;
    if (box) box.remove();
    const title = el("h2", { id: "capture-title", tabindex: "-1" }, say("capture"));
    box = el("dialog", { id: "capture", class: "modal story-dialog", "aria-labelledby": "capture-title" }, title, children);
    box.addEventListener("keydown", (event) => event.stopPropagation()); /* what is typed here is no key of the page */
    box.addEventListener("close", () => {
      box.remove();
      box = null;
      if (before && before.isConnected) before.focus({ preventScroll: true });
    });
    document.body.append(box);
    box.showModal();
    title.focus();
  }

  const closer = (words) => el("button", { type: "button", class: "btn", onclick: () => box.close() }, words);

  async function open() {
    if (box || document.querySelector("dialog[open].modal")) return;
    const wanted = near();
    const [found, who] = await Promise.all([ask("GET", `capture.json?${query()}`), ask("GET", "story")]);
    if (!found.content.text) {
      corridors.shell.toast(corridors.shell.text("shell.lost"), true);
      return;
    }
    say = corridors.stories.sayer(found.content.text);
    if (found.content.refused) dialog(el("p", { role: "status" }, both(found.content.refused)), el("div", { class: "row" }, closer(say("capture.close"))));
    else new Capture(found.content, who.content, wanted);
  }

  class Capture {
    constructor(found, who, wanted) {
      this.found = found;
      this.who = who;
      this.at = Math.max(0, found.options.findIndex(({ scene }) => scene.show === wanted || scene.show === `chart:${wanted}`));
      this.needsToken = who.access === "token" || who.access === "wrong";
      this.may = who.access === "open" || this.needsToken;
      this.told = el("div", { class: "notice notice-warn", role: "alert", hidden: true });
      this.form = el("form", { class: "story-form", novalidate: true, onsubmit: (event) => this.submit(event) });
      dialog(this.form);
      this.draw();
    }

    get option() {
      return this.found.options[this.at];
    }

    draw() {
      const { scene, notes } = this.option;
      const shows = this.found.options.map(({ label }, at) => [String(at), both(label)]);
      const show = corridors.stories.chooser(shows, String(this.at));
      show.addEventListener("change", () => {
        this.at = Number(show.value);
        this.draw();
        document.getElementById("capture-show").focus();
      });
      const picked = corridors.stories.field("capture", "show", say("field.show"), show);
      const words = corridors.stories.words("capture", say, scene, notes, this.found.messages);
      this.form.replaceChildren(
        picked, ...(this.may ? this.where() : [el("p", { class: "notice" }, say("capture.cannot"))]), words,
        el("p", { class: "small muted" }, say("live")), this.told, el("div", { class: "row" }, this.buttons())
      );
    }

    /* Which story: one's own, or a new one with its title. */
    where() {
      const own = (this.who.stories || []).filter(({ shipped, broken }) => !shipped && !broken);
      const rows = own.map(({ id, title, lens }) => [id, both(title), this.option.lens && !lens]);
      const free = rows.find(([, , off]) => !off);
      const story = corridors.stories.chooser([...rows, [NEW, say("capture.first")]], free ? free[0] : NEW);
      const names = ["en", "es"].map((one) =>
        corridors.stories.field("capture", `story_${one}`, `${say("capture.name")} (${one.toUpperCase()})`, el("input", { class: "input", lang: one })));
      const fresh = el("div", { class: "story-fields", hidden: story.value !== NEW }, names);
      story.addEventListener("change", () => (fresh.hidden = story.value !== NEW));
      const parts = [corridors.stories.field("capture", "story", say("field.story"), story)];
      if (this.option.lens) parts.push(el("p", { class: "small muted" }, say("capture.lens")));
      parts.push(fresh);
      if (this.needsToken) parts.push(corridors.stories.field("capture", "token", say("token"), el("input", { class: "input", type: "password", autocomplete: "off" })));
      return parts;
    }

    buttons() {
      const close = closer(say("cancel"));
      if (this.may) return [el("button", { type: "submit", class: "btn btn-primary" }, say("save")), close];
      const link = () => `${window.location.origin}${corridors.base}${path().slice(1)}${window.location.search}`;
      const copy = (name, what) => el("button", { type: "button", class: "btn", onclick: () => this.take(what()) }, say(name));
      return [copy("capture.yaml", () => this.option.yaml), copy("capture.link", link), closer(say("capture.close"))];
    }

    /* Outside the dialog nothing can be selected while it is open. */
    take(words) {
      box.close();
      corridors.shell.copy(words);
    }

    async submit(event) {
      event.preventDefault();
      if (!this.may) return;
      const value = (name) => (this.form.querySelector(`[name="${name}"]`) || { value: "" }).value.trim();
      if (this.needsToken) corridors.stories.use(value("token"));
      const { scene, notes } = corridors.stories.read(this.form);
      const body = { scene: { ...scene, show: this.option.scene.show, view: this.option.scene.view }, notes };
      const id = value("story");
      const answer = id ? await this.add(id, body) : await this.create(body, value);
      if (answer.status === 200 || answer.status === 201) this.kept(answer.content);
      else this.refuse(answer.content);
    }

    async add(id, body) {
      const { status, content } = await ask("GET", `story/${id}.json`);
      return status === 200 ? ask("POST", `story/${id}`, { do: "add", against: content.digest, ...body }) : { status, content };
    }

    create(body, value) {
      const { text } = this.found;
      const fields = { title_en: value("story_en"), title_es: value("story_es"), lens: this.option.lens };
      [fields.for_en, fields.for_es] = text["capture.for"];
      return ask("POST", "story", { do: "new", fields, ...body });
    }

    refuse(content) {
      const known = { wrong: "token.wrong", token: "token.why", closed: "closed", changed: "changed", disk: "disk" };
      const opening = content.error === "faults" ? say("unsaved") : content.said ? say("refused", { said: content.said }) : say(known[content.error] || "lost");
      /* A fault of a new story itself stands beside its title. */
      const faults = (content.faults || []).map((one) => (one.scene || !one.field.startsWith("title_") ? one : { ...one, field: one.field.replace("title_", "story_") }));
      corridors.stories.mark(this.form, this.told, faults, "", opening);
    }

    kept(story) {
      const title = story.fields[`title_${corridors.stories.lang()}`];
      const link = el("a", { class: "btn btn-primary", href: `${corridors.base}stories?lang=${corridors.stories.lang()}&story=${story.id}` }, say("capture.open"));
      const said = el("p", { role: "status", class: "notice notice-ok" }, say("capture.kept", { title }));
      this.form.replaceChildren(said, el("div", { class: "row" }, link, closer(say("capture.close"))));
      link.focus();
    }
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest && event.target.closest("[data-capture]")) open();
  });

  corridors.capture = { open };
})();
