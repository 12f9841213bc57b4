/* A deck: scenes, where the audience and the presenter stand in them, and every change as one pure step.
   The same scripts run in the product and in a briefing pack, which is one file without a server. */
(function () {
  "use strict";
  const show = (window.corridorsShow = window.corridorsShow || {});

  /* `at` is where the presenter stands, `shown` where the audience does: the same, unless frozen. */
  show.begin = (deck, langs) => ({
    at: 0,
    shown: 0,
    count: deck.scenes.length,
    frozen: false,
    blank: false,
    audienceLang: langs[0],
    presenterLang: langs[0],
    langs,
    typed: "",
  });

  const clamp = (value, last) => Math.max(0, Math.min(last, value));
  const other = (state, lang) => state.langs[(state.langs.indexOf(lang) + 1) % state.langs.length];

  function move(state, at) {
    const next = { ...state, at: clamp(at, state.count - 1), typed: "" };
    return state.frozen ? next : { ...next, shown: next.at, blank: false };
  }

  const STEPS = {
    next: (state) => move(state, state.at + 1),
    back: (state) => move(state, state.at - 1),
    first: (state) => move(state, 0),
    last: (state) => move(state, state.count - 1),
    scene: (state, value) => move(state, value),
    blank: (state) => ({ ...state, blank: !state.blank }),
    freeze: (state) => (state.frozen ? { ...state, frozen: false, shown: state.at } : { ...state, frozen: true }),
    publish: (state) => ({ ...state, shown: state.at, blank: false }),
    audienceLang: (state) => ({ ...state, audienceLang: other(state, state.audienceLang) }),
    presenterLang: (state) => ({ ...state, presenterLang: other(state, state.presenterLang) }),
    digit: (state, value) => ({ ...state, typed: (state.typed + value).slice(-3) }),
    /* Enter: to the number typed; without one, on. */
    enter: (state) => (state.typed ? move(state, Number(state.typed) - 1) : move(state, state.at + 1)),
    forget: (state) => ({ ...state, typed: "" }),
  };

  show.step = (state, kind, value) => STEPS[kind](state, value);

  /* What each key does, by the names of KeyboardEvent. Clickers send PageUp, PageDown, and `b` or `.` for blank. */
  const KEYS = {
    PageDown: "next", ArrowRight: "next", ArrowDown: "next", " ": "next", PageUp: "back", ArrowLeft: "back",
    ArrowUp: "back", Backspace: "back", Home: "first", End: "last", b: "blank", ".": "blank", z: "freeze", Z: "publish",
    l: "audienceLang", L: "presenterLang", Enter: "enter",
  };
  const HANDS = { "?": "answers", "/": "search", p: "presenter", n: "notes", f: "full", r: "projector", F5: "again", Escape: "leave" };

  /* The step or the hand of a key: { step, value } or { hand }; null for a key that means nothing here. */
  show.key = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return null;
    if (/^[0-9]$/.test(event.key)) return { step: "digit", value: event.key };
    if (KEYS[event.key]) return { step: KEYS[event.key] };
    return HANDS[event.key] ? { hand: HANDS[event.key] } : null;
  };

  show.clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

  /* Letters without their accents, small: how a place is looked for. */
  show.plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /* The scene that a search means: a picture that holds such a place, from the scene `at` on, else a title. */
  show.find = (deck, lang, wanted, at) => {
    const needle = show.plain(wanted.trim());
    if (!needle) return null;
    const titled = deck.scenes.findIndex((scene) => show.plain(scene.title[lang]).includes(needle));
    for (let step = 0; step < deck.scenes.length; step += 1) {
      const here = (at + step) % deck.scenes.length;
      const { places = {} } = deck.scenes[here];
      const place = Object.keys(places).find((id) => show.plain(places[id][lang]).startsWith(needle));
      if (place) return { at: here, place };
    }
    return titled < 0 ? null : { at: titled, place: "" };
  };
})();
