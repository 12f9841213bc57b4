/* The map of both countries: a line of its list, under the pointer or focused, lights its shape; on the
   first view a click on a shape follows the same line's link, and the sentence is copied with its source.
   Without this script the map still reads. */
(function () {
  "use strict";
  const HATCH = "-hatch";

  const loc = (path) => (path.__data__ && path.__data__.loc ? String(path.__data__.loc) : "");
  const isFlow = (id) => id.startsWith("S-") || id.startsWith("OTHER") || id.includes(">");

  function light(both, flow) {
    for (const path of both.querySelectorAll(".choroplethlayer path")) {
      const id = loc(path);
      if (isFlow(id)) path.classList.toggle("is-dim", Boolean(flow) && id !== flow && id !== flow + HATCH);
    }
  }

  const line = (target) => (target instanceof Element ? target.closest(".both [data-flow]") : null);

  function start(event) {
    const item = line(event.target);
    if (item) light(item.closest(".both"), item.dataset.flow);
  }

  function stop(event) {
    const item = line(event.target);
    if (item && !item.contains(event.relatedTarget)) light(item.closest(".both"), "");
  }

  document.addEventListener("focusin", start);
  document.addEventListener("focusout", stop);
  document.addEventListener("pointerover", start);
  document.addEventListener("pointerout", stop);

  /* A map's own click event is plotly's: it is listened to from the first time the pointer is over it. */
  document.addEventListener("pointerover", (event) => {
    const gd = event.target instanceof Element ? event.target.closest(".home .both .js-plotly-plot") : null;
    if (!gd || gd.dataset.follows) return;
    gd.dataset.follows = "1";
    gd.on("plotly_click", (clicked) => follow(gd.closest(".both"), String(clicked.points[0].location)));
  });

  function follow(both, id) {
    const flow = id.startsWith("US-") && !isFlow(id) ? `S-${id}` : id;
    const link = both.querySelector(`[data-flow="${CSS.escape(flow)}"] a`);
    if (link) link.click();
  }

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
    if (button) window.corridors.shell.copy(button.dataset.copy);
  });
})();
