/* The one sentence, in the browser: the mirror of answers/evidence.py, from the same templates.
   A contract test compares the two over many views. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const SHOWN = 3;
  const NO_BREAK = "\u00a0";
  const formats = new Map();

  function number(value, lang, digits) {
    const key = `${lang}${digits || 0}`;
    if (!formats.has(key)) {
      const options = { minimumFractionDigits: digits || 0, maximumFractionDigits: digits || 0, roundingMode: "halfEven" };
      formats.set(key, new Intl.NumberFormat(lang === "es" ? "es-MX" : "en-US", options));
    }
    return formats.get(key).format(value);
  }

  const percent = (value, lang, digits) => number(value, lang, digits) + NO_BREAK + "%";
  const period = (first, last) => (first === last ? String(first) : `${first}\u2013${last}`);
  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  /* The published total that answers for the years: the same period, else the narrowest that holds
     them, else the widest within them (the later of two). */
  function totalFor(totals, [first, last]) {
    const pick = (rows, order) => rows.slice().sort(order);
    const exact = totals.filter((row) => row[0] === first && row[1] === last);
    if (exact.length) return exact[exact.length - 1];
    const holding = pick(
      totals.filter((row) => row[0] <= first && row[1] >= last),
      (a, b) => a[1] - a[0] - (b[1] - b[0])
    );
    if (holding.length) return holding[0];
    const inside = pick(
      totals.filter((row) => row[0] >= first && row[1] <= last),
      (a, b) => a[1] - a[0] - (b[1] - b[0]) || a[1] - b[1]
    );
    return inside.length ? inside[inside.length - 1] : null;
  }

  function speaker(page, view) {
    const { cube, config } = page;
    const lang = config.lang;
    const at = lang === "es" ? 1 : 0;
    const name = (place) => {
      const district = config.districts[place];
      if (district) return district.city;
      if (cube.names[place]) return cube.names[place][at];
      return page.municipality ? page.municipality(place) : place;
    };
    const statesOf = (place) => (place.startsWith("D-") ? (config.districts[place] || { states: [] }).states : [place]);
    return {
      cube,
      config,
      view,
      name,
      say: (key, values) => fill(config.text[`say.${key}`], values || {}),
      n: (value, digits) => number(value, lang, digits),
      share: (part, whole) => percent((part / whole) * 100, lang),
      origins: corridors.view.followed(view).filter((place) => !place.startsWith("D-") || statesOf(place).length),
      bare: corridors.view.followed(view).filter((place) => config.districts[place] && !statesOf(place).length),
      states: statesOf,
    };
  }

  function totals(s) {
    const row = totalFor(s.config.totals, s.view.years);
    if (!row) return s.say("totals_none", { period: period(...s.view.years) });
    const [first, last, submitted, sourced, edition] = row;
    const values = { period: period(first, last), submitted: s.n(submitted), edition };
    if (sourced === null) return s.say("totals_submitted", values);
    return s.say("totals", { ...values, sourced: s.n(sourced), share: s.share(sourced, submitted) });
  }

  function origin(s, place, when) {
    const { flows } = s.cube;
    const parts = [];
    const states = s.states(place);
    if (s.config.districts[place]) {
      parts.push(s.say("district", { place: s.name(place), states: states.map(s.name).join(", ") }));
    }
    const counts = new Map(flows.sources);
    const traced = s.n(flows.traced);
    for (const state of states.slice(0, SHOWN)) {
      const count = counts.get(state);
      const common = { place: s.name(state), traced, period: when };
      if (count === undefined) parts.push(s.say("origin_none", { ...common, number: s.n(flows.other_sources) }));
      else parts.push(s.say("origin", { ...common, number: s.n(count), share: s.share(count, flows.traced) }));
      if (s.view.destinations.length) continue;
      const pairs = flows.pairs.filter((pair) => pair[0] === state).map((pair) => `${s.name(pair[1])} ${s.n(pair[2])}`);
      if (pairs.length) parts.push(s.say("origin_pairs", { place: s.name(state), list: pairs.join(", ") }));
      else if (count !== undefined) parts.push(s.say("origin_pairs_none", { place: s.name(state) }));
    }
    return parts;
  }

  function destination(s, place, when) {
    const { flows } = s.cube;
    const parts = [];
    const pair = (from, count) =>
      s.say("pair", {
        origin: s.name(from),
        place: s.name(place),
        number: s.n(count),
        base: s.n(flows.with_recovery_state),
        share: s.share(count, flows.with_recovery_state),
        period: when,
      });
    const origins = s.origins.slice(0, SHOWN).flatMap((o) => s.states(o).slice(0, SHOWN));
    for (const from of origins) {
      const found = flows.pairs.find((row) => row[0] === from && row[1] === place);
      if (found) parts.push(pair(from, found[2]));
      else parts.push(s.say("pair_none", { origin: s.name(from), place: s.name(place), number: s.n(flows.other_pairs) }));
    }
    if (origins.length) return parts;
    for (const [from, to, count] of flows.pairs) if (to === place) parts.push(pair(from, count));
    const rank = new Map(flows.ranks).get(place);
    const values = { place: s.name(place), period: when };
    parts.push(rank === undefined ? s.say("dest_none", values) : s.say("dest_rank", { ...values, rank: String(rank) }));
    return parts;
  }

  function traces(s) {
    const { flows } = s.cube;
    const [first, last] = flows.period;
    const when = period(first, last);
    const inTime = s.view.years[0] <= last && s.view.years[1] >= first;
    const said = s.bare.map((place) => s.say("district_none", { place: s.name(place) }));
    if (!s.origins.length && !s.view.destinations.length) {
      if (!inTime) return [...said, totals(s)];
      return [
        ...said,
        s.say("flows", {
          submitted: s.n(flows.submitted),
          traced: s.n(flows.traced),
          border: s.n(flows.border_total),
          share: s.share(flows.border_total, flows.traced),
          period: when,
        }),
      ];
    }
    if (!inTime) return [...said, s.say("flows_only", { period: when })];
    return [
      ...said,
      ...s.origins.slice(0, SHOWN).flatMap((place) => origin(s, place, when)),
      ...s.view.destinations.slice(0, SHOWN).flatMap((place) => destination(s, place, when)),
    ];
  }

  /* The period of a value; where its source prints months, as it prints them. */
  function when(measure, found, lang) {
    const labels = lang === "es" ? measure.labels_es : measure.labels;
    const label = labels && found.indexes.length === 1 ? labels[found.indexes[0]] : null;
    return label || period(found.first, found.last);
  }

  /* A value with its unit. */
  function valueText(page, id, measure, value) {
    const { config } = page;
    if (measure.shape === "share") return percent(value, config.lang, measure.digits);
    if (measure.shape === "flag") return config.text[value ? "ev.law_yes" : "ev.law_no"];
    return `${number(value, config.lang, measure.digits)} ${config.measures[id].unit}`;
  }

  function whole(s, id, measure, found, values) {
    if (measure.shape === "flag") {
      const flags = measure.num[found.indexes[found.indexes.length - 1]].filter((flag) => flag !== null);
      const inForce = flags.reduce((sum, flag) => sum + flag, 0);
      return [s.say("law_count", { ...values, number: String(inForce), total: String(flags.length) })];
    }
    const cell = corridors.cube.national(measure, found.indexes);
    if (cell.value === null) return [];
    const country = s.say(`country.${measure.country}`);
    return [s.say("measure_national", { ...values, country, value: valueText(s, id, measure, cell.value) })];
  }

  function measured(s, side) {
    const id = s.view[side];
    const measure = s.cube.measures[id];
    if (!measure || id.startsWith("traced_to_mexico")) return [];
    const found = corridors.cube.resolve(measure.periods, s.view.years, measure.latest_only);
    const label = s.config.measures[id].name;
    if (!found.indexes.length) return [s.say("measure_none", { measure: label, period: period(...s.view.years) })];
    const values = { measure: label, period: when(measure, found, s.config.lang) };
    const order = s.cube.places[measure.country];
    const chosen = side === "us" ? s.origins : s.view.destinations;
    const states = chosen
      .slice(0, SHOWN)
      .flatMap((place) => s.states(place).slice(0, SHOWN))
      .filter((state) => measure.level === "state" && order.includes(state));
    if (!states.length) return whole(s, id, measure, found, values);
    return states.map((state) => {
      const cell = corridors.cube.cell(measure, found.indexes, order.indexOf(state));
      const at = { ...values, place: s.name(state) };
      if (cell.value === null) return s.say(cell.status === "suppressed" ? "measure_suppressed" : "measure_missing", at);
      if (measure.shape === "flag") return s.say(cell.value ? "law_yes" : "law_no", at);
      return s.say("measure_at", { ...at, value: valueText(s, id, measure, cell.value) });
    });
  }

  function sentence(page, view) {
    const s = speaker(page, view);
    return [...traces(s), ...measured(s, "us"), ...measured(s, "mx")].join(" ");
  }

  corridors.say = { sentence, when, number, percent, period, fill, valueText, totalFor, speaker };
})();
