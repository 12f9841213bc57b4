/* The one state, in the browser: the mirror of model/view.py (reduce, encode, decode).
   Lists of what exists (measures, layers, schemes, years) come from the page, never from here. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const VERSION = "1";
  const MAX_SELECTED = 8;
  const PLACE = /^(US-([A-Z]{2}|\d{5})|MX-\d{2}(\d{3})?|D-[a-z0-9-]{2,40})$/;

  const DISTRICT = "D-";
  const SPLITS = ["people", "dealers"];

  const DAY = /^20\d{2}-\d{2}-\d{2}$/;

  const country = (place) => (place.startsWith("MX-") ? "MX" : "US");
  const same = (a, b) => a.length === b.length && a.every((value, index) => value === b[index]);

  function years(text, limits) {
    const match = /^(\d{4})(?:-(\d{4}))?$/.exec(text);
    if (!match) return null;
    const a = Number(match[1]);
    const b = Number(match[2] || match[1]);
    const low = Math.max(Math.min(a, b), limits[0]);
    const high = Math.min(Math.max(a, b), limits[1]);
    return low <= high ? [low, high] : null;
  }

  /* A day of the calendar: what Date makes of 31 April is another day. */
  function isDay(text) {
    if (!DAY.test(text)) return false;
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  }

  function select(view, place, add) {
    const field = country(place) === "MX" ? "destinations" : "origins";
    const chosen = view[field];
    if (add) {
      const kept = chosen.includes(place) ? chosen.filter((p) => p !== place) : [...chosen, place];
      return { ...view, [field]: kept.slice(-MAX_SELECTED) };
    }
    const alone = same([...view.origins, ...view.destinations], [place]);
    const cleared = { ...view, origins: [], destinations: [] };
    return alone ? cleared : { ...cleared, [field]: [place] };
  }

  /* Look through a consulate's lens ("" looks through none); with `add` it stands beside the first, or goes away. */
  function look(view, office, add) {
    if (add && view.lens.includes(office)) return { ...view, lens: view.lens.filter((one) => one !== office) };
    const lens = add && office ? [...view.lens.slice(0, 1), office] : office ? [office] : [];
    return { ...view, lens, origins: office && !add ? [] : view.origins };
  }

  /* The US places that sentence, charts and maps follow: those selected, else the district of the lens. */
  const followed = (view) => (view.origins.length ? view.origins : view.lens.slice(0, 1));

  function reduce(view, event, known) {
    const value = event.value || "";
    switch (event.kind) {
      case "select":
        return PLACE.test(value) ? select(view, value, Boolean(event.add)) : view;
      case "clear":
        return { ...view, origins: [], destinations: [] };
      case "year":
      case "range": {
        const asked = years(value, known.limits);
        return asked ? { ...view, years: asked } : view;
      }
      case "measure": {
        if (!Object.hasOwn(known.measures, value)) return view;
        const measure = known.measures[value];
        return measure.country === "US" ? { ...view, us: value } : { ...view, mx: value };
      }
      case "layer": {
        if (!known.layers.includes(value)) return view;
        const chosen = view.layers.includes(value) ? view.layers.filter((l) => l !== value) : [...view.layers, value];
        return { ...view, layers: known.layers.filter((layer) => chosen.includes(layer)) };
      }
      case "scheme":
        return known.schemes.includes(value) ? { ...view, scheme: value } : view;
      case "map":
        return value === "linked" || value === "both" ? { ...view, map: value } : view;
      case "lang":
        return value === "en" || value === "es" ? { ...view, lang: value } : view;
      case "as_of":
        return value === "" || isDay(value) ? { ...view, as_of: value } : view;
      case "lens":
        return value === "" || (value.startsWith(DISTRICT) && PLACE.test(value)) ? look(view, value, Boolean(event.add)) : view;
      case "split":
        return value === "" || SPLITS.includes(value) ? { ...view, split: value } : view;
      default:
        return view;
    }
  }

  function encode(view, known) {
    const base = known.defaults;
    const pairs = [`v=${VERSION}`, `lang=${view.lang}`];
    if (view.us !== base.us) pairs.push(`us=${view.us}`);
    if (view.mx !== base.mx) pairs.push(`mx=${view.mx}`);
    if (!same(view.years, base.years)) {
      pairs.push(`y=${view.years[0] === view.years[1] ? view.years[0] : view.years.join("-")}`);
    }
    if (view.origins.length) pairs.push(`o=${view.origins.join(",")}`);
    if (view.destinations.length) pairs.push(`d=${view.destinations.join(",")}`);
    if (!same(view.layers, base.layers)) pairs.push(`l=${view.layers.join(",") || "none"}`);
    if (view.scheme !== base.scheme) pairs.push(`c=${view.scheme}`);
    if (view.map !== base.map) pairs.push(`map=${view.map}`);
    if (view.as_of) pairs.push(`asof=${view.as_of}`);
    if (view.lens.length) pairs.push(`lens=${view.lens.map((office) => office.slice(DISTRICT.length)).join(",")}`);
    if (view.split) pairs.push(`split=${view.split}`);
    return pairs.join("&");
  }

  corridors.view = { reduce, encode, country, followed };
})();
