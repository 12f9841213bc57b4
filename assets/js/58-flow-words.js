/* The words of the page of corridors: sentence, captions, tooltip, table. Each function is given the page. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});

  function words(page) {
    const { period, prior } = page.state;
    page.$("sentence").textContent = page.config.sentences[period];
    page.$("source").textContent = page.config.sources[period];
    page.$("error").textContent = page.config.errors[prior];
    page.$("shown").textContent = [page.restWords(), page.unknownWords()].filter(Boolean).join(" · ");
  }

  function dialWords(page) {
    const { asset, state } = page;
    const { weight, robust, known, TOP } = corridors.dial;
    for (const name of ["prior", "route", "proxy"]) {
      const most = weight(asset, state, name);
      page.$(`weight-${name}`).textContent = most === null ? page.say("weight.one") : page.say("weight.of", { share: page.percent(most) });
      page.$(`weight-${name}`).parentElement.style.setProperty("--share", most || 0);
    }
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
    const { el } = page;
    const rows = page.shown.rows.map((pair) => {
      const button = el("button", { type: "button", class: "flow-row", "data-pair": pair.at }, page.name(pair.origin));
      const kind = page.config.kinds[pair.published !== null ? "observed" : "modelled"];
      const cells = [page.name(pair.to), bandWords(page, pair), intervalWords(page, pair), kind, staysWords(page, pair)];
      return el("tr", {}, el("th", { scope: "row" }, button), ...cells.map((words, k) => el("td", k === 1 || k === 2 ? { class: "num" } : {}, words)));
    });
    const under = page.n(corridors.dial.rough(page.shown.under));
    rows.push(el("tr", {}, el("th", { scope: "row", colspan: "2" }, page.say("rest_row")), el("td", { class: "num" }, page.say("about", { number: under })), el("td", {}), el("td", {}, page.config.kinds.modelled), el("td", {})));
    const { unknown, years } = page.asset.periods[page.state.period];
    if (unknown) rows.push(el("tr", {}, el("th", { scope: "row", colspan: "2" }, page.say("unknown_name")), el("td", { class: "num" }, page.n(unknown)), el("td", {}), el("td", {}, page.config.kinds.derived), el("td", {})));
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
    const title = page.el("strong", {}, page.say("tip.pair", { origin: page.name(pair.origin), destination: page.name(pair.to) }));
    box.replaceChildren(title, ...lines.map((words) => page.el("span", {}, words)));
    page.moved(event);
  }

  corridors.flowWords = { words, dialWords, table, tip };
})();
