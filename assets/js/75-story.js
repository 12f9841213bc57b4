/* One story being edited: its scenes in order, each a form when it is opened; every change goes to the server at once. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const { el, both, lang, field } = corridors.stories;
  const MINUTES = ["3", "7", "15"];
  let opened = "";
  /* Pictures of scenes by address: those of the list before stand in the list that is drawn now. */
  let pictures = new Map();
  let before = pictures;

  corridors.storyEditor = (page, story) => {
    const { say } = page;
    const title = story.fields[`title_${lang()}`];
    before = pictures;
    pictures = new Map();
    return [
      el("p", {}, page.button(say("back"), page.leave)),
      el("h2", { id: "story-title", tabindex: "-1" }, title),
      faults(page, story),
      tools(page, story),
      el("section", { class: "stack", "aria-labelledby": "story-scenes" }, el("h3", { id: "story-scenes" }, say("list")),
        el("p", { class: "small muted" }, say("list.how"), " ", say("list.add")),
        el("ol", { class: "story-scenes" }, story.scenes.map((scene, at) => row(page, story, scene, at)))),
      forms(page, story),
      el("details", { class: "card" }, el("summary", {}, say("about")), page.about("about", story.fields, (fields, form) => reword(page, fields, form), say("save"))),
      removal(page, story),
    ];
  };

  /* The title or the sentence of a scene, with its numbers where the story can be told. */
  function worded(scene, name, page) {
    const written = (scene.told && scene.told[lang()][name]) || scene.fields[`${name}_${lang()}`] || "";
    return written.replace("{office}", teller(page).city);
  }

  const named = (scene, page) => worded(scene, "title", page) || scene.fields.id;

  function faults({ say }, { faults: found }) {
    if (!found.length) return null;
    const said = ({ scene, field: name, said: words }) => `${scene ? `${scene}, ` : ""}${known(say, name)}: ${both(words)}`;
    return el("div", { class: "notice notice-warn", id: "story-faults" }, el("h3", {}, say("faults")), el("ul", {}, found.map((one) => el("li", {}, said(one)))));
  }

  const known = (say, name) => {
    try {
      return say(`field.${name}`);
    } catch {
      return name;
    }
  };

  /* Who tells a story by consulate: the one of the address, else the first; and the query that says so. */
  function teller({ config, now: { story } }) {
    const asked = (new URLSearchParams(window.location.search).get("lens") || "").split(",")[0];
    const [office, city] = config.offices.find(([id]) => id === asked) || config.offices[0];
    return { city, query: `lang=${lang()}${story.fields.lens ? `&lens=${office}` : ""}` };
  }

  /* A scene as a small slide; the words beside it say what it shows. */
  function picture(page, story, scene) {
    const src = `${corridors.base}story/${story.id}/${scene.fields.id}.svg?${teller(page).query}&mark=${scene.mark}`;
    const node = before.get(src) || el("img", { class: "story-picture", loading: "lazy", width: 256, height: 144, alt: "", src });
    pictures.set(src, node);
    return node;
  }

  /* The stage, the file, the pack. */
  function tools(page, story) {
    const { say } = page;
    const { city, query } = teller(page);
    const stage = el(
      "button", { type: "button", class: "btn btn-primary", "data-deck": `deck/${story.id}.json?${query}&form=15&for=speaker`, "data-loading": say("loading"), "data-failed": say("failed"), "data-first": "1" },
      say("preview")
    );
    const link = (href, words) => el("a", { class: "btn", href: `${corridors.base}${href}`, download: "" }, words);
    return el(
      "div", { class: "row story-tools story" }, stage, link(`story/${story.id}.corridors`, say("out")), link(`deck/${story.id}.html?${query}&for=audience`, say("pack")),
      story.fields.lens ? el("span", { class: "small muted" }, say("as_told", { city })) : null
    );
  }

  function row(page, story, scene, at) {
    const { say } = page;
    const { id } = scene.fields;
    const title = named(scene, page);
    const used = MINUTES.filter((one) => story.forms[one].includes(id)).join(" · ");
    const said = (name) => ({ "aria-label": say(`scene.${name}`, { title }), id: `scene-${name}-${id}` });
    const last = story.scenes.length - 1;
    const head = el(
      "div", { class: "story-head" }, picture(page, story, scene),
      el("div", {}, el("p", { class: "story-name" }, title), el("p", { class: "small" }, both(scene.label)),
        el("p", { class: "small muted" }, worded(scene, "text", page) || both(scene.says)),
        el("p", { class: "small muted num" }, `${scene.fields.seconds} s · ${used}`, scene.fields.part ? ` · ${say(`part.${scene.fields.part}`)}` : "")),
      el("div", { class: "row story-keys" },
        page.button(say("up"), () => move(page, scene, at - 1, "up"), { ...said("up"), disabled: at === 0 }),
        page.button(say("down"), () => move(page, scene, at + 1, "down"), { ...said("down"), disabled: at === last }),
        page.button(say("edit"), () => toggle(page, id), { ...said("edit"), "aria-expanded": String(opened === id) }),
        page.button(say("remove"), () => remove(page, story, scene, at), said("remove")))
    );
    const item = el("li", { class: "card story-scene", id: `scene-${id}`, tabindex: "-1" }, head, opened === id ? form(page, story, scene) : null);
    item.addEventListener("keydown", (event) => keys(event, page, story, scene, at));
    return item;
  }

  function keys(event, page, story, scene, at) {
    if (event.target.closest("form")) return;
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && by) {
      event.preventDefault();
      if (story.scenes[at + by]) move(page, scene, at + by, "");
    } else if (event.key === "Delete") {
      event.preventDefault();
      remove(page, story, scene, at);
    } else if (event.key === "Enter" && event.target === event.currentTarget) toggle(page, scene.fields.id);
  }

  async function move(page, scene, to, name) {
    const { id } = scene.fields;
    if (!(await page.change({ do: "move", scene: id, to }))) return;
    page.tell(page.say("moved", { title: named(scene, page), at: to + 1, of: page.now.story.scenes.length }));
    page.draw(`scene-${id}`);
    const key = name && document.getElementById(`scene-${name}-${id}`);
    if (key && !key.disabled) key.focus();
  }

  function toggle(page, id) {
    opened = opened === id ? "" : id;
    page.draw(opened ? `edit-${id}-title_${lang()}` : `scene-edit-${id}`);
  }

  async function remove(page, story, scene, at) {
    const { id } = scene.fields;
    const within = MINUTES.filter((one) => story.forms[one].includes(id)).map(Number);
    if (!(await page.change({ do: "remove", scene: id }))) return;
    const undo = async () => {
      if (!(await page.change({ do: "add", scene: scene.fields, notes: scene.notes, at, forms: within }))) return;
      page.tell(page.say("saved"));
      page.draw(`scene-${id}`);
    };
    page.tell(page.say("removed", { title: named(scene, page) }), undo);
    page.draw("story-undo");
  }

  /* The form of one scene, with what it shows and the forms that it is part of. */
  function form(page, story, scene) {
    const { say, config } = page;
    const { id } = scene.fields;
    const at = `edit-${id}`;
    const shown = scene.fields.text_en || scene.fields.text_es ? scene.fields : { ...scene.fields, text_en: scene.says.en, text_es: scene.says.es };
    const boxes = MINUTES.map((one) => {
      const box = el("input", { type: "checkbox", id: `${at}-in-${one}`, name: "forms", value: one, checked: story.forms[one].includes(id) });
      return el("span", {}, box, " ", el("label", { for: box.id }, say("minutes", { count: one })), " ");
    });
    const more = ["show", "view"].map((name) => field(at, name, say(`field.${name}`), el("input", { class: "input", value: scene.fields[name] || "" })));
    const node = el(
      "form", { class: "story-form", novalidate: true, "data-scene": id }, corridors.stories.words(at, say, shown, scene.notes, config.messages),
      el("p", { class: "small muted" }, say("live")),
      el("fieldset", { class: "story-boxes", "data-field": "forms" }, el("legend", {}, say("field.forms")), boxes, el("p", { class: "story-wrong small", hidden: true })),
      el("details", {}, el("summary", {}, say("field.show")), el("div", { class: "story-fields" }, more)),
      el("div", { class: "story-told notice notice-warn", role: "alert", hidden: true }),
      el("div", { class: "row" }, el("button", { type: "submit", class: "btn btn-primary" }, say("save")), page.button(say("cancel"), () => toggle(page, id)))
    );
    node.addEventListener("submit", (event) => {
      event.preventDefault();
      save(page, node, id);
    });
    return node;
  }

  async function save(page, node, id) {
    const { scene, notes } = corridors.stories.read(node);
    for (const name of ["show", "view"]) scene[name] = node.querySelector(`[name="${name}"]`).value.trim();
    const within = [...node.querySelectorAll('[name="forms"]:checked')].map(({ value }) => Number(value));
    if (!(await page.change({ do: "change", scene: id, fields: scene, notes, forms: within }, node))) return;
    opened = "";
    page.tell(page.say("saved"));
    page.draw(`scene-edit-${id}`);
  }

  async function reword(page, fields, node) {
    if (!(await page.change({ do: "words", fields }, node))) return;
    page.tell(page.say("saved"));
    page.draw("story-title");
  }

  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

  function forms(page, story) {
    const { say } = page;
    const line = (minutes) => {
      const scenes = story.scenes.filter(({ fields }) => story.forms[minutes].includes(fields.id));
      const time = clock(scenes.reduce((sum, { fields }) => sum + fields.seconds, 0));
      return el("li", {}, el("strong", {}, say("forms.said", { minutes, count: scenes.length, time })), ": ", scenes.map((scene) => named(scene, page)).join(" → "));
    };
    return el("section", { class: "stack" }, el("h3", {}, say("forms")), el("ul", {}, MINUTES.map(line)));
  }

  /* Deleting the whole story asks for its name. */
  function removal(page, story) {
    const { say } = page;
    const typed = el("input", { class: "input", autocomplete: "off" });
    const node = el(
      "form", { class: "story-form", novalidate: true }, field("delete", "id", say("delete.sure", { id: story.id }), typed),
      el("div", { class: "story-told notice notice-warn", role: "alert", hidden: true }), el("div", { class: "row" }, el("button", { type: "submit", class: "btn" }, say("delete")))
    );
    node.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (typed.value.trim() !== story.id) return typed.focus();
      const { status, content } = await corridors.stories.ask("DELETE", `story/${story.id}`, { against: story.digest });
      if (status !== 200) return page.fail(content, node);
      page.tell(say("deleted", { title: story.fields[`title_${lang()}`] }));
      return page.leave();
    });
    return el("details", { class: "card" }, el("summary", {}, say("delete")), node);
  }
})();
