// The yardstick, the same in every page: from the key or the press (its event's time) to the start of the first frame
// after the one that painted the last change.
//
// A map of SVG paths has changed when its fills read differently, a canvas when it was filled again, a text or a style
// when it reads differently. A frame is over when a message posted from its animation callback arrives: style, layout
// and paint are then done, whether the change was written before that callback (from a socket, an answer, an event)
// or in one of the same frame. So nobody gains or loses a frame by the place where his code writes.
(() => {
  "use strict";
  const channel = new MessageChannel();
  const state = { armed: false, t0: 0, marks: [], quiet: 250 };
  const fills = new Map();
  let targets = [];
  let before = [];

  const fill = CanvasRenderingContext2D.prototype.fill;
  CanvasRenderingContext2D.prototype.fill = function (...args) {
    if (state.armed) fills.set(this.canvas, performance.now());
    return fill.apply(this, args);
  };

  const colour = (path) => path.style.fill || path.getAttribute("fill") || "";
  const roots = (root) => [root, ...[...root.querySelectorAll("*")].filter((e) => e.shadowRoot).flatMap((e) => roots(e.shadowRoot))];
  const all = (selector) => roots(document).flatMap((root) => [...root.querySelectorAll(selector)]);

  const onSide = (node, side) => {
    const box = node.getBoundingClientRect();
    return !side || (box.width > 0 && box.left + box.width / 2 < innerWidth / 2 === (side === "left"));
  };

  const read = (target) => {
    if (target.kind === "svg") return target.nodes().map(colour).join();
    if (target.kind === "style") return target.nodes().map((node) => node.style.transform).join();
    if (target.kind === "html") return target.nodes().map((node) => node.innerHTML).join();
    if (target.kind === "text") return target.nodes().map((node) => node.textContent).join();
    return "";
  };

  const changed = (index) => {
    if (!state.marks[index]) state.marks[index] = { seen: 0, painted: 0, count: 0 };
    state.marks[index].seen = performance.now();
    state.marks[index].count += 1;
    state.marks[index].waits = "frame";
  };

  const look = () => {
    if (!state.armed) return;
    targets.forEach((target, index) => {
      if (target.kind === "canvas") return;
      const now = read(target);
      if (now === before[index]) return;
      before[index] = now;
      changed(index);
    });
  };

  const canvases = () => {
    targets.forEach((target, index) => {
      if (target.kind !== "canvas") return;
      for (const canvas of target.nodes()) {
        if (!fills.has(canvas)) continue;
        changed(index);
        fills.delete(canvas);
      }
    });
  };

  channel.port1.onmessage = () => {
    if (!state.armed) return;
    look();
    if (fills.size) canvases();
    for (const mark of state.marks) if (mark?.waits === "frame") mark.waits = "next";
  };

  const loop = () => {
    if (!state.armed) return;
    const now = performance.now();
    for (const mark of state.marks) if (mark?.waits === "next") Object.assign(mark, { painted: now, waits: "" });
    requestAnimationFrame(loop);
    channel.port2.postMessage(0);
  };

  for (const type of ["keydown", "pointerdown"]) {
    window.addEventListener(type, (event) => {
      if (!state.armed || state.t0) return;
      state.t0 = event.timeStamp;
    }, true);
  }

  const observer = new MutationObserver(look);

  window.__bench = {
    aim(list) {
      targets = list.map((target) => {
        let found = [];
        const nodes = () => {
          if (!found.length || !found[0].isConnected) found = all(target.sel).filter((node) => onSide(node, target.side));
          return found;
        };
        return { ...target, nodes };
      });
      observer.disconnect();
      const within = { subtree: true, childList: true, attributes: true, characterData: true, attributeFilter: ["style", "fill", "d", "class"] };
      if (targets.some((target) => target.kind !== "canvas")) for (const root of roots(document)) observer.observe(root, within);
      return targets.map((target) => target.nodes().length);
    },
    arm() {
      before = targets.map(read);
      fills.clear();
      Object.assign(state, { armed: true, t0: 0, marks: [] });
      loop();
    },
    pixels() {
      return targets.filter((target) => target.kind === "canvas").map((target) => target.nodes().map((canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        let hash = 0;
        for (let i = 0; i < data.length; i += 4) hash = (hash * 31 + data[i] + data[i + 1] * 7) | 0;
        return hash;
      }).join());
    },
    // Every target painted and nothing new for a while, or too late.
    async done(limit) {
      const start = performance.now();
      for (;;) {
        await new Promise((go) => setTimeout(go, 40));
        const now = performance.now();
        const last = Math.max(0, ...state.marks.map((mark) => mark?.seen ?? 0));
        const ready = targets.every((target, index) => target.optional || state.marks[index]?.painted) && !state.marks.some((mark) => mark?.waits);
        if ((ready && now - last > state.quiet) || now - start > limit) {
          state.armed = false;
          return { ready, t0: state.t0, marks: state.marks.map((mark) => mark ?? null) };
        }
      }
    },
  };
})();
