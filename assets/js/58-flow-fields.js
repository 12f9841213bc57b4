/* The fields of the page of corridors: their choices, and how they stand. Each function is given the page. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});

  /* What the server could not know: the ports, the roads and the states of page edition, in their order. */
  function options(page) {
    const byName = (places) => places.map((place) => [place, page.name(place)]).sort((a, b) => a[1].localeCompare(b[1], page.config.lang));
    const put = (id, list) => page.$(id).append(...list.map(([value, words]) => corridors.el("option", { value }, words)));
    const ports = page.asset.gates.map(({ id, name }) => [id, name]);
    put("from", byName(page.asset.origins));
    put("to", byName(page.asset.destinations.filter((place) => place !== "unknown")));
    put("district", Object.entries(page.config.districts).map(([id, { city }]) => [id, city]).sort((a, b) => a[1].localeCompare(b[1], page.config.lang)));
    put("border", page.config.border.map((place) => [place, page.name(place)]));
    put("port", ports);
    put("what-port", ports);
    put("what-road", page.asset.roads.map(({ id, name }) => [id, page.road(name)]));
    put("law-state", byName(page.asset.origins));
    const published = ({ id, name }) => `${id.startsWith("SEDENA2023") ? "SEDENA 2023" : "SEDENA, FGR 2025"}: ${page.road(name)}`;
    page.$("routes-names").replaceChildren(...page.asset.routes.map((route) => corridors.el("li", {}, published(route))));
    page.$("law-state").value = "US-TX";
  }

  /* The slider of periods: where it stands, in words too, and the stop that is on. */
  function slide(page, input) {
    const stops = [...page.root.querySelectorAll(".flow-stops li")];
    input.value = page.state.period;
    input.setAttribute("aria-valuetext", stops[page.state.period].textContent);
    for (const [at, stop] of stops.entries()) stop.classList.toggle("is-on", at === page.state.period);
  }

  function controls(page) {
    const { state } = page;
    const set = (id, value) => (page.$(id).value = value);
    set("from", !state.district && state.from.length === 1 ? state.from[0] : "");
    set("to", state.to.length === 1 ? state.to[0] : "");
    set("district", state.district);
    set("border", state.border);
    set("port", state.port);
    page.$("whole").hidden = !state.district;
    for (const input of page.root.querySelectorAll("input[data-dial]:not([name=flow-how])")) {
      if (input.type === "range") slide(page, input);
      else input.checked = String(state[input.dataset.dial]) === input.value;
    }
    const { sets } = corridors.dial.known(page.asset, state.period);
    for (const name of ["route", "proxy"]) {
      for (const input of page.root.querySelectorAll(`input[data-dial=${name}]`)) input.disabled = !sets.some((set) => set[name] === input.value);
    }
    page.$("fixed").hidden = sets.some((set) => set.route !== state.route);
    page.$("robust").checked = state.robust;
    page.$("routes").checked = state.routes;
    page.$("map").setAttribute("aria-pressed", String(!state.matrix));
    page.$("matrix").setAttribute("aria-pressed", String(state.matrix));
    page.$("clear").hidden = !(state.from.length || state.to.length || state.border || state.port);
  }

  /* The map with its key is as high as the window leaves it below what stands above them (45-corridors.css). */
  function room(page) {
    const [head, filters, body, key, frame] = ["head", "filters", "body", "key", "frame"].map((name) => page.root.querySelector(`.flow-${name}`));
    const measure = () => {
      const above = body.getBoundingClientRect().top + window.scrollY;
      page.root.style.setProperty("--flow-around", `${Math.ceil(above + key.offsetHeight)}px`);
    };
    const watching = new ResizeObserver(() => {
      if (!page.root.isConnected) watching.disconnect();
      else {
        measure();
        if (page.shown && !page.state.matrix) page.picture(); /* its letters are made for the room that it has */
      }
    });
    for (const part of [head, filters, key, frame]) watching.observe(part);
    measure();
  }

  corridors.flowFields = { options, controls, room };
})();
