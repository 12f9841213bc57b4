/* Before the first paint: the theme that was chosen, and an address that says its language. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const root = document.documentElement;

  /* What is remembered in this browser. Storage may be absent or forbidden: then nothing is. */
  corridors.memory = {
    get(name) {
      try {
        return window.localStorage.getItem(`corridors.${name}`);
      } catch {
        return null;
      }
    },
    set(name, value) {
      try {
        window.localStorage.setItem(`corridors.${name}`, value);
        return true;
      } catch {
        return false;
      }
    },
  };

  corridors.base = root.dataset.base || "/";

  const darkSystem = window.matchMedia("(prefers-color-scheme: dark)");
  corridors.theme = {
    chosen() {
      const kept = corridors.memory.get("theme");
      return kept === "dark" || kept === "auto" ? kept : "light";
    },
    apply(choice) {
      const dark = choice === "dark" || (choice === "auto" && darkSystem.matches);
      root.dataset.theme = dark ? "dark" : "light";
      root.dataset.themeChoice = choice;
      document.dispatchEvent(new CustomEvent("corridors:theme", { detail: { theme: root.dataset.theme, choice } }));
    },
  };
  corridors.theme.apply(corridors.theme.chosen());
  darkSystem.addEventListener("change", () => {
    if (root.dataset.themeChoice === "auto") corridors.theme.apply("auto");
  });

  /* Paper is white: the maps are painted for it, and as they were afterwards. */
  let before = null;
  window.addEventListener("beforeprint", () => {
    before = root.dataset.themeChoice;
    corridors.theme.apply("light");
  });
  window.addEventListener("afterprint", () => {
    if (before) corridors.theme.apply(before);
    before = null;
  });

  /* Every address carries its language, so that a link opens in it anywhere. */
  const query = new URLSearchParams(window.location.search);
  if (!query.has("lang")) {
    const kept = corridors.memory.get("lang");
    if (kept === "en" || kept === "es") root.lang = kept;
    query.set("lang", root.lang.startsWith("es") ? "es" : "en");
    const { pathname, hash } = window.location;
    window.history.replaceState(window.history.state, "", `${pathname}?${query.toString().replace(/%2C/g, ",")}${hash}`);
  }
})();
