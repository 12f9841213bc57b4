/* Claim cards: fetched when they are opened, of the view that is shown then; one key copies a card, another opens the
   attack on its number. And what a percentage means, for the search. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const FIGURE = ".figure-card, .map-panel, [data-figure]";
  const CARD = "details.saying[data-card]";
  const PERCENT = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent|per cent|por ciento)?$/;

  const query = () => window.location.search;

  const filling = new WeakMap();

  /* Fills a card with that of the present view, once a view; resolves to whether it is there. */
  function fill(details) {
    const asked = query();
    const last = filling.get(details);
    if (last && last.asked === asked) return last.done;
    const done = put(details, asked);
    filling.set(details, { asked, done });
    return done;
  }

  async function put(details, asked) {
    const body = details.querySelector(".saying-body");
    if (!body.firstElementChild) body.textContent = body.dataset.loading;
    try {
      const response = await fetch(`${corridors.base}card/${details.dataset.card}${asked}`);
      if (!response.ok) throw new Error(String(response.status));
      const markup = await response.text();
      if (filling.get(details).asked !== asked) return filling.get(details).done; /* the view moved on */
      replace(body, markup);
      return true;
    } catch {
      filling.delete(details);
      body.textContent = body.dataset.failed;
      return false;
    }
  }

  /* The new card in place of the old: what was open stays open, and the focus stays where it was. */
  function replace(body, markup) {
    const PARTS = ["details.attack > summary", "[data-copy-card]"];
    const held = PARTS.find((part) => body.querySelector(part) === document.activeElement && document.activeElement);
    const attacked = Boolean(body.querySelector("details.attack[open]"));
    body.innerHTML = markup;
    body.querySelector("details.attack").open = attacked;
    if (held) body.querySelector(held).focus({ preventScroll: true });
  }

  /* The card of the figure in focus, else under the pointer, else of the map used last, else the first of the page. */
  function near() {
    const of = (node) => node && node.querySelector(CARD);
    const active = document.activeElement;
    const focused = active && active !== document.body && of(active.closest(FIGURE));
    const hovered = [...document.querySelectorAll("#page :hover")].reverse().map((node) => of(node.closest(FIGURE))).find(Boolean);
    const used = corridors.page && of(document.getElementById(`panel-${corridors.page.used}`));
    return focused || hovered || used || document.querySelector(`#page ${CARD}`);
  }

  function copyFrom(details) {
    const { copyCard, link } = details.querySelector("[data-copy-card]").dataset;
    const address = `${window.location.origin}${corridors.base}${link.replace(/^\//, "")}`;
    return corridors.shell.copy(copyCard.replace(link, address));
  }

  async function copy() {
    const details = near();
    if (details && (await fill(details))) copyFrom(details);
  }

  async function attack() {
    const details = near();
    if (!details) return;
    details.open = true;
    if (!(await fill(details))) return;
    const inner = details.querySelector("details.attack");
    inner.open = true;
    inner.querySelector("summary").focus({ preventScroll: true });
    /* A card over a map scrolls in itself, and the page stays; any other comes under the header (scroll-margin). */
    const body = inner.closest(".saying-body");
    if (getComputedStyle(body).position === "absolute") body.scrollTop += inner.getBoundingClientRect().top - body.getBoundingClientRect().top;
    else inner.scrollIntoView({ block: "start" });
  }

  /* The view changed: open cards follow it. */
  function follow() {
    for (const details of document.querySelectorAll(`${CARD}[open]`)) fill(details);
  }

  document.addEventListener("toggle", (event) => {
    if (event.target.matches(CARD) && event.target.open) fill(event.target);
  }, true);
  document.addEventListener("click", (event) => {
    const key = event.target.closest("[data-copy-card]");
    if (key) copyFrom(key.closest(CARD));
    /* One of the numbers that lead a page: its figure is below, and its card opens. */
    const lead = event.target.closest("[data-say]");
    const figure = lead && document.getElementById(lead.dataset.say);
    const own = figure && figure.querySelector(CARD);
    if (!own) return;
    event.preventDefault();
    own.open = true;
    figure.scrollIntoView({ block: "start" });
    own.querySelector("summary").focus({ preventScroll: true });
  });

  /* What a percentage means. */
  const kept = new Map();
  function index() {
    const asked = query();
    if (!kept.has(asked)) {
      kept.clear();
      kept.set(asked, fetch(`${corridors.base}meanings.json${asked}`).then((response) => response.json()));
    }
    return kept.get(asked);
  }
  const percentOf = (words) => {
    const match = PERCENT.exec(words);
    return match ? Math.round(Number(match[1].replace(",", "."))) : null;
  };
  async function meanings(value) {
    const { meanings: found, text } = await index();
    const rows = found[value] || [];
    const form = rows.length ? text[rows.length === 1 ? "found_one" : "found"] : text.none;
    return { rows, said: form.replace("{value}", value).replace("{count}", rows.length) };
  }
  function show(meaning) {
    const [path, anchor] = meaning.page.split("#");
    const there = document.getElementById(anchor);
    if (there) {
      there.scrollIntoView({ block: "center" });
      there.setAttribute("tabindex", "-1");
      there.focus({ preventScroll: true });
    } else window.location.assign(`${corridors.base}${path.slice(1)}${query()}#${anchor}`);
  }

  corridors.sayings = { copy, attack, follow, percentOf, meanings, show };
})();
