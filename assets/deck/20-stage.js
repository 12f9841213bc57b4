/* The audience's window: one scene at a time, built before it is asked for, in either language. */
(function () {
  "use strict";
  const show = (window.corridorsShow = window.corridorsShow || {});

  function element(doc, tag, className, text) {
    const made = doc.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }
  show.element = element;

  /* A scene as a section. Pictures are our own markup (SVG and tables), made by the product and covered by the digest. */
  show.panel = (doc, deck, at, lang) => {
    const scene = deck.scenes[at];
    const panel = element(doc, "section", `scene scene-${scene.kind}`);
    panel.lang = lang;
    panel.dataset.scene = scene.id;
    panel.append(element(doc, "h1", "scene-title", scene.title[lang]));
    if (scene.text[lang]) panel.append(element(doc, "p", "scene-text", scene.text[lang]));
    const stage = element(doc, "div", "scene-picture");
    /* A hatch is found by its id in the whole page, and one in a scene that is hidden draws nothing: ids of its own. */
    stage.innerHTML = (deck.pictures[scene.picture[lang]] || "").replace(/(id="|url\(#)h-/g, `$1h${at}${lang}-`);
    panel.append(stage);
    const foot = element(doc, "footer", "scene-foot");
    foot.append(element(doc, "p", "scene-base", scene.base[lang]), element(doc, "p", "scene-source", scene.source[lang]));
    foot.append(element(doc, "p", "scene-count", `${at + 1} / ${deck.scenes.length}`));
    if (scene.told) foot.append(element(doc, "p", "scene-told", ""));
    panel.append(foot);
    return panel;
  };

  /* `mount` is the element that the stage fills. */
  show.stage = (doc, deck, mount) => {
    const built = new Map();
    const told = element(doc, "p", "stage-told");
    const dark = element(doc, "div", "stage-blank");
    const live = element(doc, "p", "stage-live");
    live.setAttribute("aria-live", "polite");
    mount.append(dark, told, live);
    let on = null;

    const panel = (at, lang) => {
      const key = `${at} ${lang}`;
      if (!built.has(key)) {
        const made = show.panel(doc, deck, at, lang);
        made.hidden = true;
        mount.append(made);
        built.set(key, made);
      }
      return built.get(key);
    };

    /* Two neighbours are laid out, unseen, so that the next step only has to paint. */
    function around(at, lang) {
      for (const [key, made] of built) made.hidden = Math.abs(Number(key.split(" ")[0]) - at) > 1 || !key.endsWith(` ${lang}`);
      for (const next of [at - 1, at + 1]) if (deck.scenes[next]) panel(next, lang).hidden = false;
    }

    function light(panel, place) {
      for (const part of panel.querySelectorAll("[data-place].is-lit")) part.classList.remove("is-lit");
      for (const part of panel.querySelectorAll(`[data-place="${CSS.escape(place)}"]`)) part.classList.add("is-lit");
    }

    return {
      build: () => deck.langs.forEach((lang) => deck.scenes.forEach((_, at) => panel(at, lang))),
      draw(at, lang, blank) {
        const next = panel(at, lang);
        dark.classList.toggle("is-on", blank);
        if (next !== on) {
          next.hidden = false;
          if (on) on.classList.remove("is-on");
          next.classList.add("is-on");
          live.textContent = `${at + 1}. ${deck.scenes[at].title[lang]}`;
          on = next;
          this.snap();
          doc.defaultView.requestAnimationFrame(() => doc.defaultView.setTimeout(() => on === next && around(at, lang), 0));
        }
      },
      /* Exploring: a place of the picture says what is known of it; snap() brings the scene back as it was. */
      explore(at, lang, place) {
        const scene = deck.scenes[at];
        if (!scene.places || !scene.places[place]) return false;
        light(panel(at, lang), place);
        told.textContent = scene.places[place][lang];
        told.classList.add("is-on");
        return true;
      },
      snap() {
        const was = told.classList.contains("is-on");
        told.classList.remove("is-on");
        if (on) light(on, "");
        return was;
      },
      placeOf: (target) => {
        const found = target && target.closest && target.closest("[data-place]");
        return found ? found.dataset.place : "";
      },
    };
  };
})();
