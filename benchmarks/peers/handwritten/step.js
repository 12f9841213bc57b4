// The page by hand: the same changes to the same document, each value ready, only what differs written.
const slider = document.querySelector("#time input[type=range]");
const nodes = parts.map((_, index) => document.querySelector(`[data-hw~="${index}"]`));
const write = {
  fill: (node, value) => { node.style.fill = value; },
  style: (node, value) => { node.style.cssText = value; },
  class: (node, value) => { node.setAttribute("class", value); },
  text: (node, value) => { node.firstChild.data = value; },
  html: (node, value) => { node.innerHTML = value; },
  value: (node, value) => { node.value = value; },
  attribute: (node, value, name) => { node.setAttribute(name, value); },
};
let shown = start;
slider.addEventListener("input", () => {
  const before = frames[shown], after = frames[slider.value];
  if (!after) return;
  for (let i = 0; i < parts.length; i += 1) {
    if (before[i] !== after[i]) write[parts[i][0]](nodes[i], after[i], parts[i][1]);
  }
  shown = slider.value;
});
