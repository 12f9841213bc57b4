/* Presenting from the page Present: everything a deck needs is loaded before the first scene; then no server is asked. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const base = () => new URL(document.documentElement.dataset.base, window.location.origin);

  function load(address) {
    return new Promise((resolve, reject) => {
      if (window.corridorsShow && window.corridorsShow.open) return resolve();
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
  }

  async function style(address) {
    const words = await (await fetch(address)).text();
    if (!document.getElementById("stage-style")) {
      const sheet = document.createElement("style");
      sheet.id = "stage-style";
      sheet.textContent = words;
      document.head.append(sheet);
    }
    return words;
  }

  /* F5 starts the form that has the focus, or the longest of its story; elsewhere the one used last, else the first. */
  function chosen(near) {
    if (near) return document.activeElement.closest("[data-deck]") || near.querySelector("[data-deck][data-first]");
    const all = [...document.querySelectorAll("[data-deck]")];
    return all.find((one) => named(one) === remembered()) || all.find((one) => one.dataset.first);
  }

  /* A form of a story, or a pack, whatever the language and the office. */
  const named = (button) => {
    const address = new URL(button.dataset.deck, base());
    return `${address.pathname} ${address.searchParams.get("form") || ""}`;
  };

  function remembered() {
    try {
      return window.localStorage.getItem("corridors.deck");
    } catch {
      return null;
    }
  }

  function remember(button) {
    try {
      window.localStorage.setItem("corridors.deck", named(button));
    } catch {
      /* A browser that keeps nothing starts the first. */
    }
  }

  async function present(button) {
    remember(button);
    const status = document.getElementById("present-status");
    status.textContent = button.dataset.loading;
    button.disabled = true;
    try {
      const names = await (await fetch(new URL("stage.json", base()))).json();
      const answer = await fetch(new URL(button.dataset.deck, base()));
      if (!answer.ok) throw new Error(String(answer.status));
      const [deck, sheet] = await Promise.all([answer.json(), style(names.stage), load(names.deck), document.fonts.load("700 40px 'Corridors Sans'")]);
      const mount = document.createElement("div");
      mount.id = "deck-stage";
      document.body.append(mount);
      corridors.showing = window.corridorsShow.open(deck, mount, sheet, (seconds, scene, asked) => {
        mount.remove();
        corridors.showing = null;
        button.focus();
        corridors.meetings.offer(deck, asked, () => button.focus());
      });
      status.textContent = "";
    } catch {
      status.textContent = button.dataset.failed;
    }
    button.disabled = false;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-deck]");
    if (button && !corridors.showing) present(button);
  });

  /* F5 starts the story only where there is one; elsewhere it reloads, as everywhere. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F5" || event.ctrlKey || event.shiftKey || corridors.showing) return;
    const near = document.activeElement && document.activeElement.closest && document.activeElement.closest(".story");
    const button = chosen(near);
    if (!button) return;
    event.preventDefault();
    present(button);
  });
})();
