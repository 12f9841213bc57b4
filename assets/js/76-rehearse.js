/* The page of the rehearsal: the form, what was found with its mends, the questions of practice, packs compared. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});

  const { el } = corridors;

  function labelled(words, field, id) {
    field.id = id;
    return el("div", { class: "field" }, el("label", { for: id }, words), field);
  }

  function chooser(options, chosen) {
    const field = el("select", { class: "select" }, options.map(([value, words]) => el("option", { value }, words)));
    if (options.some(([value]) => String(value) === String(chosen))) field.value = chosen;
    return field;
  }

  function table(caption, heads, rows) {
    const head = el("tr", {}, heads.map((words) => el("th", { scope: "col" }, words)));
    const body = rows.map(([first, ...rest]) => el("tr", {}, el("th", { scope: "row" }, first), rest.map((cell) => el("td", {}, cell))));
    const made = el("table", { class: "table table-compact" }, el("caption", {}, caption), el("thead", {}, head), el("tbody", {}, body));
    return el("div", { class: "table-wrap", role: "region", tabindex: "0", "aria-label": caption }, made);
  }

  function findings(words, found) {
    const count = words.count.replace(/\{(\w+)\}/g, (_, level) => found.counts[level] || 0);
    const where = (scenes) => (scenes.length === 0 ? words.whole : scenes.length === found.scenes.length ? words.every : scenes.join(" · "));
    const item = (one) =>
      el("li", { class: "stack", "data-level": one.level, "data-kind": one.kind },
        el("p", {}, el("strong", {}, `${words[one.level]}: `), one.what),
        el("p", {}, el("strong", {}, `${words.mend}: `), one.mend),
        el("p", { class: "small muted" }, where(one.scenes)));
    const list = found.findings.length ? el("ul", { class: "rehearse-found" }, found.findings.map(item)) : el("p", {}, words.none);
    const measured = found.scenes.map((one) => [one.title, `${one.arcmin}′`, `${one.contrast}:1`, String(one.words), `${one.spoken} / ${one.seconds} s`]);
    const heads = ["scene", "arcmin", "contrast", "words", "time"].map((name) => words[`col.${name}`]);
    return [el("h2", { tabindex: "-1" }, words.found), el("p", { class: "rehearse-count" }, count), list,
      el("h2", {}, words.scenes), table(words.scenes, heads, measured)];
  }

  /* Each question is a button; its answer is hidden until it is asked for. */
  function practice(words, questions) {
    const item = (one, at) => {
      const answer = el("div", { class: "stack", id: `practice-${at}`, hidden: true },
        el("p", {}, one.answer), el("p", {}, el("strong", {}, `${words.card}: `), one.title), one.lines.map((line) => el("p", { class: "small" }, line)));
      const ask = el("button", { type: "button", class: "btn rehearse-ask", "aria-expanded": "false", "aria-controls": `practice-${at}` }, one.ask);
      ask.addEventListener("click", () => {
        answer.hidden = !answer.hidden;
        ask.setAttribute("aria-expanded", String(!answer.hidden));
      });
      return el("li", {}, ask, answer);
    };
    const list = el("ol", { class: "rehearse-practice" }, questions.map(item));
    list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const asks = [...list.querySelectorAll(".rehearse-ask")];
      const at = asks.indexOf(event.target);
      if (!step || at < 0) return;
      event.preventDefault();
      event.stopPropagation();
      asks[(at + step + asks.length) % asks.length].focus();
    });
    return [el("h2", {}, words.practice), el("p", {}, words["practice.how"]), list];
  }

  function rehearsal({ lang, words, stories, forms, offices, lens }) {
    const query = new URLSearchParams(window.location.search);
    const length = (value, least, most) => el("input", { class: "input", type: "number", required: true, min: least, max: most, step: "0.1", value });
    const fields = {
      story: chooser(stories, query.get("story")),
      lens: chooser(offices, lens),
      form: chooser(forms, query.get("form") || 15),
      distance: length(query.get("distance") || 8, 0.3, 100),
      screen: length(query.get("screen") || 2, 0.1, 30),
    };
    const office = labelled(words.office, fields.lens, "rehearse-office");
    const shown = () => (office.hidden = !stories.find(([id]) => id === fields.story.value)[2]);
    fields.story.addEventListener("change", shown);
    const button = el("button", { type: "submit", class: "btn btn-primary" }, words.do);
    const form = el("form", { class: "rehearse-form" }, labelled(words.story, fields.story, "rehearse-story"), office,
      labelled(words.form, fields.form, "rehearse-form"), labelled(words.distance, fields.distance, "rehearse-distance"),
      labelled(words.screen, fields.screen, "rehearse-screen"), el("div", { class: "row" }, button));
    const status = el("p", { role: "status", class: "muted" });
    const answer = el("div", { class: "stack-loose", id: "rehearse-answer" });
    shown();
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      status.textContent = words.working;
      const asked = new URLSearchParams({ lang, ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value])) });
      if (office.hidden) asked.delete("lens");
      try {
        const got = await fetch(`${corridors.base}rehearse.json?${asked}`);
        if (!got.ok) throw new Error(String(got.status));
        const found = await got.json();
        answer.replaceChildren(el("section", { class: "stack" }, findings(words, found)), el("section", { class: "stack" }, practice(words, found.questions)));
        status.textContent = "";
        answer.querySelector("h2").focus();
      } catch {
        answer.replaceChildren();
        status.textContent = words.failed;
      }
    });
    return [form, status, answer];
  }

  function consistency({ lang, words }) {
    const files = el("input", { class: "input", type: "file", multiple: true, required: true, accept: ".html" });
    const form = el("form", { class: "rehearse-form" }, labelled(words.packs, files, "rehearse-packs"),
      el("div", { class: "row" }, el("button", { type: "submit", class: "btn" }, words["compare.do"])));
    const answer = el("div", { class: "stack", role: "status", id: "rehearse-compared" });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const body = new FormData();
      for (const file of files.files) body.append("pack", file);
      try {
        const got = await fetch(`${corridors.base}consistency?${new URLSearchParams({ lang })}`, { method: "POST", body });
        if (!got.ok) throw new Error(String(got.status));
        const found = await got.json();
        const said = [...found.notes, ...found.faults].map((line) => el("p", { class: found.agree ? "notice notice-ok" : "notice notice-warn" }, line));
        const rows = found.differences.map((one) => [`${one.story}, ${one.scene} (${one.lang})`, one.part,
          el("ul", {}, Object.entries(one.values).map(([file, value]) => el("li", {}, `${file}: ${value}`)))]);
        const heads = [words["col.scene"], words["col.part"], words["col.values"]];
        answer.replaceChildren(...said, ...(rows.length ? [table(words["compare.differences"], heads, rows)] : []));
      } catch {
        answer.replaceChildren(el("p", { class: "notice notice-warn" }, words["compare.failed"]));
      }
    });
    return el("section", { class: "stack" }, el("h2", {}, words.compare), el("p", {}, words["compare.how"]), form, answer);
  }

  document.addEventListener("corridors:page", () => {
    const host = document.getElementById("rehearse");
    if (!host || host.firstElementChild) return;
    const config = JSON.parse(host.dataset.config);
    host.replaceChildren(...rehearsal(config), consistency(config));
  });
})();
