/* Bring in an official file: drop, look, accept. What a job is and who may have one is the server's affair
   (src/corridors/web/imports.py); this keeps where the person is, also while other pages are looked at, and shows it. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const { el } = corridors;
  const PATH = "admin/import";
  const LOOK = [150, 300, 600, 1000]; // pauses between looks at a job, in milliseconds
  const EXTRA = ["authority", "purpose", "audience", "year", "month", "reference"];
  const ASKING = ["records_terms", "year_unknown", "year_said", "month_unknown", "month_said", "mid_year_unknown"]; // a field can solve these
  const PHASES = { checking: "checking", reading: "reading", counting: "reading", comparing: "comparing" };
  const CODES = /(^|_)(id|code|fips|year|month|period|edition|version)(_|$)/;
  const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

  /* All that is known. The token is here and nowhere else: leaving the page forgets it. */
  const now = {
    access: "", token: "", wrong: false, most: 0,
    file: null, job: "", state: "start", stands: {}, error: "", part: null, run: 0, request: null,
    extra: {}, by: "", extraOpen: false,
  };
  let host = null;
  let config = null;

  /* Words, numbers, elements. Nothing that comes from a file is ever markup. */
  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const say = (name, values) => fill(config.text[name], values || {});
  const number = (value) => new Intl.NumberFormat(config.lang === "es" ? "es-MX" : "en-US", { maximumFractionDigits: 3 }).format(value);
  const size = (bytes) =>
    bytes < 1e6 ? say("kilobytes", { number: number(Math.max(1, Math.round(bytes / 1e3))) }) : say("megabytes", { number: number(Math.round(bytes / 1e5) / 10) });
  const both = (words) => (words && (words[config.lang] || words.en)) || "";
  /* What stands between backticks is to be typed or looked for as it is. */
  const coded = (words) => words.split("`").map((part, at) => (at % 2 ? el("code", {}, part) : part));

  const button = (words, act, css) => el("button", { type: "button", class: `btn ${css || ""}`, onclick: act }, say(words));

  /* The server */
  const ask = (method, path, body) =>
    corridors.ask(method, PATH + path, { token: now.token, body, keepalive: method === "DELETE" });

  /* The bytes go by XMLHttpRequest: fetch does not tell how much has been sent. */
  function send(file, told) {
    return new Promise((done) => {
      const request = (now.request = new XMLHttpRequest());
      request.open("POST", corridors.base + PATH);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.setRequestHeader("Accept", "application/json");
      if (now.token) request.setRequestHeader("X-Corridors-Token", now.token);
      request.upload.addEventListener("progress", (event) => told(event.loaded, event.total));
      request.addEventListener("loadend", () => {
        let content = {};
        try {
          content = JSON.parse(request.responseText);
        } catch {
          /* No answer of ours: the status says enough. */
        }
        done({ status: request.status, content });
      });
      request.send(file);
    });
  }

  const trouble = ({ content }) => (config.text[`error.${content.error}`] ? content.error : "lost");

  async function enter() {
    const { content } = await ask("GET", "");
    now.wrong = content.access === "wrong";
    now.access = content.access === "wrong" ? "token" : content.access || "lost";
    now.most = content.max_bytes || 0;
    if (now.access !== "open") now.token = "";
    draw();
  }

  /* What a person does. `run` tells an answer that comes late from one that is still wanted. */
  function begin() {
    leave();
    Object.assign(now, { file: null, job: "", state: "start", stands: {}, error: "", part: null });
  }

  function leave() {
    now.run += 1;
    if (now.request) now.request.abort();
    now.request = null;
    if (now.job && now.state !== "accepting" && now.state !== "accepted") ask("DELETE", `/${now.job}`);
  }

  function fail(error, state) {
    now.error = error;
    now.state = state || "error";
    draw(true);
  }

  async function take(files) {
    if (now.access !== "open" || now.state === "accepting") return;
    begin();
    if (files.length > 1) return fail("many");
    const [file] = files;
    now.file = { name: file.name, size: file.size };
    if (!file.size) return fail("empty");
    if (file.size > now.most) return fail("large");
    const { run } = now;
    now.state = "uploading";
    draw();
    const sent = await send(file, (done, of) => tell({ done, of, bytes: true }));
    if (run !== now.run) {
      if (sent.content.job) ask("DELETE", `/${sent.content.job}`);
      return undefined;
    }
    now.request = null;
    if (sent.status !== 201) return fail(sent.status === 413 ? "large" : trouble(sent));
    now.job = sent.content.job;
    return preview();
  }

  function extras() {
    const found = {};
    for (const name of EXTRA) if ((now.extra[name] || "").trim()) found[name] = now.extra[name].trim();
    if (found.year) found.year = /^\d{4}$/.test(found.year) ? Number(found.year) : found.year;
    return found;
  }

  async function preview() {
    const { run } = now;
    const before = now.state;
    Object.assign(now, { state: "previewing", part: null, error: "" });
    draw();
    const started = await ask("POST", `/${now.job}/preview`, { ...extras(), name: now.file.name.slice(0, 200) });
    if (run !== now.run) return;
    if (started.status === 202) watch(run);
    else fail(trouble(started), started.content.error === "options" && before !== "uploading" ? before : "error");
  }

  async function accept() {
    const { run } = now;
    if (!now.by.trim()) return fail("by", "previewed");
    corridors.memory.set("importer", now.by.trim());
    Object.assign(now, { state: "accepting", part: null, error: "" });
    draw();
    const started = await ask("POST", `/${now.job}/accept`, { by: now.by.trim() });
    if (run !== now.run) return undefined;
    if (started.status === 202) return watch(run);
    return fail(trouble(started), started.content.error === "busy" ? "previewed" : "error");
  }

  async function watch(run) {
    for (let at = 0; run === now.run; at += 1) {
      await new Promise((done) => window.setTimeout(done, LOOK[Math.min(at, LOOK.length - 1)]));
      if (run !== now.run) return;
      const { status, content } = await ask("GET", `/${now.job}`);
      if (run !== now.run) return;
      if (status === 404) return fail("gone");
      if (content.state === "running") tell(content.progress || {});
      else if (status === 200 && content.state) {
        now.stands = content;
        now.state = content.state;
        if (now.state === "accepted") freshen();
        return draw(true);
      } else if (status !== 0 || at > 60) return fail(trouble({ content }));
    }
  }

  /* The header and footer say which edition is in force: they stand in the document, which was made before. */
  async function freshen() {
    const answer = await fetch(window.location.href, { cache: "no-store" });
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const place of [".shell-fresh", ".shell-foot [data-t='shell.data']"]) {
      const [old, fresh] = [document.querySelector(place), made.querySelector(place)];
      if (old && fresh) old.replaceWith(document.importNode(fresh, true));
    }
  }

  /* Progress: only its own nodes change, so that nothing is read out twice and the focus stays. */
  function tell(part) {
    now.part = part;
    const bar = document.getElementById("import-bar");
    if (!bar) return;
    if (part.of > 0) {
      bar.max = part.of;
      bar.value = part.done || 0;
    } else bar.removeAttribute("value");
    document.getElementById("import-amount").textContent = amount(part);
    document.getElementById("import-said").textContent = phase(part);
    const way = document.getElementById("import-steps");
    if (way) way.replaceChildren(...steps());
  }
  function amount(part) {
    if (!part || !(part.of > 0)) return "";
    if (part.bytes) return say("amount", { done: size(part.done || 0), of: size(part.of) });
    return new Intl.NumberFormat(config.lang === "es" ? "es-MX" : "en-US", { style: "percent" }).format((part.done || 0) / part.of);
  }
  /* The phase that the command names, in words; of what it does to take a file in, its first word tells. */
  const phase = (part) => config.text[`phase.${((part && part.progress) || "").split(/[ :]/)[0]}`] || "";
  /* Where a file is on its way to the preview. */
  function steps() {
    const at = now.state === "uploading" ? "receiving" : PHASES[(now.part && now.part.progress) || ""] || "checking";
    const names = ["receiving", "checking", "reading", "comparing"];
    return names.map((name, number) =>
      el("li", { "aria-current": name === at ? "step" : false, class: number < names.indexOf(at) ? "is-done" : false }, say(`phase.${name}`))
    );
  }

  /* Drawing. `arrived`: something new stands there, which takes the focus and is announced. */
  function draw(arrived) {
    if (!host || !host.isConnected) return;
    const parts = { open, token: tokenForm, closed }[now.access];
    host.replaceChildren(...(parts ? [parts()].flat() : [el("p", { class: "notice notice-error" }, say("error.lost"))]));
    host.dataset.state = now.access === "open" ? now.state : now.access;
    const title = arrived && host.querySelector("#import-outcome");
    if (!title) return;
    title.focus();
    corridors.shell.announce(title.textContent);
  }

  const titled = (words) => el("h2", { id: "import-outcome", tabindex: "-1" }, words);

  function closed() {
    return el("div", { class: "notice notice-warn" }, el("h2", {}, say("closed")), el("p", {}, say("closed.why")));
  }

  function tokenForm() {
    const field = el("input", {
      id: "import-token", class: "input", type: "password", autocomplete: "off", required: true,
      "aria-describedby": now.wrong ? "import-token-why import-token-wrong" : "import-token-why", "aria-invalid": now.wrong ? "true" : false,
    });
    const use = (event) => {
      event.preventDefault();
      now.token = field.value.trim();
      enter().then(() => now.access === "token" && document.getElementById("import-token").focus());
    };
    return el(
      "form", { class: "card import-token", onsubmit: use },
      el("p", { id: "import-token-why" }, say("token.why")),
      el("div", { class: "field" }, el("label", { for: "import-token" }, say("token")), field),
      now.wrong ? el("p", { id: "import-token-wrong", class: "import-error", role: "alert" }, say("token.wrong")) : null,
      el("button", { type: "submit", class: "btn btn-primary" }, say("token.use"))
    );
  }

  function open() {
    const shows = { uploading: running, previewing: running, accepting: running, previewed, refused, failed, accepted, error: errored }[now.state];
    return [chooser(), shows ? shows() : null, extraFields()].filter(Boolean);
  }

  function chooser() {
    const busy = now.state === "accepting";
    const input = el("input", {
      id: "import-file", type: "file", class: "visually-hidden", disabled: busy,
      "aria-describedby": "import-limit", onchange: (event) => event.target.files.length && take([...event.target.files]),
    });
    const label = el("label", { for: "import-file", class: `btn ${now.file ? "" : "btn-primary"}` }, say(now.file ? "another" : "choose"));
    const limit = el("p", { id: "import-limit", class: "faint small" }, say("limit", { size: size(now.most) }));
    const words = now.file ? say("file", { name: now.file.name, size: size(now.file.size) }) : say("drop");
    return el("div", { class: `import-drop ${now.file ? "has-file" : ""}` }, el("p", { class: "import-drop-words" }, words), el("div", {}, input, label), limit);
  }

  function extraFields() {
    if (now.state === "accepting" || now.state === "accepted") return null;
    const tick = (name, meant) => {
      const told = (event) => (now.extra[name] = event.target.checked ? meant : "");
      const box = el("input", { id: `import-${name}`, type: "checkbox", checked: now.extra[name] === meant, onchange: told });
      return el("div", { class: "field" }, el("label", { for: `import-${name}` }, box, " ", say(name)));
    };
    const field = (name) => name === "reference" ? tick(name, "mid-year") :
      el(
        "div", { class: "field" }, el("label", { for: `import-${name}` }, say(name)),
        el("input", {
          id: `import-${name}`, class: "input", maxlength: "200", value: now.extra[name] || "", autocomplete: "off",
          inputmode: name === "year" ? "numeric" : false, oninput: (event) => (now.extra[name] = event.target.value),
        })
      );
    const again = now.job && ["refused", "failed", "previewed"].includes(now.state) ? button("again", preview, "import-again") : null;
    return el(
      "details", { class: "import-extra", open: now.extraOpen || wanted(), ontoggle: (event) => (now.extraOpen = event.target.open) },
      el("summary", {}, say("extra")), el("p", { class: "small muted" }, say("extra.note")),
      el("div", { class: "import-fields" }, EXTRA.map(field)), again
    );
  }

  /* A problem may ask for one of the fields. */
  function wanted() {
    const problems = (now.state === "refused" && now.stands.result.problems) || [];
    return problems.some((one) => ASKING.includes(one.code));
  }

  function running() {
    const bar = el("progress", { id: "import-bar", "aria-labelledby": "import-outcome" });
    const cancel = () => {
      begin();
      draw();
      document.getElementById("import-file").focus();
    };
    const box = el(
      "section", { class: "card import-running" }, el("h2", { id: "import-outcome", class: "import-step" }, say(now.state)),
      now.state === "accepting" ? null : el("ol", { id: "import-steps", class: "import-steps" }, steps()),
      bar, el("p", { class: "import-progress small muted" }, el("span", { id: "import-amount", class: "num" }, amount(now.part)),
        el("span", { id: "import-said" }, phase(now.part))),
      now.state === "accepting" ? null : button("cancel", cancel)
    );
    if (now.part && now.part.of > 0) Object.assign(bar, { max: now.part.of, value: now.part.done || 0 });
    corridors.shell.announce(say(now.state));
    return box;
  }

  const errorLine = () => (now.error ? el("p", { class: "import-error", role: "alert" }, say(`error.${now.error}`, { size: size(now.most) })) : null);

  function errored() {
    const words = say(`error.${now.error}`, { size: size(now.most) });
    const again = now.error === "busy" && now.job ? button("again", preview) : null;
    return el("section", { class: "notice notice-error" }, el("p", { id: "import-outcome", tabindex: "-1" }, words), again);
  }

  function failed() {
    const words = config.text[`failed.${now.stands.reason}`] ? `failed.${now.stands.reason}` : "failed.broken";
    return el("section", { class: "notice notice-error" }, titled(say("failed")), el("p", {}, say(words)));
  }

  /* A table of records, without the columns that none of them fills. Each cell knows its column, so that a small screen can show it as a list. */
  function table(caption, all, found, css) {
    const used = all.map((_, at) => found.some((row) => row[at] !== ""));
    const columns = all.filter((_, at) => used[at]);
    const rows = found.map((row) => row.filter((_, at) => used[at]));
    const head = el("tr", { role: "row" }, columns.map(([name, kind]) => el("th", { scope: "col", role: "columnheader", class: kind || false }, say(name))));
    const cell = (value, at) =>
      el("td", { role: "cell", class: columns[at][1] || false, "data-label": say(columns[at][0]) }, value === "" ? "" : el("span", {}, value));
    const body = rows.map((row) => el("tr", { role: "row" }, row.map(cell)));
    /* Roles are said: a browser forgets them where the style shows a row as a list. */
    const made = el(
      "table", { class: `table import-table ${css || ""}`, role: "table" }, el("caption", {}, caption),
      el("thead", { role: "rowgroup" }, head), el("tbody", { role: "rowgroup" }, body)
    );
    return el("div", { class: "table-wrap", tabindex: "0", role: "region", "aria-label": caption }, made);
  }

  function refused() {
    const { result } = now.stands;
    const problems = result.problems || [];
    const parts = [titled(say("refused"))];
    if (!problems.length) parts.push(el("p", {}, say("refused.said", { said: result.error || "?" })));
    else parts.push(el("p", {}, say("refused.some", { file: result.file || now.file.name, count: number(problems.length + (result.more || 0)) })));
    const notice = el("div", { class: "notice notice-error" }, parts);
    if (!problems.length) return el("section", {}, notice, errorLine());
    const columns = [["sheet"], ["row", "num"], ["column"], ["found"], ["expected"], ["todo"]];
    const rows = problems.map((one) => [
      one.sheet || "", one.row ? number(one.row) : "", one.column || "", one.found === "" ? "" : el("code", {}, String(one.found)),
      el("span", {}, coded(both(one.expected))), el("span", {}, coded(both(one.todo))),
    ]);
    const more = result.more ? el("p", { class: "muted small" }, say("refused.more", { count: number(result.more) })) : null;
    return el("section", { class: "import-result" }, notice, errorLine(), table(say("problems"), columns, rows, "import-problems"), more);
  }

  function previewed() {
    const found = now.stands.preview;
    const head = [
      el("p", { class: "kicker" }, say("preview")),
      titled([both(found.source_name) || found.source, both(found.edition_said)].filter(Boolean).join(" — ")),
      el("p", { class: "small muted import-told" }, say("recognised"), " ", (both(found.told_said) || []).join("; ")),
    ];
    return el("section", { class: "card import-result" }, head, counts(found), warnings(found), totals(found), changes(found), decision(found));
  }

  function counts(found) {
    const names = ["rows", "added", "removed", "restated", ...(found.relabelled ? ["relabelled"] : [])];
    const one = (name) => el("div", {}, el("dt", {}, say(name)), el("dd", { class: "big-number" }, number(found[name] || 0)));
    return el("dl", { class: "import-counts" }, names.map(one));
  }

  function warnings(found) {
    const list = found.warnings || [];
    if (!list.length) return null;
    return el(
      "div", { class: "notice notice-warn" }, el("h3", {}, say("warnings", { count: number(list.length) })),
      el("ul", {}, list.map((one) => el("li", {}, both(one))))
    );
  }

  function totals(found) {
    const [own, before, after] = [found.totals || {}, (found.before || {}).totals || {}, (found.after || {}).totals || {}];
    const names = [...new Set([...Object.keys(own), ...Object.keys(after), ...Object.keys(before)])];
    if (!names.length) return null;
    const shown = (value) => (typeof value === "number" ? number(value) : el("span", { class: "faint" }, say("none")));
    const differs = (name) => {
      if (typeof before[name] !== "number" || typeof after[name] !== "number") return "";
      const by = after[name] - before[name];
      return by > 0 ? `+${number(by)}` : number(by).replace("-", "\u2212");
    };
    const columns = [["measure"], ["own", "num"], ["now", "num"], ["then", "num"], ["difference", "num"]];
    const rows = names.map((name) => [config.measures[name] || el("code", {}, name), shown(own[name]), shown(before[name]), shown(after[name]), differs(name)]);
    return table(say("totals"), columns, rows);
  }

  const value = (words, column) => {
    if (words === "" || words === null || words === undefined) return el("span", { class: "faint" }, say("none"));
    return NUMBER.test(words) && !CODES.test(column) ? number(Number(words)) : String(words);
  };

  function changes(found) {
    const list = found.changes || [];
    if (!list.length) return null;
    const all = ["added", "removed", "restated"].reduce((sum, name) => sum + (found[name] || 0), 0);
    const caption = all > list.length ? say("changes.some", { count: number(list.length) }) : say("changes");
    const columns = [["what"], ["table"], ["key"], ["column"], ["before", "num"], ["after", "num"]];
    const rows = list.map((one) => [
      config.text[`change.${one.change}`] || one.change, config.tables[one.table] || one.table, both(one.row_said),
      one.column === "value" ? "" : both(one.column_said), value(one.before, one.column || ""), value(one.after, one.column || ""),
    ]);
    return table(caption, columns, rows, "table-compact import-changes");
  }

  function decision(found) {
    if (found.no_change) return el("div", { class: "notice notice-ok" }, el("h3", {}, say("same")), el("p", {}, say("same.why")));
    const field = el("input", {
      id: "import-by", class: "input", value: now.by, maxlength: "200", autocomplete: "name", required: true,
      "aria-describedby": "import-by-why", oninput: (event) => (now.by = event.target.value),
    });
    const forget = () => {
      begin();
      draw();
      document.getElementById("import-file").focus();
    };
    const submit = (event) => {
      event.preventDefault();
      accept();
    };
    return el(
      "form", { class: "import-decision", onsubmit: submit },
      el("div", { class: "field" }, el("label", { for: "import-by" }, say("by")), field),
      el("p", { id: "import-by-why", class: "small muted" }, say("by.why")), errorLine(),
      el("div", { class: "row" }, el("button", { type: "submit", class: "btn btn-primary" }, say("accept")), button("cancel", forget))
    );
  }

  function accepted() {
    const edition = (now.stands.result.after || {}).edition;
    const changed = el("a", { class: "btn", href: `${corridors.base}changes?lang=${config.lang}`, "data-nav": "1" }, say("changed"));
    return el(
      "section", { class: "notice notice-ok" }, titled(say("accepted", { number: String(edition === undefined ? "?" : edition) })),
      el("p", {}, say("accepted.why")), el("p", {}, changed)
    );
  }

  /* The page comes and goes with the address and the language; what is under way stays. */
  function check() {
    const found = document.getElementById("import-work");
    if (!found || found === host) return;
    host = found;
    config = JSON.parse(host.dataset.config);
    now.by = now.by || corridors.memory.get("importer") || "";
    if (now.access && now.access !== "lost") draw();
    else enter();
  }

  /* A file that is dropped beside the box must not replace the page. */
  const here = () => Boolean(host && host.isConnected);
  const dragged = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!here() || !dragged(event)) return;
    event.preventDefault();
    host.classList.add("is-over");
  });
  document.addEventListener("dragleave", (event) => {
    if (here() && !event.relatedTarget) host.classList.remove("is-over");
  });
  document.addEventListener("drop", (event) => {
    if (!here() || !dragged(event)) return;
    event.preventDefault();
    host.classList.remove("is-over");
    if (event.dataTransfer.files.length) take([...event.dataTransfer.files]);
  });

  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted || !here()) return;
    begin();
    enter();
  });
  window.addEventListener("beforeunload", (event) => {
    if (now.state === "accepting") event.preventDefault();
  });

  function start() {
    new MutationObserver(check).observe(document.body, { childList: true, subtree: true });
    check();
  }
  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start);
})();
