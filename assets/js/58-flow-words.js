/* The words of the page of corridors: sentence, captions, tooltip, table. Each function is given the page. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});

  function words(page) {
    const { period, prior } = page.state;
    page.$("sentence").textContent = [selectionWords(page), page.config.sentences[period]].filter(Boolean).join(" ");
    page.$("source").textContent = page.config.sources[period];
    page.$("error").textContent = page.config.errors[prior];
    page.$("shown").textContent = [restWords(page), unknownWords(page)].filter(Boolean).join(" · ");
  }

  const filtered = ({ from, to, border, port }) => Boolean(from.length || to.length || border || port);
  const gunWords = (page, guns) => (guns < 10 ? page.say("guns.few") : page.say("guns", { number: page.n(corridors.dial.rough(guns)) }));
  const pairWords = (page, pair) => page.say("tip.pair", { origin: page.name(pair.origin), destination: page.name(pair.to) });

  /* What is not drawn, with the number under which a pair is not; nothing where all is drawn. */
  function restWords(page) {
    const { arcs, rest, lowest, hidden, under } = page.shown;
    if (page.state.matrix && !page.state.robust) return hidden.told ? page.say(hidden.told === 1 ? "in_band.one" : "in_band", { guns: gunWords(page, under) }) : "";
    if (!arcs.length) return page.say("nothing");
    if (!hidden.drawn) return "";
    if (hidden.drawn === 1) return page.say("rest.one", { guns: gunWords(page, rest) });
    return page.say(page.state.robust ? "rest.robust" : "rest", { least: corridors.dial.BANDS[lowest], guns: gunWords(page, rest) });
  }

  function unknownWords(page) {
    const { unknown } = page.asset.periods[page.state.period];
    const { matrix, port, border, robust } = page.state;
    if (unknown && matrix && !port && !border && !robust) return page.say("unknown.column", { number: page.n(unknown) });
    return unknown ? page.say(filtered(page.state) ? "unknown.all" : "unknown", { number: page.n(unknown) }) : "";
  }

  /* What the filters select, as a sentence: the pair with its number, or the sum with its first pair. Empty without filters. */
  function selectionWords(page) {
    const { state, config } = page;
    if (!filtered(state)) return "";
    const { whole, all, rows } = page.shown;
    const places = (list, any) => (list.length ? page.list(list.map((place) => page.name(place))) : page.say(any)[0].toLocaleLowerCase(config.lang) + page.say(any).slice(1));
    const origin = state.district ? page.say("of.district", { city: config.districts[state.district].city }) : places(state.from, "any_us");
    const pair = page.say("tip.pair", { origin, destination: places(state.to, "any_mx") });
    const [gate] = page.asset.gates.filter(({ id }) => id === state.port);
    const place = gate ? gate.name : state.border && page.name(state.border);
    const selection = place ? page.say("of.through", { pair, place }) : pair;
    const { years } = page.asset.periods[state.period];
    const words = page.say("of", { selection, period: [...new Set(years)].join("–"), what: numberWords(page, whole, all, rows) });
    return words[0].toLocaleUpperCase(config.lang) + words.slice(1);
  }

  function numberWords(page, whole, all, rows) {
    const values = (one) => ({ number: page.n(one.published || 0), band: bandWords(page, one), low: page.n(one.low), high: page.n(one.high) });
    const said = (one, key) => page.say(one.published !== null ? "of.published" : key, values(one));
    if (!whole.length) return page.say("of.none");
    const head = rows.length ? { count: page.n(whole.length), pair: pairWords(page, rows[0]), what: said(rows[0], "of.first") } : {};
    const states = wholeStates(page);
    if (states.length && rows.length) return page.say(states.length === 1 ? "of.state" : "of.states", { ...head, number: page.n(states.reduce((one, other) => one + other, 0)) });
    if (whole.length === 1) return said(whole[0], "of.band");
    if (whole.every(({ published }) => published !== null)) return page.say("of.sum", { number: page.n(whole.reduce((guns, one) => guns + one.published, 0)), count: page.n(whole.length) });
    const sum = { guns: gunWords(page, all), count: page.n(whole.length) };
    if (!rows.length) return page.say("of.few", sum);
    return page.say("of.many", { ...sum, ...head });
  }

  /* The printed guns of each selected source state, where all that they sent is selected and all of them are printed. */
  function wholeStates({ state, config }) {
    const printed = state.from.map((place) => config.printed[state.period][place]);
    return state.to.length || state.border || state.port || printed.includes(undefined) ? [] : printed;
  }

  function dialWords(page) {
    const { asset, state } = page;
    const { weight, robust, known, TOP } = corridors.dial;
    /* `share`: of the guns; null where there is nothing to weigh. */
    const weighed = (name, share, of, none) => {
      const node = page.$(`weight-${name}`);
      node.textContent = share === null ? page.say(none) : page.say(of, { share: page.percent(share) });
      node.parentElement.style.setProperty("--share", share || 0);
    };
    for (const name of ["prior", "route", "proxy"]) weighed(name, weight(asset, state, name), "weight.of", "weight.one");
    const { etrace = null } = corridors.dial.find(asset, state);
    weighed("etrace", etrace, "weight.etrace.of", "weight.etrace.none");
    const sets = known(asset, state.period).sets.length;
    page.$("robust-said").textContent = page.say("robust.said", { count: robust(asset, state.period), top: TOP, sets });
  }

  function bandWords(page, pair) {
    if (pair.published !== null) return page.n(pair.published);
    const cap = Math.min(...corridors.dial.known(page.asset, page.state.period).printed.values());
    if (pair.level === 5 && Number.isFinite(cap)) return page.say("band.5.cap", { cap: page.n(cap) });
    return page.say(`band.${pair.level}`);
  }

  function intervalWords(page, pair) {
    return pair.published !== null ? "" : `${page.n(pair.low)}–${page.n(pair.high)}`;
  }

  function staysWords(page, pair) {
    const { sets } = corridors.dial.known(page.asset, page.state.period);
    return pair.printed ? "" : page.say("stays", { count: pair.stays, sets: sets.length });
  }

  function table(page) {
    const { el } = corridors;
    const rows = page.shown.rows.map((pair) => {
      const button = el("button", { type: "button", class: "flow-row", "data-pair": pair.at }, page.name(pair.origin));
      const kind = page.config.kinds[pair.published !== null ? "observed" : "modelled"];
      const cells = [page.name(pair.to), bandWords(page, pair), intervalWords(page, pair), kind, staysWords(page, pair)];
      return el("tr", {}, el("th", { scope: "row" }, button), ...cells.map((words, k) => el("td", k === 1 || k === 2 ? { class: "num" } : {}, words)));
    });
    const { under, hidden, whole } = page.shown;
    const about = under < 10 ? page.say("band.0") : page.say("about", { number: page.n(corridors.dial.rough(under)) });
    const [left] = hidden.told === 1 ? whole.filter(({ at }) => !page.shown.rows.some((row) => row.at === at)) : [];
    const rest = left ? pairWords(page, left) : page.say(page.state.robust ? "rest_row.robust" : "rest_row");
    if (hidden.told) rows.push(el("tr", {}, el("th", { scope: "row", colspan: "2" }, rest), el("td", { class: "num" }, about), el("td", {}), el("td", {}, page.config.kinds.modelled), el("td", {})));
    const { unknown, years } = page.asset.periods[page.state.period];
    if (unknown) rows.push(el("tr", {}, el("th", { scope: "row", colspan: "2" }, page.say(filtered(page.state) ? "unknown_row" : "unknown_name")), el("td", { class: "num" }, page.n(unknown)), el("td", {}), el("td", {}, page.config.kinds.derived), el("td", {})));
    page.$("rows").replaceChildren(...rows);
    page.$("caption").textContent = page.say("table.caption", { period: [...new Set(years)].join("–") });
  }

  /* The range of a port's part over the assumptions of the logit: of whole ports, in editions that have it. */
  const ranged = (page) => Boolean(page.asset.ranges) && !page.state.border;
  function rangeWords(page, at, gate, wide) {
    const list = ranged(page) ? page.asset.ranges[Math.floor(at / wide) * (wide - 1) + (at % wide)] : [];
    for (let k = 0; k < list.length; k += 3) if (list[k] === gate) return page.say("tip.range", { low: list[k + 1], high: list[k + 2] });
    return "";
  }

  /* The three ports with the largest parts of a pair, in whole tens of percent, each with its range. */
  function portWords(page, at) {
    const { wide } = corridors.dial.known(page.asset, page.state.period);
    const ways = corridors.dial.gates(page.asset, page.state, at, wide);
    const parts = [...ways].map(([gate, part]) => [part, page.asset.gates[gate].name, gate]).sort((a, b) => b[0] - a[0]);
    const tens = (part) => page.percent(Math.max(1, Math.round(part / 100)) / 10);
    return parts.slice(0, 3).filter(([part]) => part >= 50).map(([part, name, gate]) => `${name} ${tens(part)}${rangeWords(page, at, gate, wide)}`).join("; ");
  }

  function tip(page, at, event) {
    const box = page.$("tip");
    const pair = at === null ? null : corridors.dial.pairs(page.asset, page.state).find((one) => one.at === at);
    box.hidden = !pair || !event.target.closest("#flow-picture");
    if (box.hidden) return;
    const { sets } = corridors.dial.known(page.asset, page.state.period);
    const values = { band: bandWords(page, pair), low: page.n(pair.low), high: page.n(pair.high), count: pair.stays, sets: sets.length, top: corridors.dial.TOP };
    const lines = [pair.published !== null ? page.say("tip.published", { number: page.n(pair.published) }) : page.say("tip.band", values)];
    if (!pair.printed) lines.push(page.say("tip.stays", values));
    const ports = portWords(page, at);
    if (ports) lines.push(page.say("tip.ports", { ports }));
    if (ports && ranged(page)) lines.push(page.say("tip.ranges"));
    const title = corridors.el("strong", {}, pairWords(page, pair));
    box.replaceChildren(title, ...lines.map((words) => corridors.el("span", {}, words)));
    page.moved(event);
  }

  corridors.flowWords = { words, dialWords, table, tip, restWords, unknownWords };
})();
