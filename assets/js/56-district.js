/* My district: a search field over the list of consulates. Without it the list stands whole. */
(function () {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function build(host) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    const told = document.createElement("p");
    label.className = "label";
    label.htmlFor = "district-query";
    label.textContent = host.dataset.search;
    input.id = "district-query";
    input.type = "search";
    input.className = "input";
    input.autocomplete = "off";
    told.className = "faint small";
    told.setAttribute("role", "status");
    host.classList.add("field");
    host.append(label, input, told);
    input.addEventListener("input", () => filter(input.value, told, host.dataset.found));
  }

  function filter(query, told, words) {
    const wanted = plain(query.trim());
    let shown = 0;
    let all = 0;
    for (const state of document.querySelectorAll("#district-list .district-state")) {
      const whole = plain(state.querySelector("h3").textContent).includes(wanted);
      let mine = 0;
      for (const item of state.querySelectorAll("li")) {
        item.hidden = !(whole || plain(item.textContent).includes(wanted));
        mine += item.hidden ? 0 : 1;
        all += 1;
      }
      state.hidden = mine === 0;
      shown += mine;
    }
    told.textContent = wanted ? words.replace("{n}", shown).replace("{all}", all) : "";
  }

  function check() {
    const host = document.getElementById("district-search");
    if (host && !host.firstChild) build(host);
  }

  function watch() {
    new MutationObserver(check).observe(document.body, { childList: true, subtree: true });
    check();
  }

  if (document.body) watch();
  else document.addEventListener("DOMContentLoaded", watch);
})();
