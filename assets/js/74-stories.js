/* The page of one's stories: the list of them, what comes in, and the story that is being edited (75-story.js). */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const { el, both, ask, field } = corridors.stories;
  const WORDS = ["title_en", "title_es", "for_en", "for_es"];
  let host = null;
  let config = null;
  let say = null;
  /* `said` is what happened last, beside the button that takes it back. */
  const now = { access: "", stories: [], story: null, file: null, said: "", undo: null };

  const chosen = () => new URLSearchParams(window.location.search).get("story") || "";
  const button = (words, act, props) => el("button", { type: "button", class: "btn", onclick: act, ...props }, words);

  async function enter() {
    const { content } = await ask("GET", "story");
    now.access = content.access || "lost";
    now.stories = content.stories || [];
    const id = chosen();
    now.story = id && now.access === "open" ? (await ask("GET", `story/${id}.json`)).content : null;
    if (now.story && !now.story.id) now.story = null;
    draw();
  }

  /* To a story, or to the list of all: the address says which. */
  function show(story) {
    const query = new URLSearchParams(window.location.search);
    if (story) query.set("story", story.id);
    else query.delete("story");
    window.history.replaceState(window.history.state, "", `${window.location.pathname}?${query}`);
    now.story = story;
  }

  function tell(words, undo) {
    Object.assign(now, { said: words, undo: undo || null });
    corridors.shell.announce(words);
  }

  function draw(focus) {
    if (!host || !host.isConnected) return;
    const parts = {
      open: () => (now.story ? corridors.storyEditor(page, now.story) : all()), closed: () => [el("p", { class: "notice" }, say("closed"))],
      token: asking, wrong: asking, lost: () => [el("p", { class: "notice notice-error" }, say("lost"))],
    }[now.access]();
    host.replaceChildren(...[...status(), ...parts].filter(Boolean));
    host.dataset.state = now.story ? "story" : now.access;
    const target = focus && document.getElementById(focus);
    if (target) target.focus();
  }

  function status() {
    if (!now.said) return [];
    const undo = now.undo && button(say("undo"), () => now.undo(), { id: "story-undo" });
    return [el("div", { class: "notice notice-ok story-said" }, el("p", {}, now.said), undo)];
  }

  function asking() {
    const input = el("input", { class: "input", type: "password", autocomplete: "off" });
    const submit = (event) => {
      event.preventDefault();
      corridors.stories.use(input.value);
      enter();
    };
    return [el(
      "form", { class: "story-form card", onsubmit: submit }, el("p", {}, say("token.why")),
      now.access === "wrong" ? el("p", { class: "notice notice-warn", role: "alert" }, say("token.wrong")) : null,
      field("stories", "token", say("token"), input), el("div", { class: "row" }, el("button", { type: "submit", class: "btn btn-primary" }, say("token.use")))
    )];
  }

  /* All stories */
  function all() {
    const own = now.stories.filter(({ shipped }) => !shipped);
    const shipped = now.stories.filter((one) => one.shipped);
    return [
      section("own", own.length ? list(own, (one) => (one.broken ? null : button(say("edit"), () => open(one.id), { "aria-describedby": `story-of-${one.id}` }))) : el("p", {}, say("own.none"))),
      bringIn(), create(),
      section("shipped", el("p", { class: "muted" }, say("shipped.why")),
        list(shipped, (one) => button(say("copy"), () => make({ do: "copy", of: one.id }), { "aria-describedby": `story-of-${one.id}` }))),
    ];
  }

  const section = (name, ...children) => el("section", { class: "stack", "aria-labelledby": `stories-${name}` }, el("h2", { id: `stories-${name}` }, say(name)), children);

  const list = (stories, act) =>
    el("ul", { class: "story-list" }, stories.map((one) => el(
      "li", { class: "card story-row" },
      el("div", {}, el("p", { id: `story-of-${one.id}`, class: "story-name" }, both(one.title)),
        el("p", { class: "small muted" }, one.broken ? say("broken", { said: one.broken }) : `${one.id} · ${say("scenes", { count: one.scenes })}`)),
      act(one)
    )));

  async function open(id) {
    const { content } = await ask("GET", `story/${id}.json`);
    if (!content.id) return tell(say("lost")), draw();
    now.said = "";
    show(content);
    return draw("story-title");
  }

  async function make(body, form) {
    const { status: code, content } = await ask("POST", "story", body);
    if (code !== 201) return fail(content, form);
    show(content);
    tell(say("saved"));
    return draw("story-title");
  }

  /* What the server refused: beside the fields of `form`, and in words. */
  function fail(content, form) {
    const known = { changed: "changed", disk: "disk" };
    const words = content.error === "faults" ? say("unsaved") : known[content.error] ? say(known[content.error]) : content.said ? say("refused", { said: content.said }) : say("lost");
    if (form) return corridors.stories.mark(form, form.querySelector(".story-told"), content.faults || [], form.dataset.scene || "", words);
    const more = (content.faults || []).map(({ said }) => both(said));
    tell([words, ...new Set(more)].join(" "));
    return draw();
  }

  /* The words of a story itself, as a form. */
  function about(id, fields, submit, words) {
    const inputs = WORDS.map((name) => field(id, name, say(`field.${name}`), el("input", { class: "input", lang: name.slice(-2), value: fields[name] || "" })));
    const lens = el("input", { type: "checkbox", id: `${id}-lens`, checked: Boolean(fields.lens) });
    const form = el(
      "form", { class: "story-form", novalidate: true }, el("div", { class: "story-fields" }, inputs),
      el("p", { "data-field": "lens" }, lens, " ", el("label", { for: lens.id }, say("field.lens")), el("span", { class: "story-wrong small", hidden: true })),
      el("div", { class: "story-told notice notice-warn", role: "alert", hidden: true }),
      el("div", { class: "row" }, el("button", { type: "submit", class: "btn btn-primary" }, words))
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const found = { lens: lens.checked };
      for (const name of WORDS) found[name] = form.querySelector(`[name="${name}"]`).value.trim();
      submit(found, form);
    });
    return form;
  }

  const create = () => section("new", el("p", { class: "muted" }, say("new.why")), about("new", {}, (fields, form) => make({ do: "new", fields }, form), say("create")));

  /* A file comes in: looked at first, then kept. */
  function bringIn() {
    const input = el("input", { type: "file", id: "story-file", class: "visually-hidden", accept: ".corridors", onchange: () => input.files[0] && look(input.files[0]) });
    return section(
      "in", el("div", { class: "import-drop story-drop" }, el("p", {}, say("in.drop")), input, el("label", { for: "story-file", class: "btn btn-primary" }, say("in.choose"))),
      now.file ? preview(now.file) : null
    );
  }

  async function look(file) {
    now.said = "";
    now.file = { name: file.name };
    if (file.size > config.largest) now.file.wrong = [say("in.large")];
    else {
      const bytes = await file.arrayBuffer();
      const { status: code, content } = await ask("POST", "story-file", bytes, "application/octet-stream");
      if (code === 200) Object.assign(now.file, { bytes, found: content });
      else now.file.wrong = [content.error === "file" ? both(content.said) : content.said || say("lost"), ...(content.faults || []).map((one) => `${one.scene || content.id || ""} ${one.field}: ${both(one.said)}`)];
    }
    draw("story-in");
  }

  function preview({ name, found, wrong }) {
    const no = button(say("in.no"), () => (now.file = null, draw("story-file")));
    const head = (words) => el("h3", { id: "story-in", tabindex: "-1" }, words);
    if (wrong) return el("div", { class: "notice notice-error stack" }, head(name), el("p", {}, say("in.refused")), el("ul", {}, wrong.map((one) => el("li", {}, one))), no);
    const accept = button(say("in.accept"), keep, { class: "btn btn-primary" });
    return el(
      "div", { class: "card stack" }, head(say("in.found", { title: both(found.title) })), el("p", { class: "muted" }, say("in.for", { audience: both(found.for) })),
      el("ol", {}, found.scenes.map((one) => el("li", {}, both(one)))), el("p", {}, found.already ? say("in.already") : say("in.as", { id: found.as })),
      el("div", { class: "row" }, found.already ? null : accept, no)
    );
  }

  async function keep() {
    const { bytes, found } = now.file;
    const { status: code, content } = await ask("POST", `story-file?accept=${found.sha256}`, bytes, "application/octet-stream");
    if (code !== 201) return fail(content);
    now.file = null;
    show(content);
    tell(say("saved"));
    return draw("story-title");
  }

  const page = {
    say: (name, values) => say(name, values), button, about, draw, tell, fail, now,
    get config() { return config; },
    /* A change: what the server says stands; `form` is where it was asked for. True where it was made. */
    async change(body, form) {
      const { status: code, content } = await ask("POST", `story/${now.story.id}`, { against: now.story.digest, ...body });
      if (code === 200) now.story = content;
      else if (code === 409) {
        now.story = (await ask("GET", `story/${now.story.id}.json`)).content;
        if (!now.story.id) now.story = null;
        fail(content);
      } else fail(content, form);
      return code === 200;
    },
    async leave() {
      show(null);
      const { content } = await ask("GET", "story");
      now.stories = content.stories || [];
      draw("stories-own");
    },
  };

  function check() {
    const found = document.getElementById("stories-work");
    if (!found || found === host) return;
    host = found;
    config = JSON.parse(host.dataset.config);
    say = corridors.stories.sayer(config.text);
    now.said = "";
    enter();
  }

  /* A file that is dropped beside the box must not replace the page. */
  const here = (event) => host && host.isConnected && now.access === "open" && !now.story && event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  document.addEventListener("dragover", (event) => here(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!here(event)) return;
    event.preventDefault();
    if (event.dataTransfer.files[0]) look(event.dataTransfer.files[0]);
  });
  document.addEventListener("corridors:page", check);
})();
