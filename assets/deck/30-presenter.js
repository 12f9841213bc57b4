/* The presenter's window: notes, the next scene, clock and timer. It is drawn by the audience's window, which opened it,
   so that it needs no server and no script of its own. */
(function () {
  "use strict";
  const show = (window.corridorsShow = window.corridorsShow || {});

  /* Whether a second screen is known to be there: true, false, or null where the browser does not say. */
  show.screens = (view) => (view.screen && "isExtended" in view.screen ? view.screen.isExtended : null);

  function button(doc, words, act) {
    const made = show.element(doc, "button", "desk-button", words);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  /* `style` is the text of the style sheet; `act(kind, value)` and `hand(kind)` are the deck's own. */
  show.presenter = (deck, style, act, hand) => {
    const popup = window.open("", "corridors-presenter", "popup,width=1100,height=720");
    if (!popup) return null;
    const doc = popup.document;
    doc.open();
    doc.write("<!doctype html><html><head><meta charset=\"utf-8\"></head><body></body></html>");
    doc.close();
    doc.title = deck.words[deck.langs[0]].presenter;
    doc.documentElement.className = "desk-root";
    doc.head.append(show.element(doc, "style", "", style));
    const main = show.element(doc, "main", "desk");
    const parts = Object.fromEntries(
      ["now", "notes", "next", "time", "state", "keys"].map((name) => [name, show.element(doc, "section", `desk-${name}`)]),
    );
    const heading = show.element(doc, "h1", "desk-heading");
    const overlay = show.element(doc, "div", "stage-overlay");
    main.append(heading, ...Object.values(parts), overlay);
    doc.body.append(main);
    const began = Date.now();
    let hidden = show.screens(window) !== true;

    function clock(minutes) {
      const gone = (Date.now() - began) / 1000;
      const now = new Date().toLocaleTimeString(doc.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      parts.time.replaceChildren(
        show.element(doc, "p", "desk-clock", now),
        show.element(doc, "p", gone > minutes * 60 ? "desk-timer is-over" : "desk-timer", `${show.clock(gone)} / ${minutes}:00`),
      );
    }
    const ticking = popup.setInterval(() => clock(deck.form), 1000);

    function notes(state, scene, words) {
      const lang = state.presenterLang;
      const why = { true: "", false: words.one_screen, null: words.unknown_screen }[String(show.screens(window))];
      parts.notes.replaceChildren(show.element(doc, "h2", "", words.notes));
      parts.notes.setAttribute("role", "region");
      parts.notes.setAttribute("aria-label", words.notes);
      parts.notes.tabIndex = 0;
      if (!scene.notes) parts.notes.append(show.element(doc, "p", "desk-why", words.no_notes));
      else if (hidden) {
        parts.notes.append(show.element(doc, "p", "desk-why", why || words.hidden), button(doc, words.show_notes, () => hand("notes")));
      } else {
        const told = show.element(doc, "div", "desk-told");
        told.lang = lang;
        told.innerHTML = scene.notes[lang];
        parts.notes.append(told);
      }
    }

    function thumb(state, at, heading) {
      const out = [show.element(doc, "h2", "", heading)];
      if (deck.scenes[at]) {
        const small = show.element(doc, "div", "desk-thumb");
        const panel = show.panel(doc, deck, at, state.presenterLang);
        panel.classList.add("is-on");
        small.append(panel);
        small.inert = true;
        out.push(small);
      }
      return out;
    }

    return {
      popup,
      overlay,
      toggleNotes: () => (hidden = !hidden),
      close() {
        popup.clearInterval(ticking);
        popup.close();
      },
      draw(state) {
        const words = deck.words[state.presenterLang];
        const scene = deck.scenes[state.at];
        doc.documentElement.lang = state.presenterLang;
        heading.textContent = words.presenter;
        parts.now.replaceChildren(...thumb(state, state.at, `${words.now} ${state.at + 1} / ${state.count}`));
        parts.next.replaceChildren(...thumb(state, state.at + 1, state.at + 1 < state.count ? words.next : words.end));
        notes(state, scene, words);
        const said = [state.frozen && words.frozen, state.blank && words.blank, state.typed && `→ ${state.typed}`];
        parts.state.replaceChildren(show.element(doc, "p", "desk-said", said.filter(Boolean).join(" · ") || words.live));
        parts.keys.replaceChildren(
          button(doc, words.back, () => act("back")),
          button(doc, words.on, () => act("next")),
          button(doc, state.frozen ? words.thaw : words.freeze, () => act("freeze")),
          button(doc, words.publish, () => act("publish")),
          button(doc, words.blank_key, () => act("blank")),
          button(doc, `${words.audience}: ${state.audienceLang}`, () => act("audienceLang")),
          button(doc, `${words.notes}: ${state.presenterLang}`, () => act("presenterLang")),
          button(doc, words.answers, () => hand("answers")),
        );
        clock(deck.form);
      },
    };
  };
})();
