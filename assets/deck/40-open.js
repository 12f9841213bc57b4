/* A deck in front of an audience: one state, two windows, the same keys in both. */
(function () {
  "use strict";
  const show = (window.corridorsShow = window.corridorsShow || {});

  /* `style` is the text of the style sheet; `left(seconds, scene, asked)` is called when the deck
     is left: how long it was on, the scene where it ended, the questions whose answers were opened. */
  show.open = (deck, mount, style, left) => {
    let state = show.begin(deck, deck.langs);
    let presenter = null;
    const began = Date.now();
    const asked = new Set();
    const doc = mount.ownerDocument;
    mount.classList.add("stage");
    const stage = show.stage(doc, deck, mount);
    const overlay = show.element(doc, "div", "stage-overlay");
    mount.append(overlay);
    /* What a key asks for opens where it was pressed: a presenter looks things up without the audience. */
    let here = overlay;
    const lang = () => (here === overlay ? state.audienceLang : state.presenterLang);
    const words = () => deck.words[lang()];
    const made = (tag, className, text) => show.element(here.ownerDocument, tag, className, text);
    const windows = () => [window, ...(presenter && !presenter.popup.closed ? [presenter.popup] : [])];

    function draw() {
      stage.draw(state.shown, state.audienceLang, state.blank);
      mount.dataset.scene = deck.scenes[state.shown].id;
      mount.classList.toggle("is-frozen", state.frozen);
      if (presenter && presenter.popup.closed) presenter = null;
      if (presenter) presenter.draw(state);
      const fresh = show.element(doc, "p", "stage-typed", state.typed);
      mount.querySelectorAll(".stage-typed").forEach((old) => old.remove());
      if (state.typed) mount.append(fresh);
    }

    function act(kind, value) {
      /* Frozen without a second window would only look broken. */
      if (kind === "freeze" && !presenter && !state.frozen) return say(words().freeze_alone);
      state = show.step(state, kind, value);
      close();
      draw();
    }

    function lay(kind, ...children) {
      here.replaceChildren(...children);
      here.className = `stage-overlay is-on is-${kind}`;
      here.lang = lang();
    }

    function say(text) {
      const place = here;
      lay("saying", made("p", "stage-say", text));
      window.setTimeout(() => place.classList.contains("is-saying") && close(), 4000);
    }

    function close() {
      const open = [overlay, ...(presenter ? [presenter.overlay] : [])].filter((one) => one.classList.contains("is-on"));
      for (const one of open) {
        one.className = "stage-overlay";
        one.replaceChildren();
      }
      return open.length > 0;
    }

    /* The questions from the floor, each a digit away: two keys in all. */
    function answers() {
      if (!deck.answers.length) return say(words().no_answers);
      const list = made("ol", "stage-answers");
      deck.answers.forEach((one, at) => {
        const item = made("li");
        const choose = made("button", "stage-answer", one.ask[lang()]);
        choose.type = "button";
        choose.dataset.key = "123456789abcdefghijk"[at];
        choose.addEventListener("click", () => answer(at));
        item.append(made("kbd", "", choose.dataset.key), choose);
        list.append(item);
      });
      lay("answers", made("h2", "", words().answers), list);
      const first = list.querySelector("button");
      if (first) first.focus();
    }

    function answer(at) {
      const one = deck.answers[at];
      asked.add(at);
      lay("answer", made("h2", "", one.ask[lang()]), ...one.lines[lang()].map((line) => made("p", "", line)));
    }

    function search() {
      const field = made("input", "stage-search");
      field.type = "search";
      field.setAttribute("aria-label", words().search);
      field.placeholder = words().search;
      lay("search", field);
      field.focus();
      field.addEventListener("keydown", (event) => {
        event.stopPropagation();
        if (event.key === "Escape") close();
        if (event.key === "Enter") go(show.find(deck, lang(), field.value, state.at));
      });
    }

    /* To what was looked for; while the audience's screen is frozen, only the presenter is told of the place. */
    function go(found) {
      if (!found) return say(words().not_found);
      act("scene", found.at);
      if (!found.place) return null;
      return state.frozen ? say(deck.scenes[found.at].places[found.place][lang()]) : stage.explore(found.at, state.audienceLang, found.place);
    }

    function leave() {
      if (close() || stage.snap()) return;
      if (presenter) presenter.close();
      window.removeEventListener("keydown", press, true);
      if (doc.fullscreenElement) doc.exitFullscreen();
      mount.replaceChildren();
      mount.classList.remove("stage");
      left(Math.round((Date.now() - began) / 1000), deck.scenes[state.at].id, [...asked].map((at) => deck.answers[at].ask[state.audienceLang]));
    }

    const HANDS = {
      answers,
      search,
      leave,
      again: () => act("first"),
      presenter: () => {
        if (presenter && !presenter.popup.closed) return presenter.popup.focus();
        presenter = show.presenter(deck, style, act, (kind) => {
          here = presenter.overlay;
          HANDS[kind]();
        });
        if (!presenter) return say(words().blocked);
        presenter.popup.addEventListener("keydown", press, true);
        draw();
      },
      notes: () => {
        if (!presenter) return say(words().notes_apart);
        presenter.toggleNotes();
        draw();
      },
      /* A browser lets only the window in which a key was pressed fill its screen. A pack of before has no words for it. */
      full: () => {
        if (doc.fullscreenElement) return doc.exitFullscreen();
        return mount.requestFullscreen && mount.requestFullscreen().catch(() => words().full_there && say(words().full_there));
      },
      projector: () => mount.classList.toggle("is-projector"),
    };

    function press(event) {
      const field = event.target.closest && event.target.closest("input, textarea, select");
      if (field) return;
      here = presenter && event.target.ownerDocument !== doc ? presenter.overlay : overlay;
      /* Notes that are longer than their place scroll while they have the focus. */
      const reading = event.target.closest && event.target.closest(".desk-notes");
      if (reading && (event.key === "ArrowDown" || event.key === "ArrowUp")) return;
      /* So does a long answer. */
      if (/^is-answers?$/.test(here.className.split(" ").pop()) && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        return here.scrollBy({ top: (event.key === "ArrowDown" ? 0.4 : -0.4) * here.clientHeight });
      }
      const chosen = here.classList.contains("is-answers") && here.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      const focused = event.target.closest && event.target.closest("button, a");
      if (focused && (event.key === "Enter" || event.key === " ")) return;
      const found = chosen ? { hand: "" } : show.key(event);
      if (!found) return;
      event.preventDefault();
      event.stopPropagation();
      if (chosen) chosen.click();
      else if (found.hand) HANDS[found.hand]();
      else act(found.step, found.value);
    }

    window.addEventListener("keydown", press, true);
    mount.addEventListener("click", (event) => {
      const place = stage.placeOf(event.target);
      if (place) stage.explore(state.shown, state.audienceLang, place);
      else if (!event.target.closest("button, input, a, .stage-overlay")) stage.snap();
    });
    stage.build();
    draw();
    return { act, state: () => state, hand: (kind) => HANDS[kind](), windows };
  };
})();
