// Runs in our page: what one step changes in the document, year by year, before anything follows at rest.
// Returns the values of every changed part for every year, and the document with those parts tagged.
async ({ years, start }) => {
  const parts = new Map();
  const root = document.getElementById("evidence");
  const frame = () => new Promise((go) => requestAnimationFrame(go));
  const rest = (ms) => new Promise((go) => setTimeout(go, ms));
  const inMap = (node) => node.matches(".choroplethlayer path");

  const keep = (node, what, name = "") => {
    const key = `${what} ${name}`;
    if (!parts.has(node)) parts.set(node, new Map());
    parts.get(node).set(key, [what, name]);
  };
  const note = (record) => {
    const node = record.target;
    if (record.type === "attributes") {
      const name = record.attributeName;
      if (name === "style") keep(node, inMap(node) ? "fill" : "style");
      else if (name === "class") keep(node, "class");
      else keep(node, "attribute", name);
      return;
    }
    const owner = node.nodeType === 3 ? node.parentElement : node;
    if (owner) keep(owner, owner.children.length ? "html" : "text");
  };
  const step = async (year) => {
    const observer = new MutationObserver((records) => records.forEach(note));
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    window.corridors.act({ kind: "range", value: `${year}-${year}` });
    await frame();
    observer.disconnect(); // before the page's work at rest
  };
  const read = (node, [what, name]) => {
    if (what === "fill") return node.style.fill;
    if (what === "style") return node.style.cssText;
    if (what === "class") return node.getAttribute("class") ?? "";
    if (what === "text") return node.textContent;
    if (what === "html") return node.innerHTML;
    if (what === "value") return node.value;
    return node.getAttribute(name) ?? "";
  };

  for (const year of years) {
    await step(year);
    await rest(250);
  }
  root.querySelectorAll("#time input").forEach((input) => { if (input.type === "number") keep(input, "value"); });
  const list = [...parts].flatMap(([node, whats]) => [...whats.values()].map((what) => [node, what]));
  const frames = {};
  for (const year of years) {
    await step(year);
    frames[year] = list.map(([node, what]) => read(node, what));
    await rest(250);
  }
  await step(start);
  await rest(600);

  list.forEach(([node], index) => node.setAttribute("data-hw", `${node.getAttribute("data-hw") ?? ""} ${index}`.trim()));
  document.querySelectorAll("input").forEach((input) => input.setAttribute("value", input.value));
  for (const style of document.querySelectorAll("style")) {
    if (style.sheet && !style.textContent.trim()) style.textContent = [...style.sheet.cssRules].map((rule) => rule.cssText).join("\n");
  }
  const copy = document.documentElement.cloneNode(true);
  copy.querySelectorAll("script, noscript, link[rel=preload], link[rel=modulepreload]").forEach((node) => node.remove());
  return { parts: list.map(([, what]) => what), frames, html: `<!DOCTYPE html>\n${copy.outerHTML}` };
}
