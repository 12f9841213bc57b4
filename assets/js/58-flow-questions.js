/* What the page of corridors is asked: a port or a road harder to pass, another law score. Each function is given the page. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});

  /* The map and the column beside it, both whole in the window where the column scrolls by itself; else the map. */
  function inSight(root) {
    const alone = window.getComputedStyle(root.querySelector(".flow-side")).overflowY === "auto";
    root.querySelector(".flow-stage").scrollIntoView({ block: alone ? "start" : "nearest" });
  }

  /* What if: one port or one road, hardened or closed. */
  function ask(page, id) {
    if (id === "what-port" || id === "what-road") inSight(page.root);
    if (id === "what-port" && page.$("what-port").value) page.$("what-road").value = "";
    if (id === "what-road" && page.$("what-road").value) page.$("what-port").value = "";
    take(page);
    page.paint();
  }

  /* The fields as they stand are the scenario; it is drawn on the map. */
  function take(page) {
    const [port, road] = [page.$("what-port").value, page.$("what-road").value];
    if (road) page.root.querySelector("input[name=flow-how][value=close]").checked = true;
    for (const input of page.root.querySelectorAll("input[name=flow-how][value=harden]")) input.disabled = Boolean(road);
    const how = page.root.querySelector("input[name=flow-how]:checked").value;
    page.scenario = port || road ? { port, road, how } : null;
    if (page.scenario && page.state.matrix) page.state.matrix = false;
  }

  /* The name of the port or of the road that the scenario is about. */
  function placed(page) {
    const { asset, scenario } = page;
    const { port, road } = scenario;
    return port ? asset.gates.find(({ id }) => id === port).name : page.road(asset.roads.find(({ id }) => id === road).name);
  }

  /* The scenario of the address: `close=` or `harden=` a port, `road=` a road; what the data do not have is none. */
  function fromAddress(page, query) {
    const [close, harden, road] = ["close", "harden", "road"].map((name) => query.get(name) || "");
    const known = (list, id) => (list.some((one) => one.id === id) ? id : "");
    page.$("what-port").value = known(page.asset.gates, close || harden);
    page.$("what-road").value = page.$("what-port").value ? "" : known(page.asset.roads, road);
    if (harden && !close) page.root.querySelector("input[name=flow-how][value=harden]").checked = true;
    take(page);
  }

  /* The scenario as fields of the address. */
  function inAddress({ scenario }) {
    const { port, road, how } = scenario || { port: "", road: "", how: "" };
    return { close: how === "close" ? port : "", harden: how === "harden" ? port : "", road };
  }

  function stop(page) {
    page.$("what-port").value = "";
    page.$("what-road").value = "";
    ask(page, "");
    page.$("what-port").focus();
  }

  function solve(page) {
    const { asset, state, scenario } = page;
    page.result = scenario ? corridors.whatif.ports(asset, state, scenario) : null;
    page.$("what-out").hidden = !scenario;
    page.root.classList.toggle("is-asking", Boolean(scenario));
    if (!scenario) return;
    const { rough } = corridors.dial;
    const { before, after, displaced, low, high, sets } = page.result;
    const changes = asset.gates.map(({ name }, at) => ({ name, before: before[at], after: after[at], change: after[at] - before[at] }));
    changes.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
    const more = changes.filter(({ change }) => change > 0).slice(0, 3);
    const place = placed(page);
    const period = [...new Set(asset.periods[state.period].years)].join("–");
    const values = { place, period, number: page.n(rough(displaced)), low: page.n(rough(low)), high: page.n(rough(high)), sets, ports: page.list(more.map(({ name }) => name)) };
    page.$("what-said").textContent = page.say(`what.said.${scenario.how}`, values);
    const about = (guns) => page.n(rough(guns));
    const rows = changes.filter(({ change }) => rough(Math.abs(change)) > 0).slice(0, 12).map(({ name, before: was, after: then, change }) => {
      const words = `${change < 0 ? "\u2212" : "+"}${about(Math.abs(change))}`;
      return corridors.el("tr", { class: change < 0 ? "is-less" : "is-more" }, corridors.el("th", { scope: "row" }, name), ...[about(was), about(then), words].map((cell) => corridors.el("td", { class: "num" }, cell)));
    });
    page.$("what-rows").replaceChildren(...rows);
  }

  /* Research: the law score of one state. */
  function law(page) {
    const { asset, state } = page;
    const { rough } = corridors.dial;
    const { ratio, low, high } = page.config.law;
    const units = Number(page.$("law-units").value);
    const origin = page.$("law-state").value;
    page.$("law-said-units").textContent = units > 0 ? `+${units}` : String(units).replace("-", "\u2212");
    const out = page.$("law-said");
    if (!units) {
      out.textContent = page.say("law.zero");
      return;
    }
    const row = asset.origins.indexOf(origin);
    const solved = corridors.whatif.laws(asset, state, origin, units, ratio);
    const ends = [low, high].map((one) => corridors.whatif.laws(asset, state, origin, units, one).after[row]).sort((a, b) => a - b);
    const others = asset.origins.map((place, at) => [place, Math.abs(solved.after[at] - solved.before[at])]).filter(([place]) => place !== origin);
    others.sort((a, b) => b[1] - a[1]);
    const places = others.slice(0, 4).map(([place, guns]) => `${page.name(place)} (${page.n(rough(guns))})`);
    const values = { place: page.name(origin), units: page.$("law-said-units").textContent, before: page.n(rough(solved.before[row])), after: page.n(rough(solved.after[row])), low: page.n(rough(ends[0])), high: page.n(rough(ends[1])), places: page.list(places) };
    out.textContent = page.say(solved.after[row] < solved.before[row] ? "law.said" : "law.less", values);
  }

  corridors.flowQuestions = { ask, fromAddress, inAddress, stop, solve, law, placed };
})();
