/* A picture to take away: what stands on the page as one SVG, with its title, claim, key, base, source, filters, day,
   code and marking around it; as PNG the same, drawn on a canvas at twice the size. Letters stay letters. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const NS = "http://www.w3.org/2000/svg";
  const NARROWEST = 720; /* of the sheet; a narrower figure is drawn larger */
  const EDGE = 24;
  const LARGER = 1.4; /* times that a narrow map is enlarged, at most */
  const FAMILY = "'Corridors Sans', Arial, sans-serif";
  /* What the style sheet gives to a drawing, and a file of its own would lose. */
  const LOOKS = [
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linejoin", "stroke-linecap",
    "opacity", "paint-order", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "visibility", "display",
  ];
  const GONE = ".hoverlayer, .draglayer, .zoomlayer, .crispcorrections, .overlay-focus, .flow-hit, script, style";

  function el(name, attributes, ...children) {
    const node = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
    node.append(...children);
    return node;
  }

  /* A copy of a drawing that looks the same without a style sheet. */
  function bare(drawing) {
    const copy = drawing.cloneNode(true);
    const pairs = [[drawing, copy]];
    const gone = [];
    while (pairs.length) {
      const [from, to] = pairs.pop();
      const look = window.getComputedStyle(from);
      if (from.matches(GONE) || look.display === "none") {
        gone.push(to);
        continue;
      }
      let said = "";
      for (const name of LOOKS) {
        const value = look.getPropertyValue(name);
        if (value) said += `${name}:${value.replaceAll('"', "'")};`;
      }
      to.setAttribute("style", said);
      for (const name of ["class", "data-place", "tabindex", "role", "aria-hidden", "pointer-events"]) to.removeAttribute(name);
      [...from.children].forEach((child, at) => pairs.push([child, to.children[at]]));
    }
    gone.forEach((node) => node !== copy && node.remove());
    return copy;
  }

  /* The drawings of a frame, each where it stands in it. */
  function drawings(frame) {
    const box = frame.getBoundingClientRect();
    const found = [...frame.querySelectorAll("svg")].filter((svg) => !svg.parentElement.closest("svg") && svg.getBoundingClientRect().width > 40);
    const layer = el("svg", { viewBox: `0 0 ${box.width} ${box.height}` });
    for (const svg of found) {
      const at = svg.getBoundingClientRect();
      const copy = bare(svg);
      for (const [name, value] of [["x", at.left - box.left], ["y", at.top - box.top], ["width", at.width], ["height", at.height]]) copy.setAttribute(name, value.toFixed(1));
      if (!copy.getAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${at.width} ${at.height}`);
      layer.append(copy);
    }
    return { layer, width: box.width, height: box.height };
  }

  /* A chart of a narrow column is drawn anew at the width of the sheet: enlarged, its letters would be huge. */
  async function chart(frame) {
    const gd = frame.querySelector(".js-plotly-plot");
    if (!gd || !frame.closest(".figure-card") || frame.getBoundingClientRect().width >= NARROWEST - 2 * EDGE) return drawings(frame);
    const [width, height] = [NARROWEST - 2 * EDGE, Math.max(340, Math.round(gd.getBoundingClientRect().height))];
    const made = await window.Plotly.toImage(gd, { format: "svg", width, height, imageDataOnly: true });
    return { layer: document.importNode(new DOMParser().parseFromString(made, "image/svg+xml").documentElement, true), width, height };
  }

  const measure = document.createElement("canvas").getContext("2d");

  function wrapped(words, size, bold, width) {
    measure.font = `${bold ? 700 : 400} ${size}px ${FAMILY}`;
    const lines = [];
    let line = "";
    const parts = (word) => (measure.measureText(word).width > width ? word.match(/.{1,60}/gu) : [word]); /* a long address */
    for (const word of String(words).split(/\s+/).filter(Boolean).flatMap(parts)) {
      const longer = line ? `${line} ${word}` : word;
      if (line && measure.measureText(longer).width > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return line ? [...lines, line] : lines;
  }

  /* A sheet that grows downwards. */
  class Sheet {
    constructor(width, ink, soft) {
      Object.assign(this, { width, ink, soft, y: EDGE, svg: el("g") });
    }

    words(words, size, { bold = false, soft = false, colour = "" } = {}) {
      for (const line of wrapped(words, size, bold, this.width - 2 * EDGE)) {
        this.y += size * 1.3;
        const fill = colour || (soft ? this.soft : this.ink);
        this.svg.append(el("text", { x: EDGE, y: this.y.toFixed(1), "font-size": size, "font-weight": bold ? 700 : 400, fill }, line));
      }
    }

    gap(size) {
      this.y += size;
    }

    /* The key: a colour and its words, one after the other. */
    key(items) {
      const size = 12;
      let x = EDGE;
      this.y += size * 1.6;
      for (const { words, swatch } of items) {
        measure.font = `400 ${size}px ${FAMILY}`;
        const wide = measure.measureText(words).width + (swatch ? 24 : 0) + 14;
        if (x > EDGE && x + wide > this.width - EDGE) {
          x = EDGE;
          this.y += size * 1.6;
        }
        if (swatch) this.svg.append(el("rect", { x, rx: swatch.round ? 5.5 : 1, y: (this.y - size + 2).toFixed(1), width: swatch.round ? 11 : 18, height: swatch.thin ? 4 : 11, fill: swatch.fill, stroke: swatch.edge, "stroke-dasharray": swatch.dash || "none" }));
        this.svg.append(el("text", { x: x + (swatch ? 24 : 0), y: this.y.toFixed(1), "font-size": size, fill: this.ink }, words));
        x += wide;
      }
    }
  }

  /* What a key's box looks like: its ground, a hatch by its class, or the line over it. */
  function swatchOf(box) {
    const look = window.getComputedStyle(box);
    const hatch = ["missing", "zero", "suppressed"].find((name) => box.classList.contains(`is-${name}`));
    if (hatch) return { fill: `url(#hatch-${hatch})`, edge: look.borderTopColor };
    const clear = /^(transparent|rgba\(.*, 0\))$/;
    if (!clear.test(look.backgroundColor)) return { fill: look.backgroundColor, edge: look.borderTopColor, round: look.borderTopLeftRadius === "50%" };
    if (parseFloat(look.borderTopWidth) > 0) return { fill: "none", edge: look.borderTopColor, thin: true, dash: look.borderTopStyle === "dashed" ? "4 3" : "" };
    return look.fill === "none" || clear.test(look.fill) || look.fill === "rgb(0, 0, 0)" ? null : { fill: look.fill, edge: "none" };
  }

  function keyOf(frame) {
    const host = frame.closest(".map-panel, .both, .flow-figure, .figure-card");
    if (!host) return [];
    const items = [...host.querySelectorAll(".legend > span, .both-key > li, .flow-key > li")];
    return items.filter((item) => item.offsetParent).map((item) => {
      const box = item.querySelector(".swatch, .both-swatch, .flow-swatch");
      return { words: item.textContent.trim(), swatch: box ? swatchOf(box) : null };
    });
  }

  /* Words that the page writes beside a map, without which its picture would say too much. */
  function beside(frame) {
    const host = frame.closest(".map-panel");
    if (!host) return [];
    return [...host.querySelectorAll(".stamp, .map-rest, .note-extra")].map((node) => node.textContent.trim()).filter(Boolean);
  }

  /* The whole sheet. `stamp` is what the server says of the thing (web/downloads.py). */
  async function sheet(frame, stamp) {
    const root = window.getComputedStyle(document.documentElement);
    const colour = (name) => root.getPropertyValue(name).trim();
    const { layer, width, height } = await chart(frame);
    const wide = Math.max(NARROWEST, Math.ceil(width + 2 * EDGE));
    const out = new Sheet(wide, colour("--ink"), colour("--ink-soft"));
    if (stamp.marking) out.words(stamp.marking.toUpperCase(), 14, { bold: true, colour: colour("--error-ink") });
    out.words(stamp.title, 20, { bold: true });
    if (stamp.say && stamp.say !== stamp.title) out.words(stamp.say, 14, { soft: true });
    out.gap(10);
    const scale = Math.min(LARGER, (wide - 2 * EDGE) / width);
    for (const [name, value] of [["x", (wide - width * scale) / 2], ["y", out.y], ["width", width * scale], ["height", height * scale]]) layer.setAttribute(name, value.toFixed(1));
    out.svg.append(layer);
    out.y += height * scale;
    const key = keyOf(frame);
    if (key.length) out.key(key);
    out.gap(8);
    for (const line of beside(frame)) out.words(line, 12);
    for (const line of [stamp.base, stamp.period].filter(Boolean)) out.words(line, 12);
    if (stamp.not_shown.length) out.words(`${stamp.not_shown_title}: ${stamp.not_shown.join(" \u00b7 ")}`, 11, { soft: true });
    for (const line of stamp.citation) out.words(line, 11, { soft: true });
    out.words(stamp.filters.join(" \u00b7 "), 11, { soft: true });
    out.words(stamp.tail.join(" \u00b7 "), 12, { bold: true });
    const tall = Math.ceil(out.y + EDGE);
    const hatches = document.querySelector("#hatches defs");
    const defs = hatches ? bare(hatches) : el("defs");
    const svg = el("svg", { xmlns: NS, width: wide, height: tall, viewBox: `0 0 ${wide} ${tall}`, "font-family": FAMILY });
    svg.append(el("title", {}, stamp.title), defs, el("rect", { width: wide, height: tall, fill: colour("--surface") }), out.svg);
    return { svg, wide, tall };
  }

  const written = (svg) => new XMLSerializer().serializeToString(svg);

  /* A picture that is drawn on a canvas reaches no style sheet: its letters travel in it. */
  async function withLetters(svg) {
    const link = [...document.querySelectorAll('link[rel="preload"][as="font"]')].find((one) => one.href.includes("corridors-sans"));
    if (!link) return svg;
    const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    const face = `@font-face{font-family:"Corridors Sans";font-weight:400 700;src:url("data:font/woff2;base64,${window.btoa(text)}")}`;
    svg.prepend(el("style", {}, face));
    return svg;
  }

  async function svgOf(frame, stamp) {
    return new Blob([written((await sheet(frame, stamp)).svg)], { type: "image/svg+xml" });
  }

  async function pngOf(frame, stamp) {
    const { svg, wide, tall } = await sheet(frame, stamp);
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(written(await withLetters(svg)))}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * wide;
    canvas.height = 2 * tall;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw new Error("the canvas gave no picture");
    return blob;
  }

  corridors.picture = { svg: svgOf, png: pngOf };
})();
