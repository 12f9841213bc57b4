/* The page that verifies a code: the field is made here, the answer is the server's (src/corridors/web/downloads.py). */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});

  const { el } = corridors;

  /* The code in the address; a link that stands for a code is the address itself. */
  function asked() {
    const query = new URLSearchParams(window.location.search);
    return query.get("code") || (query.has("t") && query.has("x") ? window.location.search.slice(window.location.search.indexOf("t=")) : "");
  }

  function table(words, changes) {
    const head = ["what", "before", "after"].map((name) => el("th", { scope: "col" }, words[name]));
    const rows = changes.map(([what, before, after]) => el("tr", {}, el("th", { scope: "row" }, what), el("td", { class: "num" }, before || "\u2013"), el("td", { class: "num" }, after || "\u2013")));
    const made = el("table", { class: "table table-compact" }, el("caption", {}, words.caption), el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows));
    return el("div", { class: "table-wrap", tabindex: "0", role: "region", "aria-label": words.caption }, made);
  }

  function shown(words, found) {
    const parts = [el("p", { class: `notice verify-${found.state}${found.state === "unchanged" ? " notice-ok" : " notice-warn"}`, "data-state": found.state }, found.said)];
    if (found.title) parts.unshift(el("h2", {}, found.title));
    if (found.changes.length) parts.push(table(words, found.changes));
    if (found.more) parts.push(el("p", { class: "small muted" }, found.more));
    if (found.link) parts.push(el("p", {}, el("a", { href: corridors.base + found.link, "data-nav": "exact" }, words.open)));
    return parts;
  }

  function mount(host) {
    const { lang, words } = JSON.parse(host.dataset.config);
    const field = el("input", { id: "verify-code", name: "code", type: "text", class: "input", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", maxlength: "2000", "aria-describedby": "verify-hint" });
    const button = el("button", { type: "submit", class: "btn btn-primary" }, words.do);
    const form = el("form", { class: "verify-form" }, el("label", { for: "verify-code" }, words.field), el("div", { class: "row" }, field, button), el("p", { id: "verify-hint", class: "small muted" }, words.hint));
    const answer = el("div", { id: "verify-answer", class: "stack", role: "status", "aria-label": words.answer });
    host.replaceChildren(form, answer);

    async function ask(code) {
      const query = new URLSearchParams({ lang, code });
      try {
        const got = await fetch(`${corridors.base}verify.json?${query}`);
        if (!got.ok) throw new Error(`${got.status}`);
        answer.replaceChildren(...shown(words, await got.json()));
      } catch {
        answer.replaceChildren(el("p", { class: "notice notice-warn" }, words.failed));
      }
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const code = field.value.trim();
      if (!code) return;
      window.history.replaceState(window.history.state, "", `${window.location.pathname}?${new URLSearchParams({ lang, code })}`);
      ask(code);
    });
    const code = asked();
    if (code) {
      field.value = code;
      ask(code);
    }
  }

  document.addEventListener("corridors:page", () => {
    const host = document.getElementById("verify");
    if (host && !host.firstElementChild) mount(host);
  });
})();
