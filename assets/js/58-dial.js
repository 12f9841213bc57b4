/* Estimated corridors as numbers: the browser's copy of analysis/flows/reading.py and answers/corridors.py.
   Pure: an asset and a state in, lists out. A browser test compares it with Python's. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const BANDS = [0, 10, 50, 100, 250, 500];
  const MIDDLES = [5, 25, 75, 165, 350, 650]; /* what a band's line is as wide as: no finer than the band */
  const TOP = 25;
  const MOST = 100;

  const band = (guns) => BANDS.reduce((found, low, at) => (guns >= low ? at : found), 0);

  /* A number of estimated guns as it is written. */
  function rough(guns) {
    const step = guns >= 1000 ? 100 : guns >= 100 ? 10 : 5;
    return Math.floor(guns / step + 0.5) * step;
  }

  const cells = new WeakMap(); /* by asset and period: printed pairs, what is apart, sets, and who stays */
  function known(asset, period) {
    if (!cells.has(asset)) cells.set(asset, []);
    const made = cells.get(asset);
    if (made[period]) return made[period];
    const wide = asset.destinations.length;
    const printed = new Map();
    for (const [from, to, guns] of asset.periods[period].pairs) {
      printed.set(asset.origins.indexOf(from) * wide + asset.destinations.indexOf(to), guns);
    }
    const unknown = asset.destinations.indexOf("unknown");
    const sets = asset.sets.filter((set) => set.period === period);
    made[period] = { printed, unknown, wide, sets, stays: amongTop(sets, (at) => printed.has(at) || at % wide === unknown) };
    return made[period];
  }

  /* In how many sets each cell is among the first; of equal cells the earlier one is the larger. */
  function amongTop(sets, apart) {
    const count = new Uint16Array(sets.length ? sets[0].tenths.length : 0);
    for (const { tenths } of sets) {
      const order = [];
      tenths.forEach((_, at) => apart(at) || order.push(at));
      order.sort((a, b) => tenths[b] - tenths[a] || a - b);
      for (const at of order.slice(0, TOP)) count[at] += 1;
    }
    return count;
  }

  function find(asset, state) {
    const { sets } = known(asset, state.period);
    const is = (set) => set.prior === state.prior && set.route === state.route && set.proxy === state.proxy;
    return sets.find(is) || sets.find((set) => set.prior === state.prior) || sets[0];
  }

  /* The share of guns that stand in another cell under another assumption. */
  function moved(one, other) {
    let apart = 0;
    let all = 0;
    for (let at = 0; at < one.tenths.length; at += 1) {
      apart += Math.abs(one.tenths[at] - other.tenths[at]);
      all += one.tenths[at];
    }
    return all ? apart / 2 / all : 0;
  }

  /* The most that a change of one assumption moves from where the dial stands; null where there is no other setting. */
  function weight(asset, state, name) {
    const { sets } = known(asset, state.period);
    const here = find(asset, state);
    const others = sets.filter((set) => set !== here && ["prior", "route", "proxy"].every((key) => key === name || set[key] === here[key]));
    return others.length ? Math.max(...others.map((set) => moved(here, set))) : null;
  }

  const robust = (asset, period) => {
    const { stays, sets } = known(asset, period);
    return [...stays].filter((count) => count === sets.length).length;
  };

  const shares = (asset, at, wide) => {
    const to = at % wide;
    if (asset.destinations[to] === "unknown") return [];
    return asset.shares[Math.floor(at / wide) * (wide - 1) + to] || [];
  };

  /* Thousandths of a pair's guns by port of entry, through the crossings that the filters leave. */
  function gates(asset, state, at, wide) {
    const list = shares(asset, at, wide);
    const found = new Map();
    for (let k = 0; k < list.length; k += 2) {
      const { gate, us, mx } = asset.ports[list[k]];
      const fits = state.port ? asset.gates[gate].id === state.port : !state.border || us === state.border || mx === state.border;
      if (fits) found.set(gate, (found.get(gate) || 0) + list[k + 1]);
    }
    return found;
  }

  function largest(found) {
    let [best, most] = [-1, 0];
    for (const [gate, part] of found) if (part > most) [best, most] = [gate, part];
    return best;
  }

  /* Every pair that the state's filters leave: {at, origin, to, guns, level, low, high, published, stays, part}. */
  function pairs(asset, state) {
    const found = known(asset, state.period);
    const set = find(asset, state);
    const { wide, printed, unknown, stays } = found;
    const list = [];
    for (let at = 0; at < set.tenths.length; at += 1) {
      const to = at % wide;
      const origin = asset.origins[Math.floor(at / wide)];
      if (to === unknown || !set.high[at]) continue;
      if (state.from.length && !state.from.includes(origin)) continue;
      if (state.to.length && !state.to.includes(asset.destinations[to])) continue;
      const published = printed.has(at) ? printed.get(at) : null;
      if (state.robust && published === null && stays[at] < found.sets.length) continue;
      const part = state.port || state.border ? [...gates(asset, state, at, wide).values()].reduce((sum, one) => sum + one, 0) / 1000 : 1;
      if (!part) continue;
      const guns = (set.tenths[at] / 10) * part;
      list.push({
        at, origin, to: asset.destinations[to], guns, level: band(guns), low: Math.floor(set.low[at] * part), high: Math.ceil(set.high[at] * part),
        published: part >= 0.9995 ? published : null, printed: published !== null, stays: stays[at], part,
      });
    }
    return list;
  }

  /* What is drawn: printed pairs, and whole bands from the top down while there is room; the rest as one number. An arc's `gate` is the port of entry with its largest part. */
  function shown(asset, state) {
    const list = pairs(asset, state);
    const printed = list.filter((pair) => pair.printed);
    const others = list.filter((pair) => !pair.printed);
    let lowest = BANDS.length;
    for (let level = 1; level < BANDS.length; level += 1) {
      if (others.filter((pair) => pair.level >= level).length <= MOST) {
        lowest = level;
        break;
      }
    }
    const drawn = others.filter((pair) => pair.level >= lowest);
    const whole = state.robust ? pairs(asset, { ...state, robust: false }) : list;
    const all = whole.reduce((sum, pair) => sum + pair.guns, 0);
    const seen = [...printed, ...drawn].reduce((sum, pair) => sum + pair.guns, 0);
    const told = [...printed, ...others.filter((pair) => pair.level >= 1)].reduce((sum, pair) => sum + pair.guns, 0);
    const rows = [...printed, ...others.filter((pair) => pair.level >= 1)];
    rows.sort((a, b) => (b.published || 0) - (a.published || 0) || b.level - a.level || (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : a.to < b.to ? -1 : 1));
    const { wide } = known(asset, state.period);
    for (const pair of [...printed, ...drawn]) pair.gate = largest(gates(asset, state, pair.at, wide));
    const hidden = { drawn: whole.length - printed.length - drawn.length, told: whole.length - rows.length };
    return { arcs: [...printed, ...drawn], rest: Math.max(0, all - seen), under: Math.max(0, all - told), rows, lowest, all, whole, hidden };
  }

  corridors.dial = { BANDS, MIDDLES, TOP, band, rough, known, find, moved, weight, robust, pairs, shown, shares, gates };
})();
