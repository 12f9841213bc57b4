/* What-if: the logit of ports and the ratio of laws with one number changed, solved in place. Pure: an asset and a
   question in, differences out. Pairs keep their guns; a port that is hardened or closed sends its part to the others
   in proportion to their odds (independence of irrelevant alternatives, which is what a logit says). */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});

  /* For each pair, parts of its guns by port of entry: [gate, before, after, …]. `factor(crossing, pair)` multiplies the
     odds of a crossing. */
  function parts(asset, period, factor) {
    const { shares, known } = corridors.dial;
    const { wide } = known(asset, period);
    return Array.from({ length: asset.origins.length * wide }, (_, at) => {
      const list = shares(asset, at, wide);
      let sum = 0;
      for (let k = 0; k < list.length; k += 2) sum += list[k + 1] * factor(list[k], at);
      const found = [];
      for (let k = 0; k < list.length; k += 2) {
        found.push(asset.ports[list[k]].gate, list[k + 1] / 1000, (list[k + 1] * factor(list[k], at)) / sum);
      }
      return found;
    });
  }

  /* Guns by port of entry of a set, before and after. */
  function byPort(asset, set, found) {
    const before = new Float64Array(asset.gates.length);
    const after = new Float64Array(asset.gates.length);
    found.forEach((list, at) => {
      const guns = set.tenths[at] / 10;
      for (let k = 0; guns && k < list.length; k += 3) {
        before[list[k]] += guns * list[k + 1];
        after[list[k]] += guns * list[k + 2];
      }
    });
    return { before, after };
  }

  const displaced = ({ before, after }) => before.reduce((sum, guns, gate) => sum + Math.max(0, guns - after[gate]), 0);

  /* The last scenario's parts and range, so that the dial turns under it without solving all sets again. */
  let kept = { key: "" };
  function solved(asset, period, scenario) {
    const key = JSON.stringify([period, scenario]);
    if (kept.key !== key || kept.asset !== asset) {
      const found = parts(asset, period, factor(asset, scenario));
      const all = corridors.dial.known(asset, period).sets.map((set) => displaced(byPort(asset, set, found)));
      kept = { key, asset, found, low: Math.min(...all), high: Math.max(...all), sets: all.length };
    }
    return kept;
  }

  /* A scenario under the state's assumptions, with the range of guns that it displaces over all of them. */
  function ports(asset, state, scenario) {
    const { found, low, high, sets } = solved(asset, state.period, scenario);
    const here = byPort(asset, corridors.dial.find(asset, state), found);
    return { ...here, displaced: displaced(here), low, high, sets };
  }

  /* Guns by origin when one state's law score changes by `units`: each Mexican state keeps its total. */
  function laws(asset, state, origin, units, ratio) {
    const { known, find } = corridors.dial;
    const { wide, unknown } = known(asset, state.period);
    const set = find(asset, state);
    const row = asset.origins.indexOf(origin);
    const before = new Float64Array(asset.origins.length);
    const after = new Float64Array(asset.origins.length);
    for (let to = 0; to < wide; to += 1) {
      if (to === unknown) continue;
      let sum = 0;
      let changed = 0;
      for (let from = 0; from < asset.origins.length; from += 1) {
        const guns = set.tenths[from * wide + to] / 10;
        sum += guns;
        changed += guns * (from === row ? ratio ** units : 1);
      }
      for (let from = 0; from < asset.origins.length; from += 1) {
        const guns = set.tenths[from * wide + to] / 10;
        before[from] += guns;
        after[from] += changed ? (guns * (from === row ? ratio ** units : 1) * sum) / changed : 0;
      }
    }
    return { before, after };
  }

  /* What a scenario does to the odds of a port for a pair: kilometres of detour more, exp(-km / scale); or 0. */
  function factor(asset, { port, road, how }) {
    const { scale, harden } = asset.choice;
    if (port) {
      const gate = asset.gates.findIndex(({ id }) => id === port);
      const odds = how === "close" ? 0 : Math.exp(-harden / scale);
      return (which) => (asset.ports[which].gate === gate ? odds : 1);
    }
    const { north, added } = asset.roads.find(({ id }) => id === road);
    const wide = asset.destinations.length;
    return (which, at) => {
      const km = (added[north ? Math.floor(at / wide) : at % wide] || {})[which];
      return km === undefined ? 1 : Math.exp(-km / scale);
    };
  }

  corridors.whatif = { ports, laws };
})();
