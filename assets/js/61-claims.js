/* The ledger of claims: filter by verdict, section, document and words, and sort; a link to a claim opens it. */
(function () {
  "use strict";
  const NO_LONGER = new Set(["contradicted", "overstated", "slip", "superseded"]);
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const $ = (name) => document.getElementById(`claims-${name}`);
  const chosen = (name) => ($(name) ? $(name).value : "");
  const claims = () => [...document.querySelectorAll("#claims-list > li")];

  function fits(item) {
    const verdict = chosen("verdict");
    const { dataset } = item;
    if (verdict === "no-longer" ? !NO_LONGER.has(dataset.verdict) : verdict && verdict !== dataset.verdict) return false;
    if (chosen("section") && chosen("section") !== dataset.section) return false;
    if (chosen("document") && chosen("document") !== dataset.document) return false;
    return plain(item.textContent).includes(plain(chosen("query").trim()));
  }

  function build(host) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    label.className = "label";
    label.htmlFor = "claims-query";
    label.textContent = host.dataset.search;
    input.id = "claims-query";
    input.type = "search";
    input.className = "input";
    input.autocomplete = "off";
    host.append(label, input);
  }

  function show() {
    let shown = 0;
    const all = claims();
    for (const item of all) {
      item.hidden = !fits(item);
      shown += item.hidden ? 0 : 1;
    }
    for (const button of document.querySelectorAll("[data-verdict-to]")) button.setAttribute("aria-pressed", String(button.dataset.verdictTo === chosen("verdict")));
    const told = $("told");
    told.textContent = told.dataset.found.replace("{n}", shown).replace("{all}", all.length);
  }

  function sort() {
    const by = chosen("sort");
    const order = (item) => Number(item.dataset[by === "verdict" ? "rank" : "at"]);
    const sorted = claims().sort((a, b) => order(a) - order(b) || a.dataset.at - b.dataset.at);
    $("list").append(...sorted);
  }

  /* The claim of the address: shown whatever the filter, its evidence open. */
  function open() {
    const id = decodeURIComponent(window.location.hash.slice(1));
    const item = id && document.getElementById(id);
    if (!item || !item.classList.contains("claim")) return;
    const details = item.querySelector("details");
    if (details) details.open = true;
    item.scrollIntoView();
  }

  document.addEventListener("input", (event) => {
    if (!event.target.closest || !event.target.closest("#claims-tools")) return;
    if (event.target.id === "claims-sort") sort();
    else show();
  });

  /* A count of a verdict shows its claims, and all of them when it is pressed again. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-verdict-to]");
    if (!button) return;
    $("verdict").value = $("verdict").value === button.dataset.verdictTo ? "" : button.dataset.verdictTo;
    show();
  });

  document.addEventListener("corridors:page", () => {
    if (!$("list")) return;
    if (!$("search").firstChild) build($("search"));
    const asked = new URLSearchParams(window.location.search).get("show");
    if (asked && [...$("verdict").options].some((option) => option.value === asked)) $("verdict").value = asked;
    show();
    open();
  });
  window.addEventListener("hashchange", open);
})();
