/* The keyboard: single letters only outside fields, and only while they are switched on (WCAG 2.1.4). */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  /* A choice takes no letters: on a box, a radio button or a slider the keys go on working. */
  const FIELDS = "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable], dialog[open] *";

  const letters = () => {
    try {
      return window.localStorage.getItem("corridors.keys") !== "off";
    } catch {
      return true;
    }
  };

  const nearest = (selector) => {
    const active = document.activeElement;
    const around = active && active.closest && active.closest(".map-panel, .figure-card, .card, section");
    const used = corridors.page && corridors.page.used && document.getElementById(`panel-${corridors.page.used}`);
    return (around && around.querySelector(selector)) || (used && used.querySelector(selector)) || document.querySelector(`#page ${selector}`);
  };

  function toggleTable() {
    const details = nearest("details.map-table, details.figure-table, details[data-table]");
    if (!details) return;
    details.open = !details.open;
    details.querySelector("summary").focus();
  }

  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen();
  }

  /* The search stands on the evidence page: from any other page its key leads there, and it opens when that is drawn. */
  function seek() {
    const link = document.querySelector('#shell-nav a[href*="/evidence"]');
    if (!link) return;
    corridors.seeking = true;
    link.click();
  }

  /* What each key does on any page. */
  const ANYWHERE = {
    "?": () => corridors.shell && corridors.shell.help(),
    l: () => {
      const other = document.documentElement.lang.startsWith("es") ? "en" : "es";
      if (corridors.page) corridors.page.act({ kind: "lang", value: other });
      else if (corridors.shell) corridors.shell.setLang(other);
    },
    f: fullScreen,
    t: toggleTable,
    "/": seek,
    w: () => corridors.sayings.copy(),
    a: () => corridors.sayings.attack(),
    c: () => corridors.capture.open(),
    s: () => {
      const link = document.querySelector('a[data-key="s"], header a[href*="/sources"]');
      if (link) link.click();
    },
    d: () => {
      const link = nearest("a[download]");
      if (link) link.click();
    },
  };

  /* What each key does on the evidence page. */
  const EVIDENCE = {
    ",": (page) => page.time.step(-1),
    "[": (page) => page.time.step(-1),
    ".": (page) => page.time.step(1),
    "]": (page) => page.time.step(1),
    " ": (page) => page.time.toggle(),
    "/": (page) => corridors.hands.openSearch(page),
    q: (page) => corridors.hands.copySentence(page),
    m: (page) => page.act({ kind: "map", value: page.view.map === "both" ? "linked" : "both" }),
  };

  /* The button in the header does what the key does. */
  document.addEventListener("click", (event) => {
    if (!event.target.closest || !event.target.closest("#shell-search")) return;
    if (corridors.page) corridors.hands.openSearch(corridors.page);
    else seek();
  });

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = corridors.page;
    if (event.key === "Escape" && page && !document.querySelector("dialog[open]")) {
      page.act({ kind: "clear" });
      return;
    }
    const { target } = event;
    if (!letters() || (target.closest && target.closest(FIELDS))) return;
    if (event.key === " " && target.closest && target.closest("button, a, summary, input, [role=listbox]")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const own = corridors.flows ? corridors.flows.keys() : {};
    const forPage = page ? EVIDENCE[key] : own[key];
    const anywhere = ANYWHERE[key];
    if (!forPage && !anywhere) return;
    event.preventDefault();
    if (forPage) forPage(page);
    else anywhere();
  });
})();
