/* What stands around a map: its stamp, legend, notes, list and table, from the same cells as its fills. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const { fill, number, period, percent } = corridors.say;

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const key in attributes || {}) made.setAttribute(key, attributes[key]);
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  const setText = (target, value) => {
    if (target && target.textContent !== value) target.textContent = value;
  };

  /* The period that the map shows, stamped when it is not the one asked. */
  function stamp(page, map) {
    const target = document.getElementById(`stamp-${map.side}`);
    const { found, data } = map.state;
    const when = corridors.say.when(data, found, page.config.lang);
    setText(target, fill(page.config.text[`ev.stamp.${found.how}`], { period: when }));
    if (target) target.dataset.how = found.how;
  }

  function bounds(page, measure) {
    const breaks = corridors.maps.breaksOf(page, measure);
    const { lang } = page.config;
    const digits = measure.digits;
    const show = (value) => number(value, lang, digits);
    const labels = breaks.map((upper) => `\u2264 ${show(upper)}`);
    labels.push(breaks.length ? `> ${show(breaks[breaks.length - 1])}` : "");
    return labels;
  }

  function legend(page, map) {
    const target = document.getElementById(`legend-${map.side}`);
    const { data } = map.state;
    const has = (code) => corridors.maps.isFill(data) && map.state.codes.includes(code);
    const special = [-2, -1, -3].filter(has);
    const key = [map.id, page.view.scheme, corridors.maps.dark(), special].join();
    if (!target || target.dataKey === key) return;
    target.dataKey = key;
    const { text } = page.config;
    target.replaceChildren();
    target.append(element("span", { class: "legend-title" }, page.config.measures[map.id].unit));
    if (corridors.maps.isFill(data)) {
      const scale = corridors.maps.fills(page, data);
      const labels = data.shape === "flag" ? [text["ev.law_no"], text["ev.law_yes"]] : bounds(page, data);
      labels.forEach((label, i) => target.append(swatch(scale[i + 3], label)));
      for (const code of special) {
        const status = { "-3": "suppressed", "-2": "missing", "-1": "zero" }[code];
        target.append(swatch(scale[code + 3], text[`ev.status.${status}`], `is-${status}`));
      }
    } else {
      const largest = fill(text["ev.symbol_largest"], { number: number(data.max, page.config.lang) });
      target.append(element("span", { class: "legend-note" }, `${text["ev.symbol_note"]}; ${largest}`));
    }
  }

  function swatch(colour, label, hatch) {
    const box = element("span", { class: `swatch ${hatch || ""}`.trim(), "aria-hidden": "true" });
    box.style.setProperty("--swatch", colour);
    return element("span", { class: "legend-item" }, box, label);
  }

  /* Base, source and kind of the measure; the share of known weapons; what the flows layer shows. */
  function note(page, map) {
    const target = document.getElementById(`note-${map.side}`);
    const words = page.config.measures[map.id];
    const { text } = page.config;
    const key = [map.id, page.view.years, page.flowKey(), page.view.destinations, page.followed(), page.view.layers].join("|");
    if (!target || target.dataKey === key) return;
    target.dataKey = key;
    const kind = element("span", { class: "chip" }, text[`ev.kind.${words.kind}`]);
    const press = words.via_press ? element("span", { class: "chip" }, text["ev.via_press"]) : null;
    const lines = [element("p", { class: "note-base" }, `${text["ev.base"]}: ${words.base}`)];
    const source = element("span", {}, `${text["ev.source"]}: ${words.source}`);
    lines.push(element("p", { class: "note-source" }, source, " ", kind, press ? " " : null, press));
    for (const extra of [...knownWeapons(page, map), ...page.flowNotes(map.side), ...page.districtNotes(map.side)]) {
      lines.push(element("p", { class: "note-extra" }, extra));
    }
    target.replaceChildren(...lines);
  }

  /* Beside every figure by weapon, the share of victims whose weapon is known. */
  function knownWeapons(page, map) {
    if (!/^firearm_.*_sesnsp$/.test(map.id)) return [];
    const measure = page.cube.measures.known_weapon_share_sesnsp;
    const found = corridors.cube.resolve(measure.periods, page.view.years, false);
    if (!found.indexes.length) return [];
    const when = period(found.first, found.last);
    const { lang, text } = page.config;
    const s = corridors.say.speaker(page, page.view);
    const order = page.cube.places.MX;
    const chosen = page.view.destinations.filter((id) => order.includes(id)).slice(0, 3);
    const rows = chosen.map((id) => [s.name(id), corridors.cube.cell(measure, found.indexes, order.indexOf(id))]);
    if (!rows.length) rows.push([text["say.country.MX"], corridors.cube.national(measure, found.indexes)]);
    return rows
      .filter(([, cell]) => cell.value !== null)
      .map(([place, cell]) => fill(text["ev.known_weapons"], { place, period: when, share: percent(cell.value, lang, 0) }));
  }

  function cellText(page, map, cell) {
    if (cell.value === null) return page.config.text[`ev.status.${cell.status}`];
    return corridors.say.valueText(page, map.id, map.state.data, cell.value);
  }

  /* The map as a focusable, ordered list: a listbox over the map, moved by arrows to the neighbours. */
  function list(page, map) {
    const target = document.getElementById(`list-${map.side}`);
    if (!target) return;
    const names = corridors.say.speaker(page, page.view);
    const { order, cell } = map.state;
    const base = map.measure.level === "state" ? order : page.cube.places[map.country];
    const chosen = map.side === "us" ? page.view.origins : page.view.destinations;
    const sorted = [...base].sort((a, b) => names.name(a).localeCompare(names.name(b), page.config.lang));
    if (target.childElementCount !== sorted.length) {
      target.replaceChildren(
        ...sorted.map((id) => element("li", { role: "option", id: `opt-${map.side}-${id}`, "data-place": id, "aria-selected": "false" }))
      );
    }
    for (const option of target.children) {
      const id = option.dataset.place;
      const at = map.measure.level === "state" ? order.indexOf(id) : -1;
      setText(option, at < 0 ? names.name(id) : `${names.name(id)}: ${cellText(page, map, cell(at))}`);
      const on = String(chosen.includes(id));
      if (option.getAttribute("aria-selected") !== on) option.setAttribute("aria-selected", on);
    }
  }

  /* The map as a real table, built when it is opened and again when the view rests. */
  function table(page, map) {
    const details = document.getElementById(`table-${map.side}`);
    const host = details && details.querySelector(".table-wrap");
    if (!details || !details.open || !host) return;
    const { text, lang, measures } = page.config;
    const names = corridors.say.speaker(page, page.view);
    const { data, found, order, cell: cellAt } = map.state;
    const when = found.indexes.length ? corridors.say.when(data, found, lang) : "";
    const caption = fill(text["ev.table_caption"], { measure: measures[map.id].title, period: when || text["ev.stamp.none"] });
    const headers = [text["ev.col.place"], text["ev.col.value"]];
    const counts = data.shape !== "flag";
    if (counts) headers.push(text["ev.col.num"]);
    if (counts && data.den) headers.push(text["ev.col.den"]);
    const chosen = new Set([...page.view.origins, ...page.view.destinations]);
    const rows = order
      .map((id, i) => [id, cellAt(i)])
      .filter(([id, cell]) => data.level === "state" || cell.num || chosen.has(id))
      .sort((a, b) => names.name(a[0]).localeCompare(names.name(b[0]), lang));
    const body = rows.map(([id, cell]) => {
      const row = element("tr", { "data-place": id }, element("th", { scope: "row" }, names.name(id)));
      if (chosen.has(id)) row.className = "is-chosen";
      row.append(element("td", {}, cellText(page, map, cell)));
      if (counts) row.append(element("td", {}, cell.num === undefined || cell.num === null ? "" : number(cell.num, lang, 0)));
      if (counts && data.den) row.append(element("td", {}, cell.den ? number(cell.den, lang, 0) : ""));
      return row;
    });
    host.replaceChildren(
      element(
        "table",
        { class: "table" },
        element("caption", {}, caption),
        element("thead", {}, element("tr", {}, ...headers.map((label) => element("th", { scope: "col" }, label)))),
        element("tbody", {}, ...body)
      )
    );
  }

  corridors.panels = { element, setText, stamp, legend, note, list, table, cellText };
})();
