/* Hands on the evidence page: selectors, layer switches, clicks and tooltips on maps, lists by keys, search. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const { element } = corridors.panels;

  /* Sets the selectors and switches to the view. */
  function syncControls(page) {
    const { view } = page;
    const set = (id, value) => {
      const target = document.getElementById(id);
      if (target && target.value !== value) target.value = value;
    };
    set("measure-us", view.us);
    set("measure-mx", view.mx);
    set("scheme", view.scheme);
    for (const button of page.root.querySelectorAll("[data-layer-switch]")) {
      button.setAttribute("aria-pressed", String(view.layers.includes(button.dataset.layerSwitch)));
    }
    chips(page);
  }

  /* What is selected, each with a key to let it go. */
  function chips(page) {
    const host = document.getElementById("selection");
    const chosen = [...page.view.origins, ...page.view.destinations];
    const key = chosen.join();
    if (!host || host.dataKey === key) return;
    host.dataKey = key;
    const names = corridors.say.speaker(page, page.view);
    const made = chosen.map((id) => element("button", { type: "button", class: "chip chip-button", "data-drop": id }, `${names.name(id)} \u00d7`));
    if (made.length) made.push(element("button", { type: "button", class: "btn btn-quiet", "data-clear": "1" }, page.config.text["ev.clear"]));
    host.replaceChildren(...made);
  }

  /* The lines beneath a map, whole or the beginning of each. */
  function openNote(more, open) {
    more.setAttribute("aria-expanded", String(open));
    document.getElementById(more.dataset.note).classList.toggle("is-open", open);
  }

  function listen(page) {
    const { root } = page;
    const changed = { "measure-us": "measure", "measure-mx": "measure", scheme: "scheme" };
    root.addEventListener("change", (event) => {
      const kind = changed[event.target.id];
      if (kind) page.act({ kind, value: event.target.value });
    });
    root.addEventListener("click", (event) => {
      const find = (selector) => event.target.closest(selector);
      const layer = find("[data-layer-switch]");
      if (layer) page.act({ kind: "layer", value: layer.dataset.layerSwitch });
      const mode = find("[data-map-mode]");
      if (mode) page.act({ kind: "map", value: mode.dataset.mapMode });
      const drop = find("[data-drop]");
      if (drop) page.act({ kind: "select", value: drop.dataset.drop, add: true });
      if (find("[data-clear]")) page.act({ kind: "clear" });
      if (find("[data-find]")) openSearch(page);
      if (find("[data-copy-sentence]")) copySentence(page);
      const more = find("[data-note]");
      if (more) openNote(more, more.getAttribute("aria-expanded") === "false");
      const row = find("tr[data-place]");
      if (row) page.act({ kind: "select", value: row.dataset.place, add: event.shiftKey });
    });
    /* Escape closes an open note where it is read, and only then lets the selection go. */
    root.addEventListener("keydown", (event) => {
      const notes = event.key === "Escape" && event.target.closest(".map-notes");
      const more = notes && notes.querySelector("[data-note][aria-expanded=true]");
      if (!more) return;
      event.stopPropagation();
      openNote(more, false);
      more.focus();
    });
    for (const details of root.querySelectorAll("details.map-table")) {
      details.addEventListener("toggle", () => page.rest());
    }
    for (const map of Object.values(page.maps)) {
      mapHands(page, map);
      listKeys(page, map);
    }
    new MutationObserver(() => page.refresh()).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  }

  /* The place under an event: a region's path, or a symbol of the overlay. */
  function placeAt(event) {
    const { target } = event;
    if (target.dataset && target.dataset.place) return target.dataset.place;
    const datum = target.__data__;
    return datum && datum.loc ? datum.loc : null;
  }

  function mapHands(page, map) {
    const tip = element("div", { class: "map-tip", "aria-hidden": "true", hidden: "" });
    map.frame.append(tip);
    map.frame.addEventListener("click", (event) => {
      const { office } = event.target.dataset || {};
      if (office) {
        page.act({ kind: "lens", value: office });
        return;
      }
      const id = placeAt(event);
      if (id) page.act({ kind: "select", value: id, add: event.shiftKey });
    });
    map.frame.addEventListener("pointermove", (event) => {
      const told = event.target.dataTip ? [event.target.dataTip] : tipLines(page, map, placeAt(event));
      if (!told) {
        tip.hidden = true;
        return;
      }
      const key = told.join("|");
      if (tip.dataKey !== key) {
        tip.dataKey = key;
        tip.replaceChildren(...told.map((line, i) => element(i ? "div" : "strong", {}, line)));
      }
      tip.hidden = false;
      const box = map.frame.getBoundingClientRect();
      const x = event.clientX - box.left;
      const y = event.clientY - box.top;
      const flip = x > box.width * 0.6;
      tip.style.transform = `translate(${flip ? x - 14 - tip.offsetWidth : x + 14}px, ${Math.max(0, y - 10)}px)`;
    });
    map.frame.addEventListener("pointerleave", () => (tip.hidden = true));
  }

  /* What a place says: its value and period, and what flows say of it. */
  function tipLines(page, map, id) {
    if (!id || !map.state) return null;
    const { text, lang } = page.config;
    const names = corridors.say.speaker(page, page.view);
    const at = map.state.order.indexOf(id);
    const { found } = map.state;
    const when = found.indexes.length ? corridors.say.when(map.state.data, found, lang) : text["ev.stamp.none"];
    const lines = [names.name(id)];
    if (at >= 0) lines.push(`${corridors.panels.cellText(page, map, map.state.cell(at))} (${when})`);
    const cell = at >= 0 ? map.state.cell(at) : null;
    if (cell && cell.den && map.state.data.shape !== "flag") {
      lines.push(`${corridors.say.number(cell.num, lang)} / ${corridors.say.number(cell.den, lang)}`);
    }
    for (const item of page.flowSymbols(map.side).items) {
      if (item.id === id) lines.push(`${corridors.say.number(item.value, lang)} \u2014 ${text[map.side === "us" && !page.view.destinations.length ? "ev.series.flows" : "ev.layer.flows"]}`);
    }
    return lines;
  }

  /* Arrows go to the neighbour in that direction; Enter selects; Shift+Enter adds. */
  function listKeys(page, map) {
    const host = document.getElementById(`list-${map.side}`);
    if (!host) return;
    const directions = { ArrowUp: "n", ArrowDown: "s", ArrowLeft: "w", ArrowRight: "e" };
    const current = () => map.current || [...page.view.origins, ...page.view.destinations].find((id) => map.paths.has(id)) || (host.firstElementChild && host.firstElementChild.dataset.place);
    const go = (id) => {
      if (!id) return;
      map.current = id;
      map.focusOn(id);
      host.setAttribute("aria-activedescendant", `opt-${map.side}-${id}`);
      for (const option of host.children) option.classList.toggle("is-current", option.dataset.place === id);
      const told = document.getElementById(`told-${map.side}`);
      const lines = tipLines(page, map, id);
      if (told && lines) told.textContent = lines.join(" \u00b7 ");
    };
    map.tellAgain = () => document.activeElement === host && go(current());
    host.addEventListener("focus", () => go(current()));
    host.addEventListener("blur", () => {
      map.focusOn(null);
      const told = document.getElementById(`told-${map.side}`);
      if (told) told.textContent = "";
    });
    host.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const options = [...host.children];
      const at = options.findIndex((option) => option.dataset.place === current());
      let next = null;
      if (directions[event.key]) next = (page.assets.neighbours[current()] || {})[directions[event.key]] || current();
      else if (event.key === "Home") next = options[0].dataset.place;
      else if (event.key === "End") next = options[options.length - 1].dataset.place;
      else if (event.key === "PageDown") next = options[Math.min(options.length - 1, at + 8)].dataset.place;
      else if (event.key === "PageUp") next = options[Math.max(0, at - 8)].dataset.place;
      else if (event.key === "Enter") page.act({ kind: "select", value: current(), add: event.shiftKey });
      else return;
      event.preventDefault();
      event.stopPropagation();
      if (next) go(next);
    });
  }

  /* The sentence with its citation, ready for a document. */
  function copySentence(page) {
    const { citation, measures, text } = page.config;
    const cited = (words) => words.source + (words.via_press ? ` (${text["ev.via_press"]})` : "");
    const shown = ["us", "mx"].map((side) => measures[page.view[side]]).map(cited);
    const known = shown.some((source) => source.startsWith(citation.slice(0, citation.lastIndexOf(", "))));
    const sources = known ? shown : [citation, ...shown];
    const link = `${window.location.origin}${window.location.pathname}?${corridors.view.encode(page.view, page.known)}`;
    const told = `${document.getElementById("sentence").textContent}\n${sources.join("; ")}.\n${page.config.edition}\n${link}`;
    corridors.shell.copy(told);
    corridors.shell.announce(page.config.text["ev.copied"]);
  }

  /* Find a place: states of both countries and consular districts, in either language, without accents. */
  function openSearch(page) {
    let dialog = document.getElementById("search-dialog");
    if (dialog) dialog.remove();
    const { text } = page.config;
    const input = element("input", { type: "search", id: "search-input", "aria-label": text["ev.find"], placeholder: text["ev.find_hint"], autocomplete: "off", role: "combobox", "aria-expanded": "true", "aria-controls": "search-list" });
    const list = element("ul", { id: "search-list", role: "listbox", "aria-label": text["ev.find"] });
    const close = element("button", { type: "button", class: "btn btn-quiet" }, text["ev.find_close"]);
    dialog = element("dialog", { id: "search-dialog", class: "search-dialog", "aria-label": text["ev.find"] }, input, element("p", { class: "search-said", id: "search-none", role: "status", hidden: "" }, text["ev.find_none"]), list, close);
    document.body.append(dialog);
    const places = findable(page);
    let at = 0;
    const show = () => {
      const asked = plain(input.value);
      const percent = corridors.sayings.percentOf(asked);
      if (percent !== null) {
        meant(percent);
        return;
      }
      const begins = (place) => Number(place.keys.some((key) => key.startsWith(asked)));
      const hits = places.filter((place) => place.keys.some((key) => key.includes(asked))).sort((one, other) => begins(other) - begins(one)).slice(0, 12);
      at = Math.min(at, Math.max(0, hits.length - 1));
      list.replaceChildren(...hits.map((place, i) => element("li", { role: "option", id: `hit-${i}`, "aria-selected": String(i === at), "data-place": place.id }, place.label)));
      const none = document.getElementById("search-none");
      none.textContent = text["ev.find_none"];
      none.hidden = hits.length > 0;
      if (hits.length) input.setAttribute("aria-activedescendant", `hit-${at}`);
      else input.removeAttribute("aria-activedescendant");
    };
    /* A percentage: what it means, each with its base; choosing one goes to its figure. */
    const meant = async (percent) => {
      const { rows, said } = await corridors.sayings.meanings(percent);
      if (percent !== corridors.sayings.percentOf(plain(input.value))) return;
      at = Math.min(at, Math.max(0, rows.length - 1));
      list.replaceChildren(
        ...rows.map((meaning, i) => {
          const item = element("li", { role: "option", id: `hit-${i}`, "aria-selected": String(i === at), "data-meaning": meaning.id });
          item.append(element("strong", {}, meaning.what), element("span", {}, meaning.lines.join("; ")), element("span", {}, `${text["ev.base"]}: ${meaning.base}`));
          item.meaning = meaning;
          return item;
        })
      );
      const none = document.getElementById("search-none");
      none.textContent = said;
      none.hidden = false;
      if (rows.length) input.setAttribute("aria-activedescendant", `hit-${at}`);
      else input.removeAttribute("aria-activedescendant");
    };
    const pick = (hit, add) => {
      if (!hit || !hit.meaning) {
        choose(hit && hit.dataset.place, add);
        return;
      }
      dialog.close();
      corridors.sayings.show(hit.meaning);
    };
    const choose = (id, add) => {
      dialog.close();
      if (id) page.act({ kind: "select", value: id, add });
    };
    input.addEventListener("input", () => {
      at = 0;
      show();
    });
    input.addEventListener("keydown", (event) => {
      const count = list.childElementCount;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        at = Math.max(0, Math.min(count - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
        event.preventDefault();
        show();
      } else if (event.key === "Enter") {
        event.preventDefault();
        pick(list.children[at], event.shiftKey);
      }
    });
    list.addEventListener("click", (event) => {
      const hit = event.target.closest("li");
      if (hit) pick(hit, event.shiftKey);
    });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    show();
    dialog.showModal();
    input.focus();
  }

  const plain = (value) => value.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().trim();

  function findable(page) {
    const { cube, config } = page;
    const at = config.lang === "es" ? 1 : 0;
    const states = [...cube.places.US, ...cube.places.MX].map((id) => ({ id, label: `${cube.names[id][at]} \u00b7 ${id.startsWith("US") ? config.text["ev.find_us"] : config.text["ev.find_mx"]}`, keys: cube.names[id].map(plain) }));
    const districts = Object.entries(config.districts).map(([id, district]) => ({
      id,
      label: `${district.city} \u00b7 ${config.text["ev.layer.districts"]}`,
      keys: [plain(district.city)],
    }));
    return [...states, ...districts].sort((one, other) => one.label.localeCompare(other.label, config.lang));
  }

  corridors.Page.prototype.controls = function controls() {
    listen(this);
    syncControls(this);
  };
  corridors.Page.prototype.syncControls = function sync() {
    syncControls(this);
  };
  corridors.hands = { openSearch, copySentence };
})();
