/* What a measure says of a place over the years of a view: the mirror of analysis/slices.py.
   A contract test drives both with the same views. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const SUPPRESSED = "s";

  /* Which periods stand for the years asked: inside, pooled, earlier or none. */
  function resolve(periods, years, latestOnly) {
    const [first, last] = years;
    const inside = [];
    const touching = [];
    const earlier = [];
    periods.forEach(([a, b], index) => {
      if (a >= first && b <= last) inside.push(index);
      else if (a <= last && b >= first) touching.push(index);
      else if (b < first) earlier.push(index);
    });
    const one = (index, how) => ({ indexes: [index], how, first: periods[index][0], last: periods[index][1] });
    if (inside.length) {
      const overlap = inside.some((at, k) => k > 0 && periods[at][0] <= periods[inside[k - 1]][1]);
      if (overlap || latestOnly) return one(inside[inside.length - 1], "inside");
      const end = inside[inside.length - 1];
      return { indexes: inside, how: "inside", first: periods[inside[0]][0], last: periods[end][1] };
    }
    if (touching.length) return one(touching[touching.length - 1], "pooled");
    if (earlier.length) return one(earlier[earlier.length - 1], "earlier");
    return { indexes: [], how: "none", first: 0, last: 0 };
  }

  /* Sum of numerators over sum of denominators x scale; a missing part makes the whole missing. */
  function pool(nums, dens, scale) {
    let num = 0;
    let den = 0;
    let missing = nums.length === 0;
    for (let i = 0; i < nums.length; i += 1) {
      const a = nums[i];
      const b = dens ? dens[i] : 0;
      if (a === SUPPRESSED || b === SUPPRESSED) return { status: "suppressed", value: null };
      if (a === null || a === undefined || b === null || b === undefined) missing = true;
      else {
        num += a;
        den += b;
      }
    }
    if (missing || (dens && den <= 0)) return { status: "missing", value: null };
    const value = dens ? (num / den) * scale : num * scale;
    return { status: num ? "value" : "zero", value, num, den: dens ? den : null };
  }

  function cell(measure, indexes, at) {
    if (at === undefined || at < 0) return { status: "missing", value: null };
    return pool(
      indexes.map((i) => measure.num[i][at]),
      measure.den ? indexes.map((i) => measure.den[i][at]) : null,
      measure.scale
    );
  }

  function national(measure, indexes) {
    const row = measure.national;
    if (!row) return { status: "missing", value: null };
    return pool(
      indexes.map((i) => row.num[i]),
      row.den ? indexes.map((i) => row.den[i]) : null,
      measure.scale
    );
  }

  function classOf(value, breaks) {
    let index = 0;
    while (index < breaks.length && value > breaks[index]) index += 1;
    return index;
  }

  const CODE = { suppressed: -3, missing: -2, zero: -1 };

  /* The class code of every place, in one pass without allocation: 3,000 regions fit in a frame. */
  function codes(measure, indexes, breaks, flag) {
    const { num, den, scale } = measure;
    const count = indexes.length ? num[indexes[0]].length : measure.num.length ? measure.num[0].length : 0;
    const out = new Array(count);
    for (let i = 0; i < count; i += 1) {
      let top = 0;
      let base = 0;
      let state = indexes.length ? 0 : CODE.missing;
      for (let k = 0; k < indexes.length && state !== CODE.suppressed; k += 1) {
        const a = num[indexes[k]][i];
        const b = den ? den[indexes[k]][i] : 0;
        if (a === SUPPRESSED || b === SUPPRESSED) state = CODE.suppressed;
        else if (a === null || b === null) state = CODE.missing;
        else {
          top += a;
          base += b;
        }
      }
      if (!state && den && base <= 0) state = CODE.missing;
      if (!state && !top && !flag) state = CODE.zero;
      out[i] = state || classOf(den ? (top / base) * scale : top * scale, breaks);
    }
    return out;
  }

  corridors.cube = { resolve, cell, national, classOf, codes };
})();
