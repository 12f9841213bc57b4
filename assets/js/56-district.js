/* My district: a search field over the list of consulates, without which the list stands whole; Enter in it follows the
   first that is shown. The picker of a second consulate puts it beside the first. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
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
    input.addEventListener("keydown", (event) => {
      const first = event.key === "Enter" && document.querySelector("#district-list .district-state:not([hidden]) li:not([hidden]) a");
      if (first) first.click();
    });
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

  document.addEventListener("change", (event) => {
    const picker = event.target;
    if (picker.id !== "lens-beside") return;
    const query = new URLSearchParams(window.location.search);
    query.set("lens", picker.value ? `${picker.dataset.first},${picker.value}` : picker.dataset.first);
    corridors.navigate(window.location.pathname, query.toString().replace(/%2C/g, ","));
  });

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
