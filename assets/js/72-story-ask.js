/* What the pages that write stories share: the words, elements, the server, and the form of a scene. Who may write is the
   server's affair (src/corridors/web/stories.py). */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const FIELDS = ["title_en", "title_es", "text_en", "text_es", "notes_en", "notes_es"];
  /* The token is here and nowhere else: leaving the page forgets it. */
  let token = "";

  const lang = () => (document.documentElement.lang.startsWith("es") ? "es" : "en");
  const both = (words) => (words && (words[lang()] || words.en)) || "";

  const { el } = corridors;

  /* `text` is `name -> [English, Spanish]`. */
  function sayer(text) {
    return (name, values) => text[name][lang() === "es" ? 1 : 0].replace(/\{(\w+)\}/g, (_, key) => (values || {})[key]);
  }

  const ask = (method, path, body, type) => corridors.ask(method, path, { token, body, type });

  /* A label, its field, and room for what is wrong with it. */
  function field(id, name, words, input) {
    input.id = `${id}-${name}`;
    input.name = name;
    const wrong = el("p", { id: `${input.id}-wrong`, class: "story-wrong small", hidden: true });
    input.setAttribute("aria-describedby", wrong.id);
    return el("div", { class: "field", "data-field": name }, el("label", { for: input.id }, words), input, wrong);
  }

  /* Says each fault beside its field, and in `box` those that have none here; the first field that is wrong has the focus. */
  function mark(root, box, faults, scene, opening) {
    clear(root);
    const rest = [];
    let first = null;
    for (const fault of faults) {
      const own = !scene || fault.scene === scene || !fault.scene;
      const place = own && root.querySelector(`[data-field="${fault.field}"]`);
      if (!place) {
        rest.push(fault.scene && fault.scene !== scene ? `${fault.scene}, ${fault.field}: ${both(fault.said)}` : both(fault.said));
        continue;
      }
      const wrong = place.querySelector(".story-wrong");
      wrong.textContent = both(fault.said);
      wrong.hidden = false;
      const input = place.querySelector("input, textarea, select");
      input.setAttribute("aria-invalid", "true");
      for (let around = input.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
      first = first || input;
    }
    box.replaceChildren(...(opening ? [el("p", {}, opening)] : []), ...[...new Set(rest)].map((words) => el("p", {}, words)));
    box.hidden = !box.childElementCount;
    if (first) first.focus();
  }

  function clear(root) {
    for (const wrong of root.querySelectorAll(".story-wrong")) wrong.hidden = true;
    for (const input of root.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  }

  function chooser(options, chosen) {
    const node = el("select", { class: "select" }, options.map(([value, words, off]) => el("option", { value, disabled: Boolean(off) }, words)));
    node.value = chosen;
    if (node.selectedIndex < 0) node.selectedIndex = 0;
    return node;
  }

  /* The words of a scene: `scene` as story.yml has it, `notes` by language, `messages` id -> words. */
  function words(id, say, scene, notes, messages) {
    const rows = { title: 2, text: 2, notes: 4 };
    const pairs = FIELDS.map((name) => {
      const [kind, of] = name.split("_");
      const area = el("textarea", { class: "input", rows: rows[kind], lang: of });
      area.value = (kind === "notes" ? notes[of] : scene[name]) || "";
      return field(id, name, say(`field.${name}`), area);
    });
    const seconds = el("input", { class: "input", type: "number", min: 5, max: 300, value: scene.seconds });
    const cited = el("input", { class: "input", value: (scene.citations || []).join(", ") });
    const known = [["", say("message.none")], ...Object.entries(messages).map(([one, said]) => [one, both(said)])];
    return el(
      "div", { class: "story-fields" }, pairs, field(id, "citations", say("field.citations"), cited),
      field(id, "message", say("field.message"), chooser(known, scene.message || "")), field(id, "seconds", say("field.seconds"), seconds)
    );
  }

  /* What the fields of `words` hold now. */
  function read(root) {
    const value = (name) => root.querySelector(`[name="${name}"]`).value.trim();
    const scene = { seconds: Math.round(Number(value("seconds"))) || 0, message: value("message") };
    for (const name of FIELDS.slice(0, 4)) scene[name] = value(name);
    scene.citations = value("citations").split(/[\s,;]+/).filter(Boolean);
    return { scene, notes: { en: value("notes_en"), es: value("notes_es") } };
  }

  corridors.stories = {
    lang, both, el, sayer, ask, field, mark, clear, chooser, words, read,
    use: (given) => (token = given.trim()),
  };
})();
