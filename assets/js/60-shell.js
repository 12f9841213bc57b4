/* The shell: navigation without reloading, language, theme, help, tour, copying, announcements. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const root = document.documentElement;
  const { memory, theme } = corridors;
  const data = JSON.parse(document.getElementById("shell-data").textContent);
  const $ = (id) => document.getElementById(id);
  const lang = () => (root.lang.startsWith("es") ? "es" : "en");
  const say = (key) => data.text[key][lang() === "es" ? 1 : 0];
  const fill = (key, values) => say(key).replace(/\{(\w+)\}/g, (_, name) => inLang(values[name]));
  /* A field that differs between the languages is a pair. */
  const inLang = (value) => (Array.isArray(value) ? value[lang() === "es" ? 1 : 0] : value);

  /* Words of the shell in the language of the page: header, footer and dialogs stand in the document. */
  function translate() {
    for (const node of document.querySelectorAll("[data-t]")) {
      let values = {};
      if (node.dataset.tValues) values = JSON.parse(node.dataset.tValues);
      node.textContent = fill(node.dataset.t, values);
    }
    for (const node of document.querySelectorAll("[data-t-label]")) {
      node.setAttribute("aria-label", say(node.dataset.tLabel));
      if (node.title) node.title = say(node.dataset.tLabel);
    }
    for (const button of document.querySelectorAll("[data-lang-to]")) {
      button.setAttribute("aria-pressed", String(button.dataset.langTo === lang()));
    }
    showTheme();
    showStep();
  }

  function announce(text) {
    const region = $("announce");
    region.textContent = "";
    window.requestAnimationFrame(() => {
      region.textContent = text;
    });
  }

  let toastTimer = 0;
  function toast(text, lasting) {
    const box = $("toast");
    box.textContent = text;
    box.hidden = false;
    window.clearTimeout(toastTimer);
    if (!lasting) toastTimer = window.setTimeout(() => (box.hidden = true), 2600);
  }

  /* Navigation */
  const inside = (path) => {
    const { base } = corridors;
    const rest = path.startsWith(base) ? path.slice(base.length) : path.replace(/^\//, "");
    return `/${rest}`.replace(/\/+$/, "") || "/";
  };

  function go(pathname, search, hash) {
    const here = inside(pathname) === inside(window.location.pathname);
    wanted = { hash: hash || "", moved: !here };
    if (here && search === window.location.search) {
      arrived();
      return;
    }
    closeMenu();
    move(pathname, search, hash);
  }

  /* To an address, and Dash told of it. The address may have changed since Dash last read it (the evidence page
     keeps its view there), so that setting Dash's own properties would push the old one. */
  function move(pathname, search, hash) {
    const again = inside(pathname) === inside(window.location.pathname) && search === frameQuery;
    if (again) {
      window.location.assign(pathname + search + (hash || ""));
      return;
    }
    window.history.pushState({}, "", pathname + search + (hash || ""));
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    waitForAnswer();
  }

  /* The query of where we are, with what a link adds to it. */
  function carry(extra) {
    const query = new URLSearchParams(window.location.search);
    for (const [name, value] of new URLSearchParams(extra)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    query.set("lang", lang());
    return `?${query.toString().replace(/%2C/g, ",")}`;
  }

  function follow(event) {
    const link = event.target.closest && event.target.closest("a[data-nav]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!window.dash_clientside || !window.dash_clientside.set_props) return;
    const to = new URL(link.href);
    if (to.origin !== window.location.origin) return;
    event.preventDefault();
    go(to.pathname, link.dataset.nav === "exact" ? to.search : carry(added(to)), to.hash);
  }

  /* The server writes a whole view into each link; only what differs from where we are now is the link's own. */
  function added(to) {
    const own = new URLSearchParams(to.search);
    own.delete("lang");
    own.delete("v");
    const drawn = new URLSearchParams(frameQuery);
    for (const [name, value] of [...own]) if (drawn.get(name) === value) own.delete(name);
    return own.toString();
  }

  let wanted = null;
  let frameQuery = window.location.search;
  let answerTimer = 0;
  function waitForAnswer() {
    root.classList.add("is-moving");
    window.clearTimeout(answerTimer);
    answerTimer = window.setTimeout(() => {
      if (!root.classList.contains("is-moving")) return;
      toast(say("shell.lost"), true);
      announce(say("shell.lost"));
    }, 8000);
  }

  /* A page was drawn: its title, language, place in the navigation, and where the eye and the focus go. */
  function drawn() {
    const frame = document.querySelector("#page > .page-frame");
    if (!frame) return;
    const { path } = frame.dataset;
    const changed = frame.dataset.lang !== lang();
    root.lang = frame.dataset.lang;
    root.classList.remove("is-moving");
    window.clearTimeout(answerTimer);
    if (!$("toast").hidden) $("toast").hidden = true;
    frameQuery = window.location.search;
    if (outdated(frame.dataset.edition)) return;
    showLens(frame.dataset.lens || "");
    const title = data.pages[path] || data.missing;
    document.title = title[lang() === "es" ? 1 : 0];
    const menu = data.under[path] || path; // a page that stands in no menu marks the one that leads to it
    for (const link of document.querySelectorAll("#shell-nav a")) {
      if (inside(new URL(link.href).pathname) === menu) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (changed) translate();
    arrived();
    offerTour(path);
    document.dispatchEvent(new CustomEvent("corridors:page", { detail: { path, lang: lang() } }));
  }

  /* The consulate that the product looks through, in the header of every page; the evidence page tells of its own. */
  function showLens(name, spoken) {
    $("shell-lens").hidden = !name;
    if ($("shell-lens-name").textContent !== name) $("shell-lens-name").textContent = name;
    $("shell-lens").title = name || "";
    if (spoken) announce(name ? fill("shell.lens.on", { name }) : say("shell.lens.off"));
  }

  function clearLens() {
    const within = $("shell-lens").contains(document.activeElement);
    if (corridors.page && corridors.page.root.isConnected) corridors.act({ kind: "lens", value: "" });
    else go(window.location.pathname, carry("lens=&split="), "");
    showLens("", true);
    if (within) $("page").focus({ preventScroll: true });
  }

  /* A page of a newer edition than the header's: another person imported meanwhile. The whole document comes anew,
     once an edition, so that a copy that a proxy kept cannot go round in circles. */
  function outdated(edition) {
    if (!edition || edition === root.dataset.edition || memory.get("edition") === edition) return false;
    if (!memory.set("edition", edition)) return false;
    window.location.reload();
    return true;
  }

  function arrived() {
    const hash = (wanted && wanted.hash) || (wanted ? "" : window.location.hash);
    const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (target) {
      if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
      target.scrollIntoView();
      target.focus({ preventScroll: true });
    } else if (wanted && wanted.moved) {
      window.scrollTo(0, 0);
      $("page").focus({ preventScroll: true });
      announce(document.title);
    }
    wanted = null;
  }

  function watchPage(page) {
    new MutationObserver(drawn).observe(page, { childList: true });
    drawn();
  }

  function start() {
    document.addEventListener("click", follow);
    const found = $("page");
    if (found) {
      watchPage(found);
      return;
    }
    const entry = new MutationObserver(() => {
      const page = $("page");
      if (!page) return;
      entry.disconnect();
      watchPage(page);
    });
    entry.observe($("react-entry-point"), { childList: true, subtree: true });
  }

  /* Language: the address changes, the page is drawn in it, and the shell's words follow at once. */
  function setLang(to) {
    if (to !== "en" && to !== "es") return;
    memory.set("lang", to);
    root.lang = to;
    translate();
    announce(say("shell.in_lang"));
    const query = new URLSearchParams(window.location.search);
    query.set("lang", to);
    move(window.location.pathname, `?${query.toString().replace(/%2C/g, ",")}`);
  }

  /* Theme */
  const NEXT = { light: "dark", dark: "auto", auto: "light" };
  function showTheme() {
    const choice = root.dataset.themeChoice || "light";
    const button = $("shell-theme");
    button.setAttribute("aria-label", say(`shell.theme_${choice}`));
    button.title = say(`shell.theme_${choice}`);
    button.querySelector(".icon").className = `icon icon-${choice}`;
  }
  function toggleTheme(to) {
    const choice = to || NEXT[root.dataset.themeChoice || "light"];
    memory.set("theme", choice);
    theme.apply(choice);
    showTheme();
    announce(say(`shell.theme_now_${choice}`));
  }

  /* Help, and the switch of single-letter keys */
  function help() {
    const dialog = $("help");
    if (dialog.open) {
      dialog.close();
      return;
    }
    $("keys-switch").checked = memory.get("keys") !== "off";
    dialog.showModal();
  }

  /* Copying: on plain http a page cannot reach the clipboard; then a selected field does. */
  function copied(text) {
    const line = text.trim().split("\n", 1)[0];
    const told = `${say("shell.copied")}: ${line.length > 90 ? `${line.slice(0, 88).trimEnd()}…` : line}`;
    toast(told);
    announce(told);
    return true;
  }
  function copyOld(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "visually-hidden";
    field.setAttribute("aria-hidden", "true");
    const before = document.activeElement;
    document.body.append(field);
    field.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      done = false;
    }
    field.remove();
    if (before && before.focus) before.focus({ preventScroll: true });
    return done;
  }
  function copyByHand(text) {
    const field = $("copy-text");
    field.value = text;
    $("copy").showModal();
    field.focus();
    field.select();
    return false;
  }
  async function copy(text) {
    if (window.isSecureContext && navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(text);
        return copied(text);
      } catch {
        /* Not allowed here: the older ways follow. */
      }
    }
    return copyOld(text) ? copied(text) : copyByHand(text);
  }

  /* The tour: a strip under the header, never in the way; it can be skipped and is offered once. */
  const STEPS = 5;
  const TARGETS = { 2: "#shell-nav", 3: '#shell-nav a[href*="/evidence"]', 4: '#shell-nav a[href*="/sources"]', 5: ".shell-tools" };
  let step = 0;
  function showStep() {
    if (!step) return;
    $("tour-title").textContent = say(`tour.${step}.title`);
    $("tour-body").textContent = say(`tour.${step}.body`);
    $("tour-count").textContent = fill("tour.step", { step, steps: STEPS });
    $("tour-next").textContent = say(step === STEPS ? "tour.done" : "tour.next");
    $("tour-back").hidden = step === 1;
    $("tour-skip").hidden = step === STEPS;
    for (const node of document.querySelectorAll(".is-toured")) node.classList.remove("is-toured");
    const target = TARGETS[step] && document.querySelector(TARGETS[step]);
    if (target) target.classList.add("is-toured");
  }
  function tour(offered) {
    step = 1;
    showStep();
    const dialog = $("tour");
    if ($("help").open) $("help").close();
    if (!dialog.open) dialog.show();
    /* Offered by itself it takes no focus; asked for, it does. */
    if (offered === true) {
      if (document.activeElement && dialog.contains(document.activeElement)) document.activeElement.blur();
    } else $("tour-next").focus();
  }
  function endTour() {
    step = 0;
    memory.set("tour", "seen");
    for (const node of document.querySelectorAll(".is-toured")) node.classList.remove("is-toured");
    const held = $("tour").contains(document.activeElement);
    if ($("tour").open) $("tour").close();
    if (held) $("page").focus({ preventScroll: true });
  }
  function moveTour(by) {
    step += by;
    if (step > STEPS) endTour();
    else {
      showStep();
      announce(`${say(`tour.${step}.title`)}. ${say(`tour.${step}.body`)}`);
    }
  }
  let offeredOnce = false;
  function offerTour(path) {
    if (path !== "/") {
      /* It was offered on the first page; elsewhere it would stand on a map. */
      if ($("tour").open && step === 1) $("tour").close();
      return;
    }
    if (offeredOnce || memory.get("tour") || !memory.set("probe", "1")) return;
    offeredOnce = true;
    tour(true);
  }

  /* The menu of a small screen */
  function closeMenu() {
    $("shell-menu").setAttribute("aria-expanded", "false");
    document.body.classList.remove("menu-open");
  }

  function listen() {
    $("shell-theme").addEventListener("click", () => toggleTheme());
    $("shell-help").addEventListener("click", help);
    $("shell-lens-clear").addEventListener("click", clearLens);
    for (const button of document.querySelectorAll("[data-lang-to]")) {
      button.addEventListener("click", () => setLang(button.dataset.langTo));
    }
    $("shell-menu").addEventListener("click", () => {
      const open = $("shell-menu").getAttribute("aria-expanded") !== "true";
      $("shell-menu").setAttribute("aria-expanded", String(open));
      document.body.classList.toggle("menu-open", open);
    });
    $("keys-switch").addEventListener("change", (event) => {
      memory.set("keys", event.target.checked ? "on" : "off");
      document.dispatchEvent(new CustomEvent("corridors:keys", { detail: { on: event.target.checked } }));
    });
    for (const button of document.querySelectorAll("[data-close]")) {
      button.addEventListener("click", () => button.closest("dialog").close());
    }
    for (const dialog of document.querySelectorAll("dialog.modal")) {
      dialog.addEventListener("click", (event) => {
        if (event.target === dialog) dialog.close();
      });
    }
    $("tour-next").addEventListener("click", () => moveTour(1));
    $("tour-back").addEventListener("click", () => moveTour(-1));
    $("tour-skip").addEventListener("click", endTour);
    for (const button of document.querySelectorAll("[data-tour]")) button.addEventListener("click", () => tour());
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      if ($("tour").open && $("tour").contains(document.activeElement)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        endTour();
      } else if (document.body.classList.contains("menu-open")) {
        closeMenu();
        $("shell-menu").focus();
      }
    }, true);
    document.addEventListener("click", (event) => {
      if (document.body.classList.contains("menu-open") && !event.target.closest(".shell-header")) closeMenu();
    });
    document.querySelector(".skip").addEventListener("click", (event) => {
      event.preventDefault();
      const page = $("page");
      if (page) page.focus();
    });
  }

  const navigate = (path, query) => go(path, query ? `?${String(query).replace(/^\?/, "")}` : "", "");
  corridors.navigate = navigate;
  corridors.shell = { help, tour, setLang, toggleTheme, copy, announce, toast, navigate, showLens, text: say };

  listen();
  translate();
  start();
})();
